// What to do about a symptom or a danger, by urgency.
import Core
import SwiftUI

struct CareCardBlock: View {
    let card: Model.CareCard
    let level: AccessibilityHeadingLevel

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            HStack(spacing: 12) {
                Icon(look.icon, size: .heading)
                Text(card.title).font(.smallHeading).wide()
            }
            .foregroundStyle(look.ink).padding(.horizontal, 20).padding(.vertical, 14)
            .background(look.ground).accessibilityElement(children: .combine).accessibilityLabel(spoken)
            .heading(level)
            VStack(alignment: .leading, spacing: 12) {
                Lines(lines: card.text)
                Dots(card.items)
                ButtonRow(buttons: card.actions)
            }
            .padding(20)
        }
        .background(Palette.card).clipShape(.rect(cornerRadius: 18))
        .overlay { RoundedRectangle(cornerRadius: 18).stroke(look.edge, lineWidth: 2) }
    }

    private var spoken: String { "\(look.word): \(card.title)" }

    private var look: (icon: Model.Icon, word: String, edge: Color, ground: Color, ink: Color) {
        switch card.urgency {
        case .nonUrgent:
            (.info, Words.nonUrgent, Palette.brand, Palette.brandSoft, Palette.brandOnSoft)
        case .urgent:
            (.warning, Words.urgent, Palette.amber.shape, Palette.amber.soft, Palette.amber.ink)
        case .emergency: (.phone, Words.emergency, Palette.alarm, Palette.alarm, Palette.onAlarm)
        }
    }
}
