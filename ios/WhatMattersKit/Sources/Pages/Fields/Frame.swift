// What stands around every control: the question, its help, what is wrong.
import Core
import SwiftUI

struct Frame<Control: View>: View {
    let question: Model.Question
    /// Several controls, each with a name of its own; the question is the group's.
    /// A single control has the question for its name: `answers`.
    var grouped = false
    @ViewBuilder let control: Control

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            Group {
                Text(question.label).font(.strong)
                if let hint = question.hint { Text(hint).foregroundStyle(Palette.quiet) }
                if let error = question.error {
                    Text(error).font(.strong).foregroundStyle(Palette.red.ink)
                        .accessibilityLabel(question.spokenError)
                }
            }
            .accessibilityHidden(!grouped)
            control
        }
        .padding(.leading, question.error == nil ? 0 : 16)
        .overlay(alignment: .leading) {
            if question.error != nil { Palette.red.shape.frame(width: 4) }
        }
        .wide()
        .accessibilityElement(children: .contain).accessibilityLabel(grouped ? question.label : "")
    }
}

extension Model.Question {
    fileprivate var spokenError: String { error.map { "\(Words.error) \($0)" } ?? "" }
}

extension View {
    /// One stop for VoiceOver, with all that belongs to the question.
    func answers(_ question: Model.Question, in unit: String = "") -> some View {
        let help = [question.spokenError, question.hint ?? ""].filter { !$0.isEmpty }
        return accessibilityLabel([question.label, unit].filter { !$0.isEmpty }.joined(separator: ", "))
            .accessibilityHint(help.joined(separator: " "))
    }

    /// The box around what is typed.
    func box(wrong: Bool) -> some View {
        font(.text)
            .padding(.horizontal, 14).frame(minHeight: target)
            .background(Palette.card, in: .rect(cornerRadius: 12))
            .overlay {
                RoundedRectangle(cornerRadius: 12)
                    .stroke(wrong ? Palette.red.shape : Palette.edge, lineWidth: wrong ? 3 : 2)
            }
    }
}
