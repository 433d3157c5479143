//! What the person needs to understand, to be understood and to come: needs of
//! communication and reasonable adjustments. The Accessible Information Standard
//! (DAPB1605) has them identified, recorded, flagged, shared, met and reviewed; here
//! they stand first on every page of the person's for whoever opens their record.

use record::kinds::{AccessNeeds, Need};
use record::{EntryId, Scope};

use super::{Intent, Screen};
use crate::app::Cmd;
use crate::holding::{Holding, RecordSide};
use crate::items::{self, Item, Itemed, Leaf, Of, Part, Shape, show};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Page, SummaryList, SummaryRow};
use crate::words::say;

/// Ways to be sent information: a code each.
const INFORMATION: items::Choices = &[
    (1, "need-large-print"),
    (2, "need-easy-read"),
    (3, "need-braille"),
    (4, "need-audio"),
    (5, "need-electronic"),
    (7, "need-language"),
];

const TALKING: items::Choices = &[
    (6, "need-text"),
    (7, "need-language"),
    (8, "need-sign"),
    (9, "need-signs"),
    (10, "need-loop"),
    (11, "need-lips"),
    (12, "need-slowly"),
    (13, "need-carer"),
    (14, "need-advocate"),
];

const VISITS: items::Choices = &[
    (15, "need-longer"),
    (16, "need-first"),
    (17, "need-quiet"),
    (18, "need-wheelchair"),
    (19, "need-moving"),
    (20, "need-dog"),
    (21, "need-company"),
    (22, "need-home"),
];

// Each need can be chosen somewhere.
const _: () = assert!(INFORMATION.len() + TALKING.len() + VISITS.len() == Need::ALL.len() + 1);

const ITEMS: &[Item] = &[
    Item::new(1, "needs-information", "", Shape::Any(INFORMATION)),
    Item::new(2, "needs-talking", "", Shape::Any(TALKING)),
    Item::new(3, "needs-visits", "", Shape::Any(VISITS)),
    Item::new(4, "needs-which", "needs-which-hint", Shape::Line),
    Item::new(5, "needs-words", "needs-words-hint", Shape::Words),
    Item::new(6, "items-review-ask", "items-review-hint", Shape::Review),
];

const OF: Of = AccessNeeds::OF;

impl Itemed for AccessNeeds {
    const OF: Of = Of::kind::<Self>(
        ("about_me.needs", "about_me.needs"),
        true,
        &[Part { title: "needs-title", items: ITEMS }],
    );
    const TITLE: &'static str = "needs-title";

    fn change(_: EntryId) -> Press {
        Press::AboutMe(Intent::Needs)
    }
}

/// Opens the form.
pub(super) fn open(cx: &mut Cx<'_>) {
    items::open(&OF, (None, 0), Place::AboutMe(Screen::Needs), cx);
}

/// The page with the form.
pub(super) fn page(view: View<'_>) -> Page {
    let mut page = items::page(&OF, (None, 0), Press::AboutMe(Intent::SaveNeeds), view);
    if let Some(holding) = view.open.holding().filter(|holding| is_mine(holding)) {
        page.blocks.insert(0, Block::small(show::seen_by(view, holding, Scope::About)));
        page.blocks.insert(0, Block::paragraph(say!(view.words, "needs-text")));
    }
    page
}

/// Keeps what it says.
pub(super) fn save(cx: &mut Cx<'_>) -> Cmd {
    items::save(&OF, (None, 0), |_| Place::AboutMe(Screen::All), cx)
}

fn is_mine(holding: &Holding) -> bool {
    holding.about.side == RecordSide::Person
}

fn all(holding: &Holding) -> Vec<Leaf> {
    OF.all(&holding.record)
}

/// "What I need", or "What Rosa needs".
pub(super) fn title(view: View<'_>, holding: &Holding) -> String {
    match holding.about.name.as_str() {
        "" => say!(view.words, "needs-title"),
        _ if is_mine(holding) => say!(view.words, "needs-title"),
        name => say!(view.words, "needs-title-of", name = name),
    }
}

/// Whether anything is written.
pub(super) fn any(holding: &Holding) -> bool {
    !all(holding).is_empty()
}

/// What stands, for the top of a page about the person; empty where nothing does.
pub(super) fn rows(view: View<'_>, holding: &Holding) -> Vec<SummaryRow> {
    show::rows(view, holding, &all(holding), ITEMS)
}

/// The part of the page about the person.
pub(super) fn blocks(view: View<'_>, holding: &Holding) -> Vec<Block> {
    let leaves = all(holding);
    let words = view.words;
    let rows = rows(view, holding);
    if rows.is_empty() {
        return Vec::new();
    }
    let title = title(view, holding);
    let mut blocks = vec![Block::heading(title.clone())];
    blocks.extend(show::head(view, &OF, &leaves));
    blocks.push(Block::SummaryList(SummaryList { rows }));
    let mut buttons = Vec::new();
    if holding.may_write(Scope::About) {
        let label = say!(words, "change");
        let spoken =
            say!(words, "today-matters-button", button = label.as_str(), heading = title.as_str());
        buttons.push(Button::quiet(label, Press::AboutMe(Intent::Needs)).spoken(spoken));
    }
    buttons.extend(show::history(view, &leaves, &title));
    blocks.push(Block::buttons(buttons));
    blocks
}

/// What somebody of the care team sees before anything else; that nothing is written
/// down is said as well, so that they ask.
pub(crate) fn for_team(view: View<'_>, holding: &Holding) -> Vec<Block> {
    let rows = rows(view, holding);
    let mut blocks = vec![Block::heading(title(view, holding))];
    blocks.push(if rows.is_empty() {
        Block::paragraph(say!(view.words, "needs-none"))
    } else {
        Block::SummaryList(SummaryList { rows })
    });
    blocks
}

/// All of it in a sentence, at the top of what others see of the person.
pub(crate) fn brief(view: View<'_>, holding: &Holding) -> Option<Block> {
    if is_mine(holding) {
        return None;
    }
    let (leaves, mut needs) = (all(holding), Vec::new());
    for item in ITEMS.iter().filter(|item| item.shape != Shape::Review) {
        for (said, _) in items::stands(&holding.record, &leaves, item) {
            needs.extend(show::lines(view.words, item, &said));
        }
    }
    let name = holding.about.name.as_str();
    let needs = (!needs.is_empty()).then(|| needs.join(view.words.between("; ")))?;
    Some(Block::inset(say!(view.words, "needs-brief", name = name, needs = needs)))
}
