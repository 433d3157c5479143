package app.whatmatters.ui.parts

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.graphics.drawscope.translate
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Tag
import app.whatmatters.types.Tone
import app.whatmatters.ui.theme.shades
import app.whatmatters.ui.theme.LocalPalette

/** A word or two in a lozenge: the word carries the meaning, the shape and the colour repeat it. */
@Composable
internal fun TagView(tag: Tag, modifier: Modifier = Modifier) {
    val shades = LocalPalette.current.shades(tag.tone)
    Row(
        modifier.background(shades.soft, RoundedCornerShape(8.dp)).padding(horizontal = 10.dp, vertical = 3.dp),
        horizontalArrangement = Arrangement.spacedBy(6.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (shapeOf(tag.tone, 1f) != null) ToneShape(tag.tone)
        Text(tag.text, color = shades.ink, style = MaterialTheme.typography.labelMedium)
    }
}

@Composable
private fun ToneShape(tone: Tone) {
    val colour = LocalPalette.current.shades(tone).ink
    Canvas(Modifier.size(12.dp)) {
        val shape = shapeOf(tone, 5.dp.toPx()) ?: return@Canvas
        translate(size.width / 2, size.height / 2) { drawPath(shape, colour) }
    }
}
