// The app: one window, one session.
import Core
import Pages
import SwiftUI

@main
struct WhatMattersApp: App {
    @State private var phone = Phone()

    var body: some Scene {
        WindowGroup { Window(phone: phone) }
    }
}

private struct Window: View {
    let phone: Phone

    @Environment(\.scenePhase) private var phase
    /// Goes with the visit: the system keeps it when it ends the app to make room,
    /// and forgets it when the person swipes the app away.
    @SceneStorage("place") private var place: String?

    var body: some View {
        Group { if phone.lock.closed { LockView(lock: phone.lock) } else { RootView(session: phone.session) } }
            .sheet(item: phone.files.shown) { ShareSheet(file: $0) }
            .task(id: phone.session.attempt) {
                if phone.session.attempt == 0 { phone.session.resume(at: place) }
                await phone.session.run()
            }
            .task { await phone.watchNetwork() }
            .onChange(of: phone.session.place) { place = phone.session.place }
            .onChange(of: phase) { phone.moved(to: phase) }
            .onOpenURL { url in
                if let code = Invitation.code(in: url) { phone.session.accept(invitation: code) }
            }
    }
}
