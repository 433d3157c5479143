//! Papers that say something in advance: which, where it is, who completed it. What
//! it says is on the paper alone.

use record::EntryId;
use record::kinds::AdvancePaper;

use super::Intent;
use crate::holding::Holding;
use crate::items::{Choices, Item, Itemed, Leaf, Of, Part, Said, Shape, show};
use crate::model::View;
use crate::nav::Intent as Press;
use crate::screen::{Block, Button, Icon, SummaryList};
use crate::words::{Words, say};
use crate::your_data::ReadableTable;

const SORTS: Choices = &[
    (1, "advance-respect"),
    (2, "advance-decision"),
    (3, "advance-statement"),
    (4, "advance-health"),
    (5, "advance-money"),
    (6, "advance-cpr"),
    (7, "advance-other"),
];

const SORT: Item =
    Item { needed: "advance-sort-none", ..Item::new(1, "advance-sort", "", Shape::One(SORTS)) };

const NAME: Item = Item::new(2, "advance-name", "", Shape::Line);

const PLACE: Item = Item {
    needed: "advance-place-none",
    ..Item::new(3, "advance-place", "advance-place-hint", Shape::Words)
};

impl Itemed for AdvancePaper {
    const OF: Of = Of::kind::<Self>(
        ("advance_care.paper", "advance_care.paper"),
        false,
        &[Part {
            title: "advance-paper-title",
            items: &[
                SORT,
                NAME,
                PLACE,
                Item::new(4, "advance-by", "advance-by-hint", Shape::Line),
                Item::new(5, "advance-on", "", Shape::Day),
                Item::new(6, "advance-review", "", Shape::Review),
                Item::new(7, "advance-holders", "advance-holders-hint", Shape::Words),
                Item::new(8, "advance-call", "plans-whom-hint", Shape::Call),
            ],
        }],
    );
    const TITLE: &'static str = "advance-paper-title";

    fn change(id: EntryId) -> Press {
        Press::AdvanceCare(Intent::Paper(Some(id)))
    }
}

pub(super) const OF: Of = AdvancePaper::OF;

/// What a paper is called.
fn called(words: &Words, leaf: &Leaf) -> String {
    match (leaf.said(&NAME), leaf.said(&SORT)) {
        (Some(Said::Text(name)), _) => name,
        (_, Some(said)) => show::lines(words, &SORT, &said).join(", "),
        _ => String::new(),
    }
}

/// The papers, each with what is known of it.
pub(super) fn blocks(view: View<'_>, holding: &Holding) -> Vec<Block> {
    let words = view.words;
    let may = OF.may(holding, view.now.ms.div_euclid(1000));
    let mut blocks = Vec::new();
    for leaf in OF.all(&holding.record) {
        let title = called(words, &leaf);
        let tag = show::tag(view, &OF, &leaf);
        let leaves = [leaf];
        let mut rows: Vec<_> =
            OF.parts.iter().flat_map(|p| show::rows(view, holding, &leaves, p.items)).collect();
        if let Some(first) = rows.first_mut() {
            first.tag = tag;
        }
        blocks.push(Block::heading(title.clone()));
        blocks.push(Block::SummaryList(SummaryList { rows }));
        let mut buttons = show::calls(words, holding, &leaves, &OF);
        if may {
            let label = say!(words, "change");
            let spoken = say!(
                words,
                "today-matters-button",
                button = label.as_str(),
                heading = title.as_str()
            );
            let change = AdvancePaper::change(leaves[0].id);
            buttons.push(Button::quiet(label, change).spoken(spoken));
        }
        buttons.extend(show::history(view, &leaves, &title));
        blocks.push(Block::buttons(buttons));
    }
    if blocks.is_empty() {
        blocks.push(Block::paragraph(say!(words, "advance-papers-none")));
    }
    if may {
        let write = Press::AdvanceCare(Intent::Paper(None));
        let write = Button::secondary(say!(words, "advance-paper"), write).icon(Icon::Plus);
        blocks.push(Block::buttons(vec![write]));
    }
    blocks
}

/// The same as tables to print.
pub(super) fn tables(view: View<'_>, holding: &Holding) -> Vec<ReadableTable> {
    let table = |leaf: Leaf| {
        let title = called(view.words, &leaf);
        show::table(view, holding, (&OF, &[leaf]), title)
    };
    OF.all(&holding.record).into_iter().map(table).collect()
}
