// A person who sees only the screen.
import Core
import Someone
import SwiftUI
import Testing
@testable import Pages

@MainActor @Suite struct JourneyTests {
    @Test func aReadingIsLoggedByTappingAndTyping() async throws {
        let someone = Someone(directory: nil)
        try await someone.tap("Use it on this device")
        try await someone.tap("Choose what to follow")
        try await someone.tap("Blood glucose in mmol/L")
        try await someone.tap("Follow these")
        try await someone.tap("Blood glucose")
        let reading = try await someone.look("the field") { $0.field("Reading") }
        reading.wrappedValue = "6.8"
        try await someone.tap("Save")
        try await someone.read("Blood glucose 6.8 mmol/L")
        try await someone.press("Track")
        try await someone.read("6.8 mmol/L")
    }
}
