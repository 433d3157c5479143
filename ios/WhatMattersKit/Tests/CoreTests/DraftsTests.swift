import Someone
import Testing
@testable import Core

@MainActor @Suite struct DraftsTests {
    private final class Told { var values: [Model.Input] = [] }

    private let told = Told()
    private let drafts: Drafts

    init() {
        drafts = Drafts { [told] in told.values.append($0.value) }
        drafts.settle(page(field("")))
    }

    @Test func aPageMadeBeforeTheLastLettersDoesNotUndoThem() {
        drafts.type(.text("6."), "log", field(""))
        drafts.flush()
        drafts.type(.text("6.8"), "log", field(""))
        drafts.settle(page(field("")))
        drafts.settle(page(field("6.")))
        #expect(drafts.answer("log", field("6.")) == .text("6.8"))
        drafts.flush()
        drafts.settle(page(field("6.")))
        #expect(drafts.answer("log", field("6.")) == .text("6.8"))
        #expect(told.values == [.text("6."), .text("6.8")])
    }

    @Test func whatTheCoreSaysAnewIsTakenOver() {
        drafts.type(.text("12 nov"), "log", field(""))
        drafts.flush()
        drafts.settle(page(field("12 November")))
        #expect(drafts.answer("log", field("12 November")) == .text("12 November"))
    }

    @Test func afterAPressTheCoreKnowsBest() async throws {
        drafts.type(.text("Thank you"), "log", field(""))
        drafts.pressed()
        #expect(told.values == [.text("Thank you")])
        // Sent, and the box is empty again, as it was before the first letter.
        drafts.settle(page(field("")))
        try await Task.sleep(for: .seconds(1))
        #expect(drafts.answer("log", field("")) == .text(""))
    }

    @Test func typingIsToldInAMoment() async throws {
        drafts.type(.text("a"), "log", field(""))
        drafts.type(.text("ab"), "log", field(""))
        #expect(told.values == [])
        try await Task.sleep(for: .seconds(1))
        #expect(told.values == [.text("ab")])
    }

    @Test func anotherPagesFormIsAnotherForm() {
        drafts.type(.text("a"), "log", field(""))
        drafts.settle(page(field(""), name: "other"))
        #expect(told.values == [.text("a")])
        #expect(drafts.answer("log", field("")) == .text(""))
    }

    @Test func anotherCoreIsToldAgain() {
        drafts.type(.text("a"), "log", field(""))
        drafts.flush()
        drafts.retell()
        #expect(told.values == [.text("a"), .text("a")])
    }

    private func field(_ value: String) -> Model.Field {
        let question = Model.Question(id: "reading", label: "Reading", hint: nil, error: nil, optional: false)
        return .text(Model.TextField(question: question, value: value, purpose: .plain))
    }

    private func page(_ field: Model.Field, name: String = "log") -> Model.Page {
        Model.Page(
            name: name, place: nil, title: "", caption: nil, back: nil, tabs: [],
            sync: Model.SyncStatus(state: .hidden, text: "", action: nil), notices: [],
            blocks: [.form(Model.Form(id: "log", fields: [field], buttons: [], problem: nil))],
            setting: .person, look: Model.Look(theme: .device, textSize: .normal, easyRead: false, covered: false),
            language: "en-GB", announce: nil, busy: false, reading: nil, pictures: [], aloud: nil, largePrint: false
        )
    }
}
