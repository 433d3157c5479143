package app.whatmatters.ui

import androidx.compose.foundation.layout.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** A list of things to do, or not to do. */
@Composable
internal fun DoDontBlock(list: DoDont) = Panel {
    val palette = LocalPalette.current
    Column(Modifier.padding(18.dp), Arrangement.spacedBy(12.dp)) {
        Titled(list.title)
        Dots(list.items) {
            if (list.isDo) PageIcon(Icon.CHECK, tint = palette.green)
            else GlyphIcon(Glyph.CROSS, tint = palette.red)
        }
    }
}
