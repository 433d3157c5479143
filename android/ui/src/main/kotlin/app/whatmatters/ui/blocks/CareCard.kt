package app.whatmatters.ui

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

private class CareLook(val spoken: String, val icon: Icon, val ground: Color, val ink: Color, val edge: Color)

private fun look(urgency: Urgency, palette: Colours): CareLook = when (urgency) {
    Urgency.NONURGENT -> CareLook(Words.NON_URGENT, Icon.INFO, palette.brandSoft, palette.brandOnSoft, palette.brand)
    Urgency.URGENT -> CareLook(Words.URGENT, Icon.WARNING, palette.amberSoft, palette.amberInk, palette.amber)
    Urgency.EMERGENCY -> CareLook(Words.EMERGENCY, Icon.PHONE, palette.alarm, Color.White, palette.alarm)
}

/** What to do about a symptom or a danger, by urgency. */
@Composable
internal fun CareCardBlock(card: CareCard) {
    val look = look(card.urgency, LocalPalette.current)
    Panel(border = BorderStroke(2.dp, look.edge)) {
        Beside(12.dp, Modifier.fillMaxWidth().background(look.ground).padding(horizontal = 18.dp, vertical = 14.dp)) {
            PageIcon(look.icon, size = 28.dp, tint = look.ink)
            Titled(card.title, modifier = Modifier.semantics { contentDescription = "${look.spoken}: ${card.title}" }, color = look.ink)
        }
        Column(Modifier.padding(18.dp), Arrangement.spacedBy(12.dp)) {
            Paragraphs(card.text)
            if (card.items.isNotEmpty()) Dots(card.items)
            ButtonRow(card.actions)
        }
    }
}
