package app.whatmatters.ui

import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.*
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.*
import androidx.compose.ui.unit.*
import app.whatmatters.types.Table

/** The widths of a table's columns: each holds its longest word, and what is left goes to those that ask for more. */
internal class Widths(private val least: List<Dp>, private val wanted: List<Dp>) {
    /** None where a word would break. */
    fun within(room: Dp): List<Dp>? {
        val left = room - sum(least)
        if (left < 0.dp) return null
        val more = wanted.zip(least) { most, fewest -> maxOf(most - fewest, 1.dp) }
        return least.zip(more) { fewest, asked -> fewest + left * (asked / sum(more)) }
    }

    private fun sum(widths: List<Dp>): Dp = widths.fold(0.dp) { all, width -> all + width }
}

@Composable
internal fun rememberWidths(table: Table): Widths {
    val measurer = rememberTextMeasurer()
    val style = MaterialTheme.typography.titleSmall
    val density = LocalDensity.current
    return remember(table, density, style) {
        fun width(text: String): Dp = with(density) { measurer.measure(text, style).size.width.toDp() + 1.dp }
        // The longest by their letters alone are measured: a table may have a hundred rows.
        fun widest(texts: List<String>): Dp = texts.sortedByDescending { it.length }.take(3).maxOfOrNull(::width) ?: 0.dp
        val columns = table.columns.mapIndexed { at, column ->
            val cells = table.rows.mapNotNull { it.cells.getOrNull(at) }
            Triple(listOf(column.title) + cells.map { it.text }, cells.mapNotNull { it.note }, cells.mapNotNull { it.tag?.text })
        }
        fun words(texts: List<String>) = texts.flatMap { it.split(' ') }
        // A tag has its shape and its ground around its words.
        val tag = 40.dp
        Widths(
            columns.map { (texts, notes, tags) -> maxOf(widest(words(texts + notes)), tagged(widest(words(tags)), tag)) },
            columns.map { (texts, _, tags) -> maxOf(widest(texts), tagged(widest(tags), tag)) },
        )
    }
}

private fun tagged(words: Dp, around: Dp): Dp = if (words > 0.dp) words + around else 0.dp
