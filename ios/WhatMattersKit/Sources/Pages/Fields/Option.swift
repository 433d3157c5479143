// One choice with its circle or box.
import Core
import SwiftUI

struct Option: View {
    enum Kind { case one, any }

    let kind: Kind
    let choice: Model.Choice
    let chosen: Bool
    let pick: @MainActor () -> Void

    var body: some View {
        Button(action: pick) {
            HStack(alignment: .firstTextBaseline, spacing: 14) {
                Icon(symbol: mark, size: .heading)
                    .foregroundStyle(chosen ? Palette.brand : Palette.edge)
                VStack(alignment: .leading, spacing: 2) {
                    HStack(alignment: .firstTextBaseline, spacing: 8) {
                        if let icon = choice.icon { Icon(icon) }
                        Text(choice.label)
                    }
                    if let hint = choice.hint { Text(hint).foregroundStyle(Palette.quiet) }
                }
            }
            .frame(minHeight: target)
            .wide()
            .contentShape(.rect)
        }
        .buttonStyle(.plain)
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(chosen ? .isSelected : [])
    }

    private var mark: String {
        switch kind {
        case .one: chosen ? "largecircle.fill.circle" : "circle"
        case .any: chosen ? "checkmark.square.fill" : "square"
        }
    }
}
