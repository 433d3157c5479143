// What stands around every control: the question, its help, what is wrong.
import Core
import SwiftUI

struct Frame<Control: View>: View {
    let question: Model.Question
    /// Several controls, each with a name of its own; the question is the group's.
    var grouped = false
    @ViewBuilder let control: Control

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            Text(question.label).font(.strong).accessibilityHidden(!grouped)
            if let hint = question.hint {
                Text(hint).foregroundStyle(Palette.quiet).accessibilityHidden(!grouped)
            }
            if let error = question.error {
                Text(error).font(.strong).foregroundStyle(Palette.red.ink)
                    .accessibilityLabel(spokenError(error))
                    .accessibilityHidden(!grouped)
            }
            if grouped {
                control
            } else {
                // One stop for VoiceOver, with all that belongs to it.
                control.accessibilityLabel(question.label).accessibilityHint(help)
            }
        }
        .padding(.leading, question.error == nil ? 0 : 16)
        .overlay(alignment: .leading) {
            if question.error != nil { Palette.red.shape.frame(width: 4) }
        }
        .wide()
        .accessibilityElement(children: .contain)
        .accessibilityLabel(grouped ? question.label : "")
    }

    private var help: String {
        [question.error.map(spokenError), question.hint].compactMap { $0 }.joined(separator: " ")
    }

    private func spokenError(_ error: String) -> String { "\(Words.error) \(error)" }
}

extension View {
    /// The box around what is typed.
    func box(wrong: Bool) -> some View {
        font(.text)
            .padding(.horizontal, 14)
            .frame(minHeight: target)
            .background(Palette.card, in: .rect(cornerRadius: 12))
            .overlay {
                RoundedRectangle(cornerRadius: 12)
                    .stroke(wrong ? Palette.red.shape : Palette.edge, lineWidth: wrong ? 3 : 2)
            }
    }
}
