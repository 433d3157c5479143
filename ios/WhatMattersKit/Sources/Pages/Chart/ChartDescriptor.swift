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
            xAxis: axis(chart.across, title: chart.table.columns.first?.title ?? "") { value in
                points.first { $0.x == value }
            },
            yAxis: axis(chart.up, title: chart.title) { value in
                points.first { $0.y == value }
            },
            additionalAxes: [],
            series: chart.series.map { series in
                AXDataSeriesDescriptor(
                    name: series.name,
                    isContinuous: true,
                    dataPoints: series.points.map { point in
                        AXDataPoint(x: point.x, y: point.y, additionalValues: [], label: point.label)
                    }
                )
            }
        )
    }

    /// Values are read in the core's own words: a point's, or the nearest mark's.
    private func axis(
        _ axis: Model.Axis, title: String, point: @escaping (Double) -> Model.Point?
    ) -> AXNumericDataAxisDescriptor {
        AXNumericDataAxisDescriptor(
            title: title,
            range: axis.from...max(axis.from, axis.to),
            gridlinePositions: axis.ticks.map(\.at)
        ) { value in
            if let point = point(value) { return point.label }
            return axis.ticks.min { abs($0.at - value) < abs($1.at - value) }?.label ?? ""
        }
    }
}
