// Something set apart from the text around it.
import Core
import SwiftUI

struct InsetBlock: View {
    let inset: Model.Inset

    var body: some View {
        VStack(alignment: .leading, spacing: 8) { Lines(lines: inset.text) }
            .padding(.vertical, 4)
            .padding(.leading, 24)
            .overlay(alignment: .leading) { Palette.brand.frame(width: 6) }
            .wide()
    }
}
