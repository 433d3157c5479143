// How long the system is asked to let the app run in the background: until the core
// says that nothing is under way any more.
import Core

/// What the core was asked to say, and has said. Each time has its number.
@MainActor
public final class Settling {
    private var asked: UInt32 = 0
    private var heard: UInt32 = 0

    public nonisolated init() {}

    func hear(_ number: UInt32) {
        heard = max(heard, number)
    }

    /// Waits until all is over that was set going before, but no longer than this.
    public func settled(_ session: Session, within most: Duration) async {
        asked += 1
        let number = asked
        session.send(.settle(number))
        let end = ContinuousClock.now + most
        while !Task.isCancelled, heard < number, ContinuousClock.now < end {
            // One that does not start sets nothing going.
            if case .failed = session.shown { return }
            try? await Task.sleep(for: .milliseconds(50))
        }
    }
}
