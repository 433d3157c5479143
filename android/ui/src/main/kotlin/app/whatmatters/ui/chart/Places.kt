package app.whatmatters.ui

import androidx.compose.ui.geometry.*
import app.whatmatters.types.*
import kotlin.math.abs

/** A zone in pixels from the top. */
internal class PlacedZone(val zone: Zone, val top: Float, val bottom: Float)

/** What the cursor can be on: a point, or a mark of a lane, with its words. */
internal class Stop(val x: Double, val y: Double, val lane: Int?, val label: String)

/** All of them left to right, whichever line or lane they are of. */
internal fun stopsOf(chart: Chart): List<Stop> = (chart.lanes.flatMapIndexed { at, lane -> lane.marks.map { Stop(it.x, 0.0, at, it.label) } } +
    chart.series.flatMap { it.points }.map { Stop(it.x, it.y, null, it.label) }).sortedBy { it.x }

/** Where everything goes, for a picture whose lines fill [area], above lanes of this height and the marks of the axis. */
internal class Places(private val chart: Chart, val area: Rect, private val marks: Float, private val each: Float) {
    fun x(value: Double): Float = area.left + part(value, chart.across) * area.width

    fun y(value: Double): Float = area.bottom - part(value, chart.up) * area.height

    fun at(point: Point): Offset = Offset(x(point.x), y(point.y))

    fun at(stop: Stop): Offset = Offset(x(stop.x), stop.lane?.let(::lane) ?: y(stop.y))

    /** The middle of a lane's marks, below its name. */
    fun lane(at: Int): Float = area.bottom + marks + each * (at + 0.8f)

    val zones: List<PlacedZone> = chart.zones.mapNotNull { zone ->
        val low = maxOf(zone.from ?: chart.up.from, chart.up.from)
        val high = minOf(zone.to ?: chart.up.to, chart.up.to)
        if (high > low) PlacedZone(zone, y(high), y(low)) else null
    }

    val stops: List<Stop> = stopsOf(chart)

    /** The stop nearest to a place in the picture; sideways counts most. */
    fun nearest(to: Offset): Int? = stops.indices.minByOrNull {
        val place = at(stops[it])
        abs(place.x - to.x) + abs(place.y - to.y) / 8
    }

    /** The corner of a zone where its name hides least of the lines; none where it has no room. */
    fun nameOf(placed: PlacedZone, size: Size, inset: Float): Offset? {
        if (placed.bottom - placed.top < size.height || area.width < size.width + 2 * inset) return null
        val lefts = listOf(area.left + inset, area.right - inset - size.width)
        val tops = listOf(placed.bottom - size.height, placed.top)
        return tops.flatMap { top -> lefts.map { left -> Offset(left, top) } }.minByOrNull { corner ->
            val name = Rect(corner, size).inflate(inset / 2)
            taken.count(name::contains)
        }
    }

    /** Places all along the lines. */
    private val taken: List<Offset> = chart.series.flatMap(::along)

    private fun along(series: Series): List<Offset> = series.points.flatMapIndexed { at, point ->
        val from = at(point)
        val to = at(series.points.getOrElse(at + 1) { point })
        List(STEPS) { step -> from + (to - from) * (step / STEPS.toFloat()) }
    }

    private fun part(value: Double, axis: Axis): Float =
        if (axis.to > axis.from) ((value - axis.from) / (axis.to - axis.from)).toFloat() else 0.5f
}

/** Places looked at along each stretch of a line. */
private const val STEPS = 8
