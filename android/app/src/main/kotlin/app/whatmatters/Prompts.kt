package app.whatmatters

import android.app.Activity
import android.app.KeyguardManager
import android.content.Intent
import android.hardware.biometrics.BiometricManager.Authenticators
import android.hardware.biometrics.BiometricPrompt
import android.os.Build
import android.os.CancellationSignal
import androidx.activity.ComponentActivity
import androidx.activity.result.contract.ActivityResultContracts
import androidx.annotation.RequiresApi
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext

/** Questions of the system's own that need a screen, one at a time. */
class Prompts(private val activity: ComponentActivity) : AutoCloseable {
    private val one = Mutex()
    private var waiting: CompletableDeferred<Boolean>? = null
    private val permitting = activity.registerForActivityResult(ActivityResultContracts.RequestMultiplePermissions()) { answered(true) }
    private val confirming = activity.registerForActivityResult(ActivityResultContracts.StartActivityForResult()) {
        answered(it.resultCode == Activity.RESULT_OK)
    }

    suspend fun permissions(names: Array<String>) {
        ask { permitting.launch(names) }
    }

    /** A page of Android's settings, until the person is back from it. */
    suspend fun visit(page: Intent) {
        ask { confirming.launch(page) }
    }

    /** Whether the person has shown that the device is theirs: a finger, a face, or its code. */
    suspend fun prove(reason: String): Boolean = ask {
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) biometric(reason) else code(reason)
    }

    @RequiresApi(Build.VERSION_CODES.R)
    private fun biometric(reason: String) = BiometricPrompt.Builder(activity)
        .setTitle(reason)
        .setAllowedAuthenticators(Authenticators.BIOMETRIC_WEAK or Authenticators.DEVICE_CREDENTIAL)
        .build()
        .authenticate(
            CancellationSignal(),
            activity.mainExecutor,
            object : BiometricPrompt.AuthenticationCallback() {
                override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult) = answered(true)

                override fun onAuthenticationError(code: Int, words: CharSequence) = answered(false)
            },
        )

    // Until Android 10 no app can ask for either in one go.
    @Suppress("DEPRECATION")
    private fun code(reason: String) {
        val question = activity.service<KeyguardManager>().createConfirmDeviceCredentialIntent(reason, null)
        if (question == null) answered(false) else confirming.launch(question)
    }

    private suspend fun ask(question: () -> Unit): Boolean = one.withLock {
        withContext(Dispatchers.Main) {
            val answer = CompletableDeferred<Boolean>().also { waiting = it }
            question()
            answer.await()
        }
    }

    private fun answered(yes: Boolean) {
        waiting?.complete(yes)
    }

    /** Its activity is gone, and with it every answer. */
    override fun close() = answered(false)
}
