// Keys and values, with changes to make.
import Core
import SwiftUI

struct SummaryListBlock: View {
    let list: Model.SummaryList

    var body: some View { Rows(count: list.rows.count) { SummaryRowView(row: list.rows[$0]) } }
}

private struct SummaryRowView: View {
    let row: Model.SummaryRow

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            VStack(alignment: .leading, spacing: 4) {
                Text(row.key).font(.strong)
                Lines(lines: row.value)
                if let tag = row.tag { TagView(tag: tag) }
            }
            .accessibilityElement(children: .combine)
            ForEach(row.actions.indices, id: \.self) { LinkView(link: row.actions[$0]) }
        }
    }
}
