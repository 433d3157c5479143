package app.whatmatters.ui.blocks

import androidx.compose.animation.AnimatedVisibility
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.rotate
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.collapse
import androidx.compose.ui.semantics.expand
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Details
import app.whatmatters.ui.Words
import app.whatmatters.ui.parts.Dots
import app.whatmatters.ui.parts.Glyph
import app.whatmatters.ui.parts.GlyphIcon
import app.whatmatters.ui.parts.Paragraphs
import app.whatmatters.ui.parts.pressed
import app.whatmatters.ui.theme.LocalPalette
import app.whatmatters.ui.theme.Target

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
