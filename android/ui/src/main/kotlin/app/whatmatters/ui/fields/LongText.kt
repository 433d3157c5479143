package app.whatmatters.ui.fields

import androidx.compose.foundation.layout.*
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Input
import app.whatmatters.types.LongTextField
import app.whatmatters.ui.Words
import app.whatmatters.ui.theme.LocalPalette

/** The count is said once this much of the room is used. */
private const val NEAR = 0.75

/** Several lines of text, with a count near the end. */
@Composable
internal fun LongTextQuestion(form: String, field: LongTextField, spot: Spot) = Marked(field.question) {
    val draft = rememberDraft(form, field.question.id, field.value, Input::Text)
    // As the core counts: characters, not the halves that the JVM counts.
    val left = field.max.toInt() - draft.value.codePointCount(0, draft.value.length)
    Column(verticalArrangement = Arrangement.spacedBy(6.dp)) {
        val lines = maxOf(field.rows.toInt(), 2)
        Line(field.question, draft, spot, LineLook(lines = lines, keyboard = KeyboardOptions(KeyboardCapitalization.Sentences)))
        if (left < field.max.toInt() * (1 - NEAR)) Text(
            if (left < 0) Words.charactersOver(-left) else Words.charactersLeft(left),
            Modifier.semantics { liveRegion = LiveRegionMode.Polite },
            color = if (left < 0) LocalPalette.current.redInk else LocalPalette.current.quiet,
            style = MaterialTheme.typography.bodyMedium,
        )
    }
}
