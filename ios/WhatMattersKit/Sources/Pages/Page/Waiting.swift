// What stands there before the first page, and when there will be none.
import Core
import SwiftUI

struct Starting: View {
    let again: Bool

    @State private var slow = false

    var body: some View {
        Waiting {
            Text(again ? Words.broken : Words.starting).font(.lede)
            if slow { Text(Words.startingSlow).foregroundStyle(Palette.quiet) }
        }
        .task {
            // Long enough that something may be wrong.
            try? await Task.sleep(for: .seconds(8))
            slow = true
        }
    }
}

struct Failed: View {
    @Environment(Session.self) private var session

    var body: some View {
        Waiting {
            Text(Words.failedTitle).font(.heading).heading(.h1)
            Text(Words.failed)
            Button { session.retry() } label: {
                Text(Words.tryAgain).font(.strong).foregroundStyle(Palette.onBrand)
                    .padding(.horizontal, 18)
                    .frame(minHeight: target)
                    .background(Palette.brand, in: .rect(cornerRadius: 14))
            }
            .buttonStyle(.plain)
        }
    }
}

private struct Waiting<Content: View>: View {
    @ViewBuilder let content: Content

    var body: some View {
        VStack(alignment: .leading, spacing: 16) {
            Text(Words.product).font(.pageTitle).foregroundStyle(Palette.brand)
            content
        }
        .frame(maxWidth: 560, alignment: .leading)
        .padding(24)
        .frame(maxWidth: .infinity, maxHeight: .infinity)
        .background(Palette.paper)
    }
}
