package app.whatmatters.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.shape.*
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.*
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Tab

internal enum class TabLook { BELOW, SIDE, WIDE }

/** One entry of the navigation: a picture and its word; how many new things wait there. */
@Composable
internal fun TabView(tab: Tab, look: TabLook, modifier: Modifier = Modifier) {
    val desk = LocalDesk.current
    val palette = LocalPalette.current
    val source = remember { MutableInteractionSource() }
    val ground = if (tab.current && look != TabLook.BELOW) palette.brandSoft else Color.Transparent
    val ink = when {
        !tab.current -> palette.quiet
        look == TabLook.BELOW -> palette.brand
        else -> palette.brandOnSoft
    }
    val frame = modifier.focusRing(source)
        .background(ground, RoundSmall)
        .selectable(tab.current, source, ripple(), role = Role.Tab) { desk.press(tab.action) }
    if (look == TabLook.WIDE) Beside(14.dp, frame.heightIn(min = 56.dp).padding(horizontal = 14.dp, vertical = 8.dp)) {
        PageIcon(tab.icon, size = 26.dp, tint = ink)
        Text(tab.label, Modifier.weight(1f), color = ink, style = MaterialTheme.typography.titleSmall)
        Badge(tab)
    } else Box(frame, Alignment.TopCenter) {
        if (tab.current && look == TabLook.BELOW) Current()
        val below = Modifier.fillMaxWidth().heightIn(min = 68.dp).padding(vertical = 8.dp)
        Column(below, Arrangement.spacedBy(3.dp, Alignment.CenterVertically), Alignment.CenterHorizontally) {
            PageIcon(tab.icon, size = 26.dp, tint = ink)
            Text(tab.label, color = ink, style = MaterialTheme.typography.labelSmall, textAlign = TextAlign.Center)
            if (look == TabLook.SIDE) Badge(tab)
        }
        // From the middle on, over the picture's corner, as wide as its words.
        if (look == TabLook.BELOW) Box(Modifier.padding(top = 4.dp).width(0.dp).wrapContentWidth(Alignment.Start, unbounded = true).padding(start = 6.dp)) {
            Badge(tab)
        }
    }
}

/** A mark over the current tab, so that it does not hang on colour. */
@Composable
private fun Current() =
    Spacer(Modifier.size(48.dp, 4.dp).background(LocalPalette.current.brand, RoundedCornerShape(bottomStart = 4.dp, bottomEnd = 4.dp)))

@Composable
private fun Badge(tab: Tab) = tab.badge?.let {
    val palette = LocalPalette.current
    val ground = Modifier.background(palette.brand, CircleShape).padding(horizontal = 7.dp)
    Text(it, ground, palette.onBrand, maxLines = 1, style = MaterialTheme.typography.labelSmall)
}
