package app.whatmatters

import android.content.Context
import android.speech.tts.TextToSpeech
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import java.util.Locale

/** Reads aloud with a voice that is on the device: others send what they read to somebody's server. */
class Voice(context: Context) : AutoCloseable {
    var ready by mutableStateOf(false)
        private set
    private val speech = TextToSpeech(context) { status -> ready = status == TextToSpeech.SUCCESS && local() }

    fun speak(words: String, language: String) {
        speech.language = Locale.forLanguageTag(language)
        if (local()) speech.speak(words, TextToSpeech.QUEUE_FLUSH, null, "page")
    }

    private fun local(): Boolean = speech.voice?.isNetworkConnectionRequired == false

    override fun close() = speech.shutdown()
}
