// The app: one window, one session.
import Core
import Pages
import SwiftUI

@main
struct WhatMattersApp: App {
    // From the very start: a press of a notification may be what starts the app.
    private let phone = Phone.shared

    var body: some Scene {
        WindowGroup { Window(phone: phone) }
            .backgroundTask(.appRefresh(Phone.refreshing)) { await Phone.shared.refresh() }
    }
}

private struct Window: View {
    let phone: Phone

    @Environment(\.scenePhase) private var phase
    /// Goes with the visit: the system keeps it when it ends the app to make room,
    /// and forgets it when the person swipes the app away.
    @SceneStorage("place") private var place: String?

    var body: some View {
        Group { if phone.keyLost == nil { RootView(session: phone.session) } else { LostKeyView(phone: phone) } }
            .overlay { if covered { Cover() } }
            .sheet(item: phone.files.shown) { ShareSheet(file: $0) }
            .task { phone.session.start(at: place, background: phase == .background) }
            .task { await phone.watchNetwork() }
            .onChange(of: phone.session.place) { place = phone.session.place }
            .onChange(of: phase, initial: true) { phone.moved(to: phase) }
            .onOpenURL { phone.open($0) }
    }

    /// The system takes a picture of the app as it leaves, before the core can have
    /// sent its locked page.
    private var covered: Bool {
        phase == .background || (phase == .inactive && phone.session.locks)
    }
}

/// In place of the page in the list of apps.
private struct Cover: View {
    var body: some View {
        Text(verbatim: "What Matters").font(.title2)
            .frame(maxWidth: .infinity, maxHeight: .infinity).background(.background)
            .accessibilityHidden(true)
    }
}
