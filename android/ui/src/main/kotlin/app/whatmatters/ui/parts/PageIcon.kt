package app.whatmatters.ui

import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon as MaterialIcon
import androidx.compose.material3.LocalContentColor
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.*
import androidx.compose.ui.graphics.vector.*
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.unit.*
import app.whatmatters.types.Icon
import java.util.concurrent.ConcurrentHashMap

private val drawn = ConcurrentHashMap<String, ImageVector>()

/** A picture beside a word. Never alone, so a screen reader passes over it. */
@Composable
internal fun PageIcon(icon: Icon, modifier: Modifier = Modifier, size: Dp = 24.dp, tint: Color = LocalContentColor.current) =
    Strokes(strokesOf(icon), modifier, size, tint)

@Composable
internal fun GlyphIcon(glyph: Glyph, modifier: Modifier = Modifier, size: Dp = 24.dp, tint: Color = LocalContentColor.current) =
    Strokes(glyph.strokes, modifier, size, tint, mirrored = glyph == Glyph.BACK || glyph == Glyph.FORWARD)

@Composable
private fun Strokes(strokes: String, modifier: Modifier, size: Dp, tint: Color, mirrored: Boolean = false) {
    val vector = drawn.getOrPut(strokes) { outline(strokes, mirrored) }
    MaterialIcon(vector, contentDescription = null, modifier = modifier.size(iconSize(size)), tint = tint)
}

/** A picture grows with the word beside it, but not to the same degree: the room is the word's. */
@Composable
internal fun iconSize(size: Dp): Dp = size * LocalDensity.current.fontScale.coerceIn(1f, 1.4f)

private fun outline(strokes: String, mirrored: Boolean): ImageVector =
    ImageVector.Builder("icon", 24.dp, 24.dp, 24f, 24f, autoMirror = mirrored).addPath(
        pathData = addPathNodes(strokes),
        stroke = SolidColor(Color.Black),
        strokeLineWidth = 2f,
        strokeLineCap = StrokeCap.Round,
        strokeLineJoin = StrokeJoin.Round,
    ).build()
