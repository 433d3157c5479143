// The main navigation: bottom tabs on a phone, a side column on an iPad.
import Core
import SwiftUI

struct Navigation: View {
    let page: Model.Page

    @Environment(\.horizontalSizeClass) private var width

    var body: some View {
        if page.tabs.isEmpty {
            PageView(page: page)
        } else if width == .regular {
            Split(page: page)
        } else {
            BottomTabs(page: page)
        }
    }
}

private struct BottomTabs: View {
    let page: Model.Page

    @Environment(Session.self) private var session
    @State private var shown = 0

    var body: some View {
        TabView(selection: $shown) {
            ForEach(page.tabs.indices, id: \.self) { at in
                // The core has one page at a time; the others come when asked for.
                Group { if page.tabs[at].current { PageView(page: page) } else { Palette.paper } }
                    .tabItem { Label(page.tabs[at].label, systemImage: page.tabs[at].icon.symbol) }
                    .badge(page.tabs[at].badge.map { Text($0) })
                    .tag(at)
            }
        }
        .onChange(of: shown) {
            if shown != current { session.press(page.tabs[shown].action) }
        }
        .onChange(of: current, initial: true) { shown = current }
    }

    private var current: Int { page.tabs.firstIndex(where: \.current) ?? 0 }
}

private struct Split: View {
    let page: Model.Page

    @Environment(Session.self) private var session

    var body: some View {
        NavigationSplitView {
            List(page.tabs.indices, id: \.self) { at in
                let tab = page.tabs[at]
                Button { session.press(tab.action) } label: {
                    Label(tab.label, systemImage: tab.icon.symbol)
                        .font(tab.current ? .strong : .text)
                        .frame(minHeight: target)
                }
                .badge(tab.badge.map { Text($0) })
                .listRowBackground(tab.current ? Palette.brandSoft : Palette.card)
                .accessibilityAddTraits(tab.current ? .isSelected : [])
            }
            .tint(Palette.brand)
            .accessibilityLabel(Words.navigation)
        } detail: {
            PageView(page: page)
        }
    }
}
