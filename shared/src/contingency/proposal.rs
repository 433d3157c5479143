//! What is proposed of plans for when something happens, as the plan's proposals have
//! it ([`Proposing`]), and as entries of the record have their pages.

use record::fields::FieldNumber;
use record::kinds::{Contingency, ContingencyProposal, FieldSet, Proposes};
use record::state::Entry;
use record::{EntryId, Kind, Record, Writer};

use super::{Intent, NAME, OF, Writing, first_line};
use crate::entry::Told;
use crate::holding::Holding;
use crate::items::{Itemed as _, show};
use crate::nav::Intent as Press;
use crate::plan::{Cell, Proposing, shown, titled};
use crate::screen::SummaryRow;
use crate::words::{Words, say};

/// What may happen: no plan is without it.
const TRIGGERS: FieldNumber = 2;

fn items() -> FieldSet {
    FieldSet::of(OF.items().map(|item| item.number))
}

impl Proposing for ContingencyProposal {
    type Of = Contingency;

    fn does(&self) -> Option<Proposes> {
        Some(self.proposes())
    }

    fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    fn fields(&self) -> FieldSet {
        let all = OF.items().map(|item| item.number);
        FieldSet::of(all.filter(|number| *number != TRIGGERS || self.triggers.is_some()))
    }

    fn whole(&self) -> Option<Contingency> {
        self.fields().laid(&Contingency::default(), self).ok()
    }

    fn saying(of: &Contingency, does: Option<Proposes>, reason: Option<String>) -> Option<Self> {
        let (about, takes_out) = match does {
            Some(Proposes::Changes { fields, .. }) => (fields, None),
            Some(Proposes::TakesOut { .. }) => (None, Some(true)),
            Some(Proposes::Adds) | None => (None, None),
        };
        let says: Self = items().laid(&Self::default(), of).ok()?;
        let instead = does.and_then(Proposes::what);
        Some(Self { instead, reason, about, takes_out, ..says })
    }

    fn name(&self, words: &Words) -> String {
        words.get(Contingency::TITLE)
    }

    fn adapt(id: EntryId) -> Press {
        Press::Contingency(Intent::Propose(Writing::Adapt(id)))
    }

    fn change(id: EntryId) -> Press {
        Press::Contingency(Intent::Propose(Writing::Change(id)))
    }

    fn line(of: &Contingency, _: &Words, _: &Record) -> String {
        first_line(of.name.as_deref().unwrap_or(&of.triggers))
    }

    fn cells(of: &Contingency, words: &Words, _: &Record) -> Vec<Cell> {
        let texts = show::cells(words, &OF, &of.payload(Writer::ME));
        OF.items()
            .zip(texts)
            .map(|(item, text)| Cell {
                number: item.number,
                label: words.get(item.ask),
                text: Some(text).filter(|text| !text.is_empty()),
            })
            .collect()
    }
}

/// What a proposal says: of a change, what it is about.
fn parts(proposal: &ContingencyProposal, words: &Words) -> Vec<(FieldNumber, String)> {
    let fields = shown(proposal);
    let is_change = matches!(proposal.proposes(), Proposes::Changes { fields: Some(_), .. });
    let texts = show::cells(words, &OF, &fields.payload_of(proposal));
    let all = OF.items().zip(texts).filter(|(item, _)| fields.has(item.number));
    let said = all.map(|(item, text)| {
        // That it is left empty is proposed.
        let empty = text.is_empty() && is_change;
        (item.number, if empty { say!(words, "plan-empty") } else { text })
    });
    said.filter(|(_, text)| !text.is_empty()).collect()
}

/// The same as lines, each under its question.
pub(crate) fn said(proposal: &ContingencyProposal, words: &Words) -> Vec<String> {
    let parts = parts(proposal, words).into_iter();
    parts.map(|(number, text)| format!("{} {text}", label(words, number))).collect()
}

/// What it would do, and with which plan.
pub(crate) fn title(proposal: &ContingencyProposal, words: &Words) -> String {
    let of = proposal.whole();
    let what = of.map(|of| first_line(of.name.as_deref().unwrap_or(&of.triggers)));
    let what = what.unwrap_or_default();
    titled(proposal.proposes(), what, words)
}

fn label(words: &Words, number: FieldNumber) -> String {
    let item = OF.items().find(|item| item.number == number);
    words.get(item.unwrap_or(&NAME).ask)
}

impl Told for ContingencyProposal {
    fn title(&self, words: &Words, _: &Record) -> String {
        words.get(Contingency::TITLE)
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        let all = [title(self, words)].into_iter().chain(said(self, words));
        all.collect::<Vec<_>>().join(". ").replace('\n', "; ")
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        let mut rows = vec![SummaryRow::new(say!(words, "plan-proposal"), title(self, words))];
        for (number, text) in parts(self, words) {
            let mut row = SummaryRow::new(label(words, number), String::new());
            row.value = text.lines().map(str::to_owned).collect();
            rows.push(row);
        }
        rows
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Self::change(id))
    }

    fn field(&self, field: FieldNumber, words: &Words, record: &Record) -> String {
        match parts(self, words).into_iter().find(|(number, _)| *number == field) {
            Some((number, text)) => format!("{}: {text}", label(words, number)),
            None => self.text(words, record),
        }
    }

    fn named(&self, words: &Words, _: &Record) -> String {
        title(self, words)
    }

    /// Its writer's own.
    fn may(entry: &Entry<Self>, holding: &Holding, _: i64) -> bool {
        holding.author(entry.created.id.writer).me
    }
}
