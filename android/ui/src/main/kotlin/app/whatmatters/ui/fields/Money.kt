package app.whatmatters.ui.fields

import androidx.compose.runtime.Composable
import app.whatmatters.types.Input
import app.whatmatters.types.MoneyField
import app.whatmatters.ui.Words

/** An amount in pounds. */
@Composable
internal fun MoneyQuestion(form: String, field: MoneyField, spot: Spot) = Marked(field.question) {
    val draft = rememberDraft(form, field.question.id, field.value, Input::Text)
    Line(field.question, draft, spot, figure(decimals = true, before = Words.POUNDS))
}
