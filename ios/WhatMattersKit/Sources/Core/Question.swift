// What all fields have in common.
import WhatMattersTypes

extension Field {
    /// What it asks.
    public var question: Question {
        switch self {
        case .text(let field): field.question
        case .longText(let field): field.question
        case .number(let field): field.question
        case .money(let field): field.question
        case .date(let field): field.question
        case .time(let field): field.question
        case .choice(let field), .choices(let field), .person(let field): field.question
        case .search(let field): field.question
        case .scale(let field): field.question
        case .file(let field): field.question
        }
    }

    /// The core's draft of the answer, as a shell would send it.
    public var draft: Input {
        switch self {
        case .text(let field): .text(field.value)
        case .longText(let field): .text(field.value)
        case .number(let field): .text(field.value)
        case .money(let field): .text(field.value)
        case .date(let field): .date(field.value)
        case .time(let field): .text(field.value)
        case .choice(let field), .choices(let field), .person(let field):
            .chosen(field.choices.filter(\.chosen).map(\.value))
        case .search(let field): .text(field.value)
        case .scale(let field): .text(field.value.map { "\($0)" } ?? "")
        case .file(let field): .text(field.value ?? "")
        }
    }
}
