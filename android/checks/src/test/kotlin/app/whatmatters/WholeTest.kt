package app.whatmatters

import app.whatmatters.types.Block
import app.whatmatters.types.Field
import app.whatmatters.types.Icon
import app.whatmatters.types.Notifications
import app.whatmatters.types.PlatformOperation
import app.whatmatters.types.ShellEffect
import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest

/** Nothing of the core is without its view or handler, and the shell stays thin. */
class WholeTest {
    private val ui = File("../ui/src/main/kotlin")
    private val core = File("../core/src/main/kotlin")
    private val generated = setOf("Strokes.kt", "Colours.kt")
    private fun sources(folder: File) = folder.walk().filter { it.extension == "kt" && it.name !in generated }.toList()

    /** A `when` without `else` proves it to the compiler; this proves that nobody wrote an `else`. */
    @Test
    fun `every block, field and effect has its own place`() {
        val views = sources(ui).joinToString("\n") { it.readText() }
        val blocks = Block::class.java.permittedOrNested().map { it.simpleName }
        assertEquals(emptyList<String>(), blocks.filterNot { "is Block.$it -> ${it}Block(" in views })
        val fields = Field::class.java.permittedOrNested().map { it.simpleName }
        assertEquals(emptyList<String>(), fields.filterNot { "is Field.$it -> ${it}Question(" in views })
        val handler = sources(core).joinToString("\n") { it.readText() }
        val effects = ShellEffect::class.java.permittedOrNested().map { it.simpleName }
        assertEquals(emptyList<String>(), effects.filterNot { "is ShellEffect.$it -> " in handler })
        assertTrue(blocks.size >= 19 && fields.size >= 12 && effects.size >= 2)
    }

    @Test
    fun `every operation of the platform has its own handler`() {
        val handler = sources(core).joinToString("\n") { it.readText() }
        val operations = PlatformOperation::class.java.permittedOrNested().map { it.simpleName }
        assertEquals(emptyList<String>(), operations.filterNot { "is PlatformOperation.$it ->" in handler })
        val app = sources(File("../app/src/main/kotlin")).joinToString("\n") { it.readText() }
        val notifications = Notifications::class.java.permittedOrNested().map { it.simpleName }
        assertEquals(emptyList<String>(), notifications.filterNot { "is Notifications.$it ->" in app })
        assertTrue(operations.size >= 5 && notifications.size >= 4)
        // Nor is there a way round them.
        assertEquals(emptyList<String>(), listOf(handler, app).flatMap { Regex("else -> .*(Platform|Handed|Notified).*").findAll(it).map { found -> found.value } })
    }

    @Test
    fun `every icon has its strokes`() {
        val strokesOf = Class.forName("app.whatmatters.ui.StrokesKt").getMethod("strokesOf", Icon::class.java)
        val strokes = Icon.entries.map { strokesOf.invoke(null, it) as String }
        assertEquals(Icon.entries.size, strokes.filter { it.startsWith("M") }.toSet().size)
    }

    @Test
    fun `it stays thin`() {
        val all = sources(ui) + sources(core)
        val sizes = all.associateWith { it.readLines().size }
        println("core and ui: ${sizes.values.sum()} lines in ${sizes.size} files, the longest ${sizes.values.max()}")
        assertTrue(sizes.values.sum() <= 3000)
        assertEquals(emptyList<String>(), sizes.filterValues { it > 150 }.keys.map { it.name })
    }

    /** JUnit passes over a test that gives something back, which an expression does without being told to. */
    @Test
    fun `every test is run`() {
        val classes = File("target/test-classes/app/whatmatters").list()!!.filter { it.endsWith("Test.class") }
        val tests = classes.flatMap { Class.forName("app.whatmatters.${it.removeSuffix(".class")}").declaredMethods.toList() }
            .filter { it.isAnnotationPresent(Test::class.java) || it.isAnnotationPresent(ParameterizedTest::class.java) }
        assertTrue(tests.size > 30, "${tests.size} tests")
        assertEquals(emptyList<String>(), tests.filter { it.returnType != Void.TYPE }.map { it.name })
    }

    @Test
    fun `each module knows only what it may`() {
        fun imports(folder: File, vararg banned: String) = sources(folder).flatMap { file ->
            file.readLines().filter { line -> banned.any { line.startsWith("import $it") } }.map { "${file.name}: $it" }
        }
        assertEquals(emptyList<String>(), imports(core, "android", "app.whatmatters.ui"))
        assertEquals(emptyList<String>(), imports(File("../app/src/plain/kotlin"), "android", "app.whatmatters.ui", "app.whatmatters.shell"))
        assertEquals(
            emptyList<String>(),
            imports(ui, "android.", "androidx.lifecycle", "androidx.navigation", "androidx.activity", "app.whatmatters.core", "app.whatmatters.shell"),
        )
    }
}
