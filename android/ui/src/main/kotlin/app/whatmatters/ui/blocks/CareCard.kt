package app.whatmatters.ui.blocks

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.CareCard
import app.whatmatters.types.Icon
import app.whatmatters.types.Urgency
import app.whatmatters.ui.Words
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.*

private class CareLook(val spoken: String, val icon: Icon, val ground: Color, val ink: Color, val edge: Color)

private fun look(urgency: Urgency, palette: Colours): CareLook = when (urgency) {
    Urgency.NONURGENT ->
        CareLook(Words.NON_URGENT, Icon.INFO, palette.brandSoft, palette.brandOnSoft, palette.brand)
    Urgency.URGENT ->
        CareLook(Words.URGENT, Icon.WARNING, palette.amberSoft, palette.amberInk, palette.amber)
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
