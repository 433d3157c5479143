// Something to know before the rest of the page.
import Core
import SwiftUI

struct NoticeView: View {
    let notice: Model.Notice

    var body: some View {
        let look = Look(notice.tone)
        HStack(alignment: .firstTextBaseline, spacing: 14) {
            Icon(symbol: look.symbol, size: .strong).foregroundStyle(look.edge)
            VStack(alignment: .leading, spacing: 8) {
                VStack(alignment: .leading, spacing: 4) {
                    Text(notice.title).font(.strong).accessibilityLabel("\(look.spoken): \(notice.title)")
                    if let text = notice.text { Text(text) }
                }
                .accessibilityElement(children: .combine)
                if let action = notice.action { ButtonView(button: action) }
            }
            .wide()
        }
        .padding(16)
        .background(look.ground)
        .overlay(alignment: .leading) { look.edge.frame(width: 6) }
        .clipShape(.rect(cornerRadius: 12))
        .overlay { RoundedRectangle(cornerRadius: 12).stroke(Palette.line, lineWidth: 1) }
    }

    private struct Look {
        let symbol: String
        let spoken: String
        let edge: Color
        let ground: Color

        init(_ tone: Model.NoticeTone) {
            switch tone {
            case .info:
                (symbol, spoken) = ("info.circle", Words.information)
                (edge, ground) = (Palette.brand, Palette.card)
            case .success:
                (symbol, spoken) = ("checkmark.circle", Words.success)
                (edge, ground) = (Palette.green.shape, Palette.card)
            case .warning:
                (symbol, spoken) = ("exclamationmark.triangle", Words.warning)
                (edge, ground) = (Palette.amber.shape, Palette.amber.soft)
            case .problem:
                (symbol, spoken) = ("exclamationmark.circle", Words.problem)
                (edge, ground) = (Palette.red.shape, Palette.red.soft)
            }
        }
    }
}
