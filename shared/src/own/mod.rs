//! What the person keeps to themselves: beside their plan, a decision that they
//! prepare, and About me. It lies in a stream of its own, which the server gives to
//! nobody but the person's own devices: not to a carer, not to somebody who decides for
//! them, and not to a care team, whatever was agreed.
//!
//! To share it is to write another entry where others see it, and to take this one
//! away. The other way round too, and then the page says that who saw it knows it.

mod keep;
mod one;
#[cfg(test)]
mod tests;
mod told;
mod write;

use record::kinds::{OwnNote, OwnPlace, PartOf, PlanSort};
use record::state::Entry;
use record::{EntryId, Scope};
use serde::{Deserialize, Serialize};

use crate::about_me::Item;
use crate::app::Cmd;
use crate::holding::{Holding, RecordSide};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Icon, Link, Page, SummaryList, SummaryRow};
use crate::words::{Words, say};
use crate::{deciding, plan, sharing};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Screen {
    /// Writing something, beside a place by its code; of which of them.
    New(u64, Option<EntryId>),
    /// Changing it.
    Change(EntryId),
    /// One of them.
    One(EntryId),
    /// Taking something back that others see.
    Keep(Shared),
}

/// Something that others see.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Shared {
    /// In the plan.
    Plan(EntryId),
    /// Said of a decision.
    Decision(EntryId),
    /// An item of About me.
    AboutMe(Item),
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Keep what the form says.
    Save(u64, Option<EntryId>),
    /// Open one to change it.
    Change(EntryId),
    /// Keep that.
    SaveChange(EntryId),
    /// Let others see it from now on.
    Share(EntryId),
    /// Keep it to oneself from now on.
    Keep(Shared),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Save(place, of) => write::save(OwnPlace::from_code(place), of, cx),
        Intent::Change(id) => write::open(id, cx),
        Intent::SaveChange(id) => write::change(id, cx),
        Intent::Share(id) => one::share(id, cx),
        Intent::Keep(shared) => keep::keep(shared, cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: Screen, view: View<'_>) -> Page {
    match screen {
        Screen::New(place, of) => write::page(OwnPlace::from_code(place), of, view),
        Screen::Change(id) => write::changing(id, view),
        Screen::One(id) => one::page(id, view),
        Screen::Keep(shared) => keep::page(shared, view),
    }
}

/// The record on show, where it is this person's own.
fn mine(view: View<'_>) -> Option<&Holding> {
    view.open.holding().filter(|holding| holding.about.side == RecordSide::Person)
}

/// What there is beside a place, the last first.
fn beside(holding: &Holding, place: OwnPlace, of: Option<EntryId>) -> Vec<Entry<OwnNote>> {
    let of = of.map(|id| holding.record.own(id).created_by());
    let all = holding.record.current::<OwnNote>();
    let mut all: Vec<_> = all
        .filter(|entry| entry.value.place == place && entry.value.of.map(|of| of.0) == of)
        .collect();
    all.reverse();
    all
}

/// The part of a page that only the person has: what they keep to themselves beside it,
/// and a button to write more.
pub(crate) fn blocks(view: View<'_>, place: OwnPlace, of: Option<EntryId>) -> Vec<Block> {
    let words = view.words;
    let Some(holding) = mine(view) else { return Vec::new() };
    let mut blocks = vec![Block::heading(say!(words, "own-title"))];
    let row = |entry: Entry<OwnNote>| {
        let mut row = SummaryRow::new(name(words, place, entry.value.sort), String::new());
        row.value = texts(&entry).into_iter().map(str::to_owned).collect();
        let label = say!(words, "own-open");
        let spoken = format!("{label}: {}", entry.value.text);
        let open = Place::Own(Screen::One(entry.id));
        row.action(Link::to(label, open).spoken(spoken))
    };
    let rows: Vec<SummaryRow> = beside(holding, place, of).into_iter().map(row).collect();
    if rows.is_empty() {
        blocks.push(Block::small(say!(words, "own-none")));
    } else {
        blocks.push(Block::SummaryList(SummaryList { rows }));
    }
    let new = Place::Own(Screen::New(place.code(), of));
    blocks.push(Block::buttons(vec![Button::quiet(say!(words, "own-add"), new).icon(Icon::Plus)]));
    blocks
}

/// What takes something back that others see; nothing for anybody but the person, and
/// for what has no place among what is kept.
pub(crate) fn take_back(view: View<'_>, shared: Shared) -> Option<Press> {
    let holding = mine(view)?;
    keep::found(holding, shared)?;
    Some(Press::Go(Place::Own(Screen::Keep(shared))))
}

/// What was written, and what was written at once on another device.
fn texts(entry: &Entry<OwnNote>) -> Vec<&str> {
    let mut all = vec![entry.value.text.as_str()];
    for (_, value) in entry.conflicts.iter().flat_map(|conflict| &conflict.values) {
        if !all.contains(&value.text.as_str()) {
            all.push(&value.text);
        }
    }
    all
}

/// What can be kept beside a place: codes, and their words.
fn sorts(words: &Words, place: OwnPlace) -> Vec<(u64, String)> {
    match place {
        OwnPlace::Plan => [PlanSort::Goal, PlanSort::Need, PlanSort::Strength]
            .map(|sort| (sort.code(), plan::name(words, sort)))
            .to_vec(),
        OwnPlace::Decision => [PartOf::Matters, PartOf::MyAgenda, PartOf::Question]
            .map(|of| (of.code(), words.get(deciding::title(of))))
            .to_vec(),
        OwnPlace::AboutMe => Item::ALL
            .into_iter()
            .filter(|item| *item != Item::HelpedBy)
            .map(|item| (u64::from(item.number()), words.get(item.question())))
            .collect(),
        OwnPlace::Unknown(_) => Vec::new(),
    }
}

/// What it is called there.
pub(crate) fn name(words: &Words, place: OwnPlace, sort: u64) -> String {
    let found = sorts(words, place).into_iter().find(|(code, _)| *code == sort);
    found.map_or_else(|| say!(words, "own-note"), |(_, name)| name)
}

/// The stream in which others would see it.
fn scope(place: OwnPlace) -> Scope {
    match place {
        OwnPlace::Plan => Scope::Plan,
        OwnPlace::Decision => Scope::Decisions,
        OwnPlace::AboutMe | OwnPlace::Unknown(_) => Scope::About,
    }
}

/// Who sees what is shared there now, in a sentence.
fn seen_by(view: View<'_>, holding: &Holding, place: OwnPlace) -> String {
    let now = view.now.ms.div_euclid(1000);
    let names = sharing::readers(holding, scope(place), now);
    if names.is_empty() {
        say!(view.words, "own-seen-none")
    } else {
        say!(view.words, "own-seen-by", names = names.join(", "))
    }
}
