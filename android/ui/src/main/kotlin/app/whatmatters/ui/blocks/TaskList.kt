package app.whatmatters.ui

import androidx.compose.foundation.layout.*
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** Things to get done, each with how far it is. */
@Composable
internal fun TaskListBlock(list: TaskList) = Panel { Lined(list.items) { TaskView(it) } }

@Composable
private fun TaskView(task: Task) {
    val frame = Modifier.entry(task.action, 12.dp, least = 64.dp)
    if (LocalDensity.current.fontScale > 1.3f) Column(frame, Arrangement.spacedBy(6.dp)) {
        Whole(task)
        TagView(task.status)
    } else Beside(12.dp, frame) {
        Whole(task, Modifier.weight(1f))
        TagView(task.status)
    }
}

@Composable
private fun Whole(task: Task, modifier: Modifier = Modifier) = Column(modifier) {
    if (task.action == null) Text(task.title) else Lead(task.title)
    task.hint?.let { Quiet(it) }
}
