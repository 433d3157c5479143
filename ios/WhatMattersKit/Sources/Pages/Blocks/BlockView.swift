// One block of a page, and all of them in order.
import Core
import SwiftUI

struct Blocks: View {
    let blocks: [Model.Block]

    var body: some View {
        ForEach(Self.placed(blocks), id: \.id) { BlockView(block: $0.block, level: $0.level) }
    }

    struct Placed {
        let id: String
        let block: Model.Block
        let level: AccessibilityHeadingLevel
    }

    /// Blocks below a heading bring along headings one level further down. A form
    /// keeps the keyboard while other blocks come and go around it.
    static func placed(_ blocks: [Model.Block]) -> [Placed] {
        var level = AccessibilityHeadingLevel.h2
        return blocks.enumerated().map { at, block in
            if case .heading = block { level = .h3 }
            if case .form(let form) = block { return Placed(id: "form \(form.id)", block: block, level: level) }
            return Placed(id: "\(at)", block: block, level: level)
        }
    }
}

struct BlockView: View {
    let block: Model.Block
    /// Of a heading that the block brings along.
    let level: AccessibilityHeadingLevel

    // Without `default`: a new block of the core's does not compile until it is drawn.
    var body: some View {
        switch block {
        case .heading(let heading): HeadingBlock(heading: heading)
        case .paragraph(let paragraph): ParagraphBlock(paragraph: paragraph)
        case .inset(let inset): InsetBlock(inset: inset)
        case .careCard(let card): CareCardBlock(card: card, level: level)
        case .doDont(let list): DoDontBlock(list: list, level: level)
        case .summaryList(let list): SummaryListBlock(list: list)
        case .taskList(let list): TaskListBlock(list: list)
        case .cards(let cards): CardsBlock(cards: cards, level: level)
        case .table(let table): TableBlock(table: table)
        case .chart(let chart): ChartBlock(chart: chart, level: level)
        case .meter(let meter): MeterBlock(meter: meter)
        case .timeline(let timeline): TimelineBlock(timeline: timeline)
        case .thread(let thread): ThreadBlock(thread: thread)
        case .optionsGrid(let grid): OptionsGridBlock(grid: grid, level: level)
        case .form(let form): FormBlock(form: form, level: level)
        case .buttons(let buttons): ButtonsBlock(buttons: buttons)
        case .details(let details): DetailsBlock(details: details)
        case .picture(let picture): PictureBlock(picture: picture)
        case .emptyState(let empty): EmptyStateBlock(empty: empty, level: level)
        case .media(let it): ParagraphBlock(paragraph: .init(lead: it.name, text: "\(it.text)\n\(it.status)", style: .body))
        }
    }
}
