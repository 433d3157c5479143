// The core, running.
import Foundation
import WhatMattersCore

/// Owns the core: gives it events in the order in which they were sent, carries
/// out what it asks for, and publishes its pages.
public actor LiveCore {
    /// Does what belongs to the phone and says what became of it.
    public typealias CarryOut = @Sendable (Model.PlatformOperation) async -> Model.PlatformOutput

    /// The core's pages. One that nobody has taken yet gives way to a newer one.
    /// Ends when the core has stopped.
    public nonisolated let pages: AsyncStream<Model.Page>

    private nonisolated let inbox: AsyncStream<Message>.Continuation
    private let publish: AsyncStream<Model.Page>.Continuation
    private let carryOut: CarryOut
    /// The last of what is done in turn.
    private var turn: Task<Void, Never>?
    /// None once it has stopped.
    private var core: WhatMattersCore.Core?

    /// Starts a core. It reads and sends nothing before its first event.
    public init(_ config: CoreConfig, carryOut: @escaping CarryOut) throws {
        (pages, publish) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        let (messages, inbox) = AsyncStream.makeStream(of: Message.self)
        self.inbox = inbox
        self.carryOut = carryOut
        core = try WhatMattersCore.Core(config: config, shell: Ear(inbox))
        // One reader, so that nothing overtakes.
        Task { [weak self] in
            for await message in messages { await self?.take(message) }
        }
    }

    deinit {
        inbox.finish()
        publish.finish()
    }

    /// Tells the core what happened. What is sent first arrives first.
    public nonisolated func send(_ event: Model.Event) { inbox.yield(.event(event)) }

    /// Lets go of the core, and of its file. What was saved is saved.
    public func stop() {
        core = nil
        publish.finish()
    }

    private func take(_ message: Message) {
        guard let core else { return }
        do {
            switch message {
            case .event(let event):
                try core.update(event: Data(event.bincodeSerialize()))
            case .requests(let bytes):
                for request in try Model.Requests.bincodeDeserialize(input: [UInt8](bytes)).value {
                    try attend(to: request)
                }
            case .ended:
                stop()
            }
        } catch CoreError.Unreadable, CoreError.UnknownRequest {
            // It was not for this core, which goes on.
        } catch {
            stop()
        }
    }

    private func attend(to request: Model.Request) throws {
        switch request.effect {
        case .render:
            guard let core else { return }
            publish.yield(try Model.Page.bincodeDeserialize(input: [UInt8](core.view())))
        case .platform(let operation):
            // The person takes their time; the core is not kept waiting.
            let before = operation.inTurn ? turn : nil
            let task = Task { [weak self, carryOut, id = request.id] in
                await before?.value
                await self?.answer(id, await carryOut(operation))
            }
            if operation.inTurn { turn = task }
        }
    }

    private func answer(_ id: UInt32, _ outcome: Model.PlatformOutput) {
        // A core that has stopped meanwhile says so to the next event too.
        try? core?.resolve(id: id, output: Data(outcome.bincodeSerialize()))
    }
}

/// What reaches the core's owner, from either side.
private enum Message: Sendable {
    case event(Model.Event)
    case requests(Data)
    case ended
}

/// Called on the core's own thread: takes note, and returns.
private final class Ear: CoreShell {
    private let inbox: AsyncStream<Message>.Continuation

    init(_ inbox: AsyncStream<Message>.Continuation) { self.inbox = inbox }

    func requests(requests: Data) throws { inbox.yield(.requests(requests)) }

    // The core's thread lets go of its ear last, whatever ended it.
    deinit { inbox.yield(.ended) }
}
