// A paragraph, or the person's own words.
import Core
import SwiftUI

struct ParagraphBlock: View {
    let paragraph: Model.Paragraph

    var body: some View {
        switch paragraph.style {
        case .body: words.font(.text).wide()
        case .lede: words.font(.lede).wide()
        case .small: words.font(.small).foregroundStyle(Palette.quiet).wide()
        case .quote: Quote(words: words)
        }
    }

    private var words: Text {
        guard let lead = paragraph.lead else { return Text(paragraph.text) }
        return Text(lead).bold() + Text(verbatim: " ") + Text(paragraph.text)
    }
}

/// The person's own words: the largest, with the yellow bar.
struct Quote: View {
    let words: Text

    var body: some View {
        words.font(.quote)
            .padding(.vertical, 4)
            .padding(.leading, 24)
            .overlay(alignment: .leading) { Palette.sun.frame(width: 6) }
            .wide()
    }
}
