import Foundation

/// A folder that goes when the test does.
public final class Folder {
    public let path: String

    public init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// The server that the tests run beside.
public func serverUnderTest() throws -> String {
    guard let server = ProcessInfo.processInfo.environment["WHAT_MATTERS_SERVER"] else {
        throw NotThere(description: "no server: run this through scripts/with-server")
    }
    return server
}
