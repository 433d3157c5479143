// What the person reads when the key is gone.
import SwiftUI
import Testing
@testable import WhatMatters

@MainActor @Suite struct LostKeyTests {
    @Test func itExplainsAndOffersToSignInAgain() {
        let words = Drawing(of: LostKeyView(phone: Phone.shared)).parts.compactMap { part in
            if case .words(let words) = part { words } else { nil }
        }
        let all = words.joined(separator: "\n")
        #expect(all.contains("Nothing has been deleted"))
        #expect(all.contains("Begin again and sign in"))
        #expect(all.contains("Try again"))
    }
}
