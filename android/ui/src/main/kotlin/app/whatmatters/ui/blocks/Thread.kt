package app.whatmatters.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** A conversation, oldest first. */
@Composable
internal fun ThreadBlock(thread: Thread) = Column(verticalArrangement = Arrangement.spacedBy(14.dp)) {
    thread.older?.let { ButtonView(it, Modifier.align(Alignment.CenterHorizontally)) }
    thread.messages.forEach { Message(it) }
}

@Composable
private fun Message(message: ThreadMessage) = Box(Modifier.fillMaxWidth(), if (message.mine) Alignment.CenterEnd else Alignment.CenterStart) {
    val palette = LocalPalette.current
    Surface(
        Modifier.widthIn(max = 540.dp).fillMaxWidth(0.92f),
        shape = RoundedCornerShape(18.dp, 18.dp, if (message.mine) 4.dp else 18.dp, if (message.mine) 18.dp else 4.dp),
        color = if (message.mine) palette.brandSoft else palette.card,
        contentColor = palette.ink,
        border = if (message.mine) null else BorderStroke(1.dp, palette.line),
    ) { Said(message) }
}

@Composable
private fun Said(message: ThreadMessage) = Column(Modifier.padding(horizontal = 18.dp, vertical = 14.dp), Arrangement.spacedBy(6.dp)) {
    val type = MaterialTheme.typography
    val palette = LocalPalette.current
    Column(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(6.dp)) {
        Wrapped(10.dp, down = 0.dp) {
            Text(message.from, style = type.titleSmall)
            Text(message.whenValue, color = if (message.mine) palette.neutralInk else palette.quiet, style = type.bodyMedium)
        }
        Paragraphs(message.text)
    }
    message.attachments.forEach { LinkView(it) }
    message.status?.let { TagView(it) }
}
