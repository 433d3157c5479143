package app.whatmatters.ui.blocks

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.ProgressBarRangeInfo
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.progressBarRangeInfo
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Meter
import app.whatmatters.ui.parts.Panel
import app.whatmatters.ui.parts.Quiet
import app.whatmatters.ui.theme.LocalPalette

/** How much of something: a bar, and the same in words. */
@Composable
internal fun MeterBlock(meter: Meter) = Panel {
    MeterView(meter, Modifier.padding(horizontal = 20.dp, vertical = 16.dp)) {
        Text(meter.label, style = MaterialTheme.typography.titleSmall)
    }
}

/** The bar and its words; inside a card, whose title says what is measured, without a label. */
@Composable
internal fun MeterView(meter: Meter, modifier: Modifier = Modifier, label: @Composable () -> Unit = {}) {
    val part = if (meter.max > 0) (meter.value / meter.max).coerceIn(0.0, 1.0).toFloat() else 0f
    val palette = LocalPalette.current
    Column(
        modifier.fillMaxWidth().clearAndSetSemantics {
            contentDescription = meter.label
            stateDescription = meter.text
            progressBarRangeInfo = ProgressBarRangeInfo(part, 0f..1f)
        },
        Arrangement.spacedBy(6.dp),
    ) {
        label()
        Box(Modifier.fillMaxWidth().height(14.dp).clip(CircleShape).background(palette.line)) {
            Box(Modifier.fillMaxWidth(part).fillMaxHeight().background(palette.shades(meter.tone).strong, CircleShape))
        }
        Quiet(meter.text)
    }
}
