// What stands there before the first page, and when there will be none.
import Core
import SwiftUI

struct Waiting: View {
    /// The app stopped before.
    var again = false
    /// It does not start.
    var failed = false

    @Environment(Session.self) private var session
    @State private var slow = false

    var body: some View {
        VStack(alignment: .leading, spacing: 16) {
            Text(Words.product).font(.pageTitle).foregroundStyle(Palette.brand)
            if failed {
                Text(Words.failedTitle).font(.heading).heading(.h1)
                Text(Words.failed)
                Button { session.retry() } label: {
                    Text(Words.tryAgain).filled(Palette.brand, Palette.onBrand)
                }
            } else {
                Text(again ? Words.broken : Words.starting).font(.lede)
                if slow { Text(Words.startingSlow).foregroundStyle(Palette.quiet) }
            }
        }
        .frame(maxWidth: 560, alignment: .leading).padding(24)
        .frame(maxWidth: .infinity, maxHeight: .infinity).background(Palette.paper)
        .task {
            // Long enough that something may be wrong.
            try? await Task.sleep(for: .seconds(8))
            slow = true
        }
    }
}
