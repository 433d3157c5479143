//! Medicines, doses and allergies in words, for their own pages and for the lists
//! of a day.

use record::kinds::{Allergy, Dose, Medicine, What};
use record::state::Entry;
use record::{EntryId, Record};

use super::wording::{
    allergy_text, dosage_text, dose_outcome, form_text, full_name, name_of, reacts_text,
};
use super::{Intent, Writing, rule};
use crate::entry::{self, Told};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Icon, SummaryRow, TimelineItem};
use crate::words::{Words, say};
use crate::{track, when};

/// What is said of a medicine, each part under its name.
pub(super) fn parts(words: &Words, medicine: &Medicine) -> Vec<(&'static str, String)> {
    // Seen from another year, so that the year is always said.
    let day = |date| when::day(words, date, jiff::civil::Date::ZERO);
    let dose = medicine.dose.as_ref().map(|dose| dosage_text(words, dose));
    [
        ("medicines-row-dose", dose.filter(|text| !text.is_empty())),
        ("medicines-row-when", rule::text(words, medicine)),
        ("medicines-row-form", medicine.form.map(|form| form_text(words, form))),
        ("medicines-row-why", medicine.why.clone()),
        ("medicines-row-how", medicine.how.clone()),
        ("medicines-row-by", medicine.prescriber.clone()),
        ("medicines-row-started", medicine.started.map(day)),
        ("medicines-row-stopped", medicine.stopped.map(day)),
        ("medicines-row-stop-why", medicine.stop_reason.clone()),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((key, value?)))
    .collect()
}

fn rows(words: &Words, parts: Vec<(&'static str, String)>) -> Vec<SummaryRow> {
    parts.into_iter().map(|(key, value)| SummaryRow::new(words.get(key), value)).collect()
}

impl Told for Medicine {
    fn title(&self, _: &Words, _: &Record) -> String {
        full_name(self)
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        let mut all = vec![full_name(self)];
        all.extend(parts(words, self).into_iter().map(|(_, value)| value));
        all.join(", ")
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        rows(words, parts(words, self))
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Medicines(Intent::Change(id)))
    }
}

/// The time that a dose answers, where it answers one: "8:00".
fn asked(dose: &Dose) -> Option<String> {
    let key = dose.key()?;
    Some(crate::reminders::slot_text(u64::from(key.slot))).filter(|slot| !slot.is_empty())
}

/// A dose without its medicine's name.
fn dose_parts(words: &Words, dose: &Dose) -> Vec<String> {
    let taken = dose.taken.as_ref().map(|taken| dosage_text(words, taken));
    let taken = taken.filter(|text| !text.is_empty());
    let asked = asked(dose).map(|time| say!(words, "outcomes-asked", time = time));
    [taken, asked, dose.note.clone()].into_iter().flatten().collect()
}

impl Told for Dose {
    fn title(&self, words: &Words, record: &Record) -> String {
        name_of(words, record, self.medicine)
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        let mut all = vec![dose_outcome(words, self.what)];
        all.extend(dose_parts(words, self));
        all.join(", ")
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        let taken = self.taken.as_ref().map(|taken| dosage_text(words, taken));
        let parts = [
            ("outcomes-row-what", Some(dose_outcome(words, self.what))),
            ("medicines-row-amount", taken.filter(|text| !text.is_empty())),
            ("outcomes-row-asked", asked(self)),
            ("outcomes-row-note", self.note.clone()),
        ];
        let parts = parts.into_iter().filter_map(|(key, value)| Some((key, value?)));
        rows(words, parts.collect())
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Medicines(Intent::Write(Writing::Correct(id))))
    }

    fn named(&self, words: &Words, record: &Record) -> String {
        format!("{}: {}", self.title(words, record), self.text(words, record))
    }
}

impl Told for Allergy {
    fn title(&self, _: &Words, _: &Record) -> String {
        self.to.clone()
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        allergy_text(words, self)
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        let parts = [
            ("medicines-row-sort", Some(reacts_text(words, self.sort))),
            ("medicines-row-reaction", self.reaction.clone()),
            ("medicines-row-noticed", self.noticed.clone()),
        ];
        let parts = parts.into_iter().filter_map(|(key, value)| Some((key, value?)));
        rows(words, parts.collect())
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Medicines(Intent::ChangeAllergy(id)))
    }
}

/// A dose in one line of a day. Pressed, it opens.
#[must_use]
pub(crate) fn line(
    view: View<'_>,
    holding: &Holding,
    entry: &Entry<Dose>,
    when: track::When,
) -> TimelineItem {
    let words = view.words;
    let name = name_of(words, &holding.record, entry.value.medicine);
    let said = super::wording::each(words, entry, &|dose| {
        let mut parts = Vec::new();
        // That it was taken goes without saying.
        if dose.what != What::Done {
            parts.push(dose_outcome(words, dose.what));
        }
        let taken = dose.taken.as_ref().map(|taken| dosage_text(words, taken));
        parts.extend(taken.filter(|text| !text.is_empty()));
        (!parts.is_empty()).then(|| parts.join(", "))
    });
    let mut lines: Vec<String> = entry.value.note.clone().into_iter().collect();
    lines.extend(track::authors(words, holding, entry));
    TimelineItem {
        when: match when {
            track::When::Time => when::time(when::wall(&entry.happened).time()),
            track::When::Day(today) => when::near(words, &entry.happened, today),
        },
        title: said.map_or_else(|| name.clone(), |said| format!("{name}: {said}")),
        lines,
        icon: Some(Icon::Pill),
        tag: entry::differs(words, entry),
        action: Some(Place::Entry(entry::Screen::Whole(entry.id)).into()),
    }
}
