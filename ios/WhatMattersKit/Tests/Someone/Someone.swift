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
    /// The files that they were handed.
    public var files: [Model.FilesOperation] { hands.files }
    private let hands: Hands
    private var running: Task<Void, Never>?

    /// How long a page may take; far more than it should.
    private static let patience = Duration.seconds(30)

    public init(directory: String?, server: String? = nil, gallery: Bool = false) {
        let hands = Hands()
        self.hands = hands
        let config = CoreConfig(directory: directory, key: Data(repeating: 7, count: 32), server: server)
        session = Session(
            launch: Model.Launch(languages: ["en-GB"], platform: .ios, invitation: nil, place: nil, gallery: gallery)
        ) { try LiveCore(config) { await hands.take($0) } }
        running = Task { [session] in await session.run() }
    }

    /// The app is swiped away.
    public func leave() async {
        running?.cancel()
        await running?.value
    }

    public var page: Model.Page? {
        if case .page(let page) = session.shown { page } else { nil }
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

    private func wait<T>(_ what: String, _ look: (Model.Page) -> T?) async throws -> T {
        let end = ContinuousClock.now + Self.patience
        while ContinuousClock.now < end {
            if let page, let found = look(page) { return found }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw NotThere(description: "no \(what) on this page: \(page.map(everyWord) ?? "none")")
    }
}

/// Where files go.
@MainActor
private final class Hands {
    private(set) var files: [Model.FilesOperation] = []

    func take(_ file: Model.FilesOperation) -> Model.FilesOutput {
        files.append(file)
        return .saved
    }
}
