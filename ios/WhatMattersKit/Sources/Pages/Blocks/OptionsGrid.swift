// Options beside each other, by what matters. Each is complete in itself, so that
// it reads well one below another; where there is room they stand side by side.
import Core
import SwiftUI

struct OptionsGridBlock: View {
    let grid: Model.OptionsGrid
    let level: AccessibilityHeadingLevel

    @Environment(\.dynamicTypeSize) private var size
    @Environment(\.horizontalSizeClass) private var width

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            Text(grid.caption).font(.smallHeading).heading(level)
            if width == .regular && !size.isAccessibilitySize {
                HStack(alignment: .top, spacing: 14) { all }
            } else {
                VStack(spacing: 14) { all }
            }
        }
    }

    private var all: some View {
        ForEach(grid.options.indices, id: \.self) { at in
            OptionView(option: grid.options[at], criteria: grid.criteria)
        }
    }
}

private struct OptionView: View {
    let option: Model.GridOption
    let criteria: [String]

    var body: some View {
        VStack(alignment: .leading, spacing: 14) {
            Text(option.name).font(.smallHeading)
            if option.chosen { TagView(tag: Model.Tag(text: Words.chosen, tone: .brand)) }
            ForEach(0..<min(criteria.count, option.cells.count), id: \.self) { at in
                let cell = option.cells[at]
                VStack(alignment: .leading, spacing: 4) {
                    Text(criteria[at]).foregroundStyle(Palette.quiet)
                    if let frequency = cell.frequency { IconArray(frequency: frequency) }
                    Text(cell.text)
                    if let source = cell.source { Text(source).font(.small).foregroundStyle(Palette.quiet) }
                }
                .accessibilityElement(children: .combine)
            }
            if let button = option.button { ButtonView(button: button) }
        }
        .padding(20)
        .wide()
        .panel()
        .overlay {
            if option.chosen { RoundedRectangle(cornerRadius: 18).stroke(Palette.brand, lineWidth: 3) }
        }
    }
}

/// So many of so many, as that many dots, the ones meant filled and first.
private struct IconArray: View {
    let frequency: Model.Frequency

    var body: some View {
        let all = Int(frequency.outOf)
        let across = all <= 100 ? 10 : Int((Double(all) / 2).squareRoot().rounded(.up)) * 2
        let down = (all + across - 1) / across
        Canvas { context, size in
            let step = size.width / CGFloat(across)
            for at in 0..<all {
                let dot = Path(ellipseIn: CGRect(
                    x: (CGFloat(at % across) + 0.14) * step,
                    y: (CGFloat(at / across) + 0.14) * step,
                    width: step * 0.72,
                    height: step * 0.72
                ))
                if at < Int(frequency.ofThem) {
                    context.fill(dot, with: .color(Palette.brand))
                } else {
                    context.stroke(dot, with: .color(Palette.edge), lineWidth: 1)
                }
            }
        }
        .frame(width: 144, height: 144 * CGFloat(down) / CGFloat(max(across, 1)))
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(Words.frequency(frequency.ofThem, frequency.outOf))
    }
}
