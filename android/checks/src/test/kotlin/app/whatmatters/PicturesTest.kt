package app.whatmatters

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Block
import app.whatmatters.ui.LocalDesk
import app.whatmatters.ui.Blocks
import app.whatmatters.ui.LocalPalette
import app.whatmatters.ui.WhatMattersTheme
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource

/** A picture of every kind of block of the gallery, in each way of drawing. */
class PicturesTest {
    @ParameterizedTest
    @EnumSource(Mode::class)
    fun `every block of the gallery is drawn`(mode: Mode) = Person(null, null, mode, gallery = true).use { person ->
        val page = person.look()
        person.device.picture("gallery")
        val kinds = page.blocks.groupBy { it.javaClass }
        assertEquals(Block::class.java.permittedOrNested(), kinds.keys)
        kinds.forEach { (kind, blocks) -> draw(kind.simpleName, blocks, mode, person) }
    }

    private fun draw(name: String, blocks: List<Block>, mode: Mode, person: Person) {
        val page = mode.of(person.look())
        val scene = Scene(390, 4000, mode.fontScale) {
            WhatMattersTheme(page.look, atkinson) {
                val direction = if (mode == Mode.MIRRORED) LayoutDirection.Rtl else LayoutDirection.Ltr
                CompositionLocalProvider(LocalDesk provides person.desk, LocalLayoutDirection provides direction) {
                    Box(Modifier.background(LocalPalette.current.paper).padding(16.dp).width(358.dp)) { Blocks(blocks) }
                }
            }
        }
        scene.use {
            it.frames(2)
            it.fit(390)
            it.save(pictures.resolve("$name-${mode.title}.png"))
        }
    }
}

/** The variants of a generated sealed type. */
fun Class<*>.permittedOrNested(): Set<Class<*>> = declaredClasses.filter { isAssignableFrom(it) }.toSet()
