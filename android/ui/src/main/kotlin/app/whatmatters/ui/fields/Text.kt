package app.whatmatters.ui

import androidx.compose.foundation.layout.*
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.input.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** One line of text. */
@Composable
internal fun TextQuestion(form: String, field: TextField, spot: Spot) = Marked(field.question) {
    val draft = rememberDraft(form, field.question.id, field.value, Input::Text)
    val secret = field.purpose == TextPurpose.PASSWORD || field.purpose == TextPurpose.NEWPASSWORD
    var shown by remember { mutableStateOf(false) }
    val look = LineLook(
        keyboard = keyboard(field.purpose),
        hidden = if (secret && !shown) PasswordVisualTransformation() else VisualTransformation.None,
    )
    Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
        Line(field.question, draft, spot, look, LocalDesk.current.asks.filling(field.purpose))
        if (secret) Pressable(ButtonStyle.QUIET, press = { shown = !shown }) {
            PageIcon(Icon.EYE)
            Text(
                if (shown) Words.HIDE else Words.SHOW,
                Modifier.spoken(if (shown) Words.HIDE_PASSWORD else Words.SHOW_PASSWORD),
                style = MaterialTheme.typography.labelLarge,
            )
        }
    }
}

private fun keyboard(purpose: TextPurpose): KeyboardOptions = when (purpose) {
    TextPurpose.PLAIN -> KeyboardOptions(KeyboardCapitalization.Sentences)
    TextPurpose.USERNAME -> KeyboardOptions(KeyboardCapitalization.None, autoCorrectEnabled = false)
    TextPurpose.PASSWORD, TextPurpose.NEWPASSWORD ->
        KeyboardOptions(KeyboardCapitalization.None, autoCorrectEnabled = false, KeyboardType.Password)
    TextPurpose.NAME -> KeyboardOptions(KeyboardCapitalization.Words, autoCorrectEnabled = false)
    TextPurpose.CODE -> KeyboardOptions(KeyboardCapitalization.Characters, autoCorrectEnabled = false)
    TextPurpose.ADDRESS -> KeyboardOptions(KeyboardCapitalization.None, autoCorrectEnabled = false, KeyboardType.Uri)
}

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
        if (left < 0) Count(Words.charactersOver(-left), LocalPalette.current.redInk)
        else if (left < field.max.toInt() * (1 - NEAR)) Count(Words.charactersLeft(left))
    }
}

/** Said when it changes. */
@Composable
internal fun Count(words: String, color: Color = LocalPalette.current.quiet) =
    Text(words, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, color, style = MaterialTheme.typography.bodyMedium)
