// Declared after Apple's documentation; each section names its page there.
@_exported import Foundation

// Foundation/LocalizedStringResource
public struct LocalizedStringResource: ExpressibleByStringLiteral, Sendable {
    public init(stringLiteral value: String) {}
}

// AppIntents/AppIntent
public protocol AppIntent: Sendable {
    associatedtype PerformResult: IntentResult
    static var title: LocalizedStringResource { get }
    // AppIntents/AppIntent/openAppWhenRun
    static var openAppWhenRun: Bool { get }
    init()
    func perform() async throws -> PerformResult
}
extension AppIntent {
    public static var openAppWhenRun: Bool { false }
}

// AppIntents/IntentResult
public protocol IntentResult: Sendable {}
extension IntentResult where Self == IntentResultContainer {
    public static func result() -> IntentResultContainer { IntentResultContainer() }
}

// AppIntents/IntentResultContainer
public struct IntentResultContainer: IntentResult {}

// AppIntents/AppShortcutsProvider
public protocol AppShortcutsProvider {
    @AppShortcutsBuilder static var appShortcuts: [AppShortcut] { get }
}

// AppIntents/AppShortcutsBuilder
@resultBuilder
public enum AppShortcutsBuilder {
    public static func buildBlock(_ components: AppShortcut...) -> [AppShortcut] { components }
}

// AppIntents/AppShortcut
public struct AppShortcut {
    public init<Intent: AppIntent>(
        intent: Intent, phrases: [AppShortcutPhrase<Intent>], shortTitle: LocalizedStringResource,
        systemImageName: String
    ) {}
}

// AppIntents/AppShortcutPhrase
public struct AppShortcutPhrase<Intent: AppIntent>: ExpressibleByStringInterpolation {
    // AppIntents/AppShortcutPhrase/StringInterpolation
    public struct StringInterpolation: StringInterpolationProtocol {
        public init(literalCapacity: Int, interpolationCount: Int) {}
        public mutating func appendLiteral(_ literal: String) {}
        public mutating func appendInterpolation(_ token: AppShortcutPhraseToken) {}
    }
    public init(stringLiteral value: String) {}
    public init(stringInterpolation: StringInterpolation) {}
}

// AppIntents/AppShortcutPhraseToken
public enum AppShortcutPhraseToken: Sendable {
    case applicationName
}
