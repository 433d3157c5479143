//! Readings and symptoms in words, for their own pages.

use record::kinds::{Reading, Symptom, Tracker};
use record::{EntryId, Record};

use super::names::{context_text, tracker_name, value_text};
use super::symptom::symptom_text;
use super::{Intent, readings};
use crate::entry::{REASONS, Reason, Told};
use crate::nav::Intent as Press;
use crate::screen::SummaryRow;
use crate::words::{Words, say};

fn tracker(record: &Record, reading: &Reading) -> Option<Tracker> {
    readings::tracker_of_reading(record, reading).map(|entry| entry.value)
}

fn value(words: &Words, record: &Record, reading: &Reading) -> String {
    tracker(record, reading)
        .map_or_else(|| reading.value.to_string(), |tracker| value_text(words, &tracker, reading))
}

impl Told for Reading {
    const REASONS: &'static [Reason] = &[REASONS[0], REASONS[1], ("meter", "track-why-meter")];

    fn title(&self, words: &Words, record: &Record) -> String {
        tracker(record, self)
            .map_or_else(|| say!(words, "track-reading"), |tracker| tracker_name(words, &tracker))
    }

    fn text(&self, words: &Words, record: &Record) -> String {
        let context = self.context.map(|context| context_text(words, context));
        let parts = [Some(value(words, record, self)), context, self.note.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn rows(&self, words: &Words, record: &Record) -> Vec<SummaryRow> {
        let context = self.context.map(|context| context_text(words, context));
        [
            Some((say!(words, "track-reading"), value(words, record, self))),
            context.map(|context| (say!(words, "track-context"), context)),
            self.note.clone().map(|note| (say!(words, "track-note"), note)),
        ]
        .into_iter()
        .flatten()
        .map(|(key, value)| SummaryRow::new(key, value))
        .collect()
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Track(Intent::Correct(id)))
    }

    fn named(&self, words: &Words, record: &Record) -> String {
        format!("{} {}", self.title(words, record), self.text(words, record))
    }
}

impl Told for Symptom {
    fn title(&self, words: &Words, _: &Record) -> String {
        say!(words, "track-symptom")
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        let text = symptom_text(words, self);
        self.note.as_ref().map_or_else(|| text.clone(), |note| format!("{text}, {note}"))
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        let mut rows =
            vec![SummaryRow::new(say!(words, "track-symptom"), symptom_text(words, self))];
        let note = self.note.clone();
        rows.extend(note.map(|note| SummaryRow::new(say!(words, "track-note"), note)));
        rows
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Track(Intent::CorrectSymptom(id)))
    }
}
