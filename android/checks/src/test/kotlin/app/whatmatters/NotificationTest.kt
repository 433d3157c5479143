package app.whatmatters

import app.whatmatters.shell.settled
import app.whatmatters.types.Event
import app.whatmatters.types.Notification
import app.whatmatters.types.Notifications
import app.whatmatters.types.Purpose
import java.nio.file.Path
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** A nurse writes to a phone in a pocket. */
class NotificationTest {
    private val server: String = System.getenv("WHAT_MATTERS_SERVER")
        ?: throw AssertionError("WHAT_MATTERS_SERVER is not set: run this through scripts/with-server")

    /** One of the operator's commands, on the server under test. */
    private fun operate(vararg words: String): String =
        ProcessBuilder("../../target/debug/what-matters", *words).redirectError(ProcessBuilder.Redirect.DISCARD).start()
            .inputReader().readText().trim()

    private fun Person.begin(start: String) {
        fun found(said: String) = said.lines().any { it.startsWith(start) }
        await("a button “$start…”") { look(); device.nodes.firstOrNull { found(it.said) && it.pressable } }
        device.press { found(it.said) && it.pressable }
    }

    private fun Person.createAccount(name: String, username: String) {
        press("Accept and create an account")
        fill("Your name", name)
        fill("Username", username)
        fill("Choose a password", "a garden in May")
        press("Create an account")
    }

    private fun Person.write(words: String) {
        fill("Write to", words)
        begin("Send to")
        see(words)
    }

    private fun Phone.shown(): List<Notification> = notifications.filterIsInstance<Notifications.Show>().map { it.value }

    @Test
    fun `a message is told to a phone in a pocket, discreetly, and its press opens it`(@TempDir folder: Path) {
        operate("team", "--name", "Riverside")
        val staffCode = operate("invite-staff", "--team", "Riverside", "--name", "Amina Khan", "--job", "practice nurse")
        Person(null, server, link = "$server/#invitation=$staffCode").use { nurse ->
            nurse.press("Continue")
            nurse.createAccount("Amina Khan", "amina-by-android")
            nurse.press("Invite a person")
            nurse.fill("Their name", "Sam Okafor")
            nurse.press("Make the invitation")
            val code = nurse.await("a code") {
                nurse.look()
                nurse.device.nodes.firstNotNullOfOrNull { Regex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}").find(it.said)?.value }
            }
            Person(folder, server, link = "$server/#invitation=$code").use { sam ->
                sam.press("Continue")
                sam.createAccount("Sam Okafor", "sam-by-android")
                sam.see("Saved and sent")
                sam.press("More")
                sam.press("Settings")
                sam.press("Tell me about new messages")
                sam.see("You will be told about new messages")
                // What another run may have left is taken back first.
                val (armed, asked) = sam.phone.notifications
                assertTrue(armed is Notifications.Arm && armed.value.isEmpty())
                assertTrue(asked is Notifications.Ask && sam.phone.notifications.size == 2)
                sam.press("Messages")
                sam.write("Can I move my review to next week?")
                sam.see("Saved and sent")
            }
            nurse.press("People")
            nurse.begin("Sam Okafor")
            nurse.press("To answer a message")
            nurse.press("Open the record")
            nurse.begin("Messages")
            nurse.write("Of course. Would Tuesday suit you?")
            nurse.see("Sent")
        }
        // The system starts the app for its planned sync.
        Person(folder, server, background = true).use { sam ->
            sam.tell(Event.Background)
            // What came is fetched, and told, when the core says that all is over.
            runBlocking { sam.core.settled() }
            val told = sam.phone.shown().single()
            assertEquals(listOf("What Matters", "You have a new message"), listOf(told.title, told.text))
            assertEquals(Purpose.MESSAGES, told.purpose)
            sam.tell(Event.Press(told.open))
            sam.tell(Event.Resume)
            sam.arrive("messages")
            sam.see("Would Tuesday suit you?")
            sam.await("that it is taken away") { sam.phone.notifications.filterIsInstance<Notifications.Clear>().firstOrNull { told.id in it.value } }
            assertEquals(1, sam.phone.shown().size)
        }
    }
}
