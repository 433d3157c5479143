package app.whatmatters.ui.fields

import androidx.compose.runtime.Composable
import app.whatmatters.types.ChoiceField
import app.whatmatters.types.Icon

/** One of the people of the record: a choice of one. */
@Composable
internal fun PersonQuestion(form: String, field: ChoiceField, spot: Spot) =
    ChoiceQuestion(form, field.copy(choices = field.choices.map { it.copy(icon = it.icon ?: Icon.PERSON) }), spot)
