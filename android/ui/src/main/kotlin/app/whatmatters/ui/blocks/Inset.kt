package app.whatmatters.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Inset

/** Something set apart from the text around it. */
@Composable
internal fun InsetBlock(inset: Inset) = SetApart { Paragraphs(inset.text) }

@Composable
internal fun SetApart(content: @Composable () -> Unit) {
    val palette = LocalPalette.current
    Row(Modifier.fillMaxWidth().clip(RoundSmall).background(palette.brandSoft).height(IntrinsicSize.Min)) {
        Box(Modifier.width(6.dp).fillMaxHeight().background(palette.brand))
        Column(Modifier.weight(1f).padding(horizontal = 18.dp, vertical = 14.dp), Arrangement.spacedBy(8.dp)) { content() }
    }
}
