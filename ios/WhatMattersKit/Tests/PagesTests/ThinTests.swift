// The shell stays thin, and handles all that the core can ask for.
import Foundation
import Testing

@Suite struct ThinTests {
    private static let shell = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../../..").standardizedFileURL
    private static let parts = ["Core", "Pages", "Outside", "Glance"].map { "WhatMattersKit/Sources/\($0)" }
        + ["App", "Widget"]

    private struct File {
        let part: String
        let name: String
        let lines: [String]
    }

    /// Each file that is written by hand.
    private let files: [File]

    init() throws {
        files = try Self.parts.flatMap { part in
            let folder = Self.shell.appendingPathComponent(part)
            let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            return try (all?.compactMap { $0 as? URL } ?? [])
                .filter { $0.pathExtension == "swift" && !$0.path.contains("/Generated/") }
                .map { url in
                    let text = try String(contentsOf: url, encoding: .utf8)
                    return File(
                        part: folder.lastPathComponent, name: url.lastPathComponent,
                        lines: text.components(separatedBy: "\n"))
                }
        }
    }

    @Test func itIsThin() {
        #expect(files.count > 50)
        let drawing = files.filter { $0.part == "Core" || $0.part == "Pages" }
        #expect(drawing.map { $0.lines.count - 1 }.reduce(0, +) <= 3000)
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
