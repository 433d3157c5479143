package app.whatmatters.ui.fields

import androidx.compose.runtime.Composable
import app.whatmatters.types.Input
import app.whatmatters.types.NumberField

/** A number with its unit. */
@Composable
internal fun NumberQuestion(form: String, field: NumberField, spot: Spot) = Marked(field.question) {
    val draft = rememberDraft(form, field.question.id, field.value, Input::Text)
    Line(field.question, draft, spot, figure(field.decimals, after = field.unit))
}
