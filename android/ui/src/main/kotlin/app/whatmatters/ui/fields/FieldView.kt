package app.whatmatters.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

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

/** The question, its help, what is wrong: above a control, and inside it for a screen reader. */
@Composable
internal fun QuestionWords(question: Question, modifier: Modifier = Modifier, saysError: Boolean = true) = Column(modifier, Arrangement.spacedBy(4.dp)) {
    Text(question.label, style = MaterialTheme.typography.titleMedium)
    question.hint?.let { Quiet(it) }
    question.error?.let {
        // A control for typing says it itself.
        val told = Modifier.clearAndSetSemantics { if (saysError) contentDescription = "${Words.ERROR} $it" }
        Text(it, told, LocalPalette.current.redInk, style = MaterialTheme.typography.titleSmall)
    }
}

/** A red bar beside what is wrong. */
@Composable
internal fun Marked(question: Question, content: @Composable () -> Unit) {
    if (question.error == null) return content()
    Row(Modifier.height(IntrinsicSize.Min)) {
        Box(Modifier.width(5.dp).fillMaxHeight().background(LocalPalette.current.red))
        Box(Modifier.padding(start = 14.dp)) { content() }
    }
}

/** Around several controls: the question is read first, as their heading. */
@Composable
internal fun Grouped(question: Question, content: @Composable () -> Unit) = Marked(question) {
    Column(Modifier.semantics { isTraversalGroup = true }, Arrangement.spacedBy(10.dp)) {
        QuestionWords(question, Modifier.semantics(mergeDescendants = true) { heading() })
        content()
    }
}

/** Where the first control of a question is, for the way from what is wrong to it. */
class Spot {
    internal val focus = FocusRequester()

    internal fun goTo() {
        // A question may have nothing to focus on: it is then at least said what is wrong.
        runCatching { focus.requestFocus() }
    }
}

/** The spots of a form, by question. */
internal class Spots {
    private val spots = HashMap<String, Spot>()

    fun of(question: String): Spot = spots.getOrPut(question) { Spot() }
}
