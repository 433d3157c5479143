// Something to know before the rest of the page.
import Core
import SwiftUI

struct NoticeView: View {
    let notice: Model.Notice

    var body: some View {
        HStack(alignment: .firstTextBaseline, spacing: 14) {
            Icon(symbol: look.symbol, size: .strong).foregroundStyle(look.edge)
            VStack(alignment: .leading, spacing: 8) {
                VStack(alignment: .leading, spacing: 4) {
                    Text(notice.title).font(.strong).accessibilityLabel(spoken)
                    if let text = notice.text { Text(text) }
                }
                .accessibilityElement(children: .combine)
                if let action = notice.action { ButtonView(button: action) }
            }
            .wide()
        }
        .padding(16).background(look.ground)
        .overlay(alignment: .leading) { look.edge.frame(width: 6) }
        .clipShape(.rect(cornerRadius: 12))
        .overlay { RoundedRectangle(cornerRadius: 12).stroke(Palette.line, lineWidth: 1) }
    }

    private var spoken: String { "\(look.word): \(notice.title)" }

    private var look: (symbol: String, word: String, edge: Color, ground: Color) {
        switch notice.tone {
        case .info: ("info.circle", Words.information, Palette.brand, Palette.card)
        case .success: ("checkmark.circle", Words.success, Palette.green.shape, Palette.card)
        case .warning:
            ("exclamationmark.triangle", Words.warning, Palette.amber.shape, Palette.amber.soft)
        case .problem: ("exclamationmark.circle", Words.problem, Palette.red.shape, Palette.red.soft)
        }
    }
}
