package app.whatmatters.ui.blocks

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.height
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Card
import app.whatmatters.types.CardLayout
import app.whatmatters.types.Cards
import app.whatmatters.ui.parts.Lined
import app.whatmatters.ui.parts.Panel
import app.whatmatters.ui.theme.LocalPalette

/** Cards, in a column or a grid. */
@Composable
internal fun CardsBlock(cards: Cards) = when (cards.layout) {
    CardLayout.GRID -> Grid(cards.cards)
    CardLayout.COLUMN ->
        // Many plain entries one below another are one list, not as many boxes.
        if (cards.cards.size > 2 && cards.cards.all(::plain)) Panel { Lined(cards.cards) { CardBody(it, compact = false) } }
        else Column(verticalArrangement = Arrangement.spacedBy(14.dp)) { cards.cards.forEach { Boxed(it, compact = false) } }
}

private fun plain(card: Card) =
    card.action != null && !card.now && card.quote == null && card.meter == null && card.buttons.isEmpty()

/** As many beside each other as fit with words of this size; each row as high as its highest. */
@Composable
private fun Grid(cards: List<Card>) = BoxWithConstraints {
    val least = 152.dp * LocalDensity.current.fontScale
    val across = ((maxWidth + 14.dp) / (least + 14.dp)).toInt().coerceIn(1, cards.size.coerceAtLeast(1))
    Column(verticalArrangement = Arrangement.spacedBy(14.dp)) {
        cards.chunked(across).forEach { row ->
            Row(Modifier.height(IntrinsicSize.Min), Arrangement.spacedBy(14.dp)) {
                row.forEach { Boxed(it, compact = across > 1, Modifier.weight(1f).fillMaxHeight()) }
                repeat(across - row.size) { Spacer(Modifier.weight(1f)) }
            }
        }
    }
}

@Composable
private fun Boxed(card: Card, compact: Boolean, modifier: Modifier = Modifier) {
    val palette = LocalPalette.current
    val border = if (card.now) BorderStroke(3.dp, palette.brand) else BorderStroke(1.dp, palette.line)
    Panel(modifier, border) { CardBody(card, compact, Modifier.weight(1f, fill = false)) }
}
