//! Care in advance: what the person would like when they are very ill or near the
//! end of their life, and where papers are kept that were completed with somebody.
//!
//! Displayed and located, never authored: no decision is made here, of CPR least of
//! all; the app knows where the form is and who completed it. Nobody meets it by
//! accident: nothing of it stands on Today, on More, in help or in a list of what
//! was written lately, and its first page says what it is and can be left.

mod paper;
#[cfg(test)]
mod tests;

use record::kinds::AdvanceWishes;
use record::{EntryId, Scope};
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::entry::gone;
use crate::help;
use crate::holding::RecordSide;
use crate::items::{self, Item, Itemed, Of, Part, Shape, show};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Icon, Page};
use crate::sheet::{self, Sheet, Which};
use crate::words::say;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// What this is, with a way out.
    Cover,
    /// All of it.
    All,
    /// Writing what the person would like.
    Wishes,
    /// Writing where a paper is; none for a new one.
    Paper(Option<EntryId>),
    /// The page to print.
    Sheet,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Begin to write what the person would like, or to change it.
    Wishes,
    /// Keep it.
    SaveWishes,
    /// Begin to write where a paper is, or to change that.
    Paper(Option<EntryId>),
    /// Keep it.
    SavePaper(Option<EntryId>),
}

impl Itemed for AdvanceWishes {
    const OF: Of = Of::kind::<Self>(
        ("advance_care.wishes", "advance_care.write"),
        true,
        &[Part {
            title: "advance-wishes",
            items: &[
                Item::new(1, "advance-cared", "advance-cared-hint", Shape::Words),
                Item::new(2, "advance-death", "advance-death-hint", Shape::Words),
                Item::new(3, "advance-people", "advance-people-hint", Shape::Words),
                Item::new(4, "advance-spiritual", "advance-spiritual-hint", Shape::Words),
                Item::new(5, "advance-comfort", "advance-comfort-hint", Shape::Words),
                Item::new(6, "advance-avoid", "", Shape::Words),
                Item::new(7, "advance-talked", "", Shape::Line),
                Item::new(8, "items-review-ask", "items-review-hint", Shape::Review),
            ],
        }],
    );
    const TITLE: &'static str = "advance-title";

    fn change(_: EntryId) -> Press {
        Press::AdvanceCare(Intent::Wishes)
    }
}

const WISHES: Of = AdvanceWishes::OF;

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Wishes => {
            items::open(&WISHES, (None, 0), Place::AdvanceCare(Screen::Wishes), cx);
            Cmd::done()
        }
        Intent::Paper(id) => {
            items::open(&paper::OF, (id, 0), Place::AdvanceCare(Screen::Paper(id)), cx);
            Cmd::done()
        }
        Intent::SaveWishes => items::save(&WISHES, (None, 0), |_| all_of_it(), cx),
        Intent::SavePaper(id) => items::save(&paper::OF, (id, 0), |_| all_of_it(), cx),
    }
}

fn all_of_it() -> Place {
    Place::AdvanceCare(Screen::All)
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match *screen {
        Screen::Cover => cover(view),
        Screen::All => all(view),
        Screen::Wishes => {
            let save = Press::AdvanceCare(Intent::SaveWishes);
            let mut page = items::page(&WISHES, (None, 0), save, view);
            page.blocks.insert(0, Block::paragraph(say!(view.words, "advance-cover-none")));
            page
        }
        Screen::Paper(id) => {
            items::page(&paper::OF, (id, 0), Press::AdvanceCare(Intent::SavePaper(id)), view)
        }
        Screen::Sheet => sheet::page(Which::AdvanceCare, view),
    }
}

/// The press that opened a form which is filled in from the record.
#[must_use]
pub(crate) fn filled_by(screen: &Screen) -> Option<Press> {
    match screen {
        Screen::Wishes => Some(Press::AdvanceCare(Intent::Wishes)),
        Screen::Paper(id) => Some(Press::AdvanceCare(Intent::Paper(*id))),
        _ => None,
    }
}

/// What this is, said before anything of it is seen.
fn cover(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "advance_care".into(),
        title: say!(words, "advance-title"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = items::shared(view, Scope::Plan) else {
        page.blocks.push(Block::paragraph(say!(words, "items-not-shared")));
        return page;
    };
    let mine = holding.about.side == RecordSide::Person;
    let name = holding.about.name.as_str();
    page.blocks = if mine {
        vec![
            Block::lede(say!(words, "advance-cover")),
            Block::paragraph(say!(words, "advance-cover-none")),
        ]
    } else {
        vec![Block::lede(say!(words, "advance-cover-of", name = name))]
    };
    page.blocks.push(Block::buttons(vec![
        Button::secondary(say!(words, "advance-open"), all_of_it()),
        Button::quiet(say!(words, "advance-leave"), Press::Back),
    ]));
    page.blocks.push(Block::small(say!(words, "advance-help")));
    page.blocks.push(help::crisis(words));
    page
}

fn all(view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = items::shared(view, Scope::Plan) else { return gone(view) };
    let leaves = WISHES.all(&holding.record);
    let mut blocks = vec![Block::paragraph(say!(words, "advance-binds"))];
    blocks.extend(show::head(view, &WISHES, &leaves));
    let write = |_| Press::AdvanceCare(Intent::Wishes);
    blocks.extend(show::parts(view, holding, (&WISHES, &leaves), &write));
    blocks.push(Block::heading(say!(words, "advance-papers")));
    blocks.extend(paper::blocks(view, holding));
    blocks.extend(show::read_only(
        view,
        holding,
        WISHES.may(holding, view.now.ms.div_euclid(1000)),
    ));
    if holding.about.side == RecordSide::Person {
        blocks.push(Block::small(show::seen_by(view, holding, Scope::Plan)));
    }
    let mut buttons = Vec::new();
    if for_others(view).is_some() {
        let print = Place::AdvanceCare(Screen::Sheet);
        buttons.push(Button::secondary(say!(words, "plans-sheet"), print).icon(Icon::File));
    }
    buttons.extend(show::history(view, &leaves, &say!(words, "advance-wishes")));
    if !buttons.is_empty() {
        blocks.push(Block::buttons(buttons));
    }
    Page {
        name: "advance_care.all".into(),
        title: say!(words, "advance-title"),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// What stands on the page for others.
pub(crate) fn for_others(view: View<'_>) -> Option<Sheet> {
    let words = view.words;
    let holding = items::shared(view, Scope::Plan)?;
    let leaves = WISHES.all(&holding.record);
    let wishes = say!(words, "advance-wishes");
    let mut parts = vec![show::table(view, holding, (&WISHES, &leaves), wishes)];
    parts.extend(paper::tables(view, holding));
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.rows.is_empty()).collect();
    if parts.is_empty() {
        return None;
    }
    Some(Sheet {
        page: "advance_care.sheet",
        pictures: Vec::new(),
        file: "wishes-for-later",
        title: match holding.about.name.trim() {
            "" => say!(words, "advance-title"),
            name => format!("{}: {name}", say!(words, "advance-title")),
        },
        correct: sheet::correct(view),
        parts: parts.into_iter().map(|part| (part, String::new())).collect(),
        says: say!(words, "advance-binds"),
    })
}
