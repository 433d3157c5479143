import Foundation
import Testing
import WhatMattersCore
import WhatMattersTypes

@testable import Person

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
            try person.core.resolve(id: 99, output: Data(FilesOutput.saved.bincodeSerialize()))
        }
        try person.see("Welcome to What Matters")
    }
}
