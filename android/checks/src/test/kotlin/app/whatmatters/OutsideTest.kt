package app.whatmatters

import app.whatmatters.shell.*
import app.whatmatters.types.*
import java.nio.file.Path
import java.time.Instant
import kotlin.time.Duration.Companion.seconds
import kotlin.time.measureTime
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource

/** What comes from outside the app, and what goes there; with the real core. */
class OutsideTest {
    private fun beginWithLock(person: Person) {
        person.press("Use it on this device")
        person.see("Saved on this device")
        person.press("More")
        person.press("Settings")
        person.press("Lock it")
        person.see("The app locks from now on")
        assertEquals(listOf("To open your record"), person.phone.unlocks.map { it.reason })
    }

    @ParameterizedTest
    @EnumSource(Mode::class)
    fun `an app that was left shows nothing, and who is soon back is not asked`(mode: Mode, @TempDir folder: Path) =
        Person(folder, null, mode).use { person ->
            beginWithLock(person)
            person.tell(Event.Left)
            val locked = person.arrive("locked")
            person.device.picture("locked")
            assertTrue(locked.tabs.isEmpty() && locked.back == null)
            assertEquals(emptyList<String>(), person.device.leaves.flatMap(::harmed).distinct())
            person.tell(Event.Resume)
            person.arrive("settings")
            assertEquals(1, person.phone.unlocks.size)
        }

    @Test
    fun `a locked app opens once it is unlocked, whatever started it`(@TempDir folder: Path) {
        Person(folder, null).use(::beginWithLock)
        val phone = Phone().apply { proves = Unlocked.NOTPROVED }
        Person(folder, null, phone = phone).use { person ->
            person.arrive("locked")
            person.await("the question") { phone.unlocks.firstOrNull() }
            phone.proves = Unlocked.PROVED
            person.press("Unlock")
            person.arrive("today")
            assertEquals(2, phone.unlocks.size)
        }
    }

    @Test
    fun `a press from outside opens its page, behind the lock too`(@TempDir folder: Path) {
        val action = Person(folder, null).use { person ->
            beginWithLock(person)
            person.phone.widgets.last().buttons.last().action
        }
        // It started the process.
        val phone = Phone()
        Person(folder, null, phone = phone).use { person ->
            person.tell(Event.Press(action))
            person.arrive("diary.write")
            assertEquals(1, phone.unlocks.size)
            // And the app was behind others.
            person.tell(Event.Left)
            person.arrive("locked")
            person.tell(Event.Press(action))
            person.arrive("diary.write")
            assertEquals(2, phone.unlocks.size)
        }
        // Without anybody there nobody is asked before something is pressed.
        val unseen = Phone().apply { proves = Unlocked.NOTPROVED }
        Person(folder, null, background = true, phone = unseen).use { person ->
            person.arrive("locked")
            assertEquals(0, unseen.unlocks.size)
            person.tell(Event.Press(action))
            person.await("the question") { unseen.unlocks.firstOrNull() }
            unseen.proves = Unlocked.PROVED
            person.tell(Event.Resume)
            person.arrive("diary.write")
        }
    }

    @Test
    fun `the widget is told what to show, and its buttons open their pages`(@TempDir folder: Path) =
        Person(folder, null).use { person ->
            person.press("Use it on this device")
            val widget = person.await("a widget") { person.phone.widgets.lastOrNull { it.buttons.isNotEmpty() } }
            assertEquals("What Matters", widget.title)
            assertTrue(widget.buttons.size in 1..4)
            person.tell(Event.Press(widget.buttons.first().action))
            assertEquals("track", person.arrive("track").name)
        }

    @Test
    fun `what the platform could not do is said, and the app goes on`(@TempDir folder: Path) =
        Person(folder, null).use { person ->
            person.press("Use it on this device")
            person.press("More")
            person.press("Your data on this device")
            person.phone.broken = true
            person.press("Save a copy")
            person.see("The copy could not be saved")
            person.phone.broken = false
            person.press("Save a copy")
            person.given()
            assertEquals(1, person.phone.files.size)
        }

    @Test
    fun `a link opens the invitation with its code`() {
        val link = "https://care.example.org/#invitation=ABCD-EFGH-JKLM"
        Person(null, null, link = link).use { person ->
            person.arrive("welcome.invitation")
            person.see("ABCD-EFGH-JKLM")
        }
        Person(null, null).use { person ->
            person.arrive("welcome")
            person.tell(Event.Link("whatmatters://open#invitation=ABCD-EFGH-JKLM"))
            person.arrive("welcome.invitation")
            person.see("ABCD-EFGH-JKLM")
        }
    }

    @Test
    fun `a core that nobody looks at says when it has done`(@TempDir folder: Path) {
        Person(folder, null).use(::beginWithLock)
        fun Person.takes() = measureTime { runBlocking { core.settled(most = 20.seconds) } }
        Person(folder, null, background = true).use { person ->
            // From its start on, and behind a lock, too.
            person.tell(Event.Background)
            assertTrue(person.takes() < 10.seconds)
            assertEquals("locked", person.look().name)
            person.tell(Event.Background)
            assertTrue(person.takes() < 5.seconds)
        }
        // One that does not start, either.
        val launch = Launch(listOf("en-GB"), Platform.ANDROID, null, Abilities(false, false, false, false, false, false), true, null, false, KNOWN)
        Core({ throw KeyLost() }, launch, Phone()).use { core ->
            assertTrue(measureTime { runBlocking { core.settled(most = 20.seconds) } } < 5.seconds)
        }
    }

    @Test
    fun `a press behind the lock outlives the process`(@TempDir folder: Path) {
        val action = Person(folder, null).use { person ->
            beginWithLock(person)
            person.phone.widgets.last().buttons.last().action
        }
        // The system starts the app for it, nobody is there, and it is ended.
        Person(folder, null, background = true, phone = Phone().apply { proves = Unlocked.NOTPROVED }).use { person ->
            person.tell(Event.Press(action))
            runBlocking { person.core.settled() }
            assertEquals("locked", person.look().name)
        }
        Person(folder, null).use { it.arrive("diary.write") }
        Person(folder, null).use { it.arrive("today") }
    }

    @Test
    fun `a reminder rings to the minute where the person chose it and the phone allows it`(@TempDir folder: Path) {
        Person(folder, null).use { person ->
            person.press("Use it on this device")
            person.press("More")
            person.press("Reminders")
            person.press("Make a reminder")
            person.press("Something else")
            person.fill("In your own words", "Walk to the allotment")
            person.fill("At which time?", "23:59")
            person.press("Save")
            fun armed(exact: Boolean) = person.await("what is armed") {
                person.look()
                person.phone.notifications.filterIsInstance<Notifications.Arm>().lastOrNull()?.value
                    ?.takeIf { list -> list.isNotEmpty() && list.all { it.exact == exact } }
            }
            fun rings(list: List<Telling>, allowed: Boolean) =
                Tellings().replacedBy(list).round(Instant.now(), allowed).rings.map { it.exact }.toSet()
            assertEquals(setOf(false), rings(armed(exact = false), allowed = true))
            person.press("More")
            person.press("Settings")
            person.press("To the minute")
            person.see("Reminders come to the minute from now on")
            assertEquals(1, person.phone.notifications.count { it is Notifications.AskExact })
            val list = armed(exact = true)
            assertEquals(setOf(true), rings(list, allowed = true))
            assertEquals(setOf(false), rings(list, allowed = false))
            // Its button is done without the app, and what is done is armed no more.
            val first = list.first().notification
            assertEquals("It is time for something you wanted to do", first.text)
            person.tell(Event.Press(first.actions.first { !it.opens }.action))
            runBlocking { person.core.settled() }
            person.await("that it is over") {
                person.phone.notifications.filterIsInstance<Notifications.Arm>().last().value.takeIf { now -> now.none { it.notification.id == first.id } }
            }
        }
    }
}
