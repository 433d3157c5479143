// Scrolling to a place of the page by its name.
import SwiftUI

struct Jump: Sendable {
    private let go: @MainActor @Sendable (String) -> Void

    init(_ go: @escaping @MainActor @Sendable (String) -> Void) {
        self.go = go
    }

    @MainActor func callAsFunction(_ place: String) { go(place) }
}

private struct JumpKey: EnvironmentKey {
    static let defaultValue = Jump { _ in }
}

extension EnvironmentValues {
    var jump: Jump {
        get { self[JumpKey.self] }
        set { self[JumpKey.self] = newValue }
    }
}
