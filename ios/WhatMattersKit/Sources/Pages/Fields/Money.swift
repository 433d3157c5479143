// An amount in pounds.
import Core
import SwiftUI

struct MoneyQuestion: View {
    let field: Model.MoneyField
    let answer: Answer

    var body: some View {
        Figure(question: field.question, decimals: true, before: Words.pounds, answer: answer)
    }
}
