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
                if !before.isEmpty { Text(before).foregroundStyle(Palette.quiet) }
                TextField("", text: answer.text)
                    .keyboardType(decimals ? .decimalPad : .numberPad)
                    .monospacedDigit()
                    .frame(maxWidth: 160)
                    .box(wrong: question.error != nil)
                if !after.isEmpty { Text(after).foregroundStyle(Palette.quiet) }
            }
            .accessibilityElement(children: .combine)
        }
    }
}
