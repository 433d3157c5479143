// What stands here when there is nothing yet.
import Core
import SwiftUI

struct EmptyStateBlock: View {
    let empty: Model.EmptyState
    let level: AccessibilityHeadingLevel

    var body: some View {
        VStack(spacing: 10) {
            Icon(empty.icon, size: .heading).foregroundStyle(Palette.brandOnSoft)
                .padding(18)
                .background(Palette.brandSoft, in: .circle)
            Text(empty.title).font(.smallHeading).heading(level)
            Text(empty.text)
            if let button = empty.button { ButtonView(button: button) }
        }
        .multilineTextAlignment(.center)
        .padding(.horizontal, 20).padding(.vertical, 32)
        .frame(maxWidth: .infinity)
        .overlay {
            RoundedRectangle(cornerRadius: 18)
                .stroke(Palette.line, style: StrokeStyle(lineWidth: 2, dash: [6, 4]))
        }
    }
}
