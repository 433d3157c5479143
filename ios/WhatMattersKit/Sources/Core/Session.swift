// One visit: the latest page, and what the person does with it.
import Observation

/// What the views look at and talk to. Starts the core, and starts it again
/// should it stop: what was saved is still there, and the visit goes on from its
/// place.
@MainActor @Observable
public final class Session {
    /// What there is to show.
    public enum Shown {
        case starting(again: Bool)
        case page(Model.Page)
        /// It does not start, and trying again by itself does not help.
        case failed
    }

    /// Makes a core, with this device's key and folder.
    public typealias Start = @MainActor () throws -> LiveCore

    public private(set) var shown = Shown.starting(again: false)
    /// Where the visit is, for a system that ends the app and brings it back.
    public private(set) var place: String?
    /// Changes when `run` is to be called anew.
    public private(set) var attempt = 0
    /// Answers that the core does not show yet.
    @ObservationIgnored public private(set) lazy var drafts = Drafts { [weak self] in self?.send(.input($0)) }

    /// So many starts within a minute mean that starting again does not help.
    private static let mostStarts = 4
    private static let minute = Duration.seconds(60)

    @ObservationIgnored private let start: Start
    @ObservationIgnored private var launch: Model.Launch
    @ObservationIgnored private var core: LiveCore?
    @ObservationIgnored private var starts: [ContinuousClock.Instant] = []

    public init(launch: Model.Launch, start: @escaping Start) {
        self.launch = launch
        self.start = start
    }

    /// Goes on from where an earlier visit was. Before `run`.
    public func resume(at place: String?) {
        launch.place = place
    }

    /// Runs until cancelled, or until nothing helps.
    public func run() async {
        // An earlier run may still be letting go, and two cores cannot share a file.
        await core?.stop()
        while !Task.isCancelled {
            let now = ContinuousClock.now
            starts = starts.filter { now - $0 < Self.minute } + [now]
            guard starts.count <= Self.mostStarts, let core = try? start() else {
                shown = .failed
                return
            }
            self.core = core
            core.send(.start(launch))
            drafts.retell()
            for await page in core.pages { show(page) }
            await core.stop()
            if self.core === core { self.core = nil }
            if case .starting = shown { shown = .starting(again: true) }
        }
    }

    /// The person wants to try once more.
    public func retry() {
        starts = []
        shown = .starting(again: true)
        attempt += 1
    }

    /// The app was opened by an invitation's link.
    public func accept(invitation: String) {
        launch.invitation = invitation
        launch.place = nil
        retry()
    }

    /// Something was pressed: first everything typed and not yet sent, then the press.
    public func press(_ action: Model.Action) {
        drafts.pressed()
        send(.press(action))
    }

    /// The platform's own way back.
    public func back() {
        drafts.pressed()
        send(.back)
    }

    /// The app came to the front, or the network came or went.
    public func send(_ event: Model.Event) {
        core?.send(event)
    }

    private func show(_ page: Model.Page) {
        place = page.place
        launch.place = page.place
        // Taken up once; a core that starts again must not ask once more.
        if page.name != Self.opening { launch.invitation = nil }
        drafts.settle(page)
        shown = .page(page)
    }

    /// The page of a core that is still reading.
    private static let opening = "opening"
}
