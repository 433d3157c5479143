// One question of a form.
import Core
import SwiftUI

struct FieldView: View {
    let form: String
    let field: Model.Field

    @Environment(Session.self) private var session

    // Without `default`: a new field of the core's does not compile until it can
    // be answered.
    var body: some View {
        let answer = Answer(drafts: session.drafts, form: form, field: field)
        switch field {
        case .text(let field): TextQuestion(field: field, answer: answer)
        case .longText(let field): LongTextQuestion(field: field, answer: answer)
        case .number(let field): Figure(question: field.question, decimals: field.decimals, after: field.unit, answer: answer)
        case .money(let field): Figure(question: field.question, decimals: true, before: Words.pounds, answer: answer)
        case .date(let field): DateQuestion(field: field, answer: answer)
        case .time(let field): TimeQuestion(field: field, answer: answer)
        case .choice(let field): ChoiceQuestion(field: field, answer: answer)
        case .choices(let field): ChoicesQuestion(field: field, answer: answer)
        case .search(let field): SearchQuestion(field: field, answer: answer)
        case .scale(let field): ScaleQuestion(field: field, answer: answer)
        case .file(let field): FileQuestion(field: field, answer: answer)
        case .person(let field): PersonQuestion(field: field, answer: answer)
        }
    }
}
