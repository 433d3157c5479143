package app.whatmatters.ui.blocks

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.*
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.unit.*
import app.whatmatters.types.Card
import app.whatmatters.types.CardLayout
import app.whatmatters.types.Cards
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.LocalPalette

/** Cards, in a column or a grid. */
@Composable
internal fun CardsBlock(cards: Cards) = when (cards.layout) {
    CardLayout.GRID -> Grid(cards.cards)
    CardLayout.COLUMN ->
        // Many plain entries one below another are one list, not as many boxes.
        if (cards.cards.size > 2 && cards.cards.all(::plain)) Panel { Lined(cards.cards) { CardBody(it) } }
        else Column(verticalArrangement = Arrangement.spacedBy(14.dp)) {
            cards.cards.forEach { Panel(border = edge(it)) { CardBody(it) } }
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
                    Panel(Modifier.weight(1f).fillMaxHeight(), edge(card)) { CardBody(card, shape, Modifier.fillMaxHeight()) }
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

@Composable
private fun edge(card: Card): BorderStroke {
    val palette = LocalPalette.current
    return if (card.now) BorderStroke(3.dp, palette.brand) else BorderStroke(1.dp, palette.line)
}
