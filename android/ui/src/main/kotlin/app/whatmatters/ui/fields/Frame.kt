package app.whatmatters.ui.fields

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Question
import app.whatmatters.ui.Words
import app.whatmatters.ui.parts.Quiet
import app.whatmatters.ui.theme.LocalPalette

/** The question, its help, what is wrong: above a control, and inside it for a screen reader. */
@Composable
internal fun QuestionWords(question: Question, modifier: Modifier = Modifier, saysError: Boolean = true) = Column(modifier, Arrangement.spacedBy(4.dp)) {
    Text(question.label, style = MaterialTheme.typography.titleMedium)
    question.hint?.let { Quiet(it) }
    question.error?.let {
        Text(
            it,
            // A control for typing says it itself.
            Modifier.clearAndSetSemantics { if (saysError) contentDescription = "${Words.ERROR} $it" },
            color = LocalPalette.current.redInk,
            style = MaterialTheme.typography.titleSmall,
        )
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
