// For Siri, Spotlight and Shortcuts. What they call it is not the core's to say.
import AppIntents
import Core

struct LogReading: AppIntent {
    static let title: LocalizedStringResource = "Log a reading"
    static let openAppWhenRun = true

    @MainActor
    func perform() async throws -> some IntentResult {
        Phone.shared.session.send(.link("whatmatters://app#open=track"))
        return .result()
    }
}

struct Shortcuts: AppShortcutsProvider {
    static var appShortcuts: [AppShortcut] {
        AppShortcut(
            intent: LogReading(),
            phrases: ["Log a reading in \(.applicationName)", "Add a reading to \(.applicationName)"],
            shortTitle: "Log a reading",
            systemImageName: "waveform.path.ecg"
        )
    }
}
