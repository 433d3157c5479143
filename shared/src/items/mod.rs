//! Entries made of items: a question, and beneath it words, a day, whom to call, or
//! choices. A feature says which items there are, as a table; its forms, its pages,
//! the page to print and the readable copy are made from that.
//!
//! Nothing is overwritten: of what two people wrote at once both stand, each with
//! who wrote it, until somebody puts them into one. What an item says is read from
//! the fields as they are kept, so that there is one copy of this for all kinds.
//!
//! Where to start: [`Of`] for what a feature says; `form` for writing, [`show`] for
//! what is read.

mod form;
mod leaf;
pub(crate) mod show;
#[cfg(test)]
pub(crate) mod tests;
mod told;

use record::fields::FieldNumber;
use record::{EntryId, Kind, KindId, Record, Scope, Writer, rights};

use crate::forms::Draft;
use crate::holding::{Holding, RecordSide};
use crate::model::View;
use crate::saving::Act;

pub(crate) use form::{fill_all, first, open, page, questions, read_all, save};
pub(crate) use leaf::{Leaf, Said, read, setters, stands};
pub(crate) use show::read_only;
pub(crate) use told::Itemed;

/// Choices: the code of each, and the id of its words.
pub(crate) type Choices = &'static [(u64, &'static str)];

/// What an item is answered with.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Shape {
    /// One line.
    Line,
    /// Several lines.
    Words,
    /// A day.
    Day,
    /// A day on which to look at it again.
    Review,
    /// Whom to call: a name, and on a second line a number.
    Call,
    /// One of these.
    One(Choices),
    /// Any of these.
    Any(Choices),
}

/// One item.
pub(crate) struct Item {
    /// Its field.
    pub(crate) number: FieldNumber,
    /// The id of its question.
    pub(crate) ask: &'static str,
    /// The id of the help with it; empty for none.
    pub(crate) hint: &'static str,
    pub(crate) shape: Shape,
    /// The id of what is said where it is left empty; empty where it may be.
    pub(crate) needed: &'static str,
}

impl Item {
    /// One that may be left empty.
    pub(crate) const fn new(
        number: FieldNumber,
        ask: &'static str,
        hint: &'static str,
        shape: Shape,
    ) -> Self {
        Self { number, ask, hint, shape, needed: "" }
    }
}

/// Items that are asked together.
pub(crate) struct Part {
    /// The id of its heading.
    pub(crate) title: &'static str,
    pub(crate) items: &'static [Item],
}

/// Begins an entry, or changes one as if it had said something else, to what fields say.
type Set = fn(&mut Act, Writer, Option<(&Leaf, &[u8])>, &[u8]) -> Option<EntryId>;

/// What is said of a kind made of items.
pub(crate) struct Of {
    /// The name of its form.
    pub(crate) form: &'static str,
    /// The name of its page for writing.
    pub(crate) page: &'static str,
    pub(crate) scope: Scope,
    kind: KindId,
    /// Whether a record has one of them, whoever began it.
    pub(crate) single: bool,
    pub(crate) parts: &'static [Part],
    get: fn(&Record, &Draft, EntryId) -> Option<Leaf>,
    ids: fn(&Record) -> Vec<EntryId>,
    set: Set,
}

impl Of {
    /// Of this kind.
    pub(crate) const fn kind<K: Kind>(
        (form, page): (&'static str, &'static str),
        single: bool,
        parts: &'static [Part],
    ) -> Self {
        Self {
            form,
            page,
            scope: K::SPEC.scope,
            kind: K::SPEC.id,
            single,
            parts,
            get: leaf::get::<K>,
            ids: leaf::ids::<K>,
            set: leaf::set::<K>,
        }
    }

    /// Whether this side may write such an entry now (seconds since 1970).
    pub(crate) fn may(&self, holding: &Holding, now: i64) -> bool {
        holding.may_say(rights::of_kind(self.kind), self.scope, now)
    }

    /// All items, in the order in which they are asked.
    pub(crate) fn items(&self) -> impl Iterator<Item = &'static Item> {
        self.parts.iter().flat_map(|part| part.items)
    }

    /// One entry that holds.
    pub(crate) fn get(&self, record: &Record, id: EntryId) -> Option<Leaf> {
        self.stood(record, &Draft::default(), id)
    }

    /// One entry, as it stood when a form was opened.
    fn stood(&self, record: &Record, draft: &Draft, id: EntryId) -> Option<Leaf> {
        (self.get)(record, draft, id).filter(|leaf| !leaf.retracted)
    }

    /// All that hold, in the order in which they came.
    pub(crate) fn all(&self, record: &Record) -> Vec<Leaf> {
        (self.ids)(record).into_iter().filter_map(|id| self.get(record, id)).collect()
    }
}

/// The record on show, where this part of it is shown on this device.
pub(crate) fn shared(view: View<'_>, scope: Scope) -> Option<&Holding> {
    view.open.holding().filter(|holding| is_shared(holding, scope))
}

/// Whether a part of a record is shown on this device at all.
pub(crate) fn is_shared(holding: &Holding, scope: Scope) -> bool {
    holding.about.side == RecordSide::Person || holding.about.scopes.has(scope)
}
