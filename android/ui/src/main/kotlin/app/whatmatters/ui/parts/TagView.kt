package app.whatmatters.ui

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.drawscope.translate
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** A word or two in a lozenge: the word carries the meaning, the shape and the colour repeat it. */
@Composable
internal fun TagView(tag: Tag, modifier: Modifier = Modifier) {
    val shades = LocalPalette.current.shades(tag.tone)
    Beside(6.dp, modifier.background(shades.soft, RoundedCornerShape(8.dp)).padding(horizontal = 10.dp, vertical = 3.dp)) {
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

/** The shape of each tone around 0,0, so that nothing hangs on colour: the same on tags and in charts. */
internal fun shapeOf(tone: Tone, radius: Float): Path? = when (tone) {
    Tone.NEUTRAL, Tone.BRAND -> null
    Tone.GREEN -> dot(radius)
    Tone.AMBER -> Path().apply {
        moveTo(-radius, -radius)
        lineTo(radius, -radius)
        lineTo(radius, radius)
        lineTo(-radius, radius)
        close()
    }
    Tone.RED -> Path().apply {
        moveTo(-1.2f * radius, -radius)
        lineTo(1.2f * radius, -radius)
        lineTo(0f, 1.1f * radius)
        close()
    }
}

internal fun dot(radius: Float): Path = Path().apply { addOval(androidx.compose.ui.geometry.Rect(-radius, -radius, radius, radius)) }
