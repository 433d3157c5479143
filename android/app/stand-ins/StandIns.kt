// Shapes of what Google's repository has and Maven Central has not, so that the
// app's own code can be type-checked without an Android SDK. Never run, never
// part of the app: Gradle does not look here.
@file:Suppress("unused", "UNUSED_PARAMETER", "FunctionName")

package androidx.activity

import android.app.Activity
import androidx.activity.result.ActivityResultLauncher
import androidx.activity.result.contract.ActivityResultContract

open class ComponentActivity : Activity() {
    fun <I, O> registerForActivityResult(
        contract: ActivityResultContract<I, O>,
        callback: (O) -> Unit,
    ): ActivityResultLauncher<I> = TODO()

    // Of androidx.core's activity, where the intent is never null.
    override fun onNewIntent(intent: android.content.Intent) = Unit
}

class BackEventCompat(val progress: Float)

fun ComponentActivity.enableEdgeToEdge() = Unit
