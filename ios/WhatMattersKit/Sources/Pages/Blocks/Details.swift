// Words that open on asking.
import Core
import SwiftUI

struct DetailsBlock: View {
    let details: Model.Details

    var body: some View {
        Opens(summary: details.summary) {
            VStack(alignment: .leading, spacing: 8) {
                Lines(lines: details.text)
                Dots(details.items)
            }
            .padding(.leading, 20)
        }
    }
}

struct Opens<Content: View>: View {
    /// What is read before it opens.
    let summary: String
    @ViewBuilder let content: Content

    @State private var open = false

    var body: some View {
        DisclosureGroup(isExpanded: $open) {
            content
        } label: {
            Text(summary).underline().quietButton().wide()
        }
        .tint(Palette.brand)
    }
}
