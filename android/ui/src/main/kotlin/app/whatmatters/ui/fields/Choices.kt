package app.whatmatters.ui.fields

import androidx.compose.foundation.layout.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.whatmatters.types.ChoiceField
import app.whatmatters.types.Input

/** Any of a few. */
@Composable
internal fun ChoicesQuestion(form: String, field: ChoiceField, spot: Spot) = Grouped(field.question) {
    val chosen = field.choices.filter { it.chosen }.map { it.value }
    val draft = rememberDraft(form, field.question.id, chosen, Input::Chosen)
    Column(verticalArrangement = Arrangement.spacedBy(10.dp)) {
        field.choices.forEachIndexed { at, choice ->
            val on = choice.value in draft.value
            Option(choice, many = true, on, Modifier.first(at, spot)) {
                // In the order of the choices, whatever the order of pressing.
                val next = if (on) draft.value - choice.value else draft.value + choice.value
                draft.choose(field.choices.map { it.value }.filter { it in next })
            }
        }
    }
}
