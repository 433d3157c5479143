package app.whatmatters.ui.fields

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.Checkbox
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.ripple
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Choice
import app.whatmatters.ui.parts.PageIcon
import app.whatmatters.ui.parts.Quiet
import app.whatmatters.ui.parts.focusRing
import app.whatmatters.ui.theme.LocalPalette
import app.whatmatters.ui.theme.RoundSmall

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
