// What this phone brings: its key, its folder, its network, and what the core asks
// of it.
import Core
import Glance
import Network
import Observation
import Outside
import SwiftUI
import WidgetKit

@MainActor @Observable
final class Phone: Device {
    /// One core, whoever opens the app: the person, a notification, Siri, the system.
    static let shared = Phone()

    @ObservationIgnored private(set) lazy var session = Session(launch: Self.launch) { [unowned self] in
        try makeCore()
    }
    @ObservationIgnored let files = Files()
    @ObservationIgnored let settling = Settling()
    @ObservationIgnored private var notifier: Notifier?
    /// There is a record, but its key is gone.
    private(set) var keyLost: Vault?

    @ObservationIgnored private var inFront = false
    /// What waits for the person to come.
    @ObservationIgnored private var waiting: [CheckedContinuation<Void, Never>] = []

    private init() {
        notifier = Notifier { [unowned self] in await press($0) }
    }

    /// The app came to the front, or left it. Face ID and the system's questions
    /// stand before it for a moment; that is not leaving.
    func moved(to phase: ScenePhase) {
        switch phase {
        case .active:
            if inFront { return }
            inFront = true
            session.came()
            waiting.forEach { $0.resume() }
            waiting = []
        case .inactive:
            session.drafts.flush()
        case .background:
            if !inFront { return }
            inFront = false
            session.left()
            finish()
            Self.planRefresh()
        @unknown default:
            session.drafts.flush()
        }
    }

    /// A link was opened: of the widget, or the core's.
    func open(_ link: URL) {
        guard Glance.isButton(link) else { return session.send(.link(link.absoluteString)) }
        if let token = Glance(in: Self.shelf)?.token(in: link) { session.press(Model.Action(token: token)) }
    }

    /// A notification was pressed; it may have started the app.
    private func press(_ action: Model.Action) async {
        session.start(background: !inFront)
        session.press(action)
        // Else the system may stop the app before it is done.
        if !inFront { await settling.settled(session, within: .seconds(20)) }
    }

    /// Tells the core that the network came or went.
    func watchNetwork() async {
        for await path in NWPathMonitor() { session.send(.network(path.status == .satisfied)) }
    }

    /// What cannot be opened is put aside, because the person said so.
    func beginAnew() {
        try? keyLost?.setAside()
        session.retry()
    }

    private static var launch: Model.Launch {
        Model.Launch(
            languages: Locale.preferredLanguages,
            platform: .ios,
            link: nil,
            abilities: Model.Abilities(
                unlock: Owner.hasLock, notifications: true, widget: shelf != nil, health: Health.isThere,
                exact: false, aside: true),
            background: false,
            place: nil,
            gallery: ProcessInfo.processInfo.arguments.contains("--gallery"),
            vocabulary: .known
        )
    }

    private static func vault(_ folder: URL) -> Vault {
        Vault(folder: folder, keptKey: Keychain.kept, newKey: Keychain.new)
    }

    private func makeCore() throws -> LiveCore {
        let folder = try Self.folder()
        let vault = Self.vault(folder)
        do {
            let config = CoreConfig(directory: folder.path, key: try vault.key(), server: Self.server)
            keyLost = nil
            return try LiveCore(config) { await Phone.shared.carryOut($0) }
        } catch let lost as KeyLost {
            keyLost = vault
            throw lost
        }
    }
}

// What the core asks for.
extension Phone {
    func handOver(_ file: Model.OutgoingFile) async -> Model.Handed { await files.handOver(file) }

    func unlock(_ asked: Model.Unlocking) async -> Model.Unlocked {
        // Nobody can show a face to an app that is not there.
        if !inFront { await withCheckedContinuation { waiting.append($0) } }
        return await Owner.ask(asked.reason)
    }

    func say(_ what: Model.Notifications) async -> Model.Notified {
        await notifier?.say(what) ?? Model.Notified(allowed: .unavailable, exact: false, battery: .unknown, lastSaid: nil)
    }

    func show(_ widget: Model.Widget) async {
        guard let shelf = Self.shelf else { return }
        try? Glance(widget).keep(in: shelf)
        WidgetCenter.shared.reloadTimelines(ofKind: Glance.kind)
    }

    func read(_ query: Model.HealthQuery) async -> Model.HealthAnswer { await Health.read(query) }

    func setAside() async -> Model.PutAside {
        guard (try? Self.vault(Self.folder()).setAside()) != nil else { return .failed }
        await session.stop()
        session.retry()
        return .done
    }
}
