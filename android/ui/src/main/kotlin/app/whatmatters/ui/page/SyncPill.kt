package app.whatmatters.ui.page

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Icon
import app.whatmatters.types.SyncState
import app.whatmatters.types.SyncStatus
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.*

/** What has been saved and what has been sent, always in sight. */
@Composable
internal fun SyncPill(status: SyncStatus, modifier: Modifier = Modifier) {
    if (status.state == SyncState.HIDDEN) return
    val palette = LocalPalette.current
    val loud = status.state == SyncState.NOTSAVED || status.state == SyncState.ATTENTION
    Surface(
        modifier,
        RoundedCornerShape(24.dp),
        if (loud) palette.amberSoft else palette.card,
        if (loud) palette.amberInk else palette.quiet,
        border = if (loud) BorderStroke(2.dp, palette.amber) else BorderStroke(1.dp, palette.line),
    ) {
        Row(
            Modifier.semantics(mergeDescendants = true) {}
                .pressed(status.action)
                .heightIn(min = Target)
                .padding(horizontal = 14.dp, vertical = 6.dp),
            Arrangement.spacedBy(8.dp),
            Alignment.CenterVertically,
        ) {
            Picture(status.state)
            Text(status.text, Modifier.weight(1f, fill = false), style = MaterialTheme.typography.bodySmall)
        }
    }
}

@Composable
private fun Picture(state: SyncState): Unit = when (state) {
    SyncState.HIDDEN -> Unit
    SyncState.SAVEDHERE -> GlyphIcon(Glyph.DEVICE, size = 20.dp)
    SyncState.WAITING -> PageIcon(Icon.CLOUD, size = 20.dp)
    SyncState.SENDING -> GlyphIcon(Glyph.CLOUDUP, size = 20.dp)
    SyncState.SENT -> PageIcon(Icon.CLOUDDONE, size = 20.dp)
    SyncState.NOTSAVED -> PageIcon(Icon.CLOUDOFF, size = 20.dp)
    SyncState.ATTENTION -> PageIcon(Icon.WARNING, size = 20.dp)
}
