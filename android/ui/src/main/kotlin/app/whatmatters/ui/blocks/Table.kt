package app.whatmatters.ui.blocks

import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Row as TableRow
import app.whatmatters.types.Table
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.*

/** More columns than this do not fit a phone. */
private const val NARROW_COLUMNS = 3

/**
 * A table. Where there is no room for its columns, each row becomes a small list
 * with the columns' titles; a screen reader hears a row as one, with the titles.
 */
@Composable
internal fun TableBlock(table: Table) = Panel {
    Titled(table.caption, MaterialTheme.typography.titleMedium, Modifier.padding(20.dp, 14.dp, 20.dp, 6.dp))
    BoxWithConstraints {
        val most = if (LocalDensity.current.fontScale > 1.5f) NARROW_COLUMNS - 2 else NARROW_COLUMNS
        val stacked = table.columns.size > most && maxWidth < 560.dp
        val widths = remember(table) { widthsOf(table) }
        Column(
            Modifier.semantics { collectionInfo = CollectionInfo(table.rows.size, table.columns.size) },
        ) {
            if (!stacked && table.columns.any { it.title.isNotEmpty() }) Head(table, widths)
            Lined(table.rows.withIndex().toList()) { (at, row) ->
                val frame = Modifier.fillMaxWidth()
                    .semantics(mergeDescendants = true) { collectionItemInfo = CollectionItemInfo(at, 1, 0, table.columns.size) }
                    .pressed(row.action)
                    .heightIn(min = Target)
                    .padding(horizontal = 20.dp, vertical = 12.dp)
                if (stacked) Stacked(table, row, frame) else Beside(table, row, widths, frame)
            }
        }
    }
    table.more?.let { Box(Modifier.padding(start = 20.dp, end = 20.dp, top = 4.dp, bottom = 16.dp)) { ButtonView(it) } }
}

/** Each column as wide as its words ask for, within reason. */
private fun widthsOf(table: Table): List<Float> = table.columns.mapIndexed { at, column ->
    val longest = table.rows.maxOfOrNull { row ->
        val cell = row.cells.getOrNull(at)
        maxOf(cell?.text?.length ?: 0, (cell?.tag?.text?.length ?: -4) + 4)
    } ?: 0
    maxOf(longest, column.title.length).coerceIn(6, 18).toFloat()
}

/** Not read by itself: each cell says its column's title. */
@Composable
private fun Head(table: Table, widths: List<Float>) = Row(
    Modifier.fillMaxWidth().clearAndSetSemantics {}.padding(horizontal = 20.dp, vertical = 8.dp),
    Arrangement.spacedBy(12.dp),
) {
    table.columns.forEachIndexed { at, column ->
        Text(
            column.title,
            Modifier.weight(widths[at]),
            color = LocalPalette.current.quiet,
            style = MaterialTheme.typography.titleSmall,
            textAlign = if (column.numeric) TextAlign.End else TextAlign.Start,
        )
    }
}

@Composable
private fun Beside(table: Table, row: TableRow, widths: List<Float>, frame: Modifier) =
    Row(frame, Arrangement.spacedBy(12.dp)) {
        row.cells.zip(table.columns).forEachIndexed { at, (cell, column) ->
            CellView(cell, column, at == 0 && row.action != null, Modifier.weight(widths[at]))
        }
    }

@Composable
private fun Stacked(table: Table, row: TableRow, frame: Modifier) = Column(frame, Arrangement.spacedBy(6.dp)) {
    row.cells.zip(table.columns).forEachIndexed { at, (cell, column) ->
        val plain = column.copy(numeric = false)
        if (at == 0 || column.title.isEmpty()) CellView(cell, plain, at == 0 && row.action != null)
        else Row(horizontalArrangement = Arrangement.spacedBy(12.dp)) {
            Text(column.title, Modifier.weight(1f).clearAndSetSemantics {}, color = LocalPalette.current.quiet)
            CellView(cell, plain, false, Modifier.weight(2f))
        }
    }
}
