package app.whatmatters

import java.nio.file.Path
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
        person.press("Blood glucose (mmol/L)")
        person.device.picture("day-3-choose")
    }
}
