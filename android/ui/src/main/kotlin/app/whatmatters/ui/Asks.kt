package app.whatmatters.ui

import androidx.compose.runtime.*
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.ImageBitmap
import app.whatmatters.types.*

/** What a page may ask of whoever shows it. Everything that a platform does differently is here. */
@Stable
interface Asks {
    fun send(event: Event)
    fun call(number: String)
    fun text(message: TextTo)
    /** Only addresses that a browser opens as a page arrive here. */
    fun open(address: String)
    /** Lets the person pick a file, and sends it as the answer to this field. */
    fun pick(form: String, field: FileField)
    /** Reads words aloud with a voice that is on the device, where [canSpeak]. */
    fun speak(words: String, language: String)
    val canSpeak: Boolean
    fun decode(image: ByteArray): ImageBitmap?
    /** What lets the platform offer to fill in a line of this purpose. */
    fun filling(purpose: TextPurpose): Modifier
}

/** How a block or field reaches the core: what is being typed goes before what is pressed. */
@Stable
class Desk(val asks: Asks) {
    private val drafts = LinkedHashMap<Any, () -> Unit>()

    fun press(action: Action) {
        flush()
        asks.send(Event.Press(action))
    }

    fun back() {
        flush()
        asks.send(Event.Back)
    }

    /** Sends everything typed and not yet sent. To be called when the app leaves the front, too. */
    fun flush() = drafts.values.toList().forEach { it() }

    internal fun keep(draft: Any, flush: () -> Unit) { drafts[draft] = flush }

    internal fun drop(draft: Any) { drafts.remove(draft) }

    internal fun input(form: String, field: String, value: Input) = asks.send(Event.Input(FieldInput(form, field, value)))
}

val LocalDesk = staticCompositionLocalOf<Desk> { error("a page is drawn outside of PageView") }

/** The language of the words on the page. */
internal val LocalLanguage = staticCompositionLocalOf { "en-GB" }
