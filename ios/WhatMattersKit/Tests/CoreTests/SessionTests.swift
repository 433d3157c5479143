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
        #expect(someone.files.allSatisfy { !$0.content.isEmpty })
    }

    @Test func aSessionWithoutACoreFailsAndTriesAgainWhenAsked() async throws {
        struct NoKey: Error {}
        let session = Session(launch: .someones) { throw NoKey() }
        await session.run()
        guard case .failed = session.shown else { Issue.record("it should have failed"); return }
        session.retry()
        #expect(session.attempt == 1)
        guard case .starting(again: true) = session.shown else { Issue.record("it should start"); return }
    }

    @Test func aVisitGoesOnFromItsPlaceInAnotherCore() async throws {
        let folder = try Folder()
        let someone = Someone(directory: folder.path)
        try await someone.beginOnThisDevice()
        try await someone.press("Choose what to follow")
        try await someone.see("What do you want to follow?")
        let place = someone.session.place
        await someone.leave()

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

    @Test func anInvitationsLinkOpensItsPage() async throws {
        let folder = try Folder()
        let someone = Someone(directory: folder.path)
        try await someone.see("Welcome")
        someone.session.accept(invitation: "ABCD-EFGH-JKLM")
        await someone.leave()
        someone.come()
        try await someone.see("ABCD-EFGH-JKLM")
    }

    @Test(arguments: [
        ("https://care.example.org/join?code=ABCD", "ABCD"),
        ("whatmatters://join?code=ABCD", "ABCD"),
        ("https://care.example.org/other?code=ABCD", nil),
        ("https://care.example.org/join", nil),
    ])
    func aLinkHoldsACode(address: String, code: String?) throws {
        #expect(Invitation.code(in: try #require(URL(string: address))) == code)
    }
}
