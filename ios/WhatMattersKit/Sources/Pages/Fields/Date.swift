// A day, as three boxes: quicker than a wheel for a day that is known, and it can
// be left empty.
import Core
import SwiftUI

struct DateQuestion: View {
    let field: Model.DateField
    let answer: Answer

    var body: some View {
        Frame(question: field.question, grouped: true) {
            HStack(alignment: .bottom, spacing: 12) {
                part(Words.day, answer.date.day, width: 68)
                part(Words.month, answer.date.month, width: 68)
                part(Words.year, answer.date.year, width: 96)
            }
        }
    }

    private func part(_ label: String, _ text: Binding<String>, width: CGFloat) -> some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(label).accessibilityHidden(true)
            TextField("", text: text)
                .keyboardType(.numberPad)
                .box(wrong: field.question.error != nil)
                .frame(minWidth: width)
                .fixedSize(horizontal: true, vertical: false)
                .accessibilityLabel(label)
        }
    }
}
