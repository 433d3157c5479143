// The core's own lock, on a phone that has one.
import Core
import Someone
import Testing

@MainActor @Suite struct LockTests {
    @Test func nothingIsShownWhileTheAppIsLeftAndWhoIsSoonBackIsNotAsked() async throws {
        let someone = try await inMemory()
        try await someone.press("Plan")
        try await someone.arrive(at: "plan")
        // At once, for the system's picture is taken before a page can follow.
        #expect(someone.session.locks)
        someone.session.left()
        try await someone.arrive(at: "locked")
        someone.session.came()
        try await someone.arrive(at: "plan")
        #expect(someone.phone.timesUnlocked == 1, "only when the lock was turned on")
    }

    @Test func aNewStartIsLockedUntilTheFaceIsShown() async throws {
        let folder = try await lockedAndSwipedAway()

        let phone = Phone()
        phone.face = .notProved
        let again = Someone(directory: folder.path, phone: phone)
        try await again.arrive(at: "locked")
        _ = try await again.asked("to unlock") { $0.timesUnlocked == 1 ? true : nil }
        // Help is not hidden.
        try await again.see("999")
        phone.face = .proved
        try await again.press("Unlock")
        try await again.arrive(at: "today")
    }

    @Test func nobodyIsAskedInTheBackground() async throws {
        let folder = try await lockedAndSwipedAway()

        let again = Someone(directory: folder.path, background: true)
        try await again.arrive(at: "locked")
        #expect(again.phone.timesUnlocked == 0)
        again.session.came()
        try await again.arrive(at: "today")
        #expect(again.phone.timesUnlocked == 1)
    }

    @Test func aPressBehindTheLockOutlivesTheApp() async throws {
        let folder = try Folder()
        let someone = Someone(directory: folder.path)
        try await someone.beginOnThisDevice()
        try await someone.lockTheApp()
        let widget = try await someone.asked("a widget") { $0.widget }
        let button = try #require(widget.buttons.first { $0.label == "Write in the diary" })
        await someone.swipeAway()

        let phone = Phone()
        phone.face = .notProved
        let pressed = Someone(directory: folder.path, phone: phone, background: true)
        pressed.session.press(button.action)
        await phone.settling.settled(pressed.session, within: .seconds(20))
        #expect(pressed.page?.name == "locked")
        // The system ends the app before the person comes.
        await pressed.swipeAway()
        let again = Someone(directory: folder.path)
        try await again.arrive(at: "diary.write")
    }

    @Test func aLockThatIsTurnedOffCoversNothing() async throws {
        let someone = try await inMemory()
        someone.session.left()
        try await someone.arrive(at: "locked")
        someone.session.came()
        try await someone.press("No lock")
        try await someone.see("The app no longer locks")
        someone.session.left()
        someone.session.came()
        try await someone.press("Plan")
        try await someone.arrive(at: "plan")
        #expect(!someone.session.locks)
    }

    @Test func aPhoneThatLostItsOwnLockOpensAndSaysSo() async throws {
        let folder = try await lockedAndSwipedAway()
        let phone = Phone()
        phone.face = .unavailable
        let again = Someone(directory: folder.path, phone: phone)
        try await again.see("The lock is off")
    }
}

/// What somebody left on their phone who locked the app.
@MainActor private func lockedAndSwipedAway() async throws -> Folder {
    let folder = try Folder()
    let someone = Someone(directory: folder.path)
    try await someone.beginOnThisDevice()
    try await someone.lockTheApp()
    await someone.swipeAway()
    return folder
}

/// Somebody who has just locked an app that keeps nothing.
@MainActor private func inMemory() async throws -> Someone {
    let someone = Someone(directory: nil)
    try await someone.beginInMemory()
    try await someone.lockTheApp()
    return someone
}

extension Someone {
    fileprivate func lockTheApp() async throws {
        try await press("More")
        try await press("Settings")
        try await press("Lock it")
        try await see("The app locks from now on")
    }
}
