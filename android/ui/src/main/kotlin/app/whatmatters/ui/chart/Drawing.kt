package app.whatmatters.ui

import androidx.compose.ui.geometry.*
import androidx.compose.ui.graphics.*
import androidx.compose.ui.graphics.drawscope.*
import androidx.compose.ui.text.*
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import app.whatmatters.types.*

/** More points than this are drawn without shapes, unless they mean something. */
private const val MANY = 60

/** Draws a chart: zones with their patterns, axes, bars, lines, points with their shapes, zones' names, lanes, the cursor. */
internal class Drawing(
    private val chart: Chart,
    private val palette: Colours,
    private val style: TextStyle,
    private val measurer: TextMeasurer,
) {
    /** Known once it was drawn. */
    var places: Places? = null
        private set

    private fun words(text: String, bold: Boolean = false): TextLayoutResult =
        measurer.measure(text, if (bold) style.copy(fontWeight = FontWeight.Bold) else style, softWrap = false)

    fun draw(scope: DrawScope, cursor: Int?) = with(scope) {
        val marks = chart.up.ticks.map { words(it.label) }
        val high = words("0").size.height
        val left = (marks.maxOfOrNull { it.size.width } ?: 0) + 10.dp.toPx()
        val (under, each) = high + 12.dp.toPx() to high + 24.dp.toPx()
        val bottom = size.height - under - chart.lanes.size * each
        val area = Rect(left, high / 2f + 4.dp.toPx(), size.width - 10.dp.toPx(), bottom)
        val placed = Places(chart, area, under, each).also { places = it }
        placed.zones.forEach { zone(it, area) }
        axes(placed, marks, high)
        chart.bars.forEach { upright(palette.edge, placed.x(it.x), placed.y(it.to), placed.y(it.from), 2.dp.toPx()) }
        chart.series.forEachIndexed { which, series -> line(placed, series, which) }
        placed.zones.forEach { zoneName(placed, it) }
        chart.lanes.forEachIndexed { at, lane -> marked(lane, area, placed, placed.lane(at)) }
        cursor?.let { placed.stops.getOrNull(it) }?.let { cursor(placed, it) }
    }

    private fun DrawScope.upright(colour: Color, x: Float, from: Float, to: Float, wide: Float) =
        drawLine(colour, Offset(x, from), Offset(x, to), wide)

    private fun DrawScope.marked(lane: Lane, area: Rect, places: Places, y: Float) {
        val name = words(lane.name)
        drawText(name, palette.quiet, Offset(area.left, y - name.size.height - 6.dp.toPx()))
        drawLine(palette.line, Offset(area.left, y), Offset(area.right, y), 1.dp.toPx())
        lane.marks.forEach { upright(palette.brand, places.x(it.x), y - 6.dp.toPx(), y + 6.dp.toPx(), 4.dp.toPx()) }
    }

    private fun DrawScope.zone(placed: PlacedZone, area: Rect) {
        val band = Rect(area.left, placed.top, area.right, placed.bottom)
        if (placed.zone.tone == Tone.GREEN) drawRect(palette.greenSoft, band.topLeft, band.size)
        pattern(placed.zone.tone, palette.shades(placed.zone.tone).strong, band)
        val dashes = PathEffect.dashPathEffect(floatArrayOf(6.dp.toPx(), 5.dp.toPx()))
        fun edge(y: Float) = drawLine(palette.edge, Offset(band.left, y), Offset(band.right, y), 1.5.dp.toPx(), pathEffect = dashes)
        if (placed.zone.to != null && band.top > area.top) edge(band.top)
        if (placed.zone.from != null && band.bottom < area.bottom) edge(band.bottom)
    }

    private fun DrawScope.zoneName(places: Places, placed: PlacedZone) {
        val words = words(placed.zone.name, bold = true)
        val room = Size(words.size.width.toFloat(), words.size.height.toFloat())
        val corner = places.nameOf(placed, room, 8.dp.toPx()) ?: return
        val shades = palette.shades(placed.zone.tone)
        // Readable on a pattern, too.
        val halo = if (placed.zone.tone == Tone.GREEN) shades.soft else palette.card
        drawText(words, halo, corner, drawStyle = Stroke(5.dp.toPx(), join = StrokeJoin.Round))
        drawText(words, shades.ink, corner)
    }

    private fun DrawScope.axes(places: Places, marks: List<TextLayoutResult>, high: Int) {
        val area = places.area
        chart.up.ticks.zip(marks).forEach { (tick, words) ->
            val y = places.y(tick.at)
            drawLine(palette.line, Offset(area.left, y), Offset(area.right, y), 1.dp.toPx())
            drawText(words, palette.quiet, Offset(area.left - 8.dp.toPx() - words.size.width, y - words.size.height / 2f))
        }
        // The first and the last always; those between where they touch nothing.
        val row = chart.across.ticks.map { it to words(it.label) }
        val taken = mutableListOf<Rect>()
        (listOfNotNull(row.firstOrNull(), row.lastOrNull()) + row.drop(1).dropLast(1)).distinct().forEach { (tick, words) ->
            val width = words.size.width
            val x = (places.x(tick.at) - width / 2f).coerceIn(area.left, maxOf(area.left, area.right - width))
            val place = Rect(Offset(x, area.bottom + 10.dp.toPx()), Size(width.toFloat(), high.toFloat()))
            if (taken.any { it.inflate(8.dp.toPx()).overlaps(place) }) return@forEach
            taken += place
            drawText(words, palette.quiet, place.topLeft)
        }
    }

    private fun DrawScope.line(places: Places, series: Series, which: Int) {
        val path = Path()
        series.points.forEachIndexed { at, point ->
            val (x, y) = places.at(point)
            if (at == 0) path.moveTo(x, y) else path.lineTo(x, y)
        }
        val dashes = listOf(null, floatArrayOf(7f, 5f), floatArrayOf(2f, 5f))[which % 3]
            ?.let { lengths -> PathEffect.dashPathEffect(FloatArray(2) { lengths[it].dp.toPx() }) }
        drawPath(path, palette.brand, style = Stroke(2.5.dp.toPx(), join = StrokeJoin.Round, pathEffect = dashes))
        val many = series.points.size > MANY
        series.points.filter { !many || it.tone == Tone.RED || it.tone == Tone.AMBER }.forEach { mark(places.at(it), it) }
        if (chart.series.size > 1) series.points.lastOrNull()?.let { lineName(places, series.name, places.at(it)) }
    }

    private fun DrawScope.mark(place: Offset, point: Point) = translate(place.x, place.y) {
        val shape = shapeOf(point.tone, 5.dp.toPx()) ?: dot(5.dp.toPx())
        drawPath(shape, if (point.tone in setOf(Tone.RED, Tone.AMBER)) palette.shades(point.tone).strong else palette.brand)
        drawPath(shape, palette.card, style = Stroke(1.dp.toPx()))
    }

    private fun DrawScope.lineName(places: Places, name: String, last: Offset) {
        val words = words(name, bold = true)
        // After the last point where there is room, above it where there is none.
        val beside = size.width - last.x > words.size.width + 16.dp.toPx()
        val corner = if (beside) Offset(last.x + 12.dp.toPx(), last.y - words.size.height / 2f)
        else Offset((last.x - words.size.width).coerceAtLeast(places.area.left), last.y - words.size.height - 8.dp.toPx())
        drawText(words, palette.card, corner, drawStyle = Stroke(5.dp.toPx(), join = StrokeJoin.Round))
        drawText(words, palette.ink, corner)
    }

    private fun DrawScope.cursor(places: Places, stop: Stop) {
        val place = places.at(stop)
        upright(palette.ink, place.x, places.area.top, maxOf(place.y, places.area.bottom), 1.5.dp.toPx())
        drawCircle(palette.ink, 11.dp.toPx(), place, style = Stroke(3.dp.toPx()))
    }
}
