package app.whatmatters.ui.blocks

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.GridCell
import app.whatmatters.types.GridOption
import app.whatmatters.types.OptionsGrid
import app.whatmatters.types.Tag
import app.whatmatters.types.Tone
import app.whatmatters.ui.Words
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.LocalPalette

/**
 * Options beside each other, by what matters. Each is complete in itself, so
 * that it reads well one below another where there is no room for more.
 */
@Composable
internal fun OptionsGridBlock(grid: OptionsGrid) = Column(verticalArrangement = Arrangement.spacedBy(12.dp)) {
    Titled(grid.caption)
    BoxWithConstraints {
        val wide = maxWidth > 220.dp * grid.options.size * LocalDensity.current.fontScale
        if (wide) Row(Modifier.height(IntrinsicSize.Min), Arrangement.spacedBy(14.dp)) {
            grid.options.forEach { Option(it, grid.criteria, Modifier.weight(1f).fillMaxHeight()) }
        } else Column(verticalArrangement = Arrangement.spacedBy(14.dp)) {
            grid.options.forEach { Option(it, grid.criteria) }
        }
    }
}

@Composable
private fun Option(option: GridOption, criteria: List<String>, modifier: Modifier = Modifier) {
    val palette = LocalPalette.current
    Panel(
        modifier.semantics { selected = option.chosen },
        if (option.chosen) BorderStroke(3.dp, palette.brand) else BorderStroke(1.dp, palette.line),
    ) {
        Column(Modifier.padding(20.dp), Arrangement.spacedBy(14.dp)) {
            FlowRow(
                Modifier.semantics(mergeDescendants = true) {},
                horizontalArrangement = Arrangement.spacedBy(12.dp),
                verticalArrangement = Arrangement.spacedBy(4.dp),
            ) {
                Text(option.name, style = MaterialTheme.typography.titleMedium)
                if (option.chosen) TagView(Tag(Words.CHOSEN, Tone.BRAND))
            }
            criteria.zip(option.cells).forEach { (criterion, cell) -> Meaning(criterion, cell) }
            option.button?.let { ButtonView(it) }
        }
    }
}

@Composable
private fun Meaning(criterion: String, cell: GridCell) =
    Column(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(2.dp)) {
        Quiet(criterion)
        cell.frequency?.let { IconArray(it, Modifier.padding(vertical = 6.dp)) }
        Text(cell.text)
        cell.source?.let { Quiet(it) }
    }
