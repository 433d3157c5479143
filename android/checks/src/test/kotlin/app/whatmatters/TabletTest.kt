package app.whatmatters

import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.CsvSource

/** Where there is room, the navigation stands beside the page; on a narrow phone all of it is below. */
class TabletTest {
    @ParameterizedTest
    @CsvSource("320,640,below", "740,360,beside", "1024,768,beside")
    fun `the navigation stands where there is room`(width: Int, height: Int, where: String) =
        Person(null, null, gallery = true).use { person ->
            Device(person.look(), person.desk, Mode.LIGHT, width, height).use { device ->
                val tabs = device.nodes.filter { it.config.getOrNull(SemanticsProperties.Role) == Role.Tab }
                val title = device.nodes.first { it.said == person.look().title }
                val beside = tabs.all { it.positionInRoot.x + it.size.width <= title.positionInRoot.x }
                assertTrue(beside == (where == "beside") && tabs.size == 5)
                assertEquals(emptyList<String>(), device.leaves.flatMap(::harmed).distinct())
                device.picture("window-$width")
            }
        }
}
