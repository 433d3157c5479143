// A phone that does what it is asked, and remembers.
import Core
import Outside

@MainActor
public final class Phone: Device {
    /// What the person shows when they are asked for their face.
    public var face = Model.Unlocked.proved

    /// Whether the app may notify.
    public var notifying = Model.Notifying.allowed
    /// How long each thing takes that is said outside the app.
    public var pace: [Duration] = []

    public private(set) var files: [Model.OutgoingFile] = []
    public private(set) var timesUnlocked = 0
    public private(set) var said: [Model.Notifications] = []
    public private(set) var widget: Model.Widget?
    public private(set) var queries: [Model.HealthQuery] = []

    public let settling = Settling()
    /// What is done with what cannot be opened.
    public var putAside: () async -> Model.PutAside = { .failed }

    public nonisolated init() {}

    public func setAside() async -> Model.PutAside { await putAside() }

    public func handOver(_ file: Model.OutgoingFile) -> Model.Handed {
        files.append(file)
        return .saved
    }

    public func unlock(_ asked: Model.Unlocking) -> Model.Unlocked {
        timesUnlocked += 1
        return face
    }

    public func say(_ what: Model.Notifications) async -> Model.Notified {
        let notifying = notifying
        if !pace.isEmpty { try? await Task.sleep(for: pace.removeFirst()) }
        said.append(what)
        return Model.Notified(allowed: notifying, exact: true, battery: .unknown, lastSaid: nil)
    }

    public func show(_ widget: Model.Widget) {
        self.widget = widget
    }

    public func read(_ query: Model.HealthQuery) -> Model.HealthAnswer {
        queries.append(query)
        return .readings([])
    }
}
