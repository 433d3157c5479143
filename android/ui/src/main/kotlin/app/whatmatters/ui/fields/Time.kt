package app.whatmatters.ui.fields

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp
import app.whatmatters.types.ButtonStyle
import app.whatmatters.types.Icon
import app.whatmatters.types.Input
import app.whatmatters.types.TimeField
import app.whatmatters.ui.Words
import app.whatmatters.ui.parts.*

/** A time of day: typed, or picked with Material's own control. */
@Composable
internal fun TimeQuestion(form: String, field: TimeField, spot: Spot) = Marked(field.question) {
    val draft = rememberDraft(form, field.question.id, field.value, Input::Text)
    var picking by remember { mutableStateOf(false) }
    Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
        Line(
            field.question,
            draft,
            spot,
            LineLook(136.dp, keyboard = KeyboardOptions(autoCorrectEnabled = false, keyboardType = KeyboardType.Text)),
        )
        Pressable(ButtonStyle.QUIET, press = { picking = true }) {
            PageIcon(Icon.CLOCK)
            Text(Words.PICK_TIME, style = MaterialTheme.typography.labelLarge)
        }
    }
    if (picking) Picker(draft) { picking = false }
}

@Composable
private fun Picker(draft: Draft<String>, close: () -> Unit) {
    val typed = draft.value.split(':').mapNotNull(String::toIntOrNull)
    val time = rememberTimePickerState(
        initialHour = typed.getOrElse(0) { 0 }.coerceIn(0, 23),
        initialMinute = typed.getOrElse(1) { 0 }.coerceIn(0, 59),
        is24Hour = true,
    )
    AlertDialog(
        onDismissRequest = close,
        confirmButton = {
            TextButton({
                // As the core reads it: HH:MM.
                draft.choose("%02d:%02d".format(java.util.Locale.ROOT, time.hour, time.minute))
                close()
            }) { Text(Words.SET_TIME, style = MaterialTheme.typography.labelLarge) }
        },
        dismissButton = { TextButton(close) { Text(Words.CANCEL, style = MaterialTheme.typography.labelLarge) } },
        text = { Column(Modifier.verticalScroll(rememberScrollState())) { TimeInput(time) } },
    )
}
