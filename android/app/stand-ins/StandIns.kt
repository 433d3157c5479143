// Shapes of what Google's repository has and Maven Central has not, so that the
// app's own code can be type-checked without an Android SDK. Never run, never
// part of the app: Gradle does not look here.
@file:Suppress("unused", "UNUSED_PARAMETER", "FunctionName")

package androidx.activity

import android.app.Activity
import android.net.Uri
import androidx.activity.result.ActivityResultLauncher
import androidx.activity.result.contract.ActivityResultContracts

open class ComponentActivity : Activity() {
    fun registerForActivityResult(
        contract: ActivityResultContracts.OpenDocument,
        callback: (Uri?) -> Unit,
    ): ActivityResultLauncher<Array<String>> = TODO()
}

class BackEventCompat(val progress: Float)

fun ComponentActivity.enableEdgeToEdge() = Unit
