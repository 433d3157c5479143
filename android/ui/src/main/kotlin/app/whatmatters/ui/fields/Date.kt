package app.whatmatters.ui.fields

import androidx.compose.foundation.layout.*
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.*
import app.whatmatters.types.DateField
import app.whatmatters.types.DateInput
import app.whatmatters.types.Input
import app.whatmatters.types.Question
import app.whatmatters.ui.Words

/** A day, as three boxes: quicker than a picker for a day that is known. */
@Composable
internal fun DateQuestion(form: String, field: DateField, spot: Spot) = Grouped(field.question) {
    val draft = rememberDraft(form, field.question.id, field.value, Input::Date)
    FlowRow(horizontalArrangement = Arrangement.spacedBy(14.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Part(Words.DAY, 72.dp, draft, DateInput::day, spot) { day -> copy(day = day) }
        Part(Words.MONTH, 72.dp, draft, DateInput::month) { month -> copy(month = month) }
        Part(Words.YEAR, 96.dp, draft, DateInput::year) { year -> copy(year = year) }
    }
}

@Composable
private fun Part(
    label: String,
    width: Dp,
    draft: Draft<DateInput>,
    part: (DateInput) -> String,
    spot: Spot? = null,
    with: DateInput.(String) -> DateInput,
) = Line(
    Question("", label, null, null, false),
    part(draft.value),
    { draft.type(draft.value.with(it)) },
    draft::flush,
    spot,
    LineLook(width, keyboard = KeyboardOptions(keyboardType = KeyboardType.Number), small = true),
)
