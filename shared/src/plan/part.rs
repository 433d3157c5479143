//! The fields of what is in a plan, by name, so that forms, pages, tables and
//! comparisons are each made once for all sorts.

use jiff::civil::Date;
use record::fields::FieldNumber;
use record::kinds::{PlanItem, PlanStatus, Ref};
use record::{EntryId, Record, Scope};

use super::sorts;
use crate::when;
use crate::words::{Words, say};

/// A field; its number is the kind's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Of = 4,
    Text,
    Why,
    Measure,
    Importance,
    Who,
    On,
    Confidence,
    Barrier,
    Strategy,
    Status,
    Outcome,
    Review,
    Place,
    Done,
}

impl Part {
    /// All of them, by number.
    pub(crate) const ALL: [Self; 15] = [
        Self::Of,
        Self::Text,
        Self::Why,
        Self::Measure,
        Self::Importance,
        Self::Who,
        Self::On,
        Self::Confidence,
        Self::Barrier,
        Self::Strategy,
        Self::Status,
        Self::Outcome,
        Self::Review,
        Self::Place,
        Self::Done,
    ];

    /// Its number.
    pub(crate) fn number(self) -> FieldNumber {
        self as FieldNumber
    }

    /// What it is called in a form.
    pub(super) fn id(self) -> &'static str {
        [
            "of",
            "text",
            "why",
            "measure",
            "importance",
            "who",
            "on",
            "confidence",
            "barrier",
            "strategy",
            "status",
            "outcome",
            "review",
            "place",
            "done",
        ][self as usize - 4]
    }

    /// The ends of its scale, where it is one.
    pub(super) fn scale(self) -> Option<(u64, u64)> {
        match self {
            Self::Importance => Some((1, 10)),
            Self::Confidence => Some((0, 10)),
            _ => None,
        }
    }
}

/// A field of an item.
pub(super) enum Held<'a> {
    Item(&'a Option<Ref>),
    Words(&'a Option<String>),
    Number(&'a Option<u64>),
    Day(&'a Option<Date>),
    Status(&'a Option<PlanStatus>),
}

/// The same, to change.
pub(super) enum HeldMut<'a> {
    Item(&'a mut Option<Ref>),
    Words(&'a mut Option<String>),
    Number(&'a mut Option<u64>),
    Day(&'a mut Option<Date>),
    Status(&'a mut Option<PlanStatus>),
}

macro_rules! pick {
    ($held:ident, $item:ident, $part:ident, $($take:tt)+) => {
        match $part {
            Part::Of => $held::Item($($take)+ $item.of),
            Part::Text => $held::Words($($take)+ $item.text),
            Part::Why => $held::Words($($take)+ $item.why),
            Part::Measure => $held::Words($($take)+ $item.measure),
            Part::Importance => $held::Number($($take)+ $item.importance),
            Part::Who => $held::Words($($take)+ $item.who),
            Part::On => $held::Day($($take)+ $item.on),
            Part::Confidence => $held::Number($($take)+ $item.confidence),
            Part::Barrier => $held::Words($($take)+ $item.barrier),
            Part::Strategy => $held::Words($($take)+ $item.strategy),
            Part::Status => $held::Status($($take)+ $item.status),
            Part::Outcome => $held::Words($($take)+ $item.outcome),
            Part::Review => $held::Day($($take)+ $item.review),
            Part::Place => $held::Words($($take)+ $item.place),
            Part::Done => $held::Day($($take)+ $item.done),
        }
    };
}

pub(super) fn held(item: &PlanItem, part: Part) -> Held<'_> {
    pick!(Held, item, part, &)
}

pub(super) fn held_mut(item: &mut PlanItem, part: Part) -> HeldMut<'_> {
    pick!(HeldMut, item, part, &mut)
}

/// Whether a field says nothing.
pub(super) fn is_empty(item: &PlanItem, part: Part) -> bool {
    match held(item, part) {
        Held::Item(of) => of.is_none(),
        Held::Words(text) => text.is_none(),
        Held::Number(number) => number.is_none(),
        Held::Day(day) => day.is_none(),
        Held::Status(status) => status.is_none(),
    }
}

/// An entry of the plan's stream by what another says of it.
pub(super) fn id_of(of: Ref) -> EntryId {
    EntryId { scope: Scope::Plan, writer: of.0.writer, counter: of.0.counter }
}

/// A day with its year.
pub(super) fn day(words: &Words, date: Date) -> String {
    when::day(words, date, Date::ZERO)
}

/// What a field says; none where it says nothing.
pub(crate) fn said(words: &Words, record: &Record, item: &PlanItem, part: Part) -> Option<String> {
    Some(match held(item, part) {
        Held::Words(text) => text.clone()?,
        Held::Number(number) => say!(words, "plan-of-ten", number = number.as_ref()?.to_string()),
        Held::Day(date) => day(words, (*date)?),
        Held::Status(status) => sorts::status_text(words, item.sort, (*status)?),
        Held::Item(of) => record.get::<PlanItem>(id_of((*of)?))?.value.text?,
    })
}
