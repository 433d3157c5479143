package app.whatmatters.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

private class NoticeLook(val spoken: String, val tone: Tone, val icon: @Composable () -> Unit)

private fun lookOf(tone: NoticeTone): NoticeLook = when (tone) {
    NoticeTone.INFO -> NoticeLook(Words.INFORMATION, Tone.BRAND) { PageIcon(Icon.INFO) }
    NoticeTone.SUCCESS -> NoticeLook(Words.SUCCESS, Tone.GREEN) { GlyphIcon(Glyph.GOOD) }
    NoticeTone.WARNING -> NoticeLook(Words.WARNING, Tone.AMBER) { PageIcon(Icon.WARNING) }
    NoticeTone.PROBLEM -> NoticeLook(Words.PROBLEM, Tone.RED) { GlyphIcon(Glyph.PROBLEM) }
}

/** Things to know before the rest of the page. */
@Composable
internal fun Notices(notices: List<Notice>) {
    if (notices.isEmpty()) return
    Column(Modifier.padding(bottom = 24.dp), Arrangement.spacedBy(12.dp)) { notices.forEach { NoticeView(it) } }
}

@Composable
private fun NoticeView(notice: Notice) {
    val look = lookOf(notice.tone)
    val shades = LocalPalette.current.shades(look.tone)
    Surface(Modifier.fillMaxWidth(), RoundSmall, shades.soft, shades.ink, border = BorderStroke(2.dp, shades.strong)) {
        Row(Modifier.padding(16.dp), Arrangement.spacedBy(12.dp)) {
            look.icon()
            Column(verticalArrangement = Arrangement.spacedBy(6.dp)) {
                val told = Modifier.semantics { contentDescription = "${look.spoken}: ${notice.title}" }
                Text(notice.title, told, style = MaterialTheme.typography.titleSmall)
                notice.text?.let { Text(it) }
                notice.action?.let { ButtonView(it) }
            }
        }
    }
}

/** What has been saved and what has been sent, always in sight. */
@Composable
internal fun SyncPill(status: SyncStatus, modifier: Modifier = Modifier) {
    if (status.state == SyncState.HIDDEN) return
    val palette = LocalPalette.current
    val loud = status.state == SyncState.NOTSAVED || status.state == SyncState.ATTENTION
    val edge = if (loud) BorderStroke(2.dp, palette.amber) else BorderStroke(1.dp, palette.line)
    val (ground, ink) = if (loud) palette.amberSoft to palette.amberInk else palette.card to palette.quiet
    Surface(modifier, RoundedCornerShape(24.dp), ground, ink, border = edge) {
        val pressed = Modifier.semantics(mergeDescendants = true) {}.pressed(status.action)
        Beside(8.dp, pressed.heightIn(min = Reach).padding(horizontal = 14.dp, vertical = 6.dp)) {
            SyncPicture(status.state)
            Text(status.text, Modifier.weight(1f, fill = false), style = MaterialTheme.typography.bodySmall)
        }
    }
}

@Composable
private fun SyncPicture(state: SyncState): Unit = when (state) {
    SyncState.HIDDEN -> Unit
    SyncState.SAVEDHERE -> GlyphIcon(Glyph.DEVICE, size = 20.dp)
    SyncState.WAITING -> PageIcon(Icon.CLOUD, size = 20.dp)
    SyncState.SENDING -> GlyphIcon(Glyph.CLOUDUP, size = 20.dp)
    SyncState.SENT -> PageIcon(Icon.CLOUDDONE, size = 20.dp)
    SyncState.NOTSAVED -> PageIcon(Icon.CLOUDOFF, size = 20.dp)
    SyncState.ATTENTION -> PageIcon(Icon.WARNING, size = 20.dp)
}
