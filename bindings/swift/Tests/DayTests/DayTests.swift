import Foundation
import Person
import Testing
import WhatMattersCore
import WhatMattersTypes

private final class Quiet: CoreShell {
    func requests(requests: Data) throws {}
}

@Suite struct DayTests {
    @Test func aFaultComesBackAsAValueAndTheCoreGoesOn() throws {
        let key = Data(repeating: 7, count: 32)
        #expect(throws: CoreError.BadKey) {
            try Core(config: CoreConfig(directory: nil, key: Data([7]), server: nil), shell: Quiet())
        }
        #expect(throws: CoreError.BadServer) {
            try Core(
                config: CoreConfig(directory: nil, key: key, server: "http://care.example.org"),
                shell: Quiet()
            )
        }
        let person = try Person(directory: nil, server: nil)
        #expect(throws: CoreError.Unreadable) {
            try person.core.update(event: Data(repeating: 255, count: 7))
        }
        #expect(throws: CoreError.UnknownRequest) {
            try person.core.resolve(id: 99, output: Data(PlatformOutput.widget.bincodeSerialize()))
        }
        try person.see("Welcome to What Matters")
    }

    @Test func aReadingSurvivesTheKilledCoreAndReachesTheOtherDevice() throws {
        let server = try #require(
            ProcessInfo.processInfo.environment["WHAT_MATTERS_SERVER"],
            "run this through scripts/with-server"
        )
        let phone = try Folder()
        try killDiarist(in: phone.path)
        do {
            let person = try Person(directory: phone.path, server: server)
            try person.seeReading()
            try person.createAccount("sam-by-swift")
        }
        let tablet = try Folder()
        let person = try Person(directory: tablet.path, server: server)
        try person.signIn("sam-by-swift")
        try person.seeReading()
    }

    /// A diarist in a process of their own, killed as soon as they have saved.
    private func killDiarist(in directory: String) throws {
        let here = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let diarist = Process()
        diarist.executableURL = here.appendingPathComponent("diarist")
        diarist.arguments = [directory]
        let output = Pipe()
        diarist.standardOutput = output
        try diarist.run()
        let said = output.fileHandleForReading.availableData
        kill(diarist.processIdentifier, SIGKILL)
        diarist.waitUntilExit()
        #expect(String(decoding: said, as: UTF8.self) == "saved\n")
    }
}

/// A folder that goes when the test does.
private final class Folder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
