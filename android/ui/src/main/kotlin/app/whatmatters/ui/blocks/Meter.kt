package app.whatmatters.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.dp
import app.whatmatters.types.Meter

/** How much of something: a bar, and the same in words. */
@Composable
internal fun MeterBlock(meter: Meter) = Panel {
    MeterView(meter, Modifier.padding(horizontal = 20.dp, vertical = 16.dp)) { Text(meter.label, style = MaterialTheme.typography.titleSmall) }
}

/** The bar and its words; inside a card, whose title says what is measured, without a label. */
@Composable
internal fun MeterView(meter: Meter, modifier: Modifier = Modifier, label: @Composable () -> Unit = {}) {
    val part = if (meter.max > 0) (meter.value / meter.max).coerceIn(0.0, 1.0).toFloat() else 0f
    val palette = LocalPalette.current
    val told = modifier.fillMaxWidth().clearAndSetSemantics {
        contentDescription = meter.label
        stateDescription = meter.text
        progressBarRangeInfo = ProgressBarRangeInfo(part, 0f..1f)
    }
    Column(told, Arrangement.spacedBy(6.dp)) {
        label()
        Box(Modifier.fillMaxWidth().height(14.dp).clip(CircleShape).background(palette.line)) {
            Box(Modifier.fillMaxWidth(part).fillMaxHeight().background(palette.shades(meter.tone).strong, CircleShape))
        }
        Quiet(meter.text)
    }
}
