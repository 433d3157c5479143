package app.whatmatters.ui

import androidx.compose.foundation.layout.*
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** What happened, in order. */
@Composable
internal fun TimelineBlock(timeline: Timeline) = Panel {
    Lined(timeline.items) { Happened(it) }
    More(timeline.more)
}

/** Asks for what is older. */
@Composable
internal fun More(button: Button?) {
    button?.let { Box(Modifier.padding(start = 20.dp, end = 20.dp, top = 4.dp, bottom = 16.dp)) { ButtonView(it) } }
}

@Composable
private fun Happened(item: TimelineItem) {
    val frame = Modifier.entry(item.action, 15.dp)
    // With large words there is no room beside the time: what happened stands below it.
    if (LocalDensity.current.fontScale > 1.5f) Column(frame, Arrangement.spacedBy(4.dp)) {
        Quiet(item.whenValue)
        What(item)
    } else Row(frame, Arrangement.spacedBy(12.dp)) {
        Quiet(item.whenValue, Modifier.width(64.dp * LocalDensity.current.fontScale).alignByBaseline())
        What(item, Modifier.weight(1f).alignByBaseline())
    }
}

@Composable
private fun What(item: TimelineItem, modifier: Modifier = Modifier) = Column(modifier, Arrangement.spacedBy(4.dp)) {
    val palette = LocalPalette.current
    Row(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.Top) {
        item.icon?.let { PageIcon(it, Modifier.padding(top = 3.dp), 20.dp, palette.brand) }
        Text(item.title, textDecoration = if (item.action == null) null else TextDecoration.Underline)
    }
    item.lines.forEach { Quiet(it) }
    item.tag?.let { TagView(it) }
}
