package app.whatmatters.ui.fields

import androidx.compose.foundation.layout.*
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Choice
import app.whatmatters.types.Icon
import app.whatmatters.types.Input
import app.whatmatters.types.SearchField
import app.whatmatters.ui.*
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.LocalPalette

/** One of many, found by typing. What fits stands below, to be pressed. */
@Composable
internal fun SearchQuestion(form: String, field: SearchField, spot: Spot) = Marked(field.question) {
    val desk = LocalDesk.current
    val draft = rememberDraft(form, field.question.id, field.value, Input::Text)
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        val look = LineLook(keyboard = KeyboardOptions(autoCorrectEnabled = false, imeAction = ImeAction.Search), icon = Icon.SEARCH)
        Line(field.question, draft, spot, look)
        if (field.value.isNotEmpty()) Text(
            Words.found(field.found.size),
            Modifier.semantics { liveRegion = LiveRegionMode.Polite },
            color = LocalPalette.current.quiet,
            style = MaterialTheme.typography.bodyMedium,
        )
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
private fun Found(choice: Choice, pick: () -> Unit) = Row(
    Modifier.fillMaxWidth()
        .semantics { selected = choice.chosen }
        .pressed(press = pick)
        .heightIn(min = 56.dp)
        .padding(horizontal = 18.dp, vertical = 10.dp),
    Arrangement.spacedBy(12.dp),
    Alignment.CenterVertically,
) {
    val palette = LocalPalette.current
    choice.icon?.let { PageIcon(it, tint = palette.brand) }
    Column(Modifier.weight(1f)) {
        Text(choice.label)
        choice.hint?.let { Quiet(it) }
    }
    if (choice.chosen) PageIcon(Icon.CHECK, tint = palette.brand)
}
