package androidx.activity.result

import android.content.Intent

abstract class ActivityResultLauncher<I> {
    abstract fun launch(input: I)
}

class ActivityResult(val resultCode: Int, val data: Intent?)
