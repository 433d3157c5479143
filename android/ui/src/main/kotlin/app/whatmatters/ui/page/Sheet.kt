package app.whatmatters.ui

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.*
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** What scrolls: the name, what is saved, the title, the notices, the blocks. */
@Composable
internal fun Sheet(page: Page, scroll: ScrollState, wide: Boolean) = Box(Modifier.fillMaxWidth(), Alignment.TopCenter) {
    // A care team's tables may be wide; words to read may not.
    val most = if (page.setting == Setting.STAFF && wide) 1344.dp else 704.dp
    Column(Modifier.verticalScroll(scroll).imePadding().widthIn(max = most).fillMaxWidth().padding(16.dp, 14.dp, 16.dp, 40.dp)) {
        Masthead(page, named = !wide || page.tabs.isEmpty())
        page.back?.let { Back(it) }
        Wrapped(16.dp) { page.aloud?.let { ReadAloud(it) }; page.reading?.let { ButtonView(it) } }
        Title(page)
        Notices(page.notices)
        // A form with the same id on another page is another form.
        key(page.name) { Blocks(page.blocks) }
    }
    val palette = LocalPalette.current
    if (page.busy) LinearProgressIndicator(Modifier.fillMaxWidth().said(Words.BUSY), palette.brand, palette.brandSoft)
}

/** Beside each other, or below with words too large for that. */
@Composable
private fun Masthead(page: Page, named: Boolean) {
    val frame = Modifier.fillMaxWidth().heightIn(min = Reach).padding(bottom = 8.dp)
    if (LocalDensity.current.fontScale > 1.3f) Column(frame, Arrangement.spacedBy(8.dp)) {
        if (named) Name()
        SyncPill(page.sync)
    } else Beside(12.dp, frame) {
        if (named) Name()
        Box(Modifier.weight(1f), Alignment.CenterEnd) { SyncPill(page.sync) }
    }
}

@Composable
internal fun Name(modifier: Modifier = Modifier, style: TextStyle = MaterialTheme.typography.headlineSmall) =
    Text(Words.PRODUCT, modifier, LocalPalette.current.brand, style = style)

@Composable
private fun Back(link: Link) {
    val desk = LocalDesk.current
    val pressed = Modifier.padding(top = 4.dp).pressed(spokenClick(link.target)) { desk.follow(link.target) }
    Beside(8.dp, pressed.heightIn(min = Reach).padding(end = 4.dp)) {
        GlyphIcon(Glyph.BACK, tint = LocalPalette.current.brand)
        Lead(link.label, Modifier.spoken(link.spoken))
    }
}

@Composable
private fun Title(page: Page) = Column(Modifier.padding(top = 6.dp, bottom = 20.dp), Arrangement.spacedBy(2.dp)) {
    // Above the title where the page stands at the top; below it further in.
    val above = page.setting == Setting.PERSON && page.back == null
    if (above) Caption(page.caption)
    Text(page.title, Modifier.semantics { heading() }, style = MaterialTheme.typography.headlineLarge)
    if (!above) Caption(page.caption)
}

@Composable
private fun Caption(caption: String?) = caption?.let { Text(it, color = LocalPalette.current.quiet) }

/** Said by a screen reader when it changes; not shown. */
@Composable
internal fun Announcement(announce: String?) { if (!announce.isNullOrEmpty()) Box(Modifier.size(1.dp).said(announce)) }

private fun Modifier.said(words: String) = semantics {
    liveRegion = LiveRegionMode.Polite
    contentDescription = words
}
