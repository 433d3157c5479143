package app.whatmatters.ui.fields

import androidx.compose.foundation.layout.*
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.unit.dp
import app.whatmatters.types.ChoiceField
import app.whatmatters.types.Input

/** One of a few. */
@Composable
internal fun ChoiceQuestion(form: String, field: ChoiceField, spot: Spot) = Grouped(field.question) {
    val chosen = field.choices.filter { it.chosen }.map { it.value }
    val draft = rememberDraft(form, field.question.id, chosen, Input::Chosen)
    Column(Modifier.selectableGroup(), Arrangement.spacedBy(10.dp)) {
        field.choices.forEachIndexed { at, choice ->
            Option(choice, many = false, choice.value in draft.value, Modifier.first(at, spot)) {
                draft.choose(listOf(choice.value))
            }
        }
    }
}

/** The first of several controls is where the way from what is wrong leads. */
internal fun Modifier.first(at: Int, spot: Spot): Modifier = if (at == 0) focusRequester(spot.focus) else this
