// A key that is lost costs nothing that was kept.
import Foundation
import Outside
import Someone
import Testing

@Suite struct VaultTests {
    private final class Keys {
        var kept: Data?
        var refuses = false

        func vault(_ folder: URL) -> Vault {
            Vault(folder: folder) {
                if self.refuses { throw Refused() }
                return self.kept
            } newKey: {
                self.kept = Data(repeating: 1, count: 32)
                return self.kept!
            }
        }
    }

    private struct Refused: Error {}

    private let around: Folder
    private let folder: URL
    private let keys = Keys()

    init() throws {
        around = try Folder()
        folder = URL(fileURLWithPath: around.path).appendingPathComponent("Core", isDirectory: true)
        try make()
    }

    private func make() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func write() throws -> Data {
        let record = Data("sealed".utf8)
        try record.write(to: folder.appendingPathComponent("record.db"))
        return record
    }

    @Test func aKeyIsMadeOnceAndKept() throws {
        let key = try keys.vault(folder).key()
        _ = try write()
        #expect(try keys.vault(folder).key() == key)
    }

    @Test func aLostKeyIsNotReplacedAndNothingIsWiped() throws {
        let record = try write()
        #expect(throws: KeyLost.self) { try keys.vault(folder).key() }
        #expect(keys.kept == nil)
        #expect(try Data(contentsOf: folder.appendingPathComponent("record.db")) == record)
    }

    @Test func aKeyThatMayNotBeReadNowIsNotLost() throws {
        _ = try write()
        keys.refuses = true
        #expect(throws: Refused.self) { try keys.vault(folder).key() }
    }

    @Test func beginningAnewPutsTheRecordAside() throws {
        for _ in 0..<2 {
            let record = try write()
            keys.kept = nil
            try keys.vault(folder).setAside()
            try make()
            _ = try keys.vault(folder).key()
            let aside = folder.deletingLastPathComponent().appendingPathComponent("Core before/record.db")
            #expect(try Data(contentsOf: aside) == record)
        }
        let kept = try FileManager.default.contentsOfDirectory(atPath: around.path)
        #expect(Set(kept) == ["Core", "Core before", "Core before before"])
    }
}
