//! One entry of the record, whatever its kind: what it says, who wrote it and
//! when, how it came about, what is in doubt about it, and crossing it out.
//!
//! A kind has these pages by being [`Told`] and standing in [`sight`]'s list.

mod by;
pub(crate) mod change;
mod compare;
mod cross_out;
mod diff;
mod doubt;
mod page;
mod settle;
mod sight;
mod steps;

use record::{EntryId, Record, Writer};
use serde::{Deserialize, Serialize};

pub(crate) use by::{by, for_whom, on_paper, who};
pub(crate) use doubt::differs;
pub(crate) use page::gone;
pub(crate) use sight::{REASONS, Reason, Told};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::screen::Page;
use crate::words::Words;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Screen {
    /// All of an entry.
    Whole(EntryId),
    /// Crossing it out.
    CrossOut(EntryId),
    /// Its versions, passing over so many of the newest.
    Older(EntryId, usize),
    /// Two of its versions.
    Compare(EntryId, Which, Which),
}

/// A version of an entry, by the operation that made it.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Which {
    /// Who wrote it.
    pub writer: Writer,
    /// Which of theirs.
    pub counter: u32,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Cross it out.
    CrossOut(EntryId),
    /// Say that it holds after all.
    PutBack(EntryId),
    /// Say which of several values is right.
    Keep(EntryId, Said),
}

/// One of several values that stand at once, by who wrote it.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The field; 0 for when it happened.
    pub field: u16,
    /// Who wrote it.
    pub writer: Writer,
    /// Which of theirs.
    pub counter: u32,
}

/// What an entry said before a moment (seconds since 1970), and what it says since,
/// each in one line; none where nothing was written since.
pub(crate) fn since<K: Told>(
    words: &Words,
    record: &Record,
    id: EntryId,
    from: i64,
) -> Option<(Option<String>, String)> {
    let (mut before, mut now) = (None, None);
    for step in steps::steps(words, record, id, steps::said::<K>) {
        if let steps::Did::Wrote(text) = step.did {
            let said =
                if step.recorded.ms().div_euclid(1000) < from { &mut before } else { &mut now };
            *said = Some(text);
        }
    }
    Some((before, now?))
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::CrossOut(id) => cross_out::save(id, cx),
        Intent::PutBack(id) => settle::save(id, None, cx),
        Intent::Keep(id, said) => settle::save(id, Some(said), cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: Screen, view: View<'_>) -> Page {
    match screen {
        Screen::Whole(id) => page::page(id, view),
        Screen::CrossOut(id) => cross_out::page(id, view),
        Screen::Older(id, skip) => page::older(id, skip, view),
        Screen::Compare(id, one, other) => compare::page(id, one, other, view),
    }
}
