// A figure with its unit before or after it: numbers and money.
import Core
import SwiftUI
import UIKit

struct Figure: View {
    let question: Model.Question
    let decimals: Bool
    var before = ""
    var after = ""
    let answer: Answer

    var body: some View {
        Frame(question: question) {
            HStack(spacing: 10) {
                if !before.isEmpty { unit(before) }
                TextField("", text: answer.text)
                    .keyboardType(decimals ? .decimalPad : .numberPad).monospacedDigit()
                    .answers(question, in: before + after)
                    .frame(maxWidth: 160).box(wrong: question.error != nil)
                if !after.isEmpty { unit(after) }
            }
        }
    }

    private func unit(_ unit: String) -> some View {
        Text(unit).foregroundStyle(Palette.quiet).accessibilityHidden(true)
    }
}
