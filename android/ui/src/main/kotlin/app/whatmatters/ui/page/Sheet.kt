package app.whatmatters.ui.page

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.*
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Link
import app.whatmatters.types.Page
import app.whatmatters.types.Setting
import app.whatmatters.ui.*
import app.whatmatters.ui.blocks.Blocks
import app.whatmatters.ui.parts.*
import app.whatmatters.ui.theme.*

/** What scrolls: the name, what is saved, the title, the notices, the blocks. */
@Composable
internal fun Sheet(page: Page, scroll: ScrollState, wide: Boolean) = Box(Modifier.fillMaxWidth(), Alignment.TopCenter) {
    // A care team's tables may be wide; words to read may not.
    val most = if (page.setting == Setting.STAFF && wide) 1344.dp else 704.dp
    Column(
        Modifier.verticalScroll(scroll).imePadding().widthIn(max = most).fillMaxWidth().padding(16.dp, 14.dp, 16.dp, 40.dp),
    ) {
        Masthead(page, named = !wide || page.tabs.isEmpty())
        page.back?.let { Back(it) }
        Title(page)
        Notices(page.notices)
        // A form with the same id on another page is another form.
        key(page.name) { Blocks(page.blocks) }
    }
    if (page.busy) LinearProgressIndicator(
        Modifier.fillMaxWidth().semantics {
            contentDescription = Words.BUSY
            liveRegion = LiveRegionMode.Polite
        },
        color = LocalPalette.current.brand,
        trackColor = LocalPalette.current.brandSoft,
    )
}

/** Beside each other, or below with words too large for that. */
@Composable
private fun Masthead(page: Page, named: Boolean) {
    val frame = Modifier.fillMaxWidth().heightIn(min = Target).padding(bottom = 8.dp)
    if (LocalDensity.current.fontScale > 1.3f) Column(frame, Arrangement.spacedBy(8.dp)) {
        if (named) Name()
        SyncPill(page.sync)
    } else Row(frame, Arrangement.spacedBy(12.dp), Alignment.CenterVertically) {
        if (named) Name()
        Box(Modifier.weight(1f), Alignment.CenterEnd) { SyncPill(page.sync) }
    }
}

@Composable
private fun Name() =
    Text(Words.PRODUCT, color = LocalPalette.current.brand, style = MaterialTheme.typography.headlineSmall)

@Composable
private fun Back(link: Link) {
    val desk = LocalDesk.current
    val brand = LocalPalette.current.brand
    Row(
        Modifier.padding(top = 4.dp)
            .pressed(spokenClick(link.target)) { desk.follow(link.target) }
            .heightIn(min = Target)
            .padding(end = 4.dp),
        Arrangement.spacedBy(8.dp),
        Alignment.CenterVertically,
    ) {
        GlyphIcon(Glyph.BACK, tint = brand)
        Text(
            link.label,
            Modifier.spoken(link.spoken),
            color = brand,
            style = MaterialTheme.typography.titleSmall,
            textDecoration = TextDecoration.Underline,
        )
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
private fun Caption(caption: String?) {
    if (caption != null) Text(caption, color = LocalPalette.current.quiet)
}

/** Said by a screen reader when it changes; not shown. */
@Composable
internal fun Announcement(announce: String?) {
    if (announce.isNullOrEmpty()) return
    Box(
        Modifier.size(1.dp).semantics {
            liveRegion = LiveRegionMode.Polite
            contentDescription = announce
        },
    )
}
