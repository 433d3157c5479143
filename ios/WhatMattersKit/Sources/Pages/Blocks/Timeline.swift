// What happened, in order.
import Core
import SwiftUI

struct TimelineBlock: View {
    let timeline: Model.Timeline

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            Rows(count: timeline.items.count) { at in
                Press(action: timeline.items[at].action) { TimelineRow(item: timeline.items[at]) }
                    .accessibilityElement(children: .combine)
            }
            if let more = timeline.more { ButtonView(button: more) }
        }
    }
}

private struct TimelineRow: View {
    let item: Model.TimelineItem

    @Environment(\.dynamicTypeSize) private var size

    var body: some View {
        if size.isAccessibilitySize {
            VStack(alignment: .leading, spacing: 6) { when; what }
        } else {
            HStack(alignment: .firstTextBaseline, spacing: 12) { when.frame(width: 76, alignment: .leading); what }
        }
    }

    private var when: some View {
        Text(item.whenValue).monospacedDigit().foregroundStyle(Palette.quiet)
    }

    private var what: some View {
        VStack(alignment: .leading, spacing: 4) {
            HStack(alignment: .firstTextBaseline, spacing: 8) {
                if let icon = item.icon { Icon(icon).foregroundStyle(Palette.brand) }
                Text(item.title).underline(item.action != nil)
            }
            Lines(lines: item.lines, quiet: true)
            if let tag = item.tag { TagView(tag: tag) }
        }
        .wide()
    }
}
