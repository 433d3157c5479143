// A chart as VoiceOver explores it: by point, by sound, and in a sentence.
import Accessibility
import Core
import SwiftUI

struct ChartDescriptor: AXChartDescriptorRepresentable {
    let chart: Model.Chart

    func makeChartDescriptor() -> AXChartDescriptor {
        let points = chart.series.flatMap(\.points)
        return AXChartDescriptor(
            title: chart.title,
            summary: chart.sentence,
            xAxis: axis(chart.across, chart.table.columns.first?.title ?? "") { at in points.first { $0.x == at } },
            yAxis: axis(chart.up, chart.title) { at in points.first { $0.y == at } },
            additionalAxes: [],
            series: chart.series.map { series($0.name, $0.points.map { AXDataPoint(x: $0.x, y: $0.y, label: $0.label) }) }
                + chart.lanes.map { series($0.name, $0.marks.map { AXDataPoint(x: $0.x, y: nil, label: $0.label) }) }
        )
    }

    private func series(_ name: String, _ points: [AXDataPoint]) -> AXDataSeriesDescriptor {
        AXDataSeriesDescriptor(name: name, isContinuous: true, dataPoints: points)
    }

    /// Values are read in the core's own words: a point's, or the nearest mark's.
    private func axis(
        _ axis: Model.Axis, _ title: String, point: @escaping (Double) -> Model.Point?
    ) -> AXNumericDataAxisDescriptor {
        AXNumericDataAxisDescriptor(
            title: title, range: axis.from...max(axis.from, axis.to),
            gridlinePositions: axis.ticks.map(\.at)
        ) { value in
            point(value)?.label ?? axis.ticks.min { abs($0.at - value) < abs($1.at - value) }?.label ?? ""
        }
    }
}
