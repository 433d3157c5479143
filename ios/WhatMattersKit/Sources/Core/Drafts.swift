// What is being typed. It lives here for a moment; then the core has it, and
// keeps it.
import Observation

/// Answers that the core does not show yet.
///
/// A page may have been made before the core heard of the last letters; it must
/// not undo them. So the core's answer is taken over when it says something that
/// it never said before, or when the person has stopped typing.
@MainActor @Observable
public final class Drafts {
    /// A field of a form.
    public struct Place: Hashable, Sendable {
        let form: String
        let field: String
    }

    private struct Draft {
        var value: Model.Input
        /// What the core said before, and what it was told since.
        var known: [Model.Input]
        var unsent = true
        /// The person is at it; ends a moment after a press.
        var typing = true
    }

    /// The core hears of typing at most so often. It is what a phone that dies in
    /// the middle of a word can lose.
    private static let beat = Duration.milliseconds(150)
    /// By then every page made before a press has come.
    private static let pause = Duration.milliseconds(300)

    private var drafts: [Place: Draft] = [:]
    @ObservationIgnored private var page = ""
    @ObservationIgnored private var waiting = false
    @ObservationIgnored private let send: (Model.FieldInput) -> Void

    /// `send` tells the core of a change.
    public init(send: @escaping (Model.FieldInput) -> Void) { self.send = send }

    /// The answer to show: what was typed, or else what the core says.
    public func answer(_ form: String, _ field: Model.Field) -> Model.Input {
        drafts[place(form, field)]?.value ?? field.draft
    }

    /// The answer changes; the core hears in a moment.
    public func type(_ value: Model.Input, _ form: String, _ field: Model.Field) {
        keep(value, form, field)
        guard !waiting else { return }
        waiting = true
        Task {
            try? await Task.sleep(for: Self.beat)
            waiting = false
            flush()
        }
    }

    /// The answer changes; the core hears at once.
    public func choose(_ value: Model.Input, _ form: String, _ field: Model.Field) {
        keep(value, form, field)
        flush()
    }

    /// An answer that only the core can show: a thing found, a file.
    public func hand(_ value: Model.Input, _ form: String, _ field: Model.Field) {
        flush()
        let place = place(form, field)
        drafts[place] = nil
        send(Model.FieldInput(form: place.form, field: place.field, value: value))
    }

    /// Sends everything typed and not yet sent.
    public func flush() {
        for (place, draft) in drafts where draft.unsent {
            drafts[place]?.unsent = false
            drafts[place]?.known.append(draft.value)
            send(Model.FieldInput(form: place.form, field: place.field, value: draft.value))
        }
    }

    /// Something was pressed: from here on the core knows best.
    func pressed() {
        flush()
        for place in drafts.keys { drafts[place]?.typing = false }
        Task {
            try? await Task.sleep(for: Self.pause)
            drafts = drafts.filter { $0.value.typing }
        }
    }

    /// Another core has taken over, and may not have what was sent last.
    func retell() {
        for place in drafts.keys { drafts[place]?.unsent = true }
        flush()
    }

    /// A page has come.
    func settle(_ page: Model.Page) {
        if page.name != self.page {
            // A form of the same name on another page is another form.
            flush()
            drafts = [:]
        }
        self.page = page.name
        guard !drafts.isEmpty else { return }
        let answers = Self.answers(page)
        drafts = drafts.filter { place, draft in
            guard let answer = answers[place] else { return false }
            return draft.unsent || (answer != draft.value && draft.known.contains(answer))
        }
    }

    private func keep(_ value: Model.Input, _ form: String, _ field: Model.Field) {
        let place = place(form, field)
        var draft = drafts[place] ?? Draft(value: value, known: [field.draft])
        draft.value = value
        draft.unsent = true
        draft.typing = true
        drafts[place] = draft
    }

    private func place(_ form: String, _ field: Model.Field) -> Place {
        Place(form: form, field: field.question.id)
    }

    private static func answers(_ page: Model.Page) -> [Place: Model.Input] {
        var answers: [Place: Model.Input] = [:]
        for case .form(let form) in page.blocks {
            for field in form.fields {
                answers[Place(form: form.id, field: field.question.id)] = field.draft
            }
        }
        return answers
    }
}
