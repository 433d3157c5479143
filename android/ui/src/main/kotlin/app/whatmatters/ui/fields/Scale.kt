package app.whatmatters.ui

import androidx.compose.foundation.layout.*
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.*
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** A row of numbers to press, with what the first and the last mean. */
@Composable
internal fun ScaleQuestion(form: String, field: ScaleField, spot: Spot) = Grouped(field.question) {
    val draft = rememberDraft(form, field.question.id, field.value) { Input.Text(it?.toString().orEmpty()) }
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Wrapped(8.dp, Modifier.selectableGroup()) {
            (field.from..field.to).forEachIndexed { at, number ->
                val meaning = when (number) {
                    field.from -> field.fromLabel
                    field.to -> field.toLabel
                    else -> ""
                }
                Number(number, meaning, number == draft.value, Modifier.first(at, spot)) { draft.choose(number) }
            }
        }
        // Each end says its meaning itself.
        Column(Modifier.clearAndSetSemantics {}) {
            Quiet("${field.from}: ${field.fromLabel}")
            Quiet("${field.to}: ${field.toLabel}")
        }
    }
}

@Composable
private fun Number(number: Int, meaning: String, chosen: Boolean, modifier: Modifier, choose: () -> Unit) {
    val palette = LocalPalette.current
    val (ground, ink) = if (chosen) palette.brand to palette.onBrand else palette.card to palette.ink
    Pick(chosen, choose, 12.dp, ground, ink, modifier) {
        Box(Modifier.sizeIn(minWidth = 52.dp, minHeight = 52.dp), Alignment.Center) {
            val spoken = if (meaning.isEmpty()) "$number" else "$number, $meaning"
            Text("$number", Modifier.semantics { contentDescription = spoken }, style = MaterialTheme.typography.labelLarge)
        }
    }
}
