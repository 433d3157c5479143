// The widget: what the core said last, and quick ways in. It does not run the core.
import Foundation
import Glance
import SwiftUI
import WidgetKit

@main
struct TodayWidget: Widget {
    var body: some WidgetConfiguration {
        StaticConfiguration(kind: Glance.kind, provider: Kept()) { GlanceView(glance: $0.glance) }
            .configurationDisplayName("What Matters")
            .description("Quick ways into your record. Shows nothing of it.")
            .supportedFamilies([.systemSmall, .systemMedium, .accessoryRectangular])
    }
}

private struct Now: TimelineEntry {
    let date = Date.now
    let glance: Glance
}

/// Reads what the app kept. The app says when there is something new.
private struct Kept: TimelineProvider {
    func placeholder(in context: Context) -> Now { now }

    func getSnapshot(in context: Context, completion: @escaping (Now) -> Void) {
        completion(now)
    }

    func getTimeline(in context: Context, completion: @escaping (Timeline<Now>) -> Void) {
        completion(Timeline(entries: [now], policy: .never))
    }

    private var now: Now {
        let shelf = FileManager.default.containerURL(forSecurityApplicationGroupIdentifier: Glance.group)
        return Now(glance: Glance(in: shelf) ?? Glance(title: "What Matters", line: nil, buttons: []))
    }
}

private struct GlanceView: View {
    let glance: Glance

    @Environment(\.widgetFamily) private var family

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            Text(glance.title).font(.headline)
            if let line = glance.line { Text(line).font(.subheadline) }
            switch family {
            case .systemMedium, .systemLarge, .systemExtraLarge: buttons
            // So small, the whole of it is one way in.
            case .systemSmall, .accessoryCircular, .accessoryRectangular, .accessoryInline:
                if let first = glance.buttons.first { Text(first.label).font(.subheadline).underline() }
            @unknown default: EmptyView()
            }
        }
        .frame(maxWidth: .infinity, maxHeight: .infinity, alignment: .topLeading)
        .widgetURL(glance.buttons.first?.link)
        .containerBackground(.background, for: .widget)
    }

    private var buttons: some View {
        ForEach(glance.buttons.indices, id: \.self) { at in
            if let link = glance.buttons[at].link {
                Link(destination: link) {
                    Text(glance.buttons[at].label).font(.subheadline).underline()
                        .frame(maxWidth: .infinity, minHeight: 32, alignment: .leading)
                }
            }
        }
    }
}
