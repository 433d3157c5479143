// One of a few.
import Core
import SwiftUI

struct ChoiceQuestion: View {
    let field: Model.ChoiceField
    let answer: Answer

    var body: some View {
        Frame(question: field.question, grouped: true) {
            ForEach(field.choices, id: \.value) { choice in
                Option(kind: .one, choice: choice, chosen: answer.chosen == [choice.value]) {
                    answer.choose(.chosen([choice.value]))
                }
            }
        }
    }
}
