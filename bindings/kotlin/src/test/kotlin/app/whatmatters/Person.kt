// A person with a device: finds their way by a page's words, as people do.
package app.whatmatters

import app.whatmatters.core.Core
import app.whatmatters.core.CoreConfig
import app.whatmatters.core.CoreShell
import app.whatmatters.types.Abilities
import app.whatmatters.types.Action
import app.whatmatters.types.Battery
import app.whatmatters.types.Block
import app.whatmatters.types.Event
import app.whatmatters.types.Field
import app.whatmatters.types.FieldInput
import app.whatmatters.types.FileRead
import app.whatmatters.types.Form
import app.whatmatters.types.Handed
import app.whatmatters.types.HealthAnswer
import app.whatmatters.types.Input
import app.whatmatters.types.KNOWN
import app.whatmatters.types.Launch
import app.whatmatters.types.MediaShown
import app.whatmatters.types.Notified
import app.whatmatters.types.Notifying
import app.whatmatters.types.OutgoingFile
import app.whatmatters.types.Page
import app.whatmatters.types.Platform
import app.whatmatters.types.PlatformOperation
import app.whatmatters.types.PlatformOutput
import app.whatmatters.types.PutAside
import app.whatmatters.types.Question
import app.whatmatters.types.Requests
import app.whatmatters.types.ShellEffect
import app.whatmatters.types.Subscribed
import app.whatmatters.types.Target
import app.whatmatters.types.Unlocked
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Semaphore
import java.util.concurrent.TimeUnit

/** How long a page may take; far more than it should. */
private const val PATIENCE_SECONDS = 20L

class Person(directory: Path?, server: String?) : AutoCloseable {
    private val news = Semaphore(0)
    val files = CopyOnWriteArrayList<OutgoingFile>()

    private val shell = object : CoreShell {
        override fun requests(requests: ByteArray) {
            for (request in Requests.bincodeDeserialize(requests).value) {
                when (val effect = request.effect) {
                    is ShellEffect.Render -> Unit
                    is ShellEffect.Platform -> core.resolve(request.id, answer(effect.value).bincodeSerialize())
                }
            }
            news.release()
        }
    }

    /** A desktop, which can only keep files. */
    private fun answer(asked: PlatformOperation): PlatformOutput = when (asked) {
        is PlatformOperation.HandOver -> PlatformOutput.HandOver(Handed.SAVED).also { files += asked.value }
        is PlatformOperation.Unlock -> PlatformOutput.Unlock(Unlocked.UNAVAILABLE)
        is PlatformOperation.Notifications -> PlatformOutput.Notifications(Notified(Notifying.UNAVAILABLE, false, Battery.UNKNOWN))
        is PlatformOperation.Widget -> PlatformOutput.Widget
        is PlatformOperation.Health -> PlatformOutput.Health(HealthAnswer.Unavailable)
        is PlatformOperation.Settled -> PlatformOutput.Settled
        is PlatformOperation.Push -> PlatformOutput.Push(Subscribed.Nowhere)
        is PlatformOperation.SetAside -> PlatformOutput.SetAside(PutAside.FAILED)
        is PlatformOperation.ReadFile -> PlatformOutput.ReadFile(FileRead.Gone)
        is PlatformOperation.Media -> PlatformOutput.Media(MediaShown.UNWANTED)
    }

    val core: Core = Core(CoreConfig(directory?.toString(), ByteArray(32) { 7 }, server), shell)

    init {
        val abilities = Abilities(unlock = false, notifications = false, widget = false, health = false, exact = false, aside = false)
        tell(Event.Start(Launch(listOf("en-GB"), Platform.DESKTOP, null, abilities, background = false, place = null, gallery = false, KNOWN)))
    }

    val page: Page get() = Page.bincodeDeserialize(core.view())

    fun tell(event: Event) = core.update(event.bincodeSerialize())

    /** Waits for a page that says this. */
    fun see(words: String): Page = wait("“$words”") { page -> page.takeIf { words in everyWord(it) } }

    /** Waits for a page that can be pressed there, and presses. */
    fun press(label: String) =
        tell(Event.Press(wait("a button “$label”") { page -> presses(page)[label] }))

    /** Waits for a form that asks this, and answers. */
    fun fill(question: String, answer: String) {
        val (form, field) = wait("a field “$question”") { page -> questionOf(page, question) }
        tell(Event.Input(FieldInput(form, field, Input.Text(answer))))
    }

    /** Waits for a form that asks this, and chooses one of its answers. */
    fun choose(question: String, value: String) {
        val (form, field) = wait("a field “$question”") { page -> questionOf(page, question) }
        tell(Event.Input(FieldInput(form, field, Input.Chosen(listOf(value)))))
    }

    private fun <T : Any> wait(what: String, look: (Page) -> T?): T {
        val end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)
        while (true) {
            look(page)?.let { return it }
            val left = end - System.nanoTime()
            if (left <= 0) throw AssertionError("no $what on this page: ${everyWord(page)}")
            news.tryAcquire(left, TimeUnit.NANOSECONDS)
        }
    }

    override fun close() = core.close()
}

/** Every string of a page, one a line: what a screen reader could reach. */
fun everyWord(page: Page): String = buildList { walk(page) { if (it is String) add(it) } }.joinToString("\n")

/** Everything that can be pressed, by its words. The first of a name counts. */
fun presses(page: Page): Map<String, Action> {
    val found = LinkedHashMap<String, Action>()
    walk(page) { part ->
        if (part is String) return@walk
        val label = property(part, "label") ?: property(part, "title")
        val target = property(part, "target") ?: property(part, "action")
        val action = if (target is Target.Press) target.value else target
        if (label is String && action is Action) found.putIfAbsent(label, action)
    }
    return found
}

private fun questionOf(page: Page, label: String): Pair<String, String>? =
    page.blocks.filterIsInstance<Block.Form>().map { it.value }.firstNotNullOfOrNull { form: Form ->
        form.fields.mapNotNull { question(it) }
            .firstOrNull { it.label.removeSuffix(" (optional)") == label }
            ?.let { form.id to it.id }
    }

private fun question(field: Field): Question? = property(property(field, "value")!!, "question") as Question?

/** Visits a value and all that it is made of. */
private fun walk(part: Any?, visit: (Any) -> Unit) {
    when (part) {
        null -> return
        is String -> visit(part)
        is List<*> -> part.forEach { walk(it, visit) }
        is Enum<*> -> return
        else -> if (part.javaClass.packageName == "app.whatmatters.types") {
            visit(part)
            properties(part).forEach { walk(it.get(part), visit) }
        }
    }
}

private fun properties(part: Any) = part.javaClass.declaredFields
    .filter { !java.lang.reflect.Modifier.isStatic(it.modifiers) }
    .onEach { it.isAccessible = true }

private fun property(part: Any, name: String): Any? =
    properties(part).firstOrNull { it.name == name }?.get(part)
