package app.whatmatters.ui

import androidx.compose.animation.AnimatedVisibility
import androidx.compose.foundation.layout.*
import androidx.compose.runtime.*
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.ui.*
import androidx.compose.ui.draw.rotate
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.*
import app.whatmatters.types.Details

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
    val turn = if (LocalLayoutDirection.current == LayoutDirection.Rtl) -90f else 90f
    val told = Modifier.semantics { if (open) collapse { toggle(); true } else expand { toggle(); true } }
    Beside(8.dp, told.pressed(if (open) Words.CLOSE else Words.OPEN) { toggle() }.heightIn(min = Reach)) {
        GlyphIcon(Glyph.FORWARD, Modifier.rotate(if (open) turn else 0f), tint = LocalPalette.current.brand)
        Lead(summary)
    }
    AnimatedVisibility(open) { Column(Modifier.padding(top = 8.dp)) { content() } }
}
