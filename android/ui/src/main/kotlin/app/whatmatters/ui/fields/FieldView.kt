package app.whatmatters.ui.fields

import androidx.compose.runtime.Composable
import app.whatmatters.types.Field
import app.whatmatters.types.Question

/** One question of a form. Without `else`: a field that has no view does not compile. */
@Composable
fun FieldView(form: String, field: Field, spot: Spot): Unit = when (field) {
    is Field.Text -> TextQuestion(form, field.value, spot)
    is Field.LongText -> LongTextQuestion(form, field.value, spot)
    is Field.Number -> NumberQuestion(form, field.value, spot)
    is Field.Money -> MoneyQuestion(form, field.value, spot)
    is Field.Date -> DateQuestion(form, field.value, spot)
    is Field.Time -> TimeQuestion(form, field.value, spot)
    is Field.Choice -> ChoiceQuestion(form, field.value, spot)
    is Field.Choices -> ChoicesQuestion(form, field.value, spot)
    is Field.Search -> SearchQuestion(form, field.value, spot)
    is Field.Scale -> ScaleQuestion(form, field.value, spot)
    is Field.File -> FileQuestion(form, field.value, spot)
    is Field.Person -> PersonQuestion(form, field.value, spot)
}

internal fun questionOf(field: Field): Question = when (field) {
    is Field.Text -> field.value.question
    is Field.LongText -> field.value.question
    is Field.Number -> field.value.question
    is Field.Money -> field.value.question
    is Field.Date -> field.value.question
    is Field.Time -> field.value.question
    is Field.Choice -> field.value.question
    is Field.Choices -> field.value.question
    is Field.Search -> field.value.question
    is Field.Scale -> field.value.question
    is Field.File -> field.value.question
    is Field.Person -> field.value.question
}
