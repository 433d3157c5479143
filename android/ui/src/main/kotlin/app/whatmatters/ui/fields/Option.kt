package app.whatmatters.ui.fields

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.selection.*
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.*
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Choice
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.*

/** One choice with its circle, or with its box where [many] may be chosen. The whole row is pressed. */
@Composable
internal fun Option(choice: Choice, many: Boolean, chosen: Boolean, modifier: Modifier = Modifier, choose: () -> Unit) {
    val palette = LocalPalette.current
    val source = remember { MutableInteractionSource() }
    Surface(
        modifier.fillMaxWidth().focusRing(source, 12.dp),
        RoundSmall,
        if (chosen) palette.brandSoft else palette.card,
        palette.ink,
        border = if (chosen) BorderStroke(2.dp, palette.brand) else BorderStroke(1.dp, palette.edge),
    ) {
        val pressed = if (many) Modifier.toggleable(chosen, source, ripple(), role = Role.Checkbox) { choose() }
        else Modifier.selectable(chosen, source, ripple(), role = Role.RadioButton, onClick = choose)
        Row(
            pressed.heightIn(min = 56.dp).padding(horizontal = 14.dp, vertical = 10.dp),
            Arrangement.spacedBy(12.dp),
            Alignment.CenterVertically,
        ) {
            // Pressed by the row around it.
            if (many) Checkbox(chosen, onCheckedChange = null) else RadioButton(chosen, onClick = null)
            choice.icon?.let { PageIcon(it, tint = palette.brand) }
            Column(Modifier.weight(1f)) {
                Text(choice.label)
                choice.hint?.let { Quiet(it) }
            }
        }
    }
}
