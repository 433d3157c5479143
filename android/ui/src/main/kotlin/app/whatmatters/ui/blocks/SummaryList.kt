package app.whatmatters.ui

import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** Keys and values, with changes to make. */
@Composable
internal fun SummaryListBlock(list: SummaryList) = Panel { Lined(list.rows) { Summary(it) } }

@Composable
private fun Summary(row: SummaryRow) = Column(Modifier.padding(start = 20.dp, end = 20.dp, top = 14.dp, bottom = 14.dp)) {
    // Read as one: a key without its value says nothing.
    Column(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(2.dp)) {
        Text(row.key, style = MaterialTheme.typography.titleSmall)
        Paragraphs(row.value)
        row.tag?.let { TagView(it) }
    }
    FlowRow(horizontalArrangement = Arrangement.spacedBy(20.dp)) { row.actions.forEach { LinkView(it) } }
}
