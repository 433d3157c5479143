// The picture of a chart. A tap puts a cursor on a point, or a mark of a lane;
// VoiceOver moves it by swiping up and down, and has the chart itself to explore.
import Core
import SwiftUI

struct Plot: View {
    let chart: Model.Chart

    @State private var cursor: Int?
    @ScaledMetric(relativeTo: .footnote) private var mark: CGFloat = 15

    var body: some View {
        let stops = Stop.inOrder(chart)
        let at = cursor.flatMap { stops.indices.contains($0) ? stops[$0] : nil }
        // Where nothing is chosen, the newest reading is said.
        let newest = stops.lastIndex { $0.lane == nil } ?? 0
        let shown = at ?? (stops.isEmpty ? nil : stops[newest])
        VStack(alignment: .leading, spacing: 8) {
            GeometryReader { place in
                let scales = Scales(chart, in: place.size, mark: mark)
                Canvas { context, _ in
                    PlotDrawing(chart: chart, scales: scales).draw(in: context, cursor: at)
                }
                // A tap, not a drag: that would hold the page still under the finger.
                .gesture(SpatialTapGesture().onEnded { cursor = scales.nearest(to: $0.location, among: stops) })
            }
            .frame(height: 230 + 2 * mark + Scales.lane(mark) * CGFloat(chart.lanes.count))
            if let shown {
                Text(shown.label).font(.small).foregroundStyle(Palette.quiet).accessibilityHidden(true)
            }
        }
        .accessibilityElement(children: .ignore).accessibilityLabel(chart.title)
        .accessibilityValue(shown?.label ?? "")
        .accessibilityAdjustableAction { direction in move(direction, from: newest, among: stops.count) }
        .accessibilityChartDescriptor(ChartDescriptor(chart: chart))
    }

    private func move(_ direction: AccessibilityAdjustmentDirection, from newest: Int, among count: Int) {
        let now = cursor ?? newest
        switch direction {
        case .increment: cursor = min(now + 1, count - 1)
        case .decrement: cursor = max(now - 1, 0)
        @unknown default: break
        }
    }
}
