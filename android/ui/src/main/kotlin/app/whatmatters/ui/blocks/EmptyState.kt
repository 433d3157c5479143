package app.whatmatters.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.*
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.whatmatters.types.EmptyState

/** What stands here when there is nothing yet. */
@Composable
internal fun EmptyStateBlock(empty: EmptyState) = Panel {
    val palette = LocalPalette.current
    val frame = Modifier.fillMaxWidth().padding(horizontal = 20.dp, vertical = 28.dp)
    Column(frame, Arrangement.spacedBy(10.dp), Alignment.CenterHorizontally) {
        Box(Modifier.size(72.dp).background(palette.brandSoft, CircleShape), Alignment.Center) {
            PageIcon(empty.icon, size = 36.dp, tint = palette.brandOnSoft)
        }
        Titled(empty.title)
        Text(empty.text, textAlign = TextAlign.Center)
        empty.button?.let { ButtonView(it) }
    }
}
