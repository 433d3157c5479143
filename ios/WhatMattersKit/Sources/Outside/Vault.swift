// The folder of the core's file, and the key that opens it.
import Core
import Foundation

/// There is a file, but the key that opens it is gone: the phone lost it, or was
/// set up anew around the app.
public struct KeyLost: Error {}

public struct Vault {
    private let folder: URL
    private let keptKey: () throws -> Data?
    private let newKey: () throws -> Data

    /// `keptKey` finds none only where there is none, not where it may not be read now.
    public init(
        folder: URL, keptKey: @escaping () throws -> Data?, newKey: @escaping () throws -> Data
    ) {
        self.folder = folder
        self.keptKey = keptKey
        self.newKey = newKey
    }

    /// Its key, made where there is nothing yet that it would have to open.
    public func key() throws -> Data {
        if let key = try keptKey() { return key }
        guard try isEmpty() else { throw KeyLost() }
        return try newKey()
    }

    /// Puts what cannot be opened aside, so that there is nothing to open. Nothing
    /// is deleted: a key may be found again.
    public func setAside() throws {
        var name = folder.lastPathComponent
        repeat { name += " before" } while FileManager.default.fileExists(atPath: beside(name).path)
        try FileManager.default.moveItem(at: folder, to: beside(name))
    }

    private func beside(_ name: String) -> URL {
        folder.deletingLastPathComponent().appendingPathComponent(name, isDirectory: true)
    }

    private func isEmpty() throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty
    }
}
