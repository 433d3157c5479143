// A person with an iPhone, who finds their way by a page's words.
import Core
import Foundation

/// Something that the person looked for and did not find.
public struct NotThere: Error, CustomStringConvertible {
    public let description: String

    public init(description: String) {
        self.description = description
    }
}

@MainActor
public final class Someone {
    public let session: Session
    /// What their phone does.
    public let phone: Phone
    private let cores: Cores

    /// How long a page may take; far more than it should.
    private static let patience = Duration.seconds(30)

    public init(
        directory: String?, server: String? = nil, gallery: Bool = false, place: String? = nil,
        phone: Phone = Phone(), background: Bool = false, vocabulary: Model.Vocabulary? = nil,
        key: UInt8 = 7
    ) {
        self.phone = phone
        let config = CoreConfig(directory: directory, key: Data(repeating: key, count: 32), server: server)
        var launch = Model.Launch.someones
        launch.gallery = gallery
        if let vocabulary { launch.vocabulary = vocabulary }
        let cores = Cores()
        self.cores = cores
        session = Session(launch: launch) {
            let core = try LiveCore(config) { await phone.carryOut($0) }
            cores.latest = core
            return core
        }
        session.start(at: place, background: background)
    }

    /// The core falls, by a fault of its own.
    public func stopCore() async {
        await cores.latest?.stop()
    }

    /// Waits until a file has come.
    public func handed() async throws {
        try await wait("a file") { [phone] _ in phone.files.isEmpty ? nil : true }
    }

    /// The app is swiped away.
    public func swipeAway() async {
        await session.stop()
    }

    public var page: Model.Page? {
        if case .page(let page) = session.shown { page } else { nil }
    }

    /// Waits for a page of this name.
    public func arrive(at name: String) async throws {
        try await wait("page “\(name)”") { $0.name == name ? true : nil }
    }

    /// Waits until their phone has been asked for something.
    public func asked<T>(_ what: String, _ look: (Phone) -> T?) async throws -> T {
        try await wait(what) { [phone] _ in look(phone) }
    }

    /// Waits for a page that says this.
    @discardableResult
    public func see(_ words: String) async throws -> Model.Page {
        try await wait("“\(words)”") { everyWord($0).contains(words) ? $0 : nil }
    }

    /// Waits for something to press by this name, and presses it.
    public func press(_ label: String) async throws {
        session.press(try await wait("a button “\(label)”") { page in
            presses(page).first { $0.label == label }?.action
        })
    }

    /// Waits for a form that asks this, and types an answer.
    public func fill(_ question: String, _ answer: String) async throws {
        let (form, field) = try await self.question(question)
        session.drafts.type(.text(answer), form, field)
    }

    /// Waits for a form that asks this, and chooses one of its answers.
    public func choose(_ question: String, _ value: String) async throws {
        let (form, field) = try await self.question(question)
        session.drafts.choose(.chosen([value]), form, field)
    }

    private func question(_ label: String) async throws -> (String, Model.Field) {
        try await wait("a question “\(label)”") { page in
            for case .form(let form) in page.blocks {
                for field in form.fields
                where [label, "\(label) (optional)"].contains(field.question.label) {
                    return (form.id, field)
                }
            }
            return nil
        }
    }

    @discardableResult
    private func wait<T>(_ what: String, _ look: (Model.Page) -> T?) async throws -> T {
        let end = ContinuousClock.now + Self.patience
        while ContinuousClock.now < end {
            if let page, let found = look(page) { return found }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw NotThere(description: "no \(what) on this page: \(page.map(everyWord) ?? "none")")
    }
}

/// The cores of a session, one after another.
@MainActor
private final class Cores {
    var latest: LiveCore?
}

extension Model.Launch {
    /// As an iPhone says it.
    public static var someones: Model.Launch {
        let all = Model.Abilities(
            unlock: true, notifications: true, widget: true, health: true, exact: false, aside: true)
        return Model.Launch(
            languages: ["en-GB"], platform: .ios, link: nil, abilities: all, background: false, place: nil,
            gallery: false, vocabulary: .known
        )
    }
}
