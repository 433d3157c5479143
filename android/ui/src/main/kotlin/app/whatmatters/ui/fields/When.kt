package app.whatmatters.ui

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.*
import app.whatmatters.types.*

/** A day, as three boxes: quicker than a picker for a day that is known. */
@Composable
internal fun DateQuestion(form: String, field: DateField, spot: Spot) = Grouped(field.question) {
    val draft = rememberDraft(form, field.question.id, field.value, Input::Date)
    Wrapped(14.dp, down = 8.dp) {
        Part(Words.DAY, 72.dp, draft, DateInput::day, spot) { day -> copy(day = day) }
        Part(Words.MONTH, 72.dp, draft, DateInput::month) { month -> copy(month = month) }
        Part(Words.YEAR, 96.dp, draft, DateInput::year) { year -> copy(year = year) }
    }
}

@Composable
private fun Part(
    label: String, width: Dp, draft: Draft<DateInput>, part: (DateInput) -> String, spot: Spot? = null, with: DateInput.(String) -> DateInput,
) {
    val look = LineLook(width, keyboard = KeyboardOptions(keyboardType = KeyboardType.Number), small = true)
    Line(Question("", label, null, null, false), part(draft.value), { draft.type(draft.value.with(it)) }, draft::flush, spot, look)
}

/** A time of day: typed, or picked with Material's own control. */
@Composable
internal fun TimeQuestion(form: String, field: TimeField, spot: Spot) = Marked(field.question) {
    val draft = rememberDraft(form, field.question.id, field.value, Input::Text)
    var picking by remember { mutableStateOf(false) }
    Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
        val keyboard = KeyboardOptions(autoCorrectEnabled = false, keyboardType = KeyboardType.Text)
        Line(field.question, draft, spot, LineLook(136.dp, keyboard = keyboard))
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
