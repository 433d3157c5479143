package app.whatmatters.ui.blocks

import androidx.compose.animation.AnimatedVisibility
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.ui.*
import androidx.compose.ui.draw.rotate
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.*
import app.whatmatters.types.Details
import app.whatmatters.ui.Words
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.*

/** Words that open on asking. */
@Composable
internal fun DetailsBlock(details: Details) = Opens(details.summary) {
    SetApart {
        Paragraphs(details.text)
        if (details.items.isNotEmpty()) Dots(details.items)
    }
}

/** A line that opens what stands below it. */
@Composable
internal fun Opens(summary: String, content: @Composable () -> Unit) = Column {
    var open by rememberSaveable(summary) { mutableStateOf(false) }
    val toggle = { open = !open }
    val palette = LocalPalette.current
    val turn = if (LocalLayoutDirection.current == LayoutDirection.Rtl) -90f else 90f
    Row(
        Modifier
            .semantics {
                if (open) collapse { toggle(); true } else expand { toggle(); true }
            }
            .pressed(if (open) Words.CLOSE else Words.OPEN) { toggle() }
            .heightIn(min = Target),
        Arrangement.spacedBy(8.dp),
        Alignment.CenterVertically,
    ) {
        GlyphIcon(Glyph.FORWARD, Modifier.rotate(if (open) turn else 0f), tint = palette.brand)
        Text(
            summary,
            color = palette.brand,
            style = MaterialTheme.typography.titleSmall,
            textDecoration = TextDecoration.Underline,
        )
    }
    AnimatedVisibility(open) { Column(Modifier.padding(top = 8.dp)) { content() } }
}
