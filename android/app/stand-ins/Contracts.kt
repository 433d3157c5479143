package androidx.activity.result.contract

import android.content.Intent
import android.net.Uri
import androidx.activity.result.ActivityResult

abstract class ActivityResultContract<I, O>

class ActivityResultContracts {
    class OpenDocument : ActivityResultContract<Array<String>, Uri?>()

    class RequestMultiplePermissions : ActivityResultContract<Array<String>, Map<String, Boolean>>()

    class StartActivityForResult : ActivityResultContract<Intent, ActivityResult>()
}
