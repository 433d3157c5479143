package app.whatmatters.ui.blocks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Card
import app.whatmatters.ui.parts.ButtonRow
import app.whatmatters.ui.parts.Glyph
import app.whatmatters.ui.parts.GlyphIcon
import app.whatmatters.ui.parts.PageIcon
import app.whatmatters.ui.parts.Quiet
import app.whatmatters.ui.parts.TagView
import app.whatmatters.ui.parts.pressed
import app.whatmatters.ui.theme.LocalPalette

/** What is on a card; [compact] where it stands beside others. */
@Composable
internal fun CardBody(card: Card, compact: Boolean, modifier: Modifier = Modifier) = Row(
    modifier.fillMaxWidth()
        .pressed(card.action)
        .heightIn(min = 68.dp)
        .padding(horizontal = if (compact) 14.dp else 20.dp, vertical = 16.dp),
    Arrangement.spacedBy(if (compact) 12.dp else 16.dp),
    Alignment.CenterVertically,
) {
    val palette = LocalPalette.current
    card.icon?.let { PageIcon(it, size = 28.dp, tint = if (card.action == null) palette.ink else palette.brand) }
    Column(Modifier.weight(1f), Arrangement.spacedBy(4.dp)) {
        card.caption?.let { Quiet(it) }
        Head(card)
        card.quote?.let { Quote(AnnotatedString(it)) }
        card.lines.forEach { Quiet(it) }
        card.meter?.let { MeterView(it, Modifier.padding(top = 4.dp)) }
        ButtonRow(card.buttons, Modifier.padding(top = 8.dp))
    }
    if (card.action != null && (card.lines.isNotEmpty() || card.caption != null)) {
        GlyphIcon(Glyph.FORWARD, tint = palette.quiet)
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Head(card: Card) {
    if (card.title.isEmpty() && card.tag == null) return
    val type = MaterialTheme.typography
    FlowRow(
        Modifier.fillMaxWidth(),
        horizontalArrangement = Arrangement.SpaceBetween,
        verticalArrangement = Arrangement.spacedBy(6.dp),
    ) {
        Text(
            card.title,
            Modifier.padding(end = 12.dp).semantics { if (card.now) heading() },
            style = if (card.now) type.titleLarge else type.titleMedium,
        )
        card.tag?.let { TagView(it) }
    }
}
