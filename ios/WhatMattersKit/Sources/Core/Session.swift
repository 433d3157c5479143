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
    /// The core has a lock on its pages: no picture may be taken of one.
    public private(set) var locks = false
    /// Answers that the core does not show yet.
    @ObservationIgnored public private(set) lazy var drafts = Drafts { [weak self] in self?.send(.input($0)) }

    /// So many starts within a minute mean that starting again does not help.
    private static let mostStarts = 4
    private static let minute = Duration.seconds(60)

    @ObservationIgnored private let makeCore: Start
    @ObservationIgnored private var launch: Model.Launch
    @ObservationIgnored private var core: LiveCore?
    @ObservationIgnored private var running: Task<Void, Never>?
    @ObservationIgnored private var starts: [ContinuousClock.Instant] = []
    /// What there was no core for yet.
    @ObservationIgnored private var early: [Model.Event] = []

    public init(launch: Model.Launch, start: @escaping Start) {
        self.launch = launch
        makeCore = start
    }

    /// Starts, unless it runs: for the person, from where an earlier visit was,
    /// or for the system alone, with nobody looking.
    public func start(at place: String? = nil, background: Bool = false) {
        guard running == nil else { return }
        launch.place = place ?? launch.place
        launch.background = background
        running = Task { await run() }
    }

    /// Lets go of the core.
    public func stop() async {
        running?.cancel()
        await running?.value
    }

    /// Runs until cancelled, or until nothing helps.
    private func run() async {
        defer { running = nil }
        while !Task.isCancelled {
            let now = ContinuousClock.now
            starts = starts.filter { now - $0 < Self.minute } + [now]
            guard starts.count <= Self.mostStarts, let core = try? makeCore() else {
                shown = .failed
                return
            }
            self.core = core
            core.send(.start(launch))
            drafts.retell()
            early.forEach(core.send)
            early = []
            for await page in core.pages { show(page) }
            await core.stop()
            self.core = nil
            if case .starting = shown { shown = .starting(again: true) }
        }
    }

    /// The person wants to try once more.
    public func retry() {
        starts = []
        shown = .starting(again: true)
        start(background: launch.background)
    }

    /// The app is in front, for the first time or again.
    public func came() {
        launch.background = false
        // What could not be had in the background may be had now.
        if case .failed = shown { retry() } else { send(.resume) }
    }

    /// The app is in front no longer.
    public func left() {
        launch.background = true
        drafts.flush()
        send(.left)
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

    /// Tells the core what happened. What the person does waits until there is one.
    public func send(_ event: Model.Event) {
        if let core { return core.send(event) }
        switch event {
        case .press, .input, .link, .settle: early.append(event)
        case .start, .back, .resume, .left, .background, .network, .media: break
        }
    }

    private func show(_ page: Model.Page) {
        place = page.place
        launch.place = page.place
        locks = page.look.covered
        drafts.settle(page)
        shown = .page(page)
    }
}
