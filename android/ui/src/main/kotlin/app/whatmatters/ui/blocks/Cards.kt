package app.whatmatters.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.*
import androidx.compose.ui.unit.*
import app.whatmatters.types.*

/** Cards, in a column or a grid. */
@Composable
internal fun CardsBlock(cards: Cards) = when (cards.layout) {
    CardLayout.GRID -> Grid(cards.cards)
    CardLayout.COLUMN ->
        // Many plain entries one below another are one list, not as many boxes.
        if (cards.cards.size > 2 && cards.cards.all(::plain)) Panel { Lined(cards.cards) { CardBody(it) } }
        else Column(verticalArrangement = Arrangement.spacedBy(14.dp)) {
            cards.cards.forEach { Panel(border = edge(it.now)) { CardBody(it) } }
        }
}

private fun plain(card: Card) =
    card.action != null && !card.now && card.quote == null && card.meter == null && card.buttons.isEmpty()

/** As many beside each other as fit with words of this size; each row as high as its highest. */
@Composable
private fun Grid(cards: List<Card>) = BoxWithConstraints {
    val least = 152.dp * LocalDensity.current.fontScale
    val across = ((maxWidth + 14.dp) / (least + 14.dp)).toInt().coerceIn(1, cards.size.coerceAtLeast(1))
    val room = (maxWidth + 14.dp) / across - 14.dp
    Column(verticalArrangement = Arrangement.spacedBy(14.dp)) {
        cards.chunked(across).forEach { row ->
            Row(Modifier.height(IntrinsicSize.Min), Arrangement.spacedBy(14.dp)) {
                row.forEach { card ->
                    val shape = if (across == 1) CardShape.WIDE else shapeFor(card, room)
                    Panel(Modifier.weight(1f).fillMaxHeight(), edge(card.now)) { CardBody(card, shape, Modifier.fillMaxHeight()) }
                }
                repeat(across - row.size) { Spacer(Modifier.weight(1f)) }
            }
        }
    }
}

/** Where a word does not fit beside its picture, it goes below it, whole. */
@Composable
private fun shapeFor(card: Card, room: Dp): CardShape {
    val measurer = rememberTextMeasurer()
    val style = MaterialTheme.typography.titleMedium
    val longest = card.title.split(' ').maxOf { measurer.measure(it, style).size.width }
    val beside = room - 2 * COMPACT_SIDE - iconSize(28.dp) - COMPACT_GAP
    return if (with(LocalDensity.current) { longest.toDp() } > beside) CardShape.STACKED else CardShape.COMPACT
}

/** The edge of a card; strong around the one that matters now. */
@Composable
internal fun edge(strong: Boolean): BorderStroke =
    if (strong) BorderStroke(3.dp, LocalPalette.current.brand) else BorderStroke(1.dp, LocalPalette.current.line)

/** By itself; beside others; beside others with its picture above its words. */
internal enum class CardShape { WIDE, COMPACT, STACKED }

internal val COMPACT_SIDE = 14.dp
internal val COMPACT_GAP = 12.dp

/** What is on a card. */
@Composable
internal fun CardBody(card: Card, shape: CardShape = CardShape.WIDE, modifier: Modifier = Modifier) {
    val wide = shape == CardShape.WIDE
    val frame = modifier.fillMaxWidth().pressed(card.action).heightIn(min = 68.dp)
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
    FlowRow(Modifier.fillMaxWidth(), Arrangement.SpaceBetween, Arrangement.spacedBy(6.dp)) {
        val frame = Modifier.padding(end = if (card.tag == null) 0.dp else 12.dp).semantics { if (card.now) heading() }
        Text(card.title, frame, style = if (card.now) type.titleLarge else type.titleMedium)
        card.tag?.let { TagView(it) }
    }
}
