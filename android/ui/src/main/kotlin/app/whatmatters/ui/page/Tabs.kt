package app.whatmatters.ui

import androidx.compose.foundation.*
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.unit.*
import app.whatmatters.types.Tab

/** The main navigation below a page. Words too large for one row take two, never half of a word. */
@Composable
internal fun BottomTabs(tabs: List<Tab>) {
    if (tabs.isEmpty()) return
    val palette = LocalPalette.current
    Surface(color = palette.card, contentColor = palette.quiet) {
        Column(Modifier.windowInsetsPadding(WindowInsets.safeDrawing.only(WindowInsetsSides.Bottom + WindowInsetsSides.Horizontal))) {
            HorizontalDivider(color = palette.line)
            BoxWithConstraints {
                val fit = fitFor(tabs, maxWidth.value)
                CompositionLocalProvider(LocalDensity provides fit.density) { Rows(tabs, fit.across) }
            }
        }
    }
}

@Composable
private fun Rows(tabs: List<Tab>, across: Int) = Column(Modifier.navigation()) {
    tabs.chunked(across).forEach { row ->
        Row {
            row.forEach { TabView(it, TabLook.BELOW, Modifier.weight(1f)) }
            repeat(across - row.size) { Spacer(Modifier.weight(1f)) }
        }
    }
}

private class Fit(val across: Int, val density: Density)

/** The largest words, up to those that the person chose, with which two rows are enough: the rest is the page's. */
@Composable
private fun fitFor(tabs: List<Tab>, width: Float): Fit {
    val measurer = rememberTextMeasurer()
    val style = MaterialTheme.typography.labelSmall
    val chosen = LocalDensity.current
    val widest = tabs.maxOf { measurer.measure(it.label, style).size.width } / chosen.density / chosen.fontScale
    val fits = (listOf(chosen.fontScale) + listOf(1.8f, 1.6f, 1.4f, 1.2f, 1f).filter { it < chosen.fontScale })
        .map { scale -> Fit((width / (widest * scale + 8)).toInt().coerceIn(1, tabs.size), Density(chosen.density, scale)) }
    val fit = fits.firstOrNull { it.across * 2 >= tabs.size } ?: fits.last()
    // As many in each row as in the others.
    val rows = (tabs.size + fit.across - 1) / fit.across
    return Fit((tabs.size + rows - 1) / rows, fit.density)
}

/** The main navigation beside a page, on a tablet or a phone on its side. */
@Composable
internal fun SideTabs(tabs: List<Tab>, wide: Boolean) {
    val palette = LocalPalette.current
    val growth = LocalDensity.current.fontScale.coerceIn(1f, 1.5f)
    Surface(color = palette.card, contentColor = palette.quiet) {
        Row(Modifier.windowInsetsPadding(WindowInsets.safeDrawing.only(WindowInsetsSides.Start + WindowInsetsSides.Vertical))) {
            val side = Modifier.width((if (wide) 272.dp else 104.dp) * growth).fillMaxHeight()
            Column(side.verticalScroll(rememberScrollState()).padding(if (wide) 14.dp else 4.dp), Arrangement.spacedBy(4.dp)) {
                if (wide) Name(Modifier.padding(14.dp, 12.dp, 14.dp, 16.dp))
                Column(Modifier.navigation(), Arrangement.spacedBy(4.dp)) {
                    tabs.forEach { TabView(it, if (wide) TabLook.WIDE else TabLook.SIDE, Modifier.fillMaxWidth()) }
                }
            }
            VerticalDivider(color = palette.line)
        }
    }
}

private fun Modifier.navigation() = selectableGroup().semantics {
    isTraversalGroup = true
    contentDescription = Words.NAVIGATION
}
