package app.whatmatters.ui.parts

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Frequency
import app.whatmatters.ui.Words
import app.whatmatters.ui.theme.LocalPalette
import kotlin.math.ceil
import kotlin.math.sqrt

/** So many of so many, as that many dots, the ones meant filled and first. */
@Composable
internal fun IconArray(frequency: Frequency, modifier: Modifier = Modifier) {
    val all = frequency.outOf.toInt()
    val across = if (all <= 100) 10 else ceil(sqrt(all / 2.0)).toInt() * 2
    val down = (all + across - 1) / across
    val palette = LocalPalette.current
    Canvas(
        modifier.width(144.dp).aspectRatio(across.toFloat() / down.coerceAtLeast(1)).semantics {
            role = Role.Image
            contentDescription = Words.frequency(frequency.ofThem, frequency.outOf)
        },
    ) {
        val step = size.width / across
        repeat(all) { at ->
            val centre = Offset((at % across + 0.5f) * step, (at / across + 0.5f) * step)
            if (at < frequency.ofThem.toInt()) drawCircle(palette.brand, step * 0.38f, centre)
            else drawCircle(palette.edge, step * 0.34f, centre, style = Stroke(step * 0.1f))
        }
    }
}
