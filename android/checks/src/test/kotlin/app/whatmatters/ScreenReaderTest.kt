package app.whatmatters

import androidx.compose.ui.semantics.ProgressBarRangeInfo
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.state.ToggleableState
import app.whatmatters.types.Block
import app.whatmatters.types.Page
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource

/** What a screen reader, a switch or a shaking finger finds on a page of every block. */
class ScreenReaderTest {
    private fun <T> gallery(mode: Mode = Mode.LIGHT, look: (Device, Page) -> T): T {
        val page = person.look()
        // So high that everything stands on it at once.
        return Device(page, person.desk, mode, height = if (mode == Mode.LARGE) 40_000 else 20_000, drawn = false).use { look(it, page) }
    }

    @ParameterizedTest
    @EnumSource(Mode::class, names = ["LIGHT", "LARGE"])
    fun `what is pressed is as large as a fingertip`(mode: Mode) = gallery(mode) { device, _ ->
        val small = device.nodes.filter { it.pressable }.filter {
            it.size.width < 48 * DENSITY - 1 || it.size.height < 48 * DENSITY - 1
        }
        assertEquals(emptyList<String>(), small.map { "${it.said} ${it.size}" })
    }

    @Test
    fun `what is pressed says its name and what it is`() = gallery { device, _ ->
        val controls = device.nodes.filter { it.pressable || it.typable }
        assertTrue(controls.size > 60, "${controls.size} controls")
        assertEquals(emptyList<String>(), controls.filter { it.said.isBlank() }.map { "nameless at ${it.positionInRoot}" })
        assertEquals(
            emptyList<String>(),
            controls.filter { !it.typable && it.role == null }.map { "${it.said} is what?" },
        )
    }

    @Test
    fun `every word is reached`() = gallery { device, page ->
        // What opens on asking is asked.
        page.blocks.filterIsInstance<Block.Details>().forEach { details ->
            device.press { it.pressable && it.said == details.value.summary }
        }
        repeat(page.blocks.filterIsInstance<Block.Chart>().size) {
            val closed = device.nodes.firstOrNull { it.said == "See this as a table" && SemanticsActions.Expand in it.config }
            closed?.config?.get(SemanticsActions.Expand)?.action?.invoke()
            device.settle(40)
        }
        val said = device.nodes.joinToString("\n") { node ->
            listOfNotNull(node.said, node.state, node.config.getOrNull(SemanticsProperties.Error)).joinToString("\n")
        }
        val missing = wordsOf(page.copy(name = "", place = null, language = "")).filterNot { it in said }
        assertEquals(emptyList<String>(), missing)
    }

    @ParameterizedTest
    @EnumSource(Mode::class, names = ["LIGHT", "LARGE", "MIRRORED"])
    fun `it is read from the top to the bottom`(mode: Mode) = gallery(mode) { device, page ->
        val read = device.nodes.filter { it.said.isNotBlank() && it.said != page.announce }
        val back = read.zipWithNext().filter { (one, next) -> next.positionInRoot.y + next.size.height <= one.positionInRoot.y }
        assertEquals(emptyList<String>(), back.map { (one, next) -> "“${next.said}” is read after “${one.said}” below it" })
    }

    @Test
    fun `headings are found as headings, the title first`() = gallery { device, page ->
        val headings = device.nodes.filter { SemanticsProperties.Heading in it.config }.map { it.said }
        assertEquals(page.title, headings.first())
        val asked = page.blocks.filterIsInstance<Block.Heading>().map { it.value.text }
        assertEquals(asked, headings.filter { it in asked })
    }

    @Test
    fun `states are said`() = gallery { device, _ ->
        val tabs = device.nodes.filter { it.role == Role.Tab }
        assertEquals(listOf(true, false, false, false, false), tabs.map { it.config[SemanticsProperties.Selected] })
        val boxes = device.nodes.filter { it.role == Role.Checkbox }
        assertTrue(boxes.any { it.config[SemanticsProperties.ToggleableState] == ToggleableState.On })
        val before = device.nodes.filter { it.role == Role.RadioButton && it.said == "Before a meal" }
        assertEquals(listOf(true, false), before.map { it.config[SemanticsProperties.Selected] })
        val meters = device.nodes.filter { SemanticsProperties.ProgressBarRangeInfo in it.config && it.state == "1 of 2 walks this week" }
        assertTrue(meters.isNotEmpty())
    }

    @Test
    fun `a chart is walked from point to point, and over what happened beside`() = gallery { device, page ->
        val chart = page.blocks.filterIsInstance<Block.Chart>().first().value
        fun plot() = device.nodes.first { it.said.startsWith("${chart.title}: ") }
        val points = chart.series.single().points
        assertEquals(points.last().label, plot().state)
        val marks = chart.lanes.flatMap { it.marks }
        // The first mark is of the second day, before that day's point.
        for ((at, label) in listOf(1f to marks.first().label, 3f to points[2].label)) {
            plot().config[SemanticsActions.SetProgress].action!!.invoke(at)
            device.settle()
            assertEquals(label, plot().state)
        }
        val range: ProgressBarRangeInfo = plot().config[SemanticsProperties.ProgressBarRangeInfo]
        assertEquals(points.size + marks.size - 1f, range.range.endInclusive)
    }

    @Test
    fun `what is wrong leads to its question`() = gallery { device, _ ->
        val error = "A weight is between 20 and 400 kg"
        device.press { it.pressable && it.said == error }
        device.settle(30)
        val focused = device.nodes.single { it.config.getOrNull(SemanticsProperties.Focused) == true }
        assertTrue("Your weight" in focused.said, focused.said)
        assertEquals(error, focused.config[SemanticsProperties.Error])
    }

    @ParameterizedTest
    @EnumSource(Mode::class, names = ["LIGHT", "LARGE"])
    fun `no word is broken and none is cut`(mode: Mode) = gallery(mode) { device, _ ->
        assertEquals(emptyList<String>(), device.leaves.flatMap(::harmed).distinct())
    }

    companion object {
        private lateinit var person: Person

        @BeforeAll
        @JvmStatic
        fun open() {
            person = Person(null, null, gallery = true)
        }

        @AfterAll
        @JvmStatic
        fun close() = person.close()
    }
}

private val SemanticsNode.role: Role? get() = config.getOrNull(SemanticsProperties.Role)
private val SemanticsNode.state: String? get() = config.getOrNull(SemanticsProperties.StateDescription)
