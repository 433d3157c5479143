// A list of things to do, or not to do.
import Core
import SwiftUI

struct DoDontBlock: View {
    let list: Model.DoDont
    let level: AccessibilityHeadingLevel

    var body: some View {
        VStack(alignment: .leading, spacing: 10) {
            Text(list.title).font(.smallHeading).heading(level)
            Dots(items: list.items) {
                Icon(symbol: list.isDo ? "checkmark" : "xmark", size: .strong)
                    .foregroundStyle((list.isDo ? Palette.green : Palette.red).shape)
            }
        }
        .padding(20)
        .wide()
        .panel()
    }
}
