package app.whatmatters.ui

import androidx.compose.foundation.layout.*
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** One of many, found by typing. What fits stands below, to be pressed. */
@Composable
internal fun SearchQuestion(form: String, field: SearchField, spot: Spot) = Marked(field.question) {
    val desk = LocalDesk.current
    val draft = rememberDraft(form, field.question.id, field.value, Input::Text)
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        val look = LineLook(keyboard = KeyboardOptions(autoCorrectEnabled = false, imeAction = ImeAction.Search), icon = Icon.SEARCH)
        Line(field.question, draft, spot, look)
        if (field.value.isNotEmpty()) Count(Words.found(field.found.size))
        if (field.found.isNotEmpty()) Panel {
            Lined(field.found) { choice ->
                Found(choice) {
                    draft.flush()
                    desk.input(form, field.question.id, Input.Chosen(listOf(choice.value)))
                }
            }
        }
    }
}

@Composable
private fun Found(choice: Choice, pick: () -> Unit) {
    val frame = Modifier.fillMaxWidth().semantics { selected = choice.chosen }.pressed(press = pick)
    Beside(12.dp, frame.heightIn(min = 56.dp).padding(horizontal = 18.dp, vertical = 10.dp)) {
        ChoiceWords(choice)
        if (choice.chosen) PageIcon(Icon.CHECK, tint = LocalPalette.current.brand)
    }
}
