package app.whatmatters.ui.chart

import androidx.compose.ui.geometry.*
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Tone

/** A pattern for each meaning, so that zones differ without colour. Green and neutral are plain: the calm ones. */
internal fun DrawScope.pattern(tone: Tone, colour: Color, band: Rect) = clipRect(band.left, band.top, band.right, band.bottom) {
    when (tone) {
        Tone.GREEN, Tone.NEUTRAL -> Unit
        Tone.AMBER -> steps(band.left + 5.dp.toPx(), band.right, 10.dp.toPx()) { x ->
            steps(band.top + 5.dp.toPx(), band.bottom, 10.dp.toPx()) { y -> drawCircle(colour, 1.dp.toPx(), Offset(x, y)) }
        }
        Tone.RED -> steps(band.left - band.height, band.right, 12.dp.toPx()) { x ->
            drawLine(colour, Offset(x, band.bottom), Offset(x + band.height, band.top), 1.dp.toPx(), alpha = 0.5f)
        }
        Tone.BRAND -> steps(band.top + 6.dp.toPx(), band.bottom, 12.dp.toPx()) { y ->
            drawLine(colour, Offset(band.left, y), Offset(band.right, y), 1.dp.toPx(), alpha = 0.5f)
        }
    }
}

private inline fun steps(from: Float, to: Float, by: Float, draw: (Float) -> Unit) {
    var at = from
    while (at < to) {
        draw(at)
        at += by
    }
}
