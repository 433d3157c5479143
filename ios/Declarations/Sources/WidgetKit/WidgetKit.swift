// Declared after Apple's documentation; each section names its page there.
@_exported import Foundation
import SwiftUI

// SwiftUI/Widget
@MainActor @preconcurrency public protocol Widget {
    associatedtype Body: WidgetConfiguration
    init()
    var body: Body { get }
}
extension Widget {
    public static func main() { fatalError("a declaration has no implementation") }
}

// SwiftUI/WidgetConfiguration
@MainActor @preconcurrency public protocol WidgetConfiguration {}
extension WidgetConfiguration {
    public func configurationDisplayName<S: StringProtocol>(_ displayName: S) -> some WidgetConfiguration { self }
    public func description<S: StringProtocol>(_ description: S) -> some WidgetConfiguration { self }
    public func supportedFamilies(_ families: [WidgetFamily]) -> some WidgetConfiguration { self }
}

// WidgetKit/StaticConfiguration
public struct StaticConfiguration<Content: View>: WidgetConfiguration {
    public init<Provider: TimelineProvider>(
        kind: String, provider: Provider, @ViewBuilder content: @escaping (Provider.Entry) -> Content
    ) {}
}

// WidgetKit/TimelineProvider
public protocol TimelineProvider {
    associatedtype Entry: TimelineEntry
    typealias Context = TimelineProviderContext
    func placeholder(in context: Context) -> Entry
    func getSnapshot(in context: Context, completion: @escaping (Entry) -> Void)
    func getTimeline(in context: Context, completion: @escaping (Timeline<Entry>) -> Void)
}

// WidgetKit/TimelineProviderContext
public struct TimelineProviderContext {}

// WidgetKit/TimelineEntry
public protocol TimelineEntry {
    var date: Date { get }
}

// WidgetKit/Timeline
public struct Timeline<EntryType: TimelineEntry> {
    public init(entries: [EntryType], policy: TimelineReloadPolicy) {}
}

// WidgetKit/TimelineReloadPolicy
public struct TimelineReloadPolicy: Equatable, Sendable {
    public static let never = TimelineReloadPolicy()
}

// WidgetKit/WidgetFamily
public enum WidgetFamily: Int, Sendable {
    case systemSmall, systemMedium, systemLarge, systemExtraLarge
    case accessoryCircular, accessoryRectangular, accessoryInline
}

// WidgetKit/WidgetCenter
public final class WidgetCenter: Sendable {
    public static let shared = WidgetCenter()
    public func reloadTimelines(ofKind kind: String) {}
}

extension EnvironmentValues {
    // SwiftUI/EnvironmentValues/widgetFamily
    public var widgetFamily: WidgetFamily { .systemSmall }
}

// SwiftUI/ContainerBackgroundPlacement
public struct ContainerBackgroundPlacement: Sendable {
    public static let widget = ContainerBackgroundPlacement()
}

extension View {
    // SwiftUI/View/widgetURL(_:)
    public func widgetURL(_ url: URL?) -> some View { self }
    // SwiftUI/View/containerBackground(_:for:)
    public func containerBackground<S: ShapeStyle>(_ style: S, for container: ContainerBackgroundPlacement) -> some View {
        self
    }
}
