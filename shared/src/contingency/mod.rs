//! If this happens, do that: what may happen, how it begins, what to do, whom to
//! call, and what if the carer cannot care. Action plans and the page of help lead
//! here; it is on the device, and works with no network.
//!
//! The items are those of the PRSB standard for care and support plans. The app adds
//! no word of its own to a plan. As in the rest of the plan, nothing changes unless the
//! person says so, or whom they let decide. Everybody else who may add to the plan
//! proposes ([`propose`]): a proposal is of a kind of its own, so that what reads these
//! plans never meets one, and is answered as the plan's are ([`crate::plan`]).

mod proposal;
mod propose;
#[cfg(test)]
mod tests;

use record::kinds::Contingency;
use record::{EntryId, Scope};
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::entry::gone;
use crate::holding::Holding;
use crate::items::{self, Item, Itemed, Leaf, Of, Part, Said, Shape, show};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Page};
use crate::sheet::{self, Sheet, Which};
use crate::words::say;
use crate::{advance_care, opening, plan};

pub(crate) use proposal::{said, title};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// All of them.
    All,
    /// One of them.
    One(EntryId),
    /// Writing a part of one, or beginning one.
    Write(Option<EntryId>, usize),
    /// The page to print.
    Sheet(EntryId),
    /// Proposing one, or adapting what is proposed.
    Propose(Writing),
}

/// What is proposed, or adapted.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Writing {
    /// A new plan.
    New,
    /// A change to one, or to one's own proposal.
    Change(EntryId),
    /// What a proposal says, before it is put in.
    Adapt(EntryId),
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Begin to write a part of one, or a new one.
    Write(Option<EntryId>, usize),
    /// Keep it.
    Save(Option<EntryId>, usize),
    /// Open the form of a proposal.
    Propose(Writing),
    /// Propose what it says, or put it in.
    SaveProposal(Writing),
}

/// As many plans as lead from another page.
const LED_TO: usize = 5;

const NAME: Item = Item::new(1, "contingency-name", "contingency-name-hint", Shape::Line);

const TRIGGERS: Item = Item {
    needed: "contingency-triggers-none",
    ..Item::new(2, "contingency-triggers", "contingency-triggers-hint", Shape::Words)
};

impl Itemed for Contingency {
    const OF: Of = Of::kind::<Self>(
        ("contingency", "contingency.write"),
        false,
        &[
            Part {
                title: "contingency-when",
                items: &[
                    NAME,
                    TRIGGERS,
                    Item::new(3, "contingency-signs", "contingency-signs-hint", Shape::Words),
                ],
            },
            Part {
                title: "contingency-do",
                items: &[
                    Item::new(4, "contingency-action", "contingency-action-hint", Shape::Words),
                    Item::new(
                        7,
                        "contingency-medicines",
                        "contingency-medicines-hint",
                        Shape::Words,
                    ),
                    Item::new(5, "contingency-coping", "", Shape::Words),
                    Item::new(6, "contingency-carer", "contingency-carer-hint", Shape::Words),
                ],
            },
            Part {
                title: "contingency-call",
                items: &[
                    Item::new(8, "contingency-first", "plans-whom-hint", Shape::Call),
                    Item::new(9, "contingency-second", "", Shape::Call),
                    Item::new(10, "contingency-third", "", Shape::Call),
                ],
            },
            Part {
                title: "contingency-agreed",
                items: &[
                    Item::new(11, "contingency-with", "contingency-with-hint", Shape::Line),
                    Item::new(12, "contingency-on", "", Shape::Day),
                    Item::new(13, "items-review-ask", "items-review-hint", Shape::Review),
                    Item::new(14, "contingency-by", "", Shape::Line),
                ],
            },
        ],
    );
    const TITLE: &'static str = "contingency-kind";

    fn change(id: EntryId) -> Press {
        Press::Contingency(Intent::Write(Some(id), 0))
    }
}

const OF: Of = Contingency::OF;

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Write(id, part) => {
            let place = Place::Contingency(Screen::Write(id, part));
            items::open(&OF, (id, part), place, cx);
            Cmd::done()
        }
        Intent::Save(id, part) => {
            items::save(&OF, (id, part), |id| Place::Contingency(Screen::One(id)), cx)
        }
        Intent::Propose(writing) => propose::open(writing, cx),
        Intent::SaveProposal(writing) => propose::save(writing, cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match *screen {
        Screen::All => all(view),
        Screen::One(id) => one(id, view),
        Screen::Write(id, part) => {
            items::page(&OF, (id, part), Press::Contingency(Intent::Save(id, part)), view)
        }
        Screen::Sheet(id) => sheet::page(Which::Contingency(id), view),
        Screen::Propose(writing) => propose::page(writing, view),
    }
}

/// The press that opened a form which is filled in from the record.
#[must_use]
pub(crate) fn filled_by(screen: &Screen) -> Option<Press> {
    match screen {
        Screen::Write(id, part) => Some(Press::Contingency(Intent::Write(*id, *part))),
        Screen::Propose(writing) => Some(Press::Contingency(Intent::Propose(*writing))),
        _ => None,
    }
}

/// What a plan is called: its name, or the first thing that may happen.
fn called(leaf: &Leaf) -> String {
    let text = [NAME, TRIGGERS].iter().find_map(|item| leaf.said(item));
    match text {
        Some(Said::Text(text)) => first_line(&text),
        _ => String::new(),
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

fn all(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "contingency".into(),
        title: say!(words, "contingency-title"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = items::shared(view, Scope::Plan) else {
        // To say "no plans" here would be to say what is not known.
        page.blocks.push(Block::paragraph(say!(words, "items-not-shared")));
        return page;
    };
    let write = Press::Contingency(Intent::Write(None, 0));
    let new = Button::primary(say!(words, "contingency-new"), write).icon(Icon::Plus);
    let may = OF.may(holding, view.now.ms.div_euclid(1000));
    page.blocks.extend(plan::contingencies(view, holding, None));
    let leaves = OF.all(&holding.record);
    if leaves.is_empty() {
        let (title, text) = (say!(words, "contingency-none"), say!(words, "contingency-none-text"));
        page.blocks.push(Block::empty(Icon::Plan, title, text, may.then_some(new)));
    } else {
        let card = |leaf: &Leaf| {
            let mut card = Card::new(called(leaf)).icon(Icon::Plan);
            card.tag = show::tag(view, &OF, leaf);
            card.opens(Place::Contingency(Screen::One(leaf.id)))
        };
        let cards = leaves.iter().take(100).map(card).collect();
        page.blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
        if may {
            page.blocks.push(Block::buttons(vec![new]));
        }
    }
    page.blocks.extend(others(view, holding, None));
    let later = Place::AdvanceCare(advance_care::Screen::Cover);
    page.blocks.push(Block::buttons(vec![
        opening::help_button(words),
        Button::quiet(say!(words, "advance-link"), later),
    ]));
    page
}

/// What somebody can do who does not decide: read, and propose where they may add.
fn others(view: View<'_>, holding: &Holding, of: Option<EntryId>) -> Vec<Block> {
    let words = view.words;
    let now = view.now.ms.div_euclid(1000);
    if plan::right(holding, now) != plan::Right::Proposes {
        return show::read_only(view, holding, OF.may(holding, now)).into_iter().collect();
    }
    let propose = |writing| Press::Contingency(Intent::Propose(writing));
    let button = |id, writing| Button::secondary(words.get(id), propose(writing));
    let buttons = match of {
        None => vec![button("contingency-propose", Writing::New).icon(Icon::Plus)],
        Some(id) => vec![
            button("plan-propose-change", Writing::Change(id)).icon(Icon::Pencil),
            Button::quiet(say!(words, "plan-out-propose"), Place::Plan(plan::Screen::TakeOut(id))),
        ],
    };
    vec![
        Block::small(say!(words, "contingency-propose-text", name = plan::person(view))),
        Block::buttons(buttons),
    ]
}

fn one(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = items::shared(view, Scope::Plan) else { return gone(view) };
    let Some(leaf) = OF.get(&holding.record, id) else { return gone(view) };
    let title = called(&leaf);
    let leaves = [leaf];
    let mut blocks = show::head(view, &OF, &leaves);
    let write = |part| Press::Contingency(Intent::Write(Some(id), part));
    blocks.extend(show::parts(view, holding, (&OF, &leaves), &write));
    blocks.extend(plan::contingencies(view, holding, Some(id)));
    blocks.extend(others(view, holding, Some(id)));
    let print = Place::Contingency(Screen::Sheet(id));
    let mut buttons = vec![Button::secondary(say!(words, "plans-sheet"), print).icon(Icon::File)];
    buttons.extend(show::history(view, &leaves, &title));
    buttons.push(opening::help_button(words));
    blocks.push(Block::buttons(buttons));
    Page { name: "contingency.one".into(), title, caption: view.owner(), blocks, ..Page::default() }
}

/// What stands on the page for others.
pub(crate) fn for_others(id: EntryId, view: View<'_>) -> Option<Sheet> {
    let words = view.words;
    let holding = items::shared(view, Scope::Plan)?;
    let leaf = OF.get(&holding.record, id)?;
    let plan = called(&leaf);
    let title = match holding.about.name.trim() {
        "" => plan.clone(),
        name => say!(words, "contingency-sheet-of", plan = plan.as_str(), name = name),
    };
    let part = (show::table(view, holding, (&OF, &[leaf]), plan), String::new());
    Some(Sheet {
        page: "contingency.sheet",
        pictures: Vec::new(),
        file: "if-something-happens",
        title,
        correct: sheet::correct(view),
        parts: vec![part],
        says: say!(words, "plans-sheet-says"),
    })
}

/// A button to each of the first plans, and to all where there are more, for pages on
/// which they may be needed.
pub(crate) fn buttons(view: View<'_>, holding: &Holding) -> Vec<Button> {
    if !items::is_shared(holding, Scope::Plan) {
        return Vec::new();
    }
    let button = |leaf: &Leaf| {
        let label = say!(view.words, "contingency-open", name = called(leaf));
        Button::secondary(label, Place::Contingency(Screen::One(leaf.id)))
    };
    let leaves = OF.all(&holding.record);
    let mut buttons: Vec<Button> = leaves.iter().take(LED_TO).map(button).collect();
    if leaves.len() > LED_TO {
        let all = say!(view.words, "contingency-all", count = leaves.len());
        buttons.push(Button::quiet(all, Place::Contingency(Screen::All)));
    }
    buttons
}
