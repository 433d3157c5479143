// Hands a file to the person: the share sheet, which also keeps it in Files.
import Core
import Foundation
import Observation
import Outside
import SwiftUI
import UIKit

/// Files on their way to the person, one at a time.
@MainActor @Observable
final class Files {
    /// One file, until the person has decided.
    struct Handed: Identifiable {
        let id = UUID()
        let url: URL
        let done: @MainActor (Model.Handed) -> Void
    }

    private var waiting: [Handed] = []

    /// The one on show.
    var shown: Binding<Handed?> {
        Binding { @MainActor [self] in
            waiting.first
        } set: { @MainActor [self] shown in
            // Swiped away.
            if shown == nil, let first = waiting.first { first.done(.cancelled) }
        }
    }

    /// Shows the share sheet and says what became of the file.
    func handOver(_ file: Model.OutgoingFile) async -> Model.Handed {
        guard let url = try? Self.write(file) else { return .failed }
        defer { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
        return await withCheckedContinuation { continuation in
            var answer: CheckedContinuation<Model.Handed, Never>? = continuation
            waiting.append(Handed(url: url) { [self] outcome in
                // The sheet says it, and says once more that it has gone.
                guard let first = answer else { return }
                answer = nil
                waiting.removeAll { $0.url == url }
                first.resume(returning: outcome)
            })
        }
    }

    /// In a folder of its own, under the name that the core suggests, readable
    /// only while the phone is unlocked.
    private static func write(_ file: Model.OutgoingFile) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let url = folder.appendingPathComponent(file.name)
        try Data(file.content).write(to: url, options: [.atomic, .completeFileProtection])
        return url
    }
}

struct ShareSheet: UIViewControllerRepresentable {
    let file: Files.Handed

    func makeUIViewController(context: Context) -> UIActivityViewController {
        let sheet = UIActivityViewController(activityItems: [file.url], applicationActivities: nil)
        sheet.completionWithItemsHandler = { [done = file.done] _, completed, _, error in
            done(error != nil ? .failed : completed ? .saved : .cancelled)
        }
        return sheet
    }

    func updateUIViewController(_ sheet: UIActivityViewController, context: Context) {}
}
