package app.whatmatters.ui.fields

import androidx.compose.foundation.layout.*
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.input.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.ButtonStyle
import app.whatmatters.types.Icon
import app.whatmatters.types.Input
import app.whatmatters.types.TextField
import app.whatmatters.types.TextPurpose
import app.whatmatters.ui.*
import app.whatmatters.ui.parts.*

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
