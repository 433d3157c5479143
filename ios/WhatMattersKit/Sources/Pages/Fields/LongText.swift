// Several lines of text, with a count near the end.
import Core
import SwiftUI

struct LongTextQuestion: View {
    let field: Model.LongTextField
    let answer: Answer

    var body: some View {
        Frame(question: field.question) {
            VStack(alignment: .leading, spacing: 4) {
                TextField("", text: answer.text, axis: .vertical)
                    .lineLimit(max(Int(field.rows), 2)...)
                    .padding(.vertical, 12)
                    .box(wrong: field.question.error != nil)
                if let count { Text(count).foregroundStyle(left < 0 ? Palette.red.ink : Palette.quiet) }
            }
        }
    }

    /// As the core counts: Unicode scalars.
    private var left: Int { Int(field.max) - answer.text.wrappedValue.unicodeScalars.count }

    /// Said once three quarters of the room are used.
    private var count: String? {
        if left < 0 { return Words.charactersOver(-left) }
        return left * 4 < Int(field.max) ? Words.charactersLeft(left) : nil
    }
}
