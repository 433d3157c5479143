// What Foundation has on Apple's platforms and lacks on Linux.
import Foundation

extension URL {
    // Foundation/NSURL/startAccessingSecurityScopedResource()
    public func startAccessingSecurityScopedResource() -> Bool { false }
    // Foundation/NSURL/stopAccessingSecurityScopedResource()
    public func stopAccessingSecurityScopedResource() {}
}

extension FileManager {
    // Foundation/FileManager/containerURL(forSecurityApplicationGroupIdentifier:)
    public func containerURL(forSecurityApplicationGroupIdentifier groupIdentifier: String) -> URL? { nil }
}
