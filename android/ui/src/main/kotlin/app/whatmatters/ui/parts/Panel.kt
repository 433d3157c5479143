package app.whatmatters.ui.parts

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.unit.dp
import app.whatmatters.ui.theme.LocalPalette
import app.whatmatters.ui.theme.Round

/** A white card with a fine line. */
@Composable
internal fun Panel(
    modifier: Modifier = Modifier,
    border: BorderStroke = BorderStroke(1.dp, LocalPalette.current.line),
    content: @Composable ColumnScope.() -> Unit,
) = Surface(
    modifier.fillMaxWidth(),
    shape = Round,
    color = LocalPalette.current.card,
    contentColor = LocalPalette.current.ink,
    border = border,
) { Column(content = content) }

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

@Composable
private fun Dot(colour: Color) =
    Box(Modifier.padding(top = 10.dp, start = 4.dp).size(6.dp).background(colour, CircleShape))
