import Core
import Foundation
import Someone
import Testing

@MainActor @Suite struct SessionTests {
    @Test func aFileIsHandedOverWhileTheCoreGoesOn() async throws {
        let someone = Someone(directory: nil)
        try await someone.beginInMemory()
        try await someone.press("More")
        try await someone.press("Your data on this device")
        try await someone.press("Save a copy")
        try await someone.handed()
        #expect(someone.phone.files.allSatisfy { !$0.content.isEmpty })
    }

    @Test func aSessionWithoutACoreFailsAndTriesAgainWhenAsked() async throws {
        struct NoKey: Error {}
        let session = Session(launch: .someones) { throw NoKey() }
        session.start()
        try await failed(session)
        session.retry()
        guard case .starting(again: true) = session.shown else { Issue.record("it should start"); return }
    }

    @Test func whatFailedInTheBackgroundIsTriedAgainInFront() async throws {
        struct Locked: Error {}
        final class Key { var locked = true }
        let key = Key()
        let session = Session(launch: .someones) {
            if key.locked { throw Locked() }
            return try LiveCore(CoreConfig(directory: nil, key: Data(count: 32), server: nil)) { _ in .widget }
        }
        session.start(background: true)
        try await failed(session)
        key.locked = false
        session.came()
        for _ in 0..<3000 {
            if case .page = session.shown { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("it should have started")
    }

    private func failed(_ session: Session) async throws {
        for _ in 0..<3000 {
            if case .failed = session.shown { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("it should have failed")
    }

    @Test func aVisitGoesOnFromItsPlaceInAnotherCore() async throws {
        let folder = try Folder()
        let someone = Someone(directory: folder.path)
        try await someone.beginOnThisDevice()
        try await someone.press("Choose what to follow")
        try await someone.see("What do you want to follow?")
        let place = someone.session.place
        await someone.swipeAway()

        let again = Someone(directory: folder.path, place: place)
        try await again.see("What do you want to follow?")
    }

    @Test func aCoreThatStopsIsStartedAgainWhereItWas() async throws {
        let folder = try Folder()
        let someone = Someone(directory: folder.path)
        try await someone.beginOnThisDevice()
        try await someone.press("Choose what to follow")
        try await someone.see("What do you want to follow?")
        await someone.stopCore()
        try await someone.choose("What do you want to follow?", "1.1")
        try await someone.press("Follow these")
        try await someone.see("Blood glucose")
    }

    @Test func whatIsTypedAndPressedWhileThereIsNoCoreIsDoneInItsOrder() async throws {
        let folder = try Folder()
        let someone = Someone(directory: folder.path)
        try await someone.beginOnThisDevice()
        try await someone.press("More")
        try await someone.press("Diary")
        try await someone.press("Write a note")
        let page = try await someone.see("What would you like to remember?")
        let save = try #require(presses(page).first { $0.label == "Save" }).action
        let form = try #require(page.blocks.compactMap { if case .form(let form) = $0 { form } else { nil } }.first)
        await someone.swipeAway()
        someone.session.drafts.type(.text("A bad night"), form.id, form.fields[0])
        someone.session.press(save)
        // Longer than a draft outlives a press.
        try await Task.sleep(for: .milliseconds(400))
        someone.session.retry()
        try await someone.arrive(at: "diary")
        try await someone.see("A bad night")
    }

    @Test func anInvitationsLinkOpensItsPage() async throws {
        let someone = Someone(directory: nil)
        // Before there is a core, and when there is one.
        someone.session.send(.link("https://care.example.org/#invitation=ABCD-EFGH-JKLM"))
        try await someone.see("ABCD-EFGH-JKLM")
        try await someone.arrive(at: "welcome.invitation")
        someone.session.send(.link("whatmatters://app#invitation=NPQR-STUV-WXYZ"))
        try await someone.see("NPQR-STUV-WXYZ")
    }

    @Test func aPressBeforeThereIsACoreWaitsForIt() async throws {
        let folder = try Folder()
        let someone = Someone(directory: folder.path)
        try await someone.beginOnThisDevice()
        let track = try #require(someone.page.flatMap { presses($0).first { $0.label == "Track" } })
        await someone.swipeAway()
        let again = Someone(directory: folder.path)
        again.session.send(.press(track.action))
        try await again.arrive(at: "track")
    }
}
