//! What is in the plan, as entries of the record have their pages.

use record::fields::FieldNumber;
use record::kinds::{ContingencyProposal, PlanItem, PlanNote, PlanSort, Proposes};
use record::state::Entry;
use record::{EntryId, Record};

use super::part::{self, Part, id_of, said};
use super::proposed::shown;
use super::proposing::Cell;
use super::rights::{Right, right};
use super::sorts::{self, Ask};
use super::{Intent, Writing};
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

/// All that is asked of it, with what it says.
pub(super) fn cells(words: &Words, record: &Record, item: &PlanItem) -> Vec<Cell> {
    let asks = sorts::of(item.sort).map_or(&[][..], |of| of.asks);
    let cell = |ask: &Ask| Cell {
        number: ask.part.number(),
        label: words.get(ask.label),
        text: said(words, record, item, ask.part),
    };
    asks.iter().map(cell).collect()
}

/// Its parts, each under its question: of a proposed change, those that it is about.
fn parts(words: &Words, record: &Record, item: &PlanItem) -> Vec<Cell> {
    let shown = shown(item);
    let is_change = matches!(item.proposes(), Some(Proposes::Changes { fields: Some(_), .. }));
    let mut cells = cells(words, record, item);
    for cell in cells.iter_mut().filter(|cell| is_change && cell.text.is_none()) {
        // That it is left empty is proposed.
        cell.text = Some(say!(words, "plan-empty"));
    }
    cells.retain(|cell| cell.text.is_some() && shown.has(cell.number));
    cells
}

/// What a proposal would do, as a row: taking something out says nothing else.
fn out(words: &Words, record: &Record, item: &PlanItem) -> Option<String> {
    let is_out = matches!(item.proposes(), Some(Proposes::TakesOut { .. }));
    is_out.then(|| say!(words, "plan-out-line", what = line(words, record, item)))
}

impl Told for PlanItem {
    fn title(&self, words: &Words, _: &Record) -> String {
        sorts::name(words, self.sort)
    }

    fn text(&self, words: &Words, record: &Record) -> String {
        let parts = parts(words, record, self).into_iter();
        let parts = parts.filter_map(|it| Some(format!("{}: {}", it.label, it.text?)));
        out(words, record, self).into_iter().chain(parts).collect::<Vec<_>>().join(" · ")
    }

    fn rows(&self, words: &Words, record: &Record) -> Vec<SummaryRow> {
        let out = out(words, record, self);
        let out = out.map(|text| SummaryRow::new(say!(words, "plan-proposal"), text));
        let parts = parts(words, record, self).into_iter();
        let parts = parts.filter_map(|it| Some(SummaryRow::new(it.label, it.text?)));
        out.into_iter().chain(parts).collect()
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Plan(Intent::Edit(Writing::Change(id))))
    }

    fn field(&self, field: FieldNumber, words: &Words, record: &Record) -> String {
        let Some(part) = Part::ALL.into_iter().find(|part| part.number() == field) else {
            return self.text(words, record);
        };
        let cell = cells(words, record, self).into_iter().find(|it| it.number == field);
        match cell.and_then(|it| Some((it.label, it.text?))) {
            Some((key, text)) => format!("{key}: {text}"),
            None => format!("{}: {}", sorts::label(words, part), say!(words, "plan-empty")),
        }
    }

    fn named(&self, words: &Words, record: &Record) -> String {
        out(words, record, self).unwrap_or_else(|| line(words, record, self))
    }

    /// The plan is changed by who decides about it; a proposal is its writer's own.
    fn may(entry: &Entry<Self>, holding: &Holding, now: i64) -> bool {
        if entry.value.is_proposal() {
            holding.author(entry.created.id.writer).me
        } else {
            right(holding, now) == Right::Decides
        }
    }
}

/// What a note is about, in a few words.
pub(crate) fn of_note(words: &Words, record: &Record, note: &PlanNote) -> String {
    let id = id_of(note.of);
    if let Some(item) = record.get::<PlanItem>(id) {
        return item.value.named(words, record);
    }
    let plan = record.get::<ContingencyProposal>(id);
    plan.map(|entry| entry.value.named(words, record)).unwrap_or_default()
}

impl Told for PlanNote {
    fn title(&self, words: &Words, _: &Record) -> String {
        say!(words, "plan-note")
    }

    fn text(&self, words: &Words, record: &Record) -> String {
        let of = of_note(words, record, self);
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

/// As many letters of a text as a line has room for, to the end of a word; the rest is
/// where all of it stands.
pub(super) fn beginning(text: String, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text };
    let start = text.get(..end).unwrap_or_default();
    let whole = start.rfind(char::is_whitespace).and_then(|at| start.get(..at));
    format!("{}…", whole.unwrap_or(start).trim_end())
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn a_long_text_ends_with_a_word_and_says_that_there_is_more() {
        let short = |text: &str| beginning(text.into(), 10);
        assert_eq!(short("Walk home"), "Walk home");
        assert_eq!(short("Walk to it"), "Walk to it");
        assert_eq!(short("Walk to the gate"), "Walk to…");
        assert_eq!(short("Spaziergänge"), "Spaziergän…");
        assert_eq!(short("Ää öö üü ßß ŵŵ"), "Ää öö üü…");
    }
}
