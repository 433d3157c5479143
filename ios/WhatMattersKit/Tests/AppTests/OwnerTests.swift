// Whether who holds the phone is its owner, and when that is asked.
import Core
import LocalAuthentication
import Outside
import Testing
@testable import WhatMatters

@MainActor @Suite(.serialized) struct OwnerTests {
    init() {
        LAContext.refusal = nil
        LAContext.asked = 0
    }

    @Test func onlyAPhoneWithoutACodeHasNoLock() async {
        #expect(Owner.hasLock)
        #expect(await Owner.ask("") == .proved)
        LAContext.refusal = .userCancel
        #expect(Owner.hasLock)
        #expect(await Owner.ask("") == .notProved)
        LAContext.refusal = .authenticationFailed
        #expect(await Owner.ask("") == .notProved)
        LAContext.refusal = .passcodeNotSet
        #expect(!Owner.hasLock)
        #expect(await Owner.ask("") == .unavailable)
    }

    @Test func nobodyIsAskedBeforeTheyAreThere() async throws {
        let phone = Phone.shared
        let answer = Task { await phone.unlock(Model.Unlocking(reason: "")) }
        try await Task.sleep(for: .milliseconds(100))
        #expect(LAContext.asked == 0)
        // Face ID and the like stand before the app for a moment; that is not leaving.
        phone.moved(to: .inactive)
        try await Task.sleep(for: .milliseconds(50))
        #expect(LAContext.asked == 0)
        phone.moved(to: .active)
        #expect(await answer.value == .proved)
        #expect(LAContext.asked == 1)
    }
}
