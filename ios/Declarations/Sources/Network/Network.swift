// Declared after Apple's documentation; each section names its page there.

// Network/NWPathMonitor
public final class NWPathMonitor: AsyncSequence, Sendable {
    public typealias Element = NWPath
    public init() {}
    // Network/NWPathMonitor/Iterator
    public struct Iterator: AsyncIteratorProtocol {
        public mutating func next() async -> NWPath? { nil }
    }
    public func makeAsyncIterator() -> Iterator { Iterator() }
}

// Network/NWPath
public struct NWPath: Equatable, Sendable {
    // Network/NWPath/Status-swift.enum
    public enum Status: Sendable {
        case satisfied, unsatisfied, requiresConnection
    }
    public let status: Status
}
