// The picture of a chart. A finger moves a cursor from point to point; VoiceOver
// does the same by swiping up and down, and has the chart itself to explore.
import Core
import SwiftUI

struct Plot: View {
    let chart: Model.Chart

    @State private var cursor: Int?
    @ScaledMetric(relativeTo: .footnote) private var mark: CGFloat = 15

    var body: some View {
        let points = Self.inOrder(chart.series)
        let at = cursor.flatMap { points.indices.contains($0) ? points[$0] : nil }
        VStack(alignment: .leading, spacing: 8) {
            GeometryReader { place in
                let scales = Scales(chart, in: place.size, mark: mark)
                Canvas { context, _ in
                    PlotDrawing(chart: chart, scales: scales).draw(in: context, cursor: at)
                }
                .gesture(
                    DragGesture(minimumDistance: 0)
                        .onChanged { cursor = scales.nearest(to: $0.location, among: points) }
                )
            }
            .frame(height: 230 + 2 * mark)
            if let shown = at ?? points.last {
                Text(shown.label).font(.small).foregroundStyle(Palette.quiet).accessibilityHidden(true)
            }
        }
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(chart.title)
        .accessibilityValue((at ?? points.last)?.label ?? "")
        .accessibilityAdjustableAction { direction in move(direction, among: points.count) }
        .accessibilityChartDescriptor(ChartDescriptor(chart: chart))
    }

    private func move(_ direction: AccessibilityAdjustmentDirection, among count: Int) {
        let now = cursor ?? count - 1
        switch direction {
        case .increment: cursor = min(now + 1, count - 1)
        case .decrement: cursor = max(now - 1, 0)
        @unknown default: break
        }
    }

    /// All points left to right, whichever line they are of.
    static func inOrder(_ series: [Model.Series]) -> [Model.Point] {
        series.flatMap(\.points).sorted { $0.x < $1.x }
    }
}
