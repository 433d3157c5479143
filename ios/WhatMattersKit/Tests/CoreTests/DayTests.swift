import Core
import Foundation
import Someone
import Testing

@MainActor @Suite struct DayTests {
    @Test func aReadingSurvivesTheKilledAppAndReachesTheOtherDevice() async throws {
        let server = try serverUnderTest()
        let phone = try Folder()
        try killDiarist(in: phone.path)
        let someone = Someone(directory: phone.path, server: server)
        try await someone.seeReading()
        try await someone.createAccount("sam-by-ios")
        await someone.swipeAway()

        let tablet = try Folder()
        let again = Someone(directory: tablet.path, server: server)
        try await again.signIn("sam-by-ios")
        try await again.seeReading()
    }

    /// A diarist in a process of their own, killed as soon as they have saved.
    private func killDiarist(in directory: String) throws {
        let here = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let diarist = Process()
        diarist.executableURL = here.appendingPathComponent("Diarist")
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
