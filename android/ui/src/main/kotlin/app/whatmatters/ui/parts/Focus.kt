package app.whatmatters.ui.parts

import androidx.compose.foundation.interaction.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawWithContent
import androidx.compose.ui.geometry.*
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.*
import androidx.compose.ui.unit.*
import app.whatmatters.ui.theme.LocalPalette

/**
 * Focus that cannot be missed: yellow with a dark edge, on every ground. On a
 * phone a finger leaves no focus on what it presses, so it is for keys and typing.
 */
@Composable
internal fun Modifier.focusRing(source: InteractionSource, corner: Dp = 14.dp): Modifier {
    val focused = source.collectIsFocusedAsState().value
    val palette = LocalPalette.current
    return if (!focused) this else drawWithContent {
        drawContent()
        ring(palette.focusInk, 6.dp.toPx(), 4.dp.toPx(), corner)
        ring(palette.focus, 2.dp.toPx(), 4.dp.toPx(), corner)
    }
}

private fun DrawScope.ring(colour: Color, out: Float, width: Float, corner: Dp) = drawRoundRect(
    color = colour,
    topLeft = Offset(-out, -out),
    size = Size(size.width + 2 * out, size.height + 2 * out),
    cornerRadius = CornerRadius(corner.toPx() + out),
    style = Stroke(width),
)
