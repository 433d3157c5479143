package app.whatmatters.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.selection.*
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.*
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** One of a few. */
@Composable
internal fun ChoiceQuestion(form: String, field: ChoiceField, spot: Spot) = Choosing(form, field, spot, many = false)

/** Any of a few. */
@Composable
internal fun ChoicesQuestion(form: String, field: ChoiceField, spot: Spot) = Choosing(form, field, spot, many = true)

/** One of the people of the record. */
@Composable
internal fun PersonQuestion(form: String, field: ChoiceField, spot: Spot) =
    ChoiceQuestion(form, field.copy(choices = field.choices.map { it.copy(icon = it.icon ?: Icon.PERSON) }), spot)

@Composable
private fun Choosing(form: String, field: ChoiceField, spot: Spot, many: Boolean) = Grouped(field.question) {
    val draft = rememberDraft(form, field.question.id, field.choices.filter { it.chosen }.map { it.value }, Input::Chosen)
    Column(if (many) Modifier else Modifier.selectableGroup(), Arrangement.spacedBy(10.dp)) {
        field.choices.forEachIndexed { at, choice ->
            val on = choice.value in draft.value
            Option(choice, many, on, Modifier.first(at, spot)) {
                val next = if (!many) listOf(choice.value) else if (on) draft.value - choice.value else draft.value + choice.value
                // In the order of the choices, whatever the order of pressing.
                draft.choose(field.choices.map { it.value }.filter { it in next })
            }
        }
    }
}

/** The first of several controls is where the way from what is wrong leads. */
internal fun Modifier.first(at: Int, spot: Spot): Modifier = if (at == 0) focusRequester(spot.focus) else this

/** One choice with its circle, or with its box where [many] may be chosen. The whole row is pressed. */
@Composable
private fun Option(choice: Choice, many: Boolean, chosen: Boolean, modifier: Modifier = Modifier, choose: () -> Unit) {
    val palette = LocalPalette.current
    val source = remember { MutableInteractionSource() }
    val border = if (chosen) BorderStroke(2.dp, palette.brand) else BorderStroke(1.dp, palette.edge)
    val ground = if (chosen) palette.brandSoft else palette.card
    Surface(modifier.fillMaxWidth().focusRing(source, 12.dp), RoundSmall, ground, palette.ink, border = border) {
        val pressed = if (many) Modifier.toggleable(chosen, source, ripple(), role = Role.Checkbox) { choose() }
        else Modifier.selectable(chosen, source, ripple(), role = Role.RadioButton, onClick = choose)
        Beside(12.dp, pressed.heightIn(min = 56.dp).padding(horizontal = 14.dp, vertical = 10.dp)) {
            // Pressed by the row around it.
            if (many) Checkbox(chosen, onCheckedChange = null) else RadioButton(chosen, onClick = null)
            ChoiceWords(choice)
        }
    }
}

@Composable
internal fun RowScope.ChoiceWords(choice: Choice) {
    choice.icon?.let { PageIcon(it, tint = LocalPalette.current.brand) }
    Column(Modifier.weight(1f)) {
        Text(choice.label)
        choice.hint?.let { Quiet(it) }
    }
}
