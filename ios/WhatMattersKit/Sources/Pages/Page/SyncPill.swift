// What has been saved and what has been sent.
import Core
import SwiftUI

struct SyncPill: View {
    let status: Model.SyncStatus

    var body: some View {
        if let look {
            Press(action: status.action) {
                HStack(spacing: 8) {
                    Icon(symbol: look.symbol, size: .small)
                    Text(status.text).font(.small)
                }
                .foregroundStyle(look.loud ? Palette.red.ink : Palette.quiet)
                .padding(.horizontal, 14)
                .frame(minHeight: 40)
                .background(look.loud ? Palette.red.soft : Palette.card, in: .capsule)
                .overlay { Capsule().stroke(look.loud ? Palette.red.shape : Palette.line, lineWidth: 1) }
            }
            .accessibilityElement(children: .combine)
        }
    }

    private var look: (symbol: String, loud: Bool)? {
        switch status.state {
        case .hidden: nil
        case .savedHere: ("iphone", false)
        case .waiting: ("icloud", false)
        case .sending: ("icloud.and.arrow.up", false)
        case .sent: ("checkmark.icloud", false)
        case .notSaved: ("icloud.slash", true)
        case .attention: ("exclamationmark.triangle", true)
        }
    }
}
