// A button of a page, and several in a row.
import Core
import SwiftUI

struct ButtonView: View {
    let button: Model.Button

    var body: some View {
        Leads(to: button.target, spoken: button.spoken) {
            if let chosen = button.chosen { chip(chosen) } else { face }
        }
    }

    private var label: some View {
        HStack(spacing: 8) {
            if let icon = button.icon { Icon(icon, size: .strong) }
            Text(button.label).underline(button.style == .quiet)
        }
        .font(.strong).frame(minHeight: target)
    }

    @ViewBuilder private var face: some View {
        switch button.style {
        case .primary:
            label.filled(Palette.brand, Palette.onBrand)
        case .secondary:
            label.filled(Palette.card, Palette.brand)
                .overlay { RoundedRectangle(cornerRadius: 14).stroke(Palette.brand, lineWidth: 2) }
        case .quiet:
            label.foregroundStyle(Palette.brand).contentShape(.rect)
        case .warning:
            label.filled(Palette.alarm, Palette.onAlarm)
        }
    }

    private func chip(_ chosen: Bool) -> some View {
        Text(button.label).font(chosen ? .strong : .text)
            .padding(.horizontal, 18).frame(minWidth: target, minHeight: target)
            .foregroundStyle(chosen ? Palette.brandOnSoft : Palette.quiet)
            .background(chosen ? Palette.brandSoft : Palette.card, in: .capsule)
            .overlay { Capsule().stroke(chosen ? Palette.brand : Palette.edge, lineWidth: chosen ? 2 : 1) }
            .contentShape(.capsule).accessibilityAddTraits(chosen ? .isSelected : [])
    }
}

extension View {
    /// The ground of a button that is one.
    func filled(_ ground: Color, _ ink: Color) -> some View {
        font(.strong).padding(.horizontal, 18).frame(minHeight: target).foregroundStyle(ink)
            .background(ground, in: .rect(cornerRadius: 14)).contentShape(.rect)
    }
}

/// Buttons beside each other where they fit, else one below another.
struct ButtonRow: View {
    let buttons: [Model.Button]
    var label: String?

    var body: some View {
        if !buttons.isEmpty {
            ViewThatFits(in: .horizontal) {
                HStack(spacing: 12) { all }
                VStack(alignment: .leading, spacing: 8) { all }
            }
            .accessibilityElement(children: .contain).accessibilityLabel(label ?? "")
        }
    }

    private var all: some View { ForEach(buttons.indices, id: \.self) { ButtonView(button: buttons[$0]) } }
}
