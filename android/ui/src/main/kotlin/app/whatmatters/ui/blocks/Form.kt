package app.whatmatters.ui

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.relocation.*
import androidx.compose.runtime.*
import androidx.compose.ui.*
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Form

/**
 * Questions to answer. What is wrong is said at the top, with ways to the
 * questions, and again at each of them.
 */
@Composable
internal fun FormBlock(form: Form) {
    val spots = remember(form.id) { Spots() }
    var sent by remember(form.id) { mutableIntStateOf(0) }
    Column(verticalArrangement = Arrangement.spacedBy(26.dp)) {
        form.problem?.let { Problem(it, form, spots, sent) }
        form.fields.forEach { field ->
            key(questionOf(field).id) { FieldView(form.id, field, spots.of(questionOf(field).id)) }
        }
        ButtonRow(form.buttons, pressed = { sent++ })
    }
}

/** The summary of errors. Comes into view when it appears, and when the form was [sent] again in vain. */
@Composable
private fun Problem(problem: String, form: Form, spots: Spots, sent: Int) {
    val palette = LocalPalette.current
    val place = remember { BringIntoViewRequester() }
    LaunchedEffect(problem, sent) {
        // What was there from the start is not news.
        if (sent == 0) return@LaunchedEffect
        // It has no place before its first frame.
        withFrameNanos {}
        place.bringIntoView()
    }
    val told = Modifier.bringIntoViewRequester(place).semantics { liveRegion = LiveRegionMode.Assertive }
    Panel(told, BorderStroke(3.dp, palette.red)) {
        Column(Modifier.padding(horizontal = 20.dp, vertical = 16.dp)) {
            Titled(problem)
            form.fields.map(::questionOf).forEach { question ->
                val error = question.error ?: return@forEach
                Box(Modifier.pressed { spots.of(question.id).goTo() }.heightIn(min = Reach), Alignment.CenterStart) {
                    Lead(error, color = palette.redInk)
                }
            }
        }
    }
}
