package app.whatmatters.ui

import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.TextStyle
import app.whatmatters.types.Heading

/** A heading below the page's title. */
@Composable
internal fun HeadingBlock(heading: Heading) =
    Titled(heading.text, if (heading.level <= 2u) MaterialTheme.typography.headlineMedium else MaterialTheme.typography.headlineSmall)

/** Words that a screen reader finds as a heading. */
@Composable
internal fun Titled(
    text: String,
    style: TextStyle = MaterialTheme.typography.headlineSmall,
    modifier: Modifier = Modifier,
    color: Color = Color.Unspecified,
) = Text(text, modifier.semantics { heading() }, color, style = style)
