// A word or two in a lozenge: the word carries the meaning, the shape and the
// colour repeat it.
import Core
import SwiftUI

struct TagView: View {
    let tag: Model.Tag

    var body: some View {
        let shades = Palette.of(tag.tone)
        HStack(spacing: 6) {
            if let shape = Mark.shape(of: tag.tone) {
                shape.fill(shades.ink).frame(width: 10, height: 10).accessibilityHidden(true)
            }
            Text(tag.text).font(.smallStrong)
        }
        .foregroundStyle(shades.ink)
        .padding(.horizontal, 10)
        .padding(.vertical, 3)
        .background(shades.soft, in: .rect(cornerRadius: 8))
        .accessibilityElement(children: .combine)
    }
}

/// The shape of each tone, the same everywhere: round, square, pointing down.
enum Mark {
    static func shape(of tone: Model.Tone) -> Path? {
        switch tone {
        case .green: Path(ellipseIn: CGRect(x: 0, y: 0, width: 10, height: 10))
        case .amber: Path(CGRect(x: 0, y: 0, width: 10, height: 10))
        case .red:
            Path { path in
                path.move(to: CGPoint(x: 0, y: 0))
                path.addLine(to: CGPoint(x: 10, y: 0))
                path.addLine(to: CGPoint(x: 5, y: 10))
                path.closeSubpath()
            }
        case .neutral, .brand: nil
        }
    }
}
