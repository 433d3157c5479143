package app.whatmatters.ui.blocks

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.whatmatters.types.CareCard
import app.whatmatters.types.Icon
import app.whatmatters.types.Urgency
import app.whatmatters.ui.Words
import app.whatmatters.ui.parts.ButtonRow
import app.whatmatters.ui.parts.Dots
import app.whatmatters.ui.parts.PageIcon
import app.whatmatters.ui.parts.Panel
import app.whatmatters.ui.parts.Paragraphs
import app.whatmatters.ui.theme.LocalPalette
import app.whatmatters.ui.theme.Palette

private class CareLook(val spoken: String, val icon: Icon, val ground: Color, val ink: Color, val edge: Color)

private fun look(urgency: Urgency, palette: Palette): CareLook = when (urgency) {
    Urgency.NONURGENT ->
        CareLook(Words.NON_URGENT, Icon.INFO, palette.brandSoft, palette.brandOnSoft, palette.brand)
    Urgency.URGENT ->
        CareLook(Words.URGENT, Icon.WARNING, palette.amber.soft, palette.amber.ink, palette.amber.strong)
    Urgency.EMERGENCY ->
        CareLook(Words.EMERGENCY, Icon.PHONE, palette.alarm, Color.White, palette.alarm)
}

/** What to do about a symptom or a danger, by urgency. */
@Composable
internal fun CareCardBlock(card: CareCard) {
    val look = look(card.urgency, LocalPalette.current)
    Panel(border = BorderStroke(2.dp, look.edge)) {
        Row(
            Modifier.fillMaxWidth().background(look.ground).padding(horizontal = 18.dp, vertical = 14.dp),
            Arrangement.spacedBy(12.dp),
            Alignment.CenterVertically,
        ) {
            PageIcon(look.icon, size = 28.dp, tint = look.ink)
            Text(
                card.title,
                Modifier.semantics {
                    heading()
                    contentDescription = "${look.spoken}: ${card.title}"
                },
                color = look.ink,
                style = MaterialTheme.typography.headlineSmall,
            )
        }
        Column(Modifier.padding(18.dp), Arrangement.spacedBy(12.dp)) {
            Paragraphs(card.text)
            if (card.items.isNotEmpty()) Dots(card.items)
            ButtonRow(card.actions)
        }
    }
}
