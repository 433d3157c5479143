// Where things of a chart are in its picture.
import Core
import Foundation

/// What the cursor can be on: a point, or a mark of a lane, with its words.
struct Stop {
    let x: Double
    let y: Double
    /// The lane's number; none for a point.
    let lane: Int?
    let label: String

    /// All of them left to right, whichever line or lane they are of; of those at
    /// one time the points come last.
    static func inOrder(_ chart: Model.Chart) -> [Stop] {
        let marks = chart.lanes.enumerated().flatMap { at, lane in
            lane.marks.map { Stop(x: $0.x, y: 0, lane: at, label: $0.label) }
        }
        let points = chart.series.flatMap(\.points).map { Stop(x: $0.x, y: $0.y, lane: nil, label: $0.label) }
        // The sort is stable.
        return (marks + points).sorted { $0.x < $1.x }
    }
}

struct Scales {
    let plot: CGRect
    /// The height of the marks' words.
    let mark: CGFloat
    /// Where the first lane begins.
    private let under: CGFloat
    private let across, up: Model.Axis

    init(_ chart: Model.Chart, in size: CGSize, mark: CGFloat) {
        self.mark = mark
        across = chart.across
        up = chart.up
        // Room for the marks at the left: about so much a character.
        let longest = chart.up.ticks.map(\.label.count).max() ?? 1
        let left = 10 + mark * 0.62 * CGFloat(max(longest, 1))
        let (top, right): (CGFloat, CGFloat) = (14, 16)
        let bottom = mark * 1.6 + 10 + Self.lane(mark) * CGFloat(chart.lanes.count)
        under = max(size.height - Self.lane(mark) * CGFloat(chart.lanes.count), 1)
        plot = CGRect(
            x: left, y: top,
            width: max(size.width - left - right, 1), height: max(size.height - top - bottom, 1))
    }

    func x(_ value: Double) -> CGFloat { plot.minX + plot.width * CGFloat(Self.part(value, across)) }

    func y(_ value: Double) -> CGFloat { plot.maxY - plot.height * CGFloat(Self.part(value, up)) }

    func place(of point: Model.Point) -> CGPoint { CGPoint(x: x(point.x), y: y(point.y)) }

    func place(of stop: Stop) -> CGPoint { CGPoint(x: x(stop.x), y: stop.lane.map(lane) ?? y(stop.y)) }

    /// The height of a lane: its name above its marks.
    static func lane(_ mark: CGFloat) -> CGFloat { mark * 1.6 + 20 }

    /// The middle of a lane's marks.
    func lane(_ at: Int) -> CGFloat { under + Self.lane(mark) * CGFloat(at + 1) - 10 }

    /// A zone's band; none where it lies outside.
    func band(of zone: Model.Zone) -> CGRect? {
        let low = max(zone.from ?? up.from, up.from)
        let high = min(zone.to ?? up.to, up.to)
        guard high > low else { return nil }
        return CGRect(x: plot.minX, y: y(high), width: plot.width, height: y(low) - y(high))
    }

    /// The stop nearest to a finger; sideways counts most.
    func nearest(to finger: CGPoint, among stops: [Stop]) -> Int? {
        stops.indices.min { away(stops[$0], finger) < away(stops[$1], finger) }
    }

    /// The corner of a band where a name hides least of the lines; none where it
    /// has no room.
    func corner(of band: CGRect, name: CGSize, lines: [CGPoint]) -> CGRect? {
        let inset: CGFloat = 8
        guard band.height >= name.height, band.width >= name.width + 2 * inset else { return nil }
        let corners = [band.maxY - name.height, band.minY].flatMap { y in
            [band.minX + inset, band.maxX - inset - name.width].map { x in
                CGRect(origin: CGPoint(x: x, y: y), size: name)
            }
        }
        let hidden = { (corner: CGRect) in lines.filter(corner.insetBy(dx: -6, dy: -4).contains).count }
        return corners.min { hidden($0) < hidden($1) }
    }

    /// Places all along a line.
    func along(_ points: [Model.Point]) -> [CGPoint] {
        let places = points.map(place)
        return places.indices.flatMap { at -> [CGPoint] in
            let (from, to) = (places[at], places[min(at + 1, places.count - 1)])
            return stride(from: 0, to: 1, by: 0.125).map { part in
                CGPoint(x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part)
            }
        }
    }

    private func away(_ stop: Stop, _ finger: CGPoint) -> CGFloat {
        let place = place(of: stop)
        return abs(place.x - finger.x) + abs(place.y - finger.y) / 8
    }

    private static func part(_ value: Double, _ axis: Model.Axis) -> Double {
        axis.to > axis.from ? (value - axis.from) / (axis.to - axis.from) : 0.5
    }
}
