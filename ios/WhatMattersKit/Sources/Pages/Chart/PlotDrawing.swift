// Draws a chart. Zones have patterns and points have shapes, so that nothing
// hangs on colour.
import Core
import SwiftUI

@MainActor
struct PlotDrawing {
    let chart: Model.Chart
    let scales: Scales

    /// More points than this are drawn without shapes, unless they mean something.
    private static let many = 60
    private static let dashes: [[CGFloat]] = [[], [7, 5], [2, 5]]

    func draw(in context: GraphicsContext, cursor: Stop?) {
        chart.zones.forEach { zone($0, in: context) }
        axes(in: context)
        for bar in chart.bars {
            let ends = (scales.y(bar.to), scales.y(bar.from))
            context.stroke(upright(scales.x(bar.x), ends), with: .color(Palette.edge), lineWidth: 2)
        }
        for (at, series) in chart.series.enumerated() { line(series, at, in: context) }
        chart.zones.forEach { name(of: $0, in: context) }
        for (at, lane) in chart.lanes.enumerated() { self.lane(lane, at: scales.lane(at), in: context) }
        if let cursor { self.cursor(at: scales.place(of: cursor), in: context) }
    }

    private func zone(_ zone: Model.Zone, in context: GraphicsContext) {
        guard let band = scales.band(of: zone) else { return }
        let shades = Palette.of(zone.tone)
        context.fill(Path(band), with: .color(shades.soft))
        var inside = context
        inside.clip(to: Path(band))
        inside.stroke(
            Patterns.lines(for: zone.tone, in: band), with: .color(shades.shape.opacity(0.35)), lineWidth: 1)
        for edge in [band.minY, band.maxY] where edge > scales.plot.minY && edge < scales.plot.maxY {
            context.stroke(
                across(edge), with: .color(Palette.edge), style: StrokeStyle(lineWidth: 1, dash: [5, 4]))
        }
    }

    private func axes(in context: GraphicsContext) {
        for tick in chart.up.ticks {
            let y = scales.y(tick.at)
            context.stroke(across(y), with: .color(Palette.line), lineWidth: 1)
            context.draw(mark(tick.label), at: CGPoint(x: scales.plot.minX - 8, y: y), anchor: .trailing)
        }
        for tick in chart.across.ticks {
            let x = scales.x(tick.at)
            // Marks at the ends stay inside the picture.
            let anchor: UnitPoint =
                x - scales.plot.minX < 24 ? .topLeading : scales.plot.maxX - x < 24 ? .topTrailing : .top
            context.draw(mark(tick.label), at: CGPoint(x: x, y: scales.plot.maxY + 8), anchor: anchor)
        }
    }

    private func line(_ series: Model.Series, _ which: Int, in context: GraphicsContext) {
        var path = Path()
        path.addLines(series.points.map(scales.place))
        let dash = Self.dashes[which % Self.dashes.count]
        context.stroke(path, with: .color(Palette.brand), style: StrokeStyle(lineWidth: 3, dash: dash))
        let few = series.points.count <= Self.many
        for point in series.points where few || point.tone == .red || point.tone == .amber {
            shape(of: point, in: context)
        }
        guard chart.series.count > 1, let last = series.points.last else { return }
        let end = scales.place(of: last)
        context.draw(
            Text(series.name).font(.smallStrong).foregroundStyle(Palette.ink),
            at: CGPoint(x: end.x, y: end.y - 14),
            anchor: .trailing
        )
    }

    private func shape(of point: Model.Point, in context: GraphicsContext) {
        guard let shape = Mark.shape(of: point.tone) ?? Mark.shape(of: .green) else { return }
        let place = scales.place(of: point)
        let colour = point.tone == .red || point.tone == .amber ? Palette.of(point.tone).shape : Palette.brand
        let moved = shape.offsetBy(dx: place.x - 5, dy: place.y - 5)
        context.fill(moved, with: .color(colour))
    }

    /// Above the lines, and where they are not.
    private func name(of zone: Model.Zone, in context: GraphicsContext) {
        guard let band = scales.band(of: zone) else { return }
        let words = context.resolve(
            Text(zone.name).font(.smallStrong).foregroundStyle(Palette.of(zone.tone).ink))
        let lines = chart.series.flatMap { scales.along($0.points) }
        if let corner = scales.corner(of: band, name: words.measure(in: band.size), lines: lines) {
            context.draw(words, in: corner)
        }
    }

    /// What happened beside: a name, and its marks on a line below.
    private func lane(_ lane: Model.Lane, at y: CGFloat, in context: GraphicsContext) {
        let corner = CGPoint(x: scales.plot.minX, y: y - 10)
        context.draw(mark(lane.name), at: corner, anchor: .bottomLeading)
        context.stroke(across(y), with: .color(Palette.line), lineWidth: 1)
        for mark in lane.marks {
            context.stroke(upright(scales.x(mark.x), (y - 6, y + 6)), with: .color(Palette.brand), lineWidth: 4)
        }
    }

    private func cursor(at place: CGPoint, in context: GraphicsContext) {
        let ends = (scales.plot.minY, max(place.y, scales.plot.maxY))
        context.stroke(upright(place.x, ends), with: .color(Palette.ink), lineWidth: 1)
        let ring = Path(ellipseIn: CGRect(x: place.x - 11, y: place.y - 11, width: 22, height: 22))
        context.stroke(ring, with: .color(Palette.ink), lineWidth: 3)
    }

    private func mark(_ label: String) -> Text { Text(label).font(.mark).foregroundStyle(Palette.quiet) }

    private func upright(_ x: CGFloat, _ ends: (CGFloat, CGFloat)) -> Path {
        var path = Path()
        path.move(to: CGPoint(x: x, y: ends.0))
        path.addLine(to: CGPoint(x: x, y: ends.1))
        return path
    }

    private func across(_ y: CGFloat) -> Path {
        var path = Path()
        path.move(to: CGPoint(x: scales.plot.minX, y: y))
        path.addLine(to: CGPoint(x: scales.plot.maxX, y: y))
        return path
    }
}
