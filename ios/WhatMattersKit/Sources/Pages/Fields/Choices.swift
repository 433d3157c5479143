// Any of a few.
import Core
import SwiftUI

struct ChoicesQuestion: View {
    let field: Model.ChoiceField
    let answer: Answer

    var body: some View {
        Frame(question: field.question, grouped: true) {
            ForEach(field.choices, id: \.value) { choice in
                Option(kind: .any, choice: choice, chosen: answer.chosen.contains(choice.value)) {
                    toggle(choice.value)
                }
            }
        }
    }

    /// In the order of the choices, whatever the order of pressing.
    private func toggle(_ value: String) {
        let on = Set(answer.chosen).symmetricDifference([value])
        answer.choose(.chosen(field.choices.map(\.value).filter(on.contains)))
    }
}
