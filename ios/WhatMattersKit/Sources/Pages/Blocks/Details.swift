// Words that open on asking.
import Core
import SwiftUI

struct DetailsBlock: View {
    let details: Model.Details

    @State private var open = false

    var body: some View {
        DisclosureGroup(isExpanded: $open) {
            VStack(alignment: .leading, spacing: 8) {
                Lines(lines: details.text)
                Dots(details.items)
            }
            .padding(.leading, 20)
        } label: {
            DisclosureLabel(text: details.summary)
        }
        .tint(Palette.brand)
    }
}

/// What is read before it opens.
struct DisclosureLabel: View {
    let text: String

    var body: some View {
        Text(text).font(.strong).underline().foregroundStyle(Palette.brand)
            .frame(minHeight: target).wide()
    }
}
