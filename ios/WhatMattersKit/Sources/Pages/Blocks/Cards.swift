// Cards, in a column or a grid.
import Core
import SwiftUI

struct CardsBlock: View {
    let cards: Model.Cards
    let level: AccessibilityHeadingLevel

    @Environment(\.dynamicTypeSize) private var size

    var body: some View {
        switch cards.layout {
        case .column:
            VStack(spacing: 14) { all }
        case .grid:
            // Beside each other while words fit whole.
            if size.isAccessibilitySize {
                VStack(spacing: 14) { all }
            } else {
                LazyVGrid(columns: [GridItem(.adaptive(minimum: 150), spacing: 14)], spacing: 14) { all }
            }
        }
    }

    private var all: some View {
        ForEach(cards.cards.indices, id: \.self) { CardView(card: cards.cards[$0], level: level) }
    }
}

private struct CardView: View {
    let card: Model.Card
    let level: AccessibilityHeadingLevel

    var body: some View {
        Press(action: card.action) { face }
            .accessibilityElement(children: card.action == nil ? .contain : .combine)
    }

    private var face: some View {
        HStack(spacing: 16) {
            if let icon = card.icon {
                Icon(icon, size: .heading)
                    .foregroundStyle(card.action == nil ? Palette.ink : Palette.brand)
            }
            VStack(alignment: .leading, spacing: 6) { words }.wide()
            if card.action != nil, !card.lines.isEmpty || card.caption != nil {
                Icon(symbol: "chevron.forward").foregroundStyle(Palette.quiet)
            }
        }
        .padding(20)
        .frame(maxHeight: .infinity)
        .panel()
        .overlay {
            if card.now { RoundedRectangle(cornerRadius: 18).stroke(Palette.brand, lineWidth: 3) }
        }
    }

    @ViewBuilder private var words: some View {
        if let caption = card.caption { Text(caption).foregroundStyle(Palette.quiet) }
        if card.now {
            Text(card.title).font(.heading).heading(level)
        } else {
            Text(card.title).font(.smallHeading)
        }
        if let tag = card.tag { TagView(tag: tag) }
        if let quote = card.quote { Quote(words: Text(quote)) }
        Lines(lines: card.lines, quiet: true)
        if let meter = card.meter { MeterBar(meter: meter) }
        ButtonRow(buttons: card.buttons)
    }
}
