// Several paragraphs, and lists.
import SwiftUI

/// One below another.
struct Lines: View {
    let lines: [String]
    var quiet = false

    var body: some View {
        ForEach(lines.indices, id: \.self) { at in
            Text(lines[at]).foregroundStyle(quiet ? Palette.quiet : Palette.ink).wide()
        }
    }
}

/// A list with a mark before each of its items.
struct Dots<Dot: View>: View {
    let items: [String]
    @ViewBuilder let dot: Dot

    var body: some View {
        ForEach(items.indices, id: \.self) { at in
            HStack(alignment: .firstTextBaseline, spacing: 10) {
                dot.accessibilityHidden(true)
                Text(items[at]).wide()
            }
        }
    }
}

extension Dots where Dot == Text {
    init(_ items: [String]) { self.init(items: items) { Text(verbatim: "•") } }
}

/// Rows of a panel, with a fine line between them.
struct Rows<Row: View>: View {
    let count: Int
    @ViewBuilder let row: (Int) -> Row

    var body: some View {
        VStack(spacing: 0) {
            ForEach(0..<count, id: \.self) { at in
                if at > 0 { Divider().overlay(Palette.line) }
                row(at).padding(.horizontal, 20).padding(.vertical, 14).wide()
            }
        }
        .panel()
    }
}
