package app.whatmatters.ui.fields

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.isTraversalGroup
import androidx.compose.ui.semantics.semantics
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
            color = LocalPalette.current.red.ink,
            style = MaterialTheme.typography.titleSmall,
        )
    }
}

/** A red bar beside what is wrong. */
@Composable
internal fun Marked(question: Question, content: @Composable () -> Unit) {
    if (question.error == null) return content()
    Row(Modifier.height(IntrinsicSize.Min)) {
        Box(Modifier.width(5.dp).fillMaxHeight().background(LocalPalette.current.red.strong))
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
