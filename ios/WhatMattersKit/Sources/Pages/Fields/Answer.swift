// The answer to a question, as the controls of SwiftUI want it.
import Core
import SwiftUI

@MainActor
struct Answer {
    let drafts: Drafts
    let form: String
    let field: Model.Field

    /// For what is typed.
    var text: Binding<String> {
        Binding { @MainActor in
            if case .text(let text) = value { text } else { "" }
        } set: { @MainActor in
            drafts.type(.text($0), form, field)
        }
    }

    /// For a day's three boxes.
    var date: Binding<Model.DateInput> {
        Binding { @MainActor in
            if case .date(let date) = value { date } else { Model.DateInput(day: "", month: "", year: "") }
        } set: { @MainActor in
            drafts.type(.date($0), form, field)
        }
    }

    /// What is chosen among a few.
    var chosen: [String] { if case .chosen(let chosen) = value { chosen } else { [] } }

    /// Chosen here; shown at once.
    func choose(_ value: Model.Input) { drafts.choose(value, form, field) }

    /// Shown only when the core shows it.
    func hand(_ value: Model.Input) { drafts.hand(value, form, field) }

    /// The field was left, or Return was pressed.
    func flush() { drafts.flush() }

    private var value: Model.Input { drafts.answer(form, field) }
}
