package app.whatmatters

import app.whatmatters.core.CoreConfig
import app.whatmatters.shell.Core
import app.whatmatters.shell.Shown
import app.whatmatters.types.Abilities
import app.whatmatters.types.Event
import app.whatmatters.types.KNOWN
import app.whatmatters.types.Launch
import app.whatmatters.types.Page
import app.whatmatters.types.PickedFile
import app.whatmatters.types.Platform
import java.nio.file.Path
import java.time.LocalDate
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** How long a press takes until its page has been drawn. Printed, never judged: that is what benchmarks are for. */
class SpeedTest {
    @Test
    fun `a press and its page, a start and its first`(@TempDir phone: Path) {
        Person(phone, null).use { person ->
            person.press("Use it on this device")
            person.see("Saved on this device")
            measure(person, "with nothing written")
            bringInTenYears(person)
            measure(person, "with ten years")
        }
        val starts = List(9) { start(phone) }
        println("with ten years: a start to its first page, decoded, through JNA: ${told(starts)}")
    }

    /** From no core to the first page of what is kept. */
    private fun start(phone: Path): Double {
        val begun = System.nanoTime()
        val launch = Launch(listOf("en-GB"), Platform.ANDROID, null, Abilities(false, false, false, false, false, false), false, null, false, KNOWN)
        val core = Core({ CoreConfig(phone.toString(), ByteArray(32) { 7 }, null) }, launch, Phone())
        while ((core.shown.value as? Shown.Drawn)?.page?.tabs.isNullOrEmpty()) Thread.onSpinWait()
        val time = (System.nanoTime() - begun) / 1e6
        runBlocking { core.end().join() }
        return time
    }

    /** Twenty entries a day, as somebody's meter kept them. */
    private fun bringInTenYears(person: Person) {
        val first = LocalDate.of(2016, 11, 1)
        val rows = (0L until 3650).flatMap { day ->
            (0..19).map { at -> "%s,%02d:%02d,Glucose,%d.%d,mmol/L,".format(first.plusDays(day), 4 + at, (day * 7 + at) % 60, 4 + (day + at) % 9, at % 10) }
        }
        val file = (listOf("Date,Time,What,Value,Unit,Note") + rows).joinToString("\n").toByteArray()
        person.toPick = PickedFile("meter.csv", file.size.toULong(), file.toUByteArray().asList())
        person.press("More")
        person.press("Bring in a diary")
        person.press("Choose a file")
        person.see("meter.csv")
        person.press("Look at the file")
        person.press("Bring in 73000 entries")
        person.see("Brought in 73000 entries")
    }

    private fun measure(person: Person, state: String) {
        val toPage = mutableListOf<Double>()
        val toPicture = mutableListOf<Double>()
        person.press("Today")
        repeat(160) { round ->
            val next = person.look().tabs.let { tabs -> tabs[(tabs.indexOfFirst { it.current } + 1) % tabs.size] }
            val start = System.nanoTime()
            person.core.send(Event.Press(next.action))
            val page = waitFor(person) { page -> page.tabs.any { it.current && it.label == next.label } }
            val arrived = System.nanoTime()
            person.device.show(page, frames = 1)
            val drawn = System.nanoTime()
            // The first ones warm the machine up.
            if (round >= 60) {
                toPage += (arrived - start) / 1e6
                toPicture += (drawn - start) / 1e6
            }
        }
        println("$state: a press to its decoded page, through JNA: ${told(toPage)}")
        println("$state: a press to its drawn picture, by a processor alone: ${told(toPicture)}")
    }

    private fun waitFor(person: Person, found: (Page) -> Boolean): Page {
        while (true) {
            (person.core.shown.value as? Shown.Drawn)?.page?.takeIf(found)?.let { return it }
            Thread.onSpinWait()
        }
    }

    private fun told(times: List<Double>): String {
        val sorted = times.sorted()
        return "%.1f ms (middle), %.1f ms (95 of 100)".format(sorted[sorted.size / 2], sorted[sorted.size * 95 / 100])
    }
}
