package app.whatmatters.ui.fields

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.*
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Input
import app.whatmatters.types.ScaleField
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.*

/** A row of numbers to press, with what the first and the last mean. */
@Composable
internal fun ScaleQuestion(form: String, field: ScaleField, spot: Spot) = Grouped(field.question) {
    val draft = rememberDraft(form, field.question.id, field.value) { Input.Text(it?.toString().orEmpty()) }
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        FlowRow(
            Modifier.selectableGroup(),
            horizontalArrangement = Arrangement.spacedBy(8.dp),
            verticalArrangement = Arrangement.spacedBy(8.dp),
        ) {
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
    val source = remember { MutableInteractionSource() }
    Surface(
        chosen,
        choose,
        modifier.semantics { role = Role.RadioButton }.focusRing(source, 12.dp),
        shape = RoundSmall,
        color = if (chosen) palette.brand else palette.card,
        contentColor = if (chosen) palette.onBrand else palette.ink,
        border = BorderStroke(if (chosen) 2.dp else 1.dp, if (chosen) palette.brand else palette.edge),
        interactionSource = source,
    ) {
        Box(Modifier.sizeIn(minWidth = 52.dp, minHeight = 52.dp), Alignment.Center) {
            val spoken = if (meaning.isEmpty()) "$number" else "$number, $meaning"
            Text("$number", Modifier.semantics { contentDescription = spoken }, style = MaterialTheme.typography.labelLarge)
        }
    }
}
