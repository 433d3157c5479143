// A chart: its sentence, its picture, and its table, which all say the same.
import Core
import SwiftUI

struct ChartBlock: View {
    let chart: Model.Chart
    let level: AccessibilityHeadingLevel

    @State private var open = false

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            Text(chart.title).font(.smallHeading).heading(level)
            ButtonRow(buttons: chart.ranges, label: chart.title)
            VStack(alignment: .leading, spacing: 12) {
                if chart.series.contains(where: { !$0.points.isEmpty }) { Plot(chart: chart) }
                Text(Words.inWords).bold() + Text(verbatim: " ") + Text(chart.sentence)
                ReadAloud(text: "\(chart.title). \(chart.sentence)")
                if !chart.table.rows.isEmpty {
                    DisclosureGroup(isExpanded: $open) {
                        TableBlock(table: chart.table)
                    } label: {
                        DisclosureLabel(text: Words.chartTable)
                    }
                    .tint(Palette.brand)
                }
            }
            .padding(20)
            .wide()
            .panel()
        }
    }
}
