package app.whatmatters.ui

import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.style.*
import androidx.compose.ui.unit.*
import app.whatmatters.types.*
import app.whatmatters.types.Column as TableColumn
import app.whatmatters.types.Row as TableRow

/** More columns than this do not fit a phone. */
private const val NARROW_COLUMNS = 3
private val SIDE = 20.dp
private val GAP = 12.dp

/**
 * A table. Where there is no room for its columns, each row becomes a small list
 * with the columns' titles; a screen reader hears a row as one, with the titles.
 */
@Composable
internal fun TableBlock(table: Table) = Panel {
    Titled(table.caption, MaterialTheme.typography.titleMedium, Modifier.padding(20.dp, 14.dp, 20.dp, 6.dp))
    BoxWithConstraints {
        val asked = rememberWidths(table)
        val widths = asked.within(maxWidth - SIDE * 2 - GAP * (table.columns.size - 1))
            .takeUnless { table.columns.size > NARROW_COLUMNS && maxWidth < 560.dp }
        Column(Modifier.semantics { collectionInfo = CollectionInfo(table.rows.size, table.columns.size) }) {
            if (widths != null && table.columns.any { it.title.isNotEmpty() }) Head(table, widths)
            Lined(table.rows.withIndex().toList()) { (at, row) ->
                val frame = Modifier.fillMaxWidth()
                    .semantics(mergeDescendants = true) { collectionItemInfo = CollectionItemInfo(at, 1, 0, table.columns.size) }
                    .pressed(row.action).heightIn(min = Reach).padding(horizontal = SIDE, vertical = 12.dp)
                if (widths == null) Stacked(table, row, frame) else Beside(table, row, widths, frame)
            }
        }
    }
    More(table.more)
}

/** Not read by itself: each cell says its column's title. */
@Composable
private fun Head(table: Table, widths: List<Dp>) = Row(
    Modifier.fillMaxWidth().clearAndSetSemantics {}.padding(horizontal = SIDE, vertical = 8.dp),
    Arrangement.spacedBy(GAP),
) {
    table.columns.forEachIndexed { at, column ->
        val side = if (column.numeric) TextAlign.End else TextAlign.Start
        Text(column.title, Modifier.width(widths[at]), LocalPalette.current.quiet, textAlign = side, style = MaterialTheme.typography.titleSmall)
    }
}

@Composable
private fun Beside(table: Table, row: TableRow, widths: List<Dp>, frame: Modifier) =
    Row(frame, Arrangement.spacedBy(GAP)) {
        row.cells.zip(table.columns).forEachIndexed { at, (cell, column) ->
            CellView(cell, column, at == 0 && row.action != null, Modifier.width(widths[at]))
        }
    }

@Composable
private fun Stacked(table: Table, row: TableRow, frame: Modifier) = Column(frame, Arrangement.spacedBy(6.dp)) {
    row.cells.zip(table.columns).forEachIndexed { at, (cell, column) ->
        val plain = column.copy(numeric = false)
        if (at == 0 || column.title.isEmpty()) CellView(cell, plain, at == 0 && row.action != null)
        else if (LocalDensity.current.fontScale > 1.3f) Column {
            ColumnTitle(column.title)
            CellView(cell, plain, false)
        } else Row(horizontalArrangement = Arrangement.spacedBy(GAP)) {
            ColumnTitle(column.title, Modifier.weight(1f))
            CellView(cell, plain, false, Modifier.weight(2f))
        }
    }
}

/** For the eye: the cell says it, too. */
@Composable
private fun ColumnTitle(title: String, modifier: Modifier = Modifier) =
    Text(title, modifier.clearAndSetSemantics {}, color = LocalPalette.current.quiet)

/** A cell of a table; [open] where pressing the row leads on. */
@Composable
private fun CellView(cell: Cell, column: TableColumn, open: Boolean, modifier: Modifier = Modifier) = Column(
    modifier,
    Arrangement.spacedBy(2.dp),
    if (column.numeric) Alignment.End else Alignment.Start,
) {
    cell.tag?.let { TagView(it) }
    if (cell.text.isNotEmpty()) Text(
        cell.text,
        Modifier.semantics { if (column.title.isNotEmpty()) contentDescription = "${column.title}: ${cell.text}" },
        color = if (open) LocalPalette.current.brand else LocalPalette.current.ink,
        style = if (cell.strong) MaterialTheme.typography.titleSmall else MaterialTheme.typography.bodyLarge,
        textAlign = if (column.numeric) TextAlign.End else TextAlign.Start,
        textDecoration = if (open) TextDecoration.Underline else null,
    )
    cell.note?.let { Quiet(it) }
}
