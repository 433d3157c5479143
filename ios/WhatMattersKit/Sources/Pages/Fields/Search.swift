// One of many, found by typing. What fits stands below as buttons.
import Core
import SwiftUI

struct SearchQuestion: View {
    let field: Model.SearchField
    let answer: Answer

    var body: some View {
        Frame(question: field.question, grouped: true) {
            HStack(spacing: 10) {
                Icon(.search).foregroundStyle(Palette.quiet)
                TextField("", text: answer.text)
                    .autocorrectionDisabled(true)
                    .submitLabel(.search)
                    .onSubmit { answer.flush() }
                    .accessibilityLabel(field.question.label)
            }
            .box(wrong: field.question.error != nil)
            if !field.value.isEmpty {
                Text(Words.found(field.found.count)).foregroundStyle(Palette.quiet)
            }
            ForEach(field.found, id: \.value) { choice in
                Option(kind: .one, choice: choice, chosen: choice.chosen) {
                    answer.hand(.chosen([choice.value]))
                }
            }
        }
    }
}
