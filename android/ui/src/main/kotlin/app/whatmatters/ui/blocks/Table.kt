package app.whatmatters.ui.blocks

import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.*
import app.whatmatters.types.Row as TableRow
import app.whatmatters.types.Table
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.*

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
        Column(
            Modifier.semantics { collectionInfo = CollectionInfo(table.rows.size, table.columns.size) },
        ) {
            if (widths != null && table.columns.any { it.title.isNotEmpty() }) Head(table, widths)
            Lined(table.rows.withIndex().toList()) { (at, row) ->
                val frame = Modifier.fillMaxWidth()
                    .semantics(mergeDescendants = true) { collectionItemInfo = CollectionItemInfo(at, 1, 0, table.columns.size) }
                    .pressed(row.action)
                    .heightIn(min = Target)
                    .padding(horizontal = SIDE, vertical = 12.dp)
                if (widths == null) Stacked(table, row, frame) else Beside(table, row, widths, frame)
            }
        }
    }
    table.more?.let { Box(Modifier.padding(start = 20.dp, end = 20.dp, top = 4.dp, bottom = 16.dp)) { ButtonView(it) } }
}

/** Not read by itself: each cell says its column's title. */
@Composable
private fun Head(table: Table, widths: List<Dp>) = Row(
    Modifier.fillMaxWidth().clearAndSetSemantics {}.padding(horizontal = SIDE, vertical = 8.dp),
    Arrangement.spacedBy(GAP),
) {
    table.columns.forEachIndexed { at, column ->
        Text(
            column.title,
            Modifier.width(widths[at]),
            color = LocalPalette.current.quiet,
            style = MaterialTheme.typography.titleSmall,
            textAlign = if (column.numeric) TextAlign.End else TextAlign.Start,
        )
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
