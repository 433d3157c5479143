//! The sheets of the care and support plan: what is in it and proposed for it, and for
//! plans for when something happens, what was said of it, and who decides for the person.

use jiff::civil::Date;
use record::kinds::{
    ContingencyProposal, OwnNote, PlanAnswer, PlanItem, PlanNote, Proposes, Proxy,
};
use record::{EntryId, Record, Scope};

use super::sheets::{Making, Sheet};
use crate::entry::Told as _;
use crate::plan::{Part, label, name, of_note, said, shown};
use crate::words::{Words, say};
use crate::{contingency, own, sharing, when};

fn item(record: &Record, words: &Words, of: record::kinds::Ref) -> String {
    let id = EntryId { scope: Scope::Plan, writer: of.0.writer, counter: of.0.counter };
    let text = record.get::<PlanItem>(id);
    text.and_then(|entry| said(words, record, &entry.value, Part::Text)).unwrap_or_default()
}

impl Making<'_> {
    pub(super) fn plan(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        let mut columns = vec![say!(words, "copy-what"), say!(words, "plan-proposal")];
        columns.extend(Part::ALL.into_iter().map(|part| label(words, part)));
        columns.push(say!(words, "plan-propose-why"));
        let cells = |entry: &PlanItem| {
            let of = entry.instead.map(|of| item(record, words, of)).unwrap_or_default();
            let proposal = match entry.proposes() {
                None => String::new(),
                Some(Proposes::TakesOut { .. }) => say!(words, "plan-out-line", what = of),
                Some(Proposes::Adds | Proposes::Changes { .. }) => {
                    format!("{} {of}", say!(words, "plan-proposal")).trim_end().to_owned()
                }
            };
            let mut cells = vec![name(words, entry.sort), proposal];
            let shown = entry.is_proposal().then(|| shown(entry));
            let about = match entry.proposes() {
                Some(Proposes::Changes { fields, .. }) => fields,
                _ => None,
            };
            let cell = |part: Part| {
                if shown.is_some_and(|shown| !shown.has(part.number())) {
                    return String::new();
                }
                let left = || about.map(|_| say!(words, "plan-empty")).unwrap_or_default();
                said(words, record, entry, part).unwrap_or_else(left)
            };
            cells.extend(Part::ALL.into_iter().map(cell));
            cells.push(entry.reason.clone().unwrap_or_default());
            cells
        };
        self.sheet::<PlanItem>(
            "plan.csv",
            say!(words, "plan-title"),
            columns,
            |entry| vec![cells(&entry.value)],
            |item| {
                let said = cells(item).into_iter().filter(|cell| !cell.is_empty());
                said.collect::<Vec<_>>().join(", ")
            },
        )
    }

    pub(super) fn contingency_proposals(&self) -> Sheet {
        let words = self.words;
        let columns = vec![
            say!(words, "plan-proposal"),
            say!(words, "copy-words"),
            say!(words, "plan-propose-why"),
        ];
        self.sheet::<ContingencyProposal>(
            "if-something-happens-proposed.csv",
            say!(words, "contingency-proposed"),
            columns,
            |entry| {
                let says = &entry.value;
                let parts = contingency::said(says, words).join("\n");
                vec![vec![
                    contingency::title(says, words),
                    parts,
                    says.reason.clone().unwrap_or_default(),
                ]]
            },
            |says| says.text(words, &self.holding.record),
        )
    }

    pub(super) fn plan_notes(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        let answer = |note: &PlanNote| {
            let id = match note.answer {
                None if note.reminder.is_some() => "plan-reminded",
                None if note.tracker.is_some() => "plan-followed",
                None => "plan-note",
                Some(PlanAnswer::Accepted) => "plan-copy-yes",
                Some(PlanAnswer::Adapted) => "plan-copy-adapted",
                Some(PlanAnswer::Declined | PlanAnswer::Unknown(_)) => "plan-copy-no",
            };
            words.get(id)
        };
        self.sheet::<PlanNote>(
            "plan-notes.csv",
            say!(words, "plan-went"),
            vec![say!(words, "plan-title"), say!(words, "copy-what"), say!(words, "copy-words")],
            |entry| {
                let note = &entry.value;
                let text = note.text.clone().unwrap_or_default();
                vec![vec![of_note(words, record, note), answer(note), text]]
            },
            |note| format!("{} {}", answer(note), note.text.as_deref().unwrap_or_default()),
        )
    }

    pub(super) fn own_notes(&self) -> Sheet {
        let words = self.words;
        self.sheet::<OwnNote>(
            "only-you.csv",
            say!(words, "own-title"),
            vec![say!(words, "copy-what"), say!(words, "copy-words")],
            |entry| {
                let note = &entry.value;
                vec![vec![own::name(words, note.place, note.sort), note.text.clone()]]
            },
            |note| note.text.clone(),
        )
    }

    pub(super) fn proxies(&self) -> Sheet {
        let words = self.words;
        let who = |proxy: &Proxy| sharing::called(self.holding, proxy.member);
        self.sheet::<Proxy>(
            "plan-who-decides.csv",
            say!(words, "plan-proxies"),
            vec![say!(words, "copy-name"), say!(words, "copy-until"), say!(words, "copy-reason")],
            |entry| {
                let zone = entry.happened.zone.name();
                let until: Option<Date> =
                    entry.value.until.map(|at| when::wall_at(at - 1, zone).date());
                vec![vec![
                    who(&entry.value),
                    until.map(|day| day.to_string()).unwrap_or_default(),
                    entry.value.why.clone().unwrap_or_default(),
                ]]
            },
            who,
        )
    }
}
