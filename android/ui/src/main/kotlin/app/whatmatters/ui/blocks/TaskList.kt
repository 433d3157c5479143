package app.whatmatters.ui.blocks

import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Task
import app.whatmatters.types.TaskList
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.LocalPalette

/** Things to get done, each with how far it is. */
@Composable
internal fun TaskListBlock(list: TaskList) = Panel { Lined(list.items) { TaskView(it) } }

@Composable
private fun TaskView(task: Task) {
    val frame = Modifier.fillMaxWidth()
        .semantics(mergeDescendants = true) {}
        .pressed(task.action)
        .heightIn(min = 64.dp)
        .padding(horizontal = 20.dp, vertical = 12.dp)
    if (LocalDensity.current.fontScale > 1.3f) Column(frame, Arrangement.spacedBy(6.dp)) {
        Words(task)
        TagView(task.status)
    } else Row(frame, Arrangement.spacedBy(12.dp), Alignment.CenterVertically) {
        Words(task, Modifier.weight(1f))
        TagView(task.status)
    }
}

@Composable
private fun Words(task: Task, modifier: Modifier = Modifier) {
    val open = task.action != null
    Column(modifier) {
        Text(
            task.title,
            color = if (open) LocalPalette.current.brand else LocalPalette.current.ink,
            style = if (open) MaterialTheme.typography.titleSmall else MaterialTheme.typography.bodyLarge,
            textDecoration = if (open) TextDecoration.Underline else null,
        )
        task.hint?.let { Quiet(it) }
    }
}
