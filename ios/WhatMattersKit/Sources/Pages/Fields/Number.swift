// A number with its unit.
import Core
import SwiftUI

struct NumberQuestion: View {
    let field: Model.NumberField
    let answer: Answer

    var body: some View {
        Figure(question: field.question, decimals: field.decimals, after: field.unit, answer: answer)
    }
}
