// A table. Where there is no room for its columns, each row becomes a small list
// with the columns' titles.
import Core
import SwiftUI

struct TableBlock: View {
    let table: Model.Table

    @Environment(\.dynamicTypeSize) private var size
    @Environment(\.horizontalSizeClass) private var width

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            Text(table.caption).font(.smallHeading)
            if stacked { stack } else { grid }
            if let more = table.more { ButtonView(button: more) }
        }
        .accessibilityElement(children: .contain).accessibilityLabel(table.caption)
    }

    /// More than three columns do not fit a phone, nor three the largest type.
    private var stacked: Bool { size.isAccessibilitySize || (width == .compact && table.columns.count > 3) }

    private var grid: some View {
        Grid(alignment: .topLeading, horizontalSpacing: 12, verticalSpacing: 12) {
            GridRow {
                ForEach(table.columns.indices, id: \.self) { at in
                    Text(table.columns[at].title).font(.strong).foregroundStyle(Palette.quiet)
                        .gridColumnAlignment(table.columns[at].numeric ? .trailing : .leading)
                }
            }
            .accessibilityHidden(true)
            ForEach(table.rows.indices, id: \.self) { at in
                Divider().overlay(Palette.line)
                GridRow { RowCells(row: table.rows[at], columns: table.columns) }
            }
        }
        .card()
    }

    private var stack: some View {
        Rows(count: table.rows.count) { at in
            VStack(alignment: .leading, spacing: 8) {
                RowCells(row: table.rows[at], columns: table.columns, titles: true)
            }
        }
    }
}

/// The cells of a row. VoiceOver reads the whole row at the first of them.
private struct RowCells: View {
    let row: Model.Row
    let columns: [Model.Column]
    var titles = false

    var body: some View {
        ForEach(row.cells.indices, id: \.self) { at in
            if at == 0 {
                Press(action: row.action) { CellView(cell: row.cells[at], opens: row.action != nil) }
                    .accessibilityElement(children: .combine).accessibilityLabel(spoken)
            } else {
                CellView(cell: row.cells[at], title: titles ? title(at) : "").accessibilityHidden(true)
            }
        }
    }

    /// Each cell with its column's title, as a table is read.
    private var spoken: String {
        row.cells.indices.flatMap { at -> [String] in
            let cell = row.cells[at]
            return [at > 0 ? title(at) : "", cell.text, cell.note ?? "", cell.tag?.text ?? ""]
        }
        .filter { !$0.isEmpty }
        .joined(separator: ", ")
    }

    private func title(_ at: Int) -> String { columns.indices.contains(at) ? columns[at].title : "" }
}

private struct CellView: View {
    let cell: Model.Cell
    var title = ""
    var opens = false

    var body: some View {
        VStack(alignment: .leading, spacing: 2) {
            if !title.isEmpty { Text(title).foregroundStyle(Palette.quiet) }
            if let tag = cell.tag { TagView(tag: tag) }
            if !cell.text.isEmpty {
                Text(cell.text).font(cell.strong ? .strong : .text).underline(opens)
                    .foregroundStyle(opens ? Palette.brand : Palette.ink)
            }
            if let note = cell.note { Text(note).foregroundStyle(Palette.quiet) }
        }
    }
}
