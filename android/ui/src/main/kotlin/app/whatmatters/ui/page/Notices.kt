package app.whatmatters.ui.page

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Icon
import app.whatmatters.types.Notice
import app.whatmatters.types.NoticeTone
import app.whatmatters.types.Tone
import app.whatmatters.ui.Words
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.*

private class NoticeLook(val spoken: String, val tone: Tone, val icon: @Composable () -> Unit)

private fun look(tone: NoticeTone): NoticeLook = when (tone) {
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
    val look = look(notice.tone)
    val shades = LocalPalette.current.shades(look.tone)
    Surface(
        Modifier.fillMaxWidth(),
        RoundSmall,
        shades.soft,
        shades.ink,
        border = BorderStroke(2.dp, shades.strong),
    ) {
        Row(Modifier.padding(16.dp), Arrangement.spacedBy(12.dp)) {
            look.icon()
            Column(verticalArrangement = Arrangement.spacedBy(6.dp)) {
                Text(
                    notice.title,
                    Modifier.semantics { contentDescription = "${look.spoken}: ${notice.title}" },
                    style = MaterialTheme.typography.titleSmall,
                )
                notice.text?.let { Text(it) }
                notice.action?.let { ButtonView(it) }
            }
        }
    }
}
