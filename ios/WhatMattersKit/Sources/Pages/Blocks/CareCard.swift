// What to do about a symptom or a danger, by urgency.
import Core
import SwiftUI

struct CareCardBlock: View {
    let card: Model.CareCard
    let level: AccessibilityHeadingLevel

    var body: some View {
        let look = Look(card.urgency)
        VStack(alignment: .leading, spacing: 0) {
            HStack(spacing: 12) {
                Icon(look.icon, size: .heading)
                Text(card.title).font(.smallHeading).wide()
            }
            .foregroundStyle(look.ink)
            .padding(.horizontal, 20).padding(.vertical, 14)
            .background(look.ground)
            .accessibilityElement(children: .combine)
            .accessibilityLabel("\(look.spoken): \(card.title)")
            .heading(level)
            VStack(alignment: .leading, spacing: 12) {
                Lines(lines: card.text)
                Dots(card.items)
                ButtonRow(buttons: card.actions)
            }
            .padding(20)
        }
        .background(Palette.card)
        .clipShape(.rect(cornerRadius: 18))
        .overlay { RoundedRectangle(cornerRadius: 18).stroke(look.edge, lineWidth: 2) }
    }

    private struct Look {
        let spoken: String
        let icon: Model.Icon
        let edge: Color
        let ground: Color
        let ink: Color

        init(_ urgency: Model.Urgency) {
            switch urgency {
            case .nonUrgent:
                (spoken, icon) = (Words.nonUrgent, .info)
                (edge, ground, ink) = (Palette.brand, Palette.brandSoft, Palette.brandOnSoft)
            case .urgent:
                (spoken, icon) = (Words.urgent, .warning)
                (edge, ground, ink) = (Palette.amber.shape, Palette.amber.soft, Palette.amber.ink)
            case .emergency:
                (spoken, icon) = (Words.emergency, .phone)
                (edge, ground, ink) = (Palette.alarm, Palette.alarm, Palette.onAlarm)
            }
        }
    }
}
