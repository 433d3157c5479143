package app.whatmatters.ui

import androidx.compose.foundation.ScrollState
import androidx.compose.foundation.layout.*
import androidx.compose.runtime.*
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.*
import app.whatmatters.types.Page

/** Languages that are written from right to left. */
private val rightToLeft = setOf("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")

/** From this width on the navigation stands at the side; from the second on with its words beside the pictures. */
internal val SideWidth = 600.dp
internal val WideWidth = 840.dp

/** One page, whole. To be drawn inside [app.whatmatters.ui.theme.WhatMattersTheme]. */
@Composable
fun PageView(page: Page, desk: Desk) {
    val direction = if (page.language.substringBefore('-') in rightToLeft) LayoutDirection.Rtl else LayoutDirection.Ltr
    CompositionLocalProvider(LocalDesk provides desk, LocalLanguage provides page.language, LocalLayoutDirection provides direction) {
        Ground(Modifier.semantics { paneTitle = page.title }) {
            BoxWithConstraints { Around(page, maxWidth >= SideWidth && page.tabs.isNotEmpty(), maxWidth >= WideWidth) }
        }
    }
}

/** Tabs below the page, or beside it. */
@Composable
private fun Around(page: Page, beside: Boolean, wide: Boolean) {
    // A page that follows another begins at its top.
    val scroll = key(page.name) { remember { ScrollState(0) } }
    val around = WindowInsets.safeDrawing
    if (beside) Row(Modifier.fillMaxSize()) {
        SideTabs(page.tabs, wide)
        Box(Modifier.weight(1f).windowInsetsPadding(around.only(WindowInsetsSides.End + WindowInsetsSides.Vertical))) {
            Sheet(page, scroll, wide)
        }
    } else Column(Modifier.fillMaxSize(), Arrangement.Top) {
        val sides = if (page.tabs.isEmpty()) around else around.only(WindowInsetsSides.Top + WindowInsetsSides.Horizontal)
        Box(Modifier.weight(1f).windowInsetsPadding(sides)) { Sheet(page, scroll, wide = false) }
        BottomTabs(page.tabs)
    }
    Announcement(page.announce)
}
