package app.whatmatters.ui

import androidx.compose.foundation.*
import androidx.compose.foundation.gestures.*
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.*
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.*
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.platform.*
import androidx.compose.ui.semantics.*
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.unit.*
import app.whatmatters.types.*
import kotlin.math.roundToInt

/**
 * The picture of a chart. A screen reader moves from point to point, and over the marks
 * of the lanes, as on a slider and hears each of them; a finger moves the same cursor. Time runs from
 * left to right in every language.
 */
@Composable
internal fun Plot(chart: Chart) = CompositionLocalProvider(LocalLayoutDirection provides LayoutDirection.Ltr) {
    var cursor by remember(chart) { mutableStateOf<Int?>(null) }
    val style = MaterialTheme.typography.bodySmall
    val palette = LocalPalette.current
    val measurer = rememberTextMeasurer()
    val drawing = remember(chart, palette, style, LocalDensity.current.fontScale) { Drawing(chart, palette, style, measurer) }
    val stops = remember(chart) { stopsOf(chart) }
    val at = cursor ?: stops.indexOfLast { it.lane == null }
    val shown = stops.getOrNull(at)
    val source = remember { MutableInteractionSource() }
    Column {
        Canvas(
            Modifier.fillMaxWidth()
                .height(232.dp + 24.dp * chart.lanes.size + 28.dp * LocalDensity.current.fontScale * (1 + chart.lanes.size))
                .semantics {
                    contentDescription = "${chart.title}: ${Words.CHART_POINTS}"
                    stateDescription = shown?.label.orEmpty()
                    progressBarRangeInfo = ProgressBarRangeInfo(at.toFloat(), 0f..stops.lastIndex.toFloat(), stops.size - 2)
                    setProgress { to -> cursor = to.roundToInt().coerceIn(stops.indices); true }
                }
                .focusRing(source)
                .focusable(interactionSource = source)
                .pointerInput(chart) {
                    awaitEachGesture {
                        var place: Offset? = awaitFirstDown(requireUnconsumed = false).position
                        // Until the finger leaves; a swipe up or down still moves the page.
                        while (place != null) {
                            cursor = drawing.places?.nearest(place)
                            val change = awaitPointerEvent().changes.first()
                            place = change.position.takeIf { change.pressed && !change.isConsumed }
                        }
                    }
                },
        ) { drawing.draw(this, cursor) }
        // The picture says it, and the table has all of them.
        Text(
            shown?.label.orEmpty(),
            Modifier.clearAndSetSemantics {},
            color = if (cursor == null) palette.quiet else palette.ink,
            style = MaterialTheme.typography.bodyMedium,
        )
    }
}

/** A pattern for each meaning, so that zones differ without colour. Green and neutral are plain: the calm ones. */
internal fun DrawScope.pattern(tone: Tone, colour: Color, band: Rect) = clipRect(band.left, band.top, band.right, band.bottom) {
    when (tone) {
        Tone.GREEN, Tone.NEUTRAL -> Unit
        Tone.AMBER -> steps(band.left + 5.dp.toPx(), band.right, 10.dp.toPx()) { x ->
            steps(band.top + 5.dp.toPx(), band.bottom, 10.dp.toPx()) { y -> drawCircle(colour, 1.dp.toPx(), Offset(x, y)) }
        }
        Tone.RED -> steps(band.left - band.height, band.right, 12.dp.toPx()) { x ->
            drawLine(colour, Offset(x, band.bottom), Offset(x + band.height, band.top), 1.dp.toPx(), alpha = 0.5f)
        }
        Tone.BRAND -> steps(band.top + 6.dp.toPx(), band.bottom, 12.dp.toPx()) { y ->
            drawLine(colour, Offset(band.left, y), Offset(band.right, y), 1.dp.toPx(), alpha = 0.5f)
        }
    }
}

private inline fun steps(from: Float, to: Float, by: Float, draw: (Float) -> Unit) {
    var at = from
    while (at < to) {
        draw(at)
        at += by
    }
}
