//! What is in the plan, as entries of the record have their pages.

use record::fields::FieldNumber;
use record::kinds::{PlanItem, PlanNote, PlanSort};
use record::state::Entry;
use record::{EntryId, Record};

use super::part::{self, Part, id_of, said};
use super::rights::{Right, right};
use super::{Intent, Writing, edit, sorts};
use crate::entry::Told;
use crate::holding::Holding;
use crate::nav::Intent as Press;
use crate::screen::SummaryRow;
use crate::words::{Words, say};

/// It in a few words: what it says, or when a review is.
pub(super) fn line(words: &Words, record: &Record, item: &PlanItem) -> String {
    let day = |date| part::day(words, date);
    match (item.sort, &item.text, item.on) {
        (PlanSort::Review, ..) => match (item.done, item.on) {
            (Some(held), _) => say!(words, "plan-review-on", day = day(held)),
            (None, Some(due)) => say!(words, "plan-review-due-on", day = day(due)),
            (None, None) => sorts::name(words, item.sort),
        },
        (PlanSort::Agreement, Some(one), _) => {
            let other = said(words, record, item, Part::Who).unwrap_or_default();
            say!(words, "plan-agreed-by", one = one.as_str(), other = other)
        }
        (_, Some(text), _) => text.clone(),
        (_, None, _) => sorts::name(words, item.sort),
    }
}

/// Its parts, each under its question.
pub(super) fn parts(
    words: &Words,
    record: &Record,
    item: &PlanItem,
) -> Vec<(Part, String, String)> {
    let asks = sorts::of(item.sort).map_or(&[][..], |of| of.asks);
    asks.iter()
        .filter_map(|ask| {
            let text = said(words, record, item, ask.part)?;
            Some((ask.part, words.get(ask.label), text))
        })
        .collect()
}

impl Told for PlanItem {
    fn title(&self, words: &Words, _: &Record) -> String {
        sorts::name(words, self.sort)
    }

    fn text(&self, words: &Words, record: &Record) -> String {
        let parts = parts(words, record, self).into_iter();
        let parts = parts.map(|(_, key, text)| format!("{key}: {text}"));
        parts.collect::<Vec<_>>().join(" · ")
    }

    fn rows(&self, words: &Words, record: &Record) -> Vec<SummaryRow> {
        let parts = parts(words, record, self).into_iter();
        parts.map(|(_, key, text)| SummaryRow::new(key, text)).collect()
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Plan(Intent::Edit(Writing::Change(id))))
    }

    fn field(&self, field: FieldNumber, words: &Words, record: &Record) -> String {
        let Some(part) = Part::ALL.into_iter().find(|part| part.number() == field) else {
            return self.text(words, record);
        };
        let parts = parts(words, record, self);
        match parts.into_iter().find(|(known, ..)| *known == part) {
            Some((_, key, text)) => format!("{key}: {text}"),
            None => format!("{}: {}", sorts::label(words, part), say!(words, "plan-empty")),
        }
    }

    fn named(&self, words: &Words, record: &Record) -> String {
        line(words, record, self)
    }

    /// The plan is changed by who decides about it; a proposal is its writer's own.
    fn may(entry: &Entry<Self>, holding: &Holding, now: i64) -> bool {
        if entry.value.is_proposal() {
            edit::is_own(holding, entry)
        } else {
            right(holding, now) == Right::Decides
        }
    }
}

impl Told for PlanNote {
    fn title(&self, words: &Words, _: &Record) -> String {
        say!(words, "plan-note")
    }

    fn text(&self, words: &Words, record: &Record) -> String {
        let of = record.get::<PlanItem>(id_of(self.of));
        let of = of.map(|entry| line(words, record, &entry.value)).unwrap_or_default();
        match &self.text {
            Some(text) => format!("{of}: {text}"),
            None => of,
        }
    }

    fn rows(&self, words: &Words, record: &Record) -> Vec<SummaryRow> {
        vec![SummaryRow::new(say!(words, "plan-note"), self.text(words, record))]
    }

    fn correct(_: EntryId) -> Option<Press> {
        None
    }

    /// Each is its writer's own, and the person's to cross out.
    fn may(entry: &Entry<Self>, holding: &Holding, now: i64) -> bool {
        holding.author(entry.created.id.writer).me || right(holding, now) == Right::Decides
    }
}
