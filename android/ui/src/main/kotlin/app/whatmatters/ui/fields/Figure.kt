package app.whatmatters.ui

import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** A number with its unit. */
@Composable
internal fun NumberQuestion(form: String, field: NumberField, spot: Spot) =
    Figure(form, field.question, field.value, spot, field.decimals, after = field.unit)

/** An amount in pounds. */
@Composable
internal fun MoneyQuestion(form: String, field: MoneyField, spot: Spot) =
    Figure(form, field.question, field.value, spot, decimals = true, before = Words.POUNDS)

/** Typed as text, because what cannot be read is the core's to say. */
@Composable
private fun Figure(
    form: String, question: Question, value: String, spot: Spot, decimals: Boolean, before: String? = null, after: String? = null,
) = Marked(question) {
    val draft = rememberDraft(form, question.id, value, Input::Text)
    val keyboard = if (decimals) KeyboardType.Decimal else KeyboardType.Number
    val look = LineLook(136.dp, keyboard = KeyboardOptions(autoCorrectEnabled = false, keyboardType = keyboard), before = before, after = after)
    Line(question, draft, spot, look)
}
