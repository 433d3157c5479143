// The file that was picked last: a large one is read part by part.
import Foundation

/// Keeps it open for reading, until another is picked.
@MainActor public enum LastPicked {
    private static var last: (form: String, field: String, url: URL, letGo: () -> Void)?

    /// A file was picked; `letGo` gives back what the system lent for it.
    public static func keep(_ url: URL, form: String, field: String, letGo: @escaping () -> Void) {
        last?.letGo()
        last = (form, field, url, letGo)
    }

    /// A part of it.
    public static func read(_ part: Model.FilePart) -> Model.FileRead {
        guard let last, last.form == part.form, last.field == part.field,
            let file = try? FileHandle(forReadingFrom: last.url)
        else { return .gone }
        defer { try? file.close() }
        guard (try? file.seekToEnd()) == part.size, (try? file.seek(toOffset: part.offset)) != nil,
            let bytes = try? file.read(upToCount: Int(part.length)), bytes.count == Int(part.length)
        else { return .changed }
        return .part([UInt8](bytes))
    }
}
