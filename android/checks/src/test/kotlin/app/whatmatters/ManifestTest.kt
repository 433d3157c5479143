package app.whatmatters

import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.w3c.dom.Element

/** What Android would only say on a device: the manifest, the resources and the code fit each other. */
class ManifestTest {
    private val main = File("../app/src/main")
    private val code = main.resolve("kotlin").walk().filter { it.extension == "kt" }.joinToString("\n") { it.readText() }
    private val manifest = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(main.resolve("AndroidManifest.xml"))

    private fun all(tag: String) = manifest.getElementsByTagName(tag).let { list -> List(list.length) { list.item(it) as Element } }
    private val Element.name get() = getAttribute("android:name")
    private fun Element.within(tag: String) = getElementsByTagName(tag).let { list -> List(list.length) { (list.item(it) as Element).name } }

    @Test
    fun `every screen and receiver is known to Android, and to nobody else that need not know it`() {
        val components = all("activity") + all("receiver") + all("provider") + all("service")
        val own = components.filter { it.name.startsWith(".") }.map { it.name.drop(1) }
        val written = Regex("class (\\w+) : (?:Activity|ComponentActivity|BroadcastReceiver|AppWidgetProvider)\\(\\)").findAll(code).map { it.groupValues[1] }
        assertEquals(written.toSet(), own.toSet())
        val open = (components + all("activity-alias")).filter { it.getAttribute("android:exported") != "false" }
        assertEquals(listOf(".MainActivity", ".HealthPermissionUse"), open.map { it.name })
        assertTrue(open.last().getAttribute("android:permission").isNotEmpty())
    }

    @Test
    fun `alarms are set anew after all that undoes or moves them, on a locked phone too`() {
        val receiver = all("receiver").single { it.name == ".AlarmReceiver" }
        assertEquals("true", receiver.getAttribute("android:directBootAware"))
        assertEquals(
            setOf(
                "LOCKED_BOOT_COMPLETED", "BOOT_COMPLETED", "MY_PACKAGE_REPLACED", "TIME_SET", "TIMEZONE_CHANGED", "DATE_CHANGED",
                "SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED",
            ),
            receiver.within("action").map { it.substringAfterLast('.') }.toSet(),
        )
    }

    @Test
    fun `what the code asks leave for is in the manifest`() {
        val declared = all("uses-permission").map { it.name.substringAfterLast('.') }.toSet()
        val asked = Regex("(?:Manifest\\.permission|HealthPermissions)\\.(\\w+)").findAll(code).map { it.groupValues[1] }.toSet()
        assertTrue(asked.size >= 6)
        assertEquals(emptySet<String>(), asked - declared)
        assertTrue(setOf("RECEIVE_BOOT_COMPLETED", "SCHEDULE_EXACT_ALARM", "USE_BIOMETRIC") - declared == emptySet<String>())
    }

    @Test
    fun `every resource that is named is there`() {
        val resources = main.resolve("res").walk().filter { it.isFile }.toList()
        val texts = resources.filter { it.extension == "xml" }.associateWith { it.readText() }
        val files = resources.map { "${it.parentFile.name.substringBefore('-')}/${it.nameWithoutExtension}" }
        val values = texts.values.flatMap { text -> Regex("<(string|color) name=\"(\\w+)\"").findAll(text).map { "${it.groupValues[1]}/${it.groupValues[2]}" } }
        val ids = texts.values.flatMap { text -> Regex("@\\+id/(\\w+)").findAll(text).map { "id/${it.groupValues[1]}" } }
        val named = Regex("\\bR\\.(\\w+)\\.(\\w+)").findAll(code).map { "${it.groupValues[1]}/${it.groupValues[2]}" } +
            (texts.values + main.resolve("AndroidManifest.xml").readText()).flatMap { text ->
                Regex("\"@(string|color|xml|drawable|layout|mipmap)/(\\w+)\"|>@(color|drawable)/(\\w+)<").findAll(text)
                    .map { found -> found.groupValues.drop(1).filter { it.isNotEmpty() }.joinToString("/") }
            }
        assertEquals(emptySet<String>(), named.toSet() - (files + values + ids).toSet())
    }
}
