// One page, whole: what stands around the blocks, and where VoiceOver goes.
import Accessibility
import Core
import SwiftUI

struct PageView: View {
    let page: Model.Page

    @Environment(Session.self) private var session
    @Environment(\.dynamicTypeSize) private var size
    @AccessibilityFocusState private var titleFocus: Bool

    var body: some View {
        ScrollViewReader { scroll in
            ScrollView {
                VStack(alignment: .leading, spacing: 16) {
                    if size.isAccessibilitySize { masthead }
                    content
                }
                .frame(maxWidth: page.setting == .staff ? 1100 : 680)
                .padding(.horizontal, 18).padding(.vertical, 16).frame(maxWidth: .infinity)
            }
            // Another page begins at its top, with fields of its own.
            .id(page.name)
            .environment(\.jump) { place in withAnimation { scroll.scrollTo(place, anchor: .top) } }
        }
        .scrollDismissesKeyboard(.interactively)
        .refreshable { await session.send(.resume) }
        .safeAreaInset(edge: .top) {
            // Always in sight, unless it would take the room of the page.
            if !size.isAccessibilitySize {
                masthead.padding(.horizontal, 18).padding(.vertical, 8).background(Palette.paper)
            }
        }
        .background(Palette.paper)
        .overlay { if page.busy { ProgressView().accessibilityLabel(Words.busy) } }
        .accessibilityAction(.escape) { back() }
        .simultaneousGesture(
            DragGesture(minimumDistance: 24).onEnded { if $0.startLocation.x < 24, $0.translation.width > 80 { back() } }
        )
        .onChange(of: page.name, initial: true) { titleFocus = true }
        .onChange(of: page.announce) {
            if let words = page.announce { AccessibilityNotification.Announcement(words).post() }
        }
    }

    /// The platform's own ways back.
    private func back() { if page.back != nil { session.back() } }

    private var masthead: some View {
        HStack(spacing: 12) {
            Text(Words.product).font(.smallHeading).foregroundStyle(Palette.brand)
            Spacer(minLength: 0)
            SyncPill(status: page.sync)
        }
    }

    @ViewBuilder private var content: some View {
        if let back = page.back {
            Leads(to: back.target, spoken: back.spoken) {
                Worded(symbol: "arrow.backward", text: back.label, underlined: true).quietButton()
            }
            .keyboardShortcut("[", modifiers: .command)
        }
        HStack { page.aloud.map { ReadAloud(text: $0) }; page.reading.map { ButtonView(button: $0) } }
        VStack(alignment: .leading, spacing: 4) {
            // Above the title where the page stands at the top; below it further in.
            if above { caption }
            Text(page.title).font(.pageTitle).heading(.h1).accessibilityFocused($titleFocus)
            if !above { caption }
        }
        ForEach(page.notices.indices, id: \.self) { NoticeView(notice: page.notices[$0]) }
        Blocks(blocks: page.blocks).font(page.look.easyRead ? .lede : .text)
    }

    private var above: Bool { page.setting == .person && page.back == nil }

    @ViewBuilder private var caption: some View {
        if let caption = page.caption { Text(caption).foregroundStyle(Palette.quiet) }
    }
}

private struct JumpKey: EnvironmentKey {
    static let defaultValue: @MainActor @Sendable (String) -> Void = { _ in }
}

extension EnvironmentValues {
    /// Scrolls to a place of the page by its name.
    var jump: @MainActor @Sendable (String) -> Void {
        get { self[JumpKey.self] }
        set { self[JumpKey.self] = newValue }
    }
}
