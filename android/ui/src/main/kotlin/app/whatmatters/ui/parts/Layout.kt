package app.whatmatters.ui

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.*
import app.whatmatters.types.Action

/** Beside each other, with their middles on one line. */
@Composable
internal fun Beside(gap: Dp, modifier: Modifier = Modifier, content: @Composable RowScope.() -> Unit) =
    Row(modifier, Arrangement.spacedBy(gap), Alignment.CenterVertically, content)

/** Beside each other as far as there is room. */
@Composable
internal fun Wrapped(across: Dp, modifier: Modifier = Modifier, down: Dp = across, content: @Composable FlowRowScope.() -> Unit) =
    FlowRow(modifier, Arrangement.spacedBy(across), Arrangement.spacedBy(down), content = content)

/** A row of a list, read as one and pressed as a whole. */
@Composable
internal fun Modifier.entry(action: Action?, down: Dp, least: Dp = Reach): Modifier = fillMaxWidth()
    .semantics(mergeDescendants = true) {}.pressed(action).heightIn(min = least).padding(horizontal = 20.dp, vertical = down)

/** A white card with a fine line. */
@Composable
internal fun Panel(
    modifier: Modifier = Modifier,
    border: BorderStroke = BorderStroke(1.dp, LocalPalette.current.line),
    content: @Composable ColumnScope.() -> Unit,
) = Surface(modifier.fillMaxWidth(), Round, LocalPalette.current.card, LocalPalette.current.ink, border = border) { Column(content = content) }

/** Rows with a fine line between them. */
@Composable
internal fun <T> Lined(items: List<T>, row: @Composable (T) -> Unit) = items.forEachIndexed { at, item ->
    if (at > 0) HorizontalDivider(color = LocalPalette.current.line)
    row(item)
}

/** A quieter line. */
@Composable
internal fun Quiet(text: String, modifier: Modifier = Modifier) =
    Text(text, modifier, color = LocalPalette.current.quiet, style = MaterialTheme.typography.bodyMedium)

/** Paragraphs, one below another. */
@Composable
internal fun Paragraphs(text: List<String>) = text.forEach { Text(it) }

/** A list with dots, or with what stands in their place. */
@Composable
internal fun Dots(items: List<String>, mark: @Composable () -> Unit = { Dot(LocalContentColor.current) }) =
    Column(verticalArrangement = Arrangement.spacedBy(6.dp)) {
        items.forEach {
            Row(horizontalArrangement = Arrangement.spacedBy(10.dp)) {
                mark()
                Text(it, Modifier.weight(1f))
            }
        }
    }

/** As large as the letters are. */
@Composable
private fun Dot(colour: Color) = with(LocalDensity.current) {
    Box(Modifier.padding(top = 10.sp.toDp(), start = 4.dp).size(6.sp.toDp()).background(colour, CircleShape))
}
