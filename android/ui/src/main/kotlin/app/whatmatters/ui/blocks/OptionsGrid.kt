package app.whatmatters.ui

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*
import kotlin.math.*

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
            grid.options.forEach { OneOption(it, grid.criteria, Modifier.weight(1f).fillMaxHeight()) }
        } else Column(verticalArrangement = Arrangement.spacedBy(14.dp)) { grid.options.forEach { OneOption(it, grid.criteria) } }
    }
}

@Composable
private fun OneOption(option: GridOption, criteria: List<String>, modifier: Modifier = Modifier) {
    Panel(modifier.semantics { selected = option.chosen }, edge(option.chosen)) {
        Column(Modifier.padding(20.dp), Arrangement.spacedBy(14.dp)) {
            Wrapped(12.dp, Modifier.semantics(mergeDescendants = true) {}, down = 4.dp) {
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

/** So many of so many, as that many dots, the ones meant filled and first. */
@Composable
internal fun IconArray(frequency: Frequency, modifier: Modifier = Modifier) {
    val all = frequency.outOf.toInt()
    val across = if (all <= 100) 10 else ceil(sqrt(all / 2.0)).toInt() * 2
    val down = (all + across - 1) / across
    val palette = LocalPalette.current
    val told = modifier.width(144.dp).aspectRatio(across.toFloat() / down.coerceAtLeast(1)).semantics {
        role = Role.Image
        contentDescription = Words.frequency(frequency.ofThem, frequency.outOf)
    }
    Canvas(told) {
        val step = size.width / across
        repeat(all) { at ->
            val centre = Offset((at % across + 0.5f) * step, (at / across + 0.5f) * step)
            if (at < frequency.ofThem.toInt()) drawCircle(palette.brand, step * 0.38f, centre)
            else drawCircle(palette.edge, step * 0.34f, centre, style = Stroke(step * 0.1f))
        }
    }
}
