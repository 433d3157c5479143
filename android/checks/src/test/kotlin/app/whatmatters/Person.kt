package app.whatmatters

import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.toComposeImageBitmap
import app.whatmatters.core.CoreConfig
import app.whatmatters.shell.Core
import app.whatmatters.shell.Shown
import app.whatmatters.types.Abilities
import app.whatmatters.types.Event
import app.whatmatters.types.FieldInput
import app.whatmatters.types.FileField
import app.whatmatters.types.Input
import app.whatmatters.types.KNOWN
import app.whatmatters.types.Launch
import app.whatmatters.types.OutgoingFile
import app.whatmatters.types.Page
import app.whatmatters.types.PickedFile
import app.whatmatters.types.Platform
import app.whatmatters.types.TextPurpose
import app.whatmatters.types.TextTo
import app.whatmatters.types.Vocabulary
import app.whatmatters.ui.Asks
import app.whatmatters.ui.Desk
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import kotlinx.coroutines.runBlocking
import org.jetbrains.skia.Image

/** How long a page may take; far more than it should. */
private const val PATIENCE_MS = 20_000L

/** A person with a device, who looks at what is drawn and presses what they see. The core behind it is the real one. */
class Person(
    directory: Path?,
    server: String?,
    mode: Mode = Mode.LIGHT,
    gallery: Boolean = false,
    link: String? = null,
    background: Boolean = false,
    val phone: Phone = Phone(),
    vocabulary: Vocabulary = KNOWN,
    key: Byte = 7,
) : AutoCloseable {
    val outside = CopyOnWriteArrayList<String>()

    /** What they pick where a page asks for a file. */
    var toPick: PickedFile? = null

    private val abilities = Abilities(unlock = true, notifications = true, widget = true, health = false, exact = true, aside = true)

    val core = Core(
        { CoreConfig(directory?.toString(), ByteArray(32) { key }, server) },
        Launch(listOf("en-GB"), Platform.ANDROID, link, abilities, background, null, gallery, vocabulary),
        phone,
    )

    private val asks = object : Asks {
        override fun send(event: Event) = core.send(event)
        override fun call(number: String) { outside += "call $number" }
        override fun text(message: TextTo) { outside += "text ${message.number}" }
        override fun open(address: String) { outside += "open $address" }
        override fun pick(form: String, field: FileField) {
            toPick?.let { send(Event.Input(FieldInput(form, field.question.id, Input.File(it)))) }
        }
        override fun speak(words: String, language: String) { outside += "speak $words" }
        override val canSpeak = true
        override fun decode(image: ByteArray): ImageBitmap = Image.makeFromEncoded(image).toComposeImageBitmap()
        override fun filling(purpose: TextPurpose) = Modifier
    }

    val desk = Desk(asks)
    private var drawn: Page = await("the first page") { (core.shown.value as? Shown.Drawn)?.page }
    val device = Device(drawn, desk, mode)

    /** Draws the latest page, as the app does when there is a new one. */
    fun look(): Page {
        val latest = (core.shown.value as Shown.Drawn).page
        if (latest !== drawn) {
            drawn = latest
            device.show(latest)
        }
        device.settle(1)
        return latest
    }

    fun see(words: String) = await("“$words”") { look(); device.nodes.firstOrNull { words in it.said } }

    fun press(label: String) {
        await("a button “$label”") { look(); device.nodes.firstOrNull { named(it.said, label) && it.pressable } }
        device.press { named(it.said, label) && it.pressable }
    }

    fun fill(question: String, answer: String) {
        await("a field “$question”") { look(); device.nodes.firstOrNull { it.typable && question in it.said } }
        device.type(answer) { it.typable && question in it.said }
    }

    /** The file that the core handed over. */
    fun given(): OutgoingFile = await("a file") { look(); phone.files.firstOrNull() }

    /** Something happened outside the app. */
    fun tell(event: Event) = core.send(event)

    fun arrive(name: String): Page = await("a page “$name”") { look().takeIf { it.name == name } }

    private fun named(said: String, label: String) = said.lines().any { it == label }

    fun <T : Any> await(what: String, look: () -> T?): T {
        val end = System.currentTimeMillis() + PATIENCE_MS
        while (true) {
            look()?.let { return it }
            if (System.currentTimeMillis() > end) throw AssertionError("no $what. There is: ${read()}")
            Thread.sleep(5)
        }
    }

    private fun read() = runCatching { device.nodes.map { it.said }.filter { it.isNotEmpty() } }.getOrDefault(emptyList())

    override fun close() {
        device.close()
        // Who comes next may use the same folder.
        runBlocking { core.end().join() }
    }
}
