// The app: the latest page of the core, drawn.
import Core
import Foundation
import SwiftUI

/// Draws a session, in the person's own look.
public struct RootView: View {
    private let session: Session

    @Environment(\.dynamicTypeSize) private var size

    public init(session: Session) { self.session = session }

    public var body: some View {
        Group {
            switch session.shown {
            case .starting(let again):
                Waiting(again: again)
            case .page(let page):
                Navigation(page: page)
                    .dynamicTypeSize(page.look.size(on: size)).preferredColorScheme(page.look.scheme)
                    .environment(\.locale, Locale(identifier: page.language))
            case .failed:
                Waiting(failed: true)
            }
        }
        // Buttons are drawn here, each with its ground and its edge.
        .buttonStyle(.plain)
        .font(.text).foregroundStyle(Palette.ink).tint(Palette.brand).environment(session)
    }
}
