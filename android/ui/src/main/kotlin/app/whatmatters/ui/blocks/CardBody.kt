package app.whatmatters.ui.blocks

import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Card
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.LocalPalette

/** By itself; beside others; beside others with its picture above its words. */
internal enum class CardShape { WIDE, COMPACT, STACKED }

internal val COMPACT_SIDE = 14.dp
internal val COMPACT_GAP = 12.dp

/** What is on a card. */
@Composable
internal fun CardBody(card: Card, shape: CardShape = CardShape.WIDE, modifier: Modifier = Modifier) {
    val wide = shape == CardShape.WIDE
    val frame = modifier.fillMaxWidth()
        .pressed(card.action)
        .heightIn(min = 68.dp)
        .padding(horizontal = if (wide) 20.dp else COMPACT_SIDE, vertical = 16.dp)
    if (shape == CardShape.STACKED) Column(frame, Arrangement.spacedBy(6.dp, Alignment.CenterVertically)) {
        Drawn(card)
        Written(card)
    } else Row(frame, Arrangement.spacedBy(if (wide) 16.dp else COMPACT_GAP), Alignment.CenterVertically) {
        Drawn(card)
        Written(card, Modifier.weight(1f))
        if (card.action != null && (card.lines.isNotEmpty() || card.caption != null)) {
            GlyphIcon(Glyph.FORWARD, tint = LocalPalette.current.quiet)
        }
    }
}

@Composable
private fun Drawn(card: Card) {
    val palette = LocalPalette.current
    card.icon?.let { PageIcon(it, size = 28.dp, tint = if (card.action == null) palette.ink else palette.brand) }
}

@Composable
private fun Written(card: Card, modifier: Modifier = Modifier) = Column(modifier, Arrangement.spacedBy(4.dp)) {
    card.caption?.let { Quiet(it) }
    Head(card)
    card.quote?.let { Quote(AnnotatedString(it)) }
    card.lines.forEach { Quiet(it) }
    card.meter?.let { MeterView(it, Modifier.padding(top = 4.dp)) }
    ButtonRow(card.buttons, Modifier.padding(top = 8.dp), snug = true)
}

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
            Modifier.padding(end = if (card.tag == null) 0.dp else 12.dp).semantics { if (card.now) heading() },
            style = if (card.now) type.titleLarge else type.titleMedium,
        )
        card.tag?.let { TagView(it) }
    }
}
