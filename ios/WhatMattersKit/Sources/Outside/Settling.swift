// How long the system is asked to let the app run in the background.
import Core

extension Session {
    /// What comes from elsewhere is not to be seen in a page: for that much there
    /// is always time.
    private static let least = Duration.seconds(5)

    /// Waits until nothing is being sent, but no longer than this.
    public func settled(within most: Duration) async {
        let start = ContinuousClock.now
        while !Task.isCancelled, ContinuousClock.now - start < (isUnderWay ? most : min(Self.least, most)) {
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    private var isUnderWay: Bool {
        switch shown {
        case .starting: return true
        case .failed: return false
        case .page(let page):
            switch page.sync.state {
            case .sending: return true
            // A page that shows nothing does not say what goes on behind it.
            case .hidden: return page.name == Self.locked
            case .savedHere, .waiting, .sent, .notSaved, .attention: return false
            }
        }
    }
}
