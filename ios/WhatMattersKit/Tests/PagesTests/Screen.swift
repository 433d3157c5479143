// The screen of someone's iPhone, as far as Linux can draw it: the words of the
// views, and what can be pressed and typed into.
import Core
import Someone
import SwiftUI
@testable import Pages

@MainActor
struct Screen {
    let parts: [Drawing.Part]

    init(of session: Session) {
        parts = Drawing(of: RootView(session: session)).parts
    }

    /// All that can be read on it or heard of it.
    var words: [String] {
        parts.compactMap { if case .words(let words) = $0 { words } else { nil } }
    }

    /// What can be pressed by this word.
    func button(_ label: String) -> (@MainActor () -> Void)? {
        for case .button(let words, let action) in parts where words.contains(label) { return action }
        return nil
    }

    /// What can be typed into, after this question.
    func field(_ question: String) -> Binding<String>? {
        var asked = false
        for part in parts {
            if case .words(question) = part { asked = true }
            if asked, case .field(let text) = part { return text }
        }
        return nil
    }
}

extension Someone {
    /// Looks at the screen until it has this.
    func look<T>(_ what: String, _ find: (Screen) -> T?) async throws -> T {
        for _ in 0..<2000 {
            if let found = find(Screen(of: session)) { return found }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw NotThere(description: "no \(what) on this screen: \(Screen(of: session).words)")
    }

    func tap(_ label: String) async throws {
        try await look("button “\(label)”") { $0.button(label) }()
    }

    func read(_ words: String) async throws {
        _ = try await look("words “\(words)”") { screen in
            screen.words.contains { $0.contains(words) } ? true : nil
        }
    }
}
