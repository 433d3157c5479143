package app.whatmatters

import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource

/** The first day with the app, by what is drawn alone. */
class FirstDayTest {
    private val server: String = System.getenv("WHAT_MATTERS_SERVER")
        ?: throw AssertionError("WHAT_MATTERS_SERVER is not set: run this through scripts/with-server")

    @ParameterizedTest
    @EnumSource(Mode::class)
    fun `a first day`(mode: Mode, @TempDir phone: Path) = Person(phone, server, mode).use { person ->
        person.see("Welcome to What Matters")
        person.device.picture("day-1-welcome")
        person.press("Use it on this device")
        person.see("Saved on this device")
        person.device.picture("day-2-today")

        person.press("Choose what to follow")
        person.see("What do you want to follow?")
        person.press("Blood glucose in mmol/L")
        person.device.picture("day-3-choose")
        person.press("Follow these")

        person.press("Blood glucose")
        person.fill("Reading", "lots")
        person.press("Save")
        person.see("There is a problem")
        person.device.settle(60)
        assertTrue(person.device.shows { it.said == "There is a problem" })
        person.device.picture("day-4-put-right")
        person.fill("Reading", "6.8")
        person.device.picture("day-5-reading")
        person.press("Save")
        person.see("Blood glucose 6.8 mmol/L")
        person.device.picture("day-6-logged")

        person.press("Track")
        person.press("Blood glucose")
        person.see("In words.")
        person.device.picture("day-7-chart")

        person.press("More")
        person.press("Diary")
        person.see("Write a note")
        person.device.picture("day-8-diary")

        person.press("More")
        person.press("Your data on this device")
        person.press("Save a copy")
        person.see("Saved on this device")
        val copy = person.given()
        assertTrue(copy.name.endsWith(".zip") && copy.content.take(2).map { it.toInt().toChar() } == listOf('P', 'K'))
    }
}
