// A lock on the app, where the person wants one: a switch among the app's own in
// the system's settings. It keeps others from reading over a shoulder; what keeps
// the record is its key.
import LocalAuthentication
import Observation
import Pages
import SwiftUI

@MainActor @Observable
final class Lock {
    private(set) var closed = Lock.wanted

    /// The app has left the front.
    func close() {
        closed = Self.wanted
    }

    /// Asks for the face, the finger or the phone's code.
    func open() async {
        guard closed else { return }
        let context = LAContext()
        guard context.canEvaluatePolicy(.deviceOwnerAuthentication, error: nil) else {
            // A phone without a code cannot be asked.
            closed = false
            return
        }
        let opened = try? await context.evaluatePolicy(
            .deviceOwnerAuthentication, localizedReason: LockView.reason)
        closed = opened != true
    }

    private static var wanted: Bool { UserDefaults.standard.bool(forKey: "lock") }
}

/// Stands in place of the page while it is closed.
struct LockView: View {
    static let reason = "Open your record"
    let lock: Lock

    var body: some View {
        VStack {
            Button(Self.reason) {
                Task { await lock.open() }
            }
            .font(.title2)
            .frame(minHeight: 48)
        }
        .frame(maxWidth: .infinity, maxHeight: .infinity)
        .background(.background)
    }
}
