// The shell stays thin, and handles all that the core can ask for.
import Foundation
import Testing

@Suite struct ThinTests {
    private static let sources = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../../Sources").standardizedFileURL

    /// Each file that is written by hand, with its lines.
    private let files: [(name: String, lines: [String])]

    init() throws {
        let all = FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil)
        files = try (all?.compactMap { $0 as? URL } ?? [])
            .filter { $0.pathExtension == "swift" && !$0.path.contains("/Generated/") }
            .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8).components(separatedBy: "\n")) }
    }

    @Test func itIsThin() {
        #expect(files.count > 50)
        #expect(files.map { $0.lines.count - 1 }.reduce(0, +) <= 3000)
        for file in files {
            #expect(file.lines.count - 1 <= (file.name == "LiveCore.swift" ? 120 : 150), "\(file.name)")
        }
    }

    /// A `default:` would let a new block, field, picture or effect of the core's
    /// pass in silence; `@unknown default` is for the platform's own.
    @Test func everySwitchIsComplete() {
        for file in files {
            let silent = file.lines.filter { $0.contains("default:") && !$0.contains("@unknown") }
            #expect(silent == [], "\(file.name)")
        }
    }
}
