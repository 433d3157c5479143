// A row of numbers to press, with what the first and the last mean.
import Core
import SwiftUI

struct ScaleQuestion: View {
    let field: Model.ScaleField
    let answer: Answer

    var body: some View {
        Frame(question: field.question, grouped: true) {
            LazyVGrid(columns: [GridItem(.adaptive(minimum: 52), spacing: 8)], spacing: 8) {
                ForEach(Array(field.from...max(field.from, field.to)), id: \.self) { number($0) }
            }
            HStack(alignment: .top) {
                Text(end(field.from))
                Spacer(minLength: 24)
                Text(end(field.to))
            }
            .foregroundStyle(Palette.quiet)
            .accessibilityHidden(true)
        }
    }

    private func number(_ value: Int32) -> some View {
        let chosen = answer.text.wrappedValue == "\(value)"
        return Button { answer.choose(.text("\(value)")) } label: {
            Text(verbatim: "\(value)").font(.strong).monospacedDigit()
                .frame(maxWidth: .infinity, minHeight: target)
                .foregroundStyle(chosen ? Palette.onBrand : Palette.ink)
                .background(chosen ? Palette.brand : Palette.card, in: .rect(cornerRadius: 12))
                .overlay { RoundedRectangle(cornerRadius: 12).stroke(Palette.edge, lineWidth: 2) }
        }
        .buttonStyle(.plain)
        .accessibilityLabel(end(value))
        .accessibilityAddTraits(chosen ? .isSelected : [])
    }

    /// The number with its meaning, where it has one.
    private func end(_ value: Int32) -> String {
        let meaning = value == field.from ? field.fromLabel : value == field.to ? field.toLabel : ""
        return meaning.isEmpty ? "\(value)" : "\(value): \(meaning)"
    }
}
