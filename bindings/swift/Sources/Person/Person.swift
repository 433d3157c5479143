// A person with a device: finds their way by a page's words, as people do.
import Foundation
import WhatMattersCore
import WhatMattersTypes

/// How long a page may take; far more than it should.
private let patience: TimeInterval = 20

/// Something that the person looked for and did not find.
public struct NotThere: Error, CustomStringConvertible {
    public let description: String
}

public final class Person: @unchecked Sendable {
    public let core: Core
    private let shell: Shell

    public init(directory: String?, server: String?) throws {
        shell = Shell()
        core = try Core(
            config: CoreConfig(directory: directory, key: Data(repeating: 7, count: 32), server: server),
            shell: shell
        )
        shell.core = core
        let none = Abilities(
            unlock: false, notifications: false, widget: false, health: false, exact: false, aside: false)
        let launch = Launch(
            languages: ["en-GB"], platform: .desktop, link: nil, abilities: none, background: false, place: nil,
            gallery: false, vocabulary: .known
        )
        try tell(.start(launch))
    }

    /// The files that the core handed over.
    public var files: [OutgoingFile] { shell.files }

    public func page() throws -> Page {
        try Page.bincodeDeserialize(input: [UInt8](core.view()))
    }

    public func tell(_ event: Event) throws {
        try core.update(event: Data(event.bincodeSerialize()))
    }

    /// Waits for a page that says this.
    @discardableResult
    public func see(_ words: String) throws -> Page {
        try wait("“\(words)”") { everyWord($0).contains(words) ? $0 : nil }
    }

    /// Waits for a page that can be pressed there, and presses.
    public func press(_ label: String) throws {
        try tell(.press(wait("a button “\(label)”") { presses($0).first { $0.label == label }?.action }))
    }

    /// Waits for a form that asks this, and answers.
    public func fill(_ question: String, _ answer: String) throws {
        try put(question, .text(answer))
    }

    /// Waits for a form that asks this, and chooses one of its answers.
    public func choose(_ question: String, _ value: String) throws {
        try put(question, .chosen([value]))
    }

    private func put(_ label: String, _ value: Input) throws {
        let (form, field) = try wait("a field “\(label)”") { place(of: label, on: $0) }
        try tell(.input(FieldInput(form: form, field: field, value: value)))
    }

    private func wait<T>(_ what: String, _ look: (Page) throws -> T?) throws -> T {
        let end = Date(timeIntervalSinceNow: patience)
        while true {
            if let found = try look(page()) { return found }
            if !shell.waitForNews(until: end) {
                throw NotThere(description: "no \(what) on this page: \(try everyWord(page()))")
            }
        }
    }
}

private final class Shell: CoreShell, @unchecked Sendable {
    private let news = NSCondition()
    private var fresh = false
    private var handed: [OutgoingFile] = []
    weak var core: Core?

    var files: [OutgoingFile] {
        news.lock()
        defer { news.unlock() }
        return handed
    }

    func requests(requests: Data) throws {
        for request in try Requests.bincodeDeserialize(input: [UInt8](requests)).value {
            switch request.effect {
            case .render: break
            case .platform(let operation):
                try core?.resolve(id: request.id, output: Data(carryOut(operation).bincodeSerialize()))
            }
        }
        news.lock()
        fresh = true
        news.broadcast()
        news.unlock()
    }

    /// Takes files; has nothing of the rest.
    private func carryOut(_ operation: PlatformOperation) -> PlatformOutput {
        switch operation {
        case .handOver(let file):
            news.lock()
            defer { news.unlock() }
            handed.append(file)
            return .handOver(.saved)
        case .unlock: return .unlock(.unavailable)
        case .notifications: return .notifications(Notified(allowed: .unavailable, exact: false, battery: .unknown, lastSaid: nil))
        case .widget: return .widget
        case .health: return .health(.unavailable)
        case .settled: return .settled
        case .push: return .push(.nowhere)
        case .setAside: return .setAside(.failed)
        case .readFile: return .readFile(.gone)
        case .media: return .media(.unwanted)
        }
    }

    /// False where nothing came in time.
    func waitForNews(until end: Date) -> Bool {
        news.lock()
        defer { news.unlock() }
        while !fresh {
            if !news.wait(until: end) { return false }
        }
        fresh = false
        return true
    }
}
