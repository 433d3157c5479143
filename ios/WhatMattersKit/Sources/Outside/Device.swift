// What the core may ask of this phone, and the way to each answer.
import Core
import Glance

/// Does what belongs to the phone.
@MainActor
public protocol Device: AnyObject, Sendable {
    /// Lets the person keep or share a file.
    func handOver(_ file: Model.OutgoingFile) async -> Model.Handed
    /// Lets the person show that the phone is theirs.
    func unlock(_ asked: Model.Unlocking) async -> Model.Unlocked
    /// Says things outside the app.
    func say(_ what: Model.Notifications) async -> Model.Notified
    /// Keeps what the widget shows from now on.
    func show(_ widget: Model.Widget) async
    /// Reads what was measured.
    func read(_ query: Model.HealthQuery) async -> Model.HealthAnswer
    /// Puts aside what cannot be opened, deleting nothing, and begins anew.
    func setAside() async -> Model.PutAside
    /// Who waits until nothing is under way.
    var settling: Settling { get }
}

extension Device {
    // Without `default`: what is new does not compile until this phone can do it.
    public func carryOut(_ operation: Model.PlatformOperation) async -> Model.PlatformOutput {
        switch operation {
        case .handOver(let file): return .handOver(await handOver(file))
        case .unlock(let asked): return .unlock(await unlock(asked))
        case .notifications(let what): return .notifications(await say(what))
        case .widget(let widget):
            await show(widget)
            return .widget
        case .health(let query): return .health(await read(query))
        case .settled(let number):
            settling.hear(number)
            return .settled
        case .setAside: return .setAside(await setAside())
        // A phone says by itself what it was given to say.
        case .push: return .push(.nowhere)
        case .readFile(let part): return .readFile(LastPicked.read(part))
        // Its pages show the words; the system opens the rest.
        case .media: return .media(.unwanted)
        }
    }
}

extension Glance {
    /// What the core wants shown.
    public init(_ widget: Model.Widget) {
        let buttons = widget.buttons.map { Button(label: $0.label, token: $0.action.token) }
        self.init(title: widget.title, line: widget.line, buttons: buttons)
    }
}

// Plain values all the way down; the generator does not say so.
extension Model.Handed: @retroactive @unchecked Sendable {}
extension Model.Notifications: @retroactive @unchecked Sendable {}
extension Model.Notified: @retroactive @unchecked Sendable {}
extension Model.Unlocked: @retroactive @unchecked Sendable {}
extension Model.HealthQuery: @retroactive @unchecked Sendable {}
extension Model.PutAside: @retroactive @unchecked Sendable {}
extension Model.HealthAnswer: @retroactive @unchecked Sendable {}
