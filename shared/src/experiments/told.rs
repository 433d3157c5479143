//! Experiments in words.

use jiff::civil::Date;
use record::fields::FieldNumber;
use record::kinds::{Experiment, Tracker};
use record::{EntryId, Record, Scope};

use super::{Intent, weeks};
use crate::entry::Told;
use crate::nav::Intent as Press;
use crate::screen::SummaryRow;
use crate::words::{Words, say};
use crate::{track, when};

/// What is looked at: the name of a tracker, or the symptom.
#[must_use]
pub(crate) fn looked_at(words: &Words, record: &Record, experiment: &Experiment) -> String {
    let tracker = experiment.tracker.and_then(|of| {
        let (writer, counter) = (of.0.writer, of.0.counter);
        record.get::<Tracker>(EntryId { scope: Scope::Health, writer, counter })
    });
    match tracker {
        Some(tracker) => track::tracker_name(words, &tracker.value),
        None => experiment.symptom.clone().unwrap_or_default(),
    }
}

/// "1 November to 7 November".
#[must_use]
pub(crate) fn dates(words: &Words, run: (Date, u64), today: Date) -> String {
    let day = |date| when::day(words, date, today);
    say!(words, "experiments-dates", first = day(run.0), last = day(weeks::last(run)))
}

/// What is said of one, each with the number of its field and the id of its name.
fn parts(
    words: &Words,
    record: &Record,
    experiment: &Experiment,
) -> Vec<(FieldNumber, &'static str, String)> {
    // Seen from another year, so that the year is always said.
    let day = |date| when::day(words, date, Date::ZERO);
    let out: Vec<String> = experiment.left_out.iter().copied().map(day).collect();
    let all = [
        (2, "experiments-change", Some(experiment.change.clone())),
        (3, "experiments-what", Some(looked_at(words, record, experiment))),
        (5, "experiments-usual", Some(dates(words, experiment.weeks.usual, Date::ZERO))),
        (5, "experiments-changed", Some(dates(words, experiment.weeks.change, Date::ZERO))),
        (6, "experiments-out", Some(out.join(", "))),
        (7, "experiments-stopped", experiment.stopped.map(day)),
        (8, "experiments-thoughts", experiment.thoughts.clone()),
    ];
    all.into_iter()
        .filter_map(|(field, key, text)| Some((field, key, text.filter(|text| !text.is_empty())?)))
        .collect()
}

impl Told for Experiment {
    fn title(&self, _: &Words, _: &Record) -> String {
        self.question.clone()
    }

    fn text(&self, words: &Words, record: &Record) -> String {
        let parts = parts(words, record, self).into_iter();
        let parts = parts.map(|(_, key, text)| format!("{}: {text}", words.get(key)));
        std::iter::once(self.question.clone()).chain(parts).collect::<Vec<_>>().join(". ")
    }

    fn rows(&self, words: &Words, record: &Record) -> Vec<SummaryRow> {
        let parts = parts(words, record, self).into_iter();
        parts.map(|(_, key, text)| SummaryRow::new(words.get(key), text)).collect()
    }

    fn field(&self, field: FieldNumber, words: &Words, record: &Record) -> String {
        if field == 1 {
            return self.question.clone();
        }
        let parts = parts(words, record, self).into_iter().filter(|(of, ..)| *of == field);
        let said: Vec<String> =
            parts.map(|(_, key, text)| format!("{}: {text}", words.get(key))).collect();
        if said.is_empty() { say!(words, "plans-left-empty") } else { said.join(". ") }
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Experiments(Intent::Change(id)))
    }

    fn named(&self, _: &Words, _: &Record) -> String {
        self.question.clone()
    }
}
