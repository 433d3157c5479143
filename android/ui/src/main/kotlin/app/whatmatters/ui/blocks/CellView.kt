package app.whatmatters.ui.blocks

import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.style.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Cell
import app.whatmatters.types.Column as TableColumn
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.LocalPalette

/** A cell of a table; [open] where pressing the row leads on. */
@Composable
internal fun CellView(cell: Cell, column: TableColumn, open: Boolean, modifier: Modifier = Modifier) = Column(
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
