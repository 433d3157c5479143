//! Notes and doses in words.

use record::kinds::{Amount, DiaryNote, DiaryTopic, DoseTaken, DoseUnit};
use record::{EntryId, Kind, Record};

use super::Intent;
use crate::entry::Told;
use crate::nav::Intent as Press;
use crate::screen::{Icon, SummaryRow};
use crate::track;
use crate::words::{Words, say};

/// A kind that stands in the diary's lists by itself.
pub(crate) trait Listed: Kind {
    /// Its picture.
    fn icon(&self) -> Icon;
    /// What it is, in a few words.
    fn title(&self, words: &Words) -> String;
    /// What it says beyond that, one string a line.
    fn lines(&self, words: &Words) -> Vec<String>;

    /// How it stands in a list: its title, and the lines below.
    fn listed(&self, words: &Words) -> (String, Vec<String>) {
        (self.title(words), self.lines(words))
    }
}

/// All of it in one line.
fn text<K: Listed>(told: &K, words: &Words) -> String {
    let mut parts = vec![told.title(words)];
    parts.extend(told.lines(words));
    parts.join(", ")
}

/// What it says beyond its heading.
fn rows<K: Listed>(told: &K, words: &Words) -> Vec<SummaryRow> {
    let lines = told.lines(words);
    if lines.is_empty() {
        return Vec::new();
    }
    let mut row = SummaryRow::new(say!(words, "diary-says"), String::new());
    row.value = lines;
    vec![row]
}

impl Listed for DiaryNote {
    fn icon(&self) -> Icon {
        match self.topic {
            DiaryTopic::Note | DiaryTopic::Unknown(_) => Icon::Diary,
            DiaryTopic::Meal => Icon::Meal,
            DiaryTopic::Exercise => Icon::Steps,
            DiaryTopic::Event => Icon::Star,
        }
    }

    fn title(&self, words: &Words) -> String {
        note_title(words, self)
    }

    fn lines(&self, words: &Words) -> Vec<String> {
        let text = self.text.trim();
        let mut lines: Vec<String> =
            text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
        lines.extend(self.mood.and_then(|mood| mood_text(words, mood)));
        lines
    }

    /// The first words of a plain note say more than "Note".
    fn listed(&self, words: &Words) -> (String, Vec<String>) {
        let mut lines = self.lines(words);
        if self.topic == DiaryTopic::Note && self.amount.is_none() && !lines.is_empty() {
            let first = lines.remove(0);
            return (first, lines);
        }
        (Listed::title(self, words), lines)
    }
}

impl Listed for DoseTaken {
    fn icon(&self) -> Icon {
        Icon::Pill
    }

    fn title(&self, words: &Words) -> String {
        dose_text(words, self)
    }

    fn lines(&self, _: &Words) -> Vec<String> {
        self.note.clone().into_iter().collect()
    }
}

impl Told for DiaryNote {
    fn title(&self, words: &Words, _: &Record) -> String {
        Listed::title(self, words)
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        text(self, words)
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        rows(self, words)
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Diary(Intent::Correct(id)))
    }
}

impl Told for DoseTaken {
    fn title(&self, words: &Words, _: &Record) -> String {
        Listed::title(self, words)
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        text(self, words)
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        rows(self, words)
    }

    fn correct(_: EntryId) -> Option<Press> {
        None
    }
}

/// What a note is about: "Meal, more than usual".
#[must_use]
pub fn note_title(words: &Words, note: &DiaryNote) -> String {
    let what = topic_text(words, note.topic);
    match note.amount {
        Some(Amount::Usual) => say!(words, "diary-usual", what = what),
        Some(Amount::More) => say!(words, "diary-more", what = what),
        Some(Amount::Less) => say!(words, "diary-less", what = what),
        Some(Amount::Unknown(_)) | None => what,
    }
}

/// A topic in one word or two.
pub(super) fn topic_text(words: &Words, topic: DiaryTopic) -> String {
    match topic {
        DiaryTopic::Note | DiaryTopic::Unknown(_) => say!(words, "diary-topic-note"),
        DiaryTopic::Meal => say!(words, "diary-topic-meal"),
        DiaryTopic::Exercise => say!(words, "diary-topic-exercise"),
        DiaryTopic::Event => say!(words, "diary-topic-event"),
    }
}

/// "Felt good"; none for a number that is not on the scale.
pub(super) fn mood_text(words: &Words, mood: u64) -> Option<String> {
    Some(match mood {
        1 => say!(words, "diary-felt-1"),
        2 => say!(words, "diary-felt-2"),
        3 => say!(words, "diary-felt-3"),
        4 => say!(words, "diary-felt-4"),
        5 => say!(words, "diary-felt-5"),
        _ => return None,
    })
}

/// A dose: "Blue inhaler, 2 puffs".
#[must_use]
pub fn dose_text(words: &Words, dose: &DoseTaken) -> String {
    match dose.amount {
        Some(amount) => format!("{}, {}", dose.medicine, amount_text(words, amount, dose.unit)),
        None => dose.medicine.clone(),
    }
}

/// "2 puffs".
#[must_use]
pub fn amount_text(words: &Words, amount: record::Decimal, unit: DoseUnit) -> String {
    let number = track::figures(amount);
    let count = i64::from(amount != record::Decimal::whole(1)) + 1;
    match unit {
        DoseUnit::Unit => say!(words, "diary-units", number = number, count = count),
        DoseUnit::Tablet => say!(words, "diary-tablets", number = number, count = count),
        DoseUnit::Puff => say!(words, "diary-puffs", number = number, count = count),
        DoseUnit::Millilitre => format!("{number} ml"),
        DoseUnit::Milligram => format!("{number} mg"),
        DoseUnit::Microgram => say!(words, "diary-micrograms", number = number, count = count),
        DoseUnit::Drop => say!(words, "diary-drops", number = number, count = count),
        DoseUnit::Patch => say!(words, "diary-patches", number = number, count = count),
        DoseUnit::None | DoseUnit::Unknown(_) => number,
    }
}
