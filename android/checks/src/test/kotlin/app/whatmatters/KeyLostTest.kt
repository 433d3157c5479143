package app.whatmatters

import app.whatmatters.core.CoreConfig
import app.whatmatters.shell.Core
import app.whatmatters.shell.KeyLost
import app.whatmatters.shell.Shown
import app.whatmatters.types.Abilities
import app.whatmatters.types.KNOWN
import app.whatmatters.types.Launch
import app.whatmatters.types.Platform
import app.whatmatters.types.PutAside
import app.whatmatters.ui.KeyLostView
import app.whatmatters.ui.WhatMattersTheme
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource

/** A device that has lost the key of what is on it: it says so, and nothing is deleted. */
class KeyLostTest {
    private fun Core.await(found: (Shown) -> Boolean) = runBlocking { withTimeout(20_000) { shown.first(found) } }

    @Test
    fun `nothing is touched, and all is there when the key is`(@TempDir folder: Path) {
        Person(folder, null).use { person ->
            person.press("Use it on this device")
            person.see("Saved on this device")
        }
        val before = folder.toFile().walk().filter { it.isFile }.associate { it.name to it.readBytes().toList() }
        var lost = true
        val config = { if (lost) throw KeyLost() else CoreConfig(folder.toString(), ByteArray(32) { 7 }, null) }
        val launch = Launch(listOf("en-GB"), Platform.ANDROID, null, Abilities(false, false, false, false, false, false), false, null, false, KNOWN)
        Core(config, launch, Phone()).use { core ->
            core.await { it is Shown.KeyLost }
            core.retry()
            core.await { it is Shown.KeyLost }
            assertEquals(before, folder.toFile().walk().filter { it.isFile }.associate { it.name to it.readBytes().toList() })
            lost = false
            core.retry()
            core.await { (it as? Shown.Drawn)?.page?.name == "today" }
        }
    }

    @Test
    fun `with another key the way back is offered, and what cannot be opened is put aside`(@TempDir folder: Path) {
        val files = folder.resolve("core").toFile().apply { mkdirs() }
        Person(files.toPath(), null).use { person ->
            person.press("Use it on this device")
            person.see("Saved on this device")
        }
        val phone = Phone()
        Person(files.toPath(), null, phone = phone, key = 8).use { person ->
            person.see("What is saved on this device cannot be opened")
            person.press("Sign in again")
            person.see("put aside, not deleted")
            person.press("Put it aside and start as new")
            // There was no room, say: nothing has changed.
            person.see("It could not be put aside. Nothing has been changed.")
            assertEquals(listOf("core"), folder.toFile().list()!!.toList())
            phone.putAside = {
                setAside(folder.toFile(), listOf("core"), now = 17)
                files.mkdirs()
                person.core.retry()
                PutAside.DONE
            }
            person.press("Sign in again")
            person.press("Put it aside and start as new")
            person.see("Welcome to What Matters")
        }
        // Whole: with its own key it opens.
        Person(folder.resolve("set-aside-17/core"), null).use { it.arrive("today") }
    }

    @Test
    fun `what is put aside is kept`(@TempDir folder: Path) {
        folder.resolve("core").toFile().mkdirs()
        folder.resolve("core/record").writeText("sealed")
        folder.resolve("sealing-key").writeText("sealed too")
        setAside(folder.toFile(), listOf("core", "sealing-key", "not there"), now = 17)
        assertEquals(listOf("set-aside-17"), folder.toFile().list()!!.toList())
        assertEquals("sealed", folder.resolve("set-aside-17/core/record").readText())
        assertEquals("sealed too", folder.resolve("set-aside-17/sealing-key").readText())
    }

    @ParameterizedTest
    @EnumSource(Mode::class)
    fun `the person is asked twice before anything is put aside`(mode: Mode) = Person(null, null, mode).use { person ->
        var begun = 0
        val look = mode.of(person.look()).look
        Scene(390, 844, mode.fontScale) { WhatMattersTheme(look, atkinson) { KeyLostView({}) { begun += 1 } } }.use { scene ->
            fun press(label: String) {
                val button = scene.nodes.first { it.said == label && it.pressable }
                button.config[androidx.compose.ui.semantics.SemanticsActions.OnClick].action!!.invoke()
                scene.frames(4)
            }
            scene.frames(4)
            scene.save(pictures.resolve("key-lost-${mode.title}.png"))
            press("Sign in again")
            assertEquals(0, begun)
            assertTrue(scene.nodes.any { "put aside, not deleted" in it.said })
            press("Put it aside and start as new")
            assertEquals(1, begun)
        }
    }
}
