package app.whatmatters.ui.blocks

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.relocation.BringIntoViewRequester
import androidx.compose.foundation.relocation.bringIntoViewRequester
import androidx.compose.foundation.ExperimentalFoundationApi
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.key
import androidx.compose.runtime.remember
import androidx.compose.runtime.withFrameNanos
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Form
import app.whatmatters.ui.fields.FieldView
import app.whatmatters.ui.fields.Spots
import app.whatmatters.ui.fields.questionOf
import app.whatmatters.ui.parts.ButtonRow
import app.whatmatters.ui.parts.Panel
import app.whatmatters.ui.parts.pressed
import app.whatmatters.ui.theme.LocalPalette
import app.whatmatters.ui.theme.Target

/**
 * Questions to answer. What is wrong is said at the top, with ways to the
 * questions, and again at each of them.
 */
@Composable
internal fun FormBlock(form: Form) {
    val spots = remember(form.id) { Spots() }
    Column(verticalArrangement = Arrangement.spacedBy(26.dp)) {
        form.problem?.let { Problem(it, form, spots) }
        form.fields.forEach { field ->
            key(questionOf(field).id) { FieldView(form.id, field, spots.of(questionOf(field).id)) }
        }
        ButtonRow(form.buttons)
    }
}

/** The summary of errors. Comes into view, and is read out, when it appears. */
@OptIn(ExperimentalFoundationApi::class)
@Composable
private fun Problem(problem: String, form: Form, spots: Spots) {
    val palette = LocalPalette.current
    val place = remember { BringIntoViewRequester() }
    LaunchedEffect(problem) {
        // It has no place before its first frame.
        withFrameNanos {}
        place.bringIntoView()
    }
    Panel(
        Modifier.bringIntoViewRequester(place).semantics { liveRegion = LiveRegionMode.Assertive },
        BorderStroke(3.dp, palette.red.strong),
    ) {
        Column(Modifier.padding(horizontal = 20.dp, vertical = 16.dp)) {
            Titled(problem)
            form.fields.map(::questionOf).forEach { question ->
                val error = question.error ?: return@forEach
                Box(
                    Modifier.pressed { spots.of(question.id).goTo() }.heightIn(min = Target),
                    Alignment.CenterStart,
                ) {
                    Text(
                        error,
                        color = palette.red.ink,
                        style = MaterialTheme.typography.titleSmall,
                        textDecoration = TextDecoration.Underline,
                    )
                }
            }
        }
    }
}
