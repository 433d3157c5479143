//! Pages for appointments in words.

use jiff::civil::{Date, Time};
use record::fields::FieldNumber;
use record::kinds::{AppointmentSummary, SummaryPart};
use record::{EntryId, Record};

use super::Intent;
use crate::entry::Told;
use crate::nav::Intent as Press;
use crate::screen::SummaryRow;
use crate::when;
use crate::words::{Words, say};

/// The id of the name of a part.
pub(super) fn part_name(part: SummaryPart) -> &'static str {
    match part {
        SummaryPart::Readings => "appointment-readings",
        SummaryPart::Symptoms => "appointment-symptoms",
        SummaryPart::Medicines => "appointment-medicines",
        SummaryPart::Changes => "appointment-changes",
        SummaryPart::Scores => "appointment-scores",
        SummaryPart::Matters | SummaryPart::Unknown(_) => "appointment-matters",
        SummaryPart::Notes => "appointment-notes",
    }
}

/// "Tuesday 24 November at 10:20"; none where no day is known.
pub(super) fn when_text(words: &Words, of: &AppointmentSummary, today: Date) -> Option<String> {
    let day = when::long_day(words, of.on?, today);
    let time = of.at.and_then(|at| {
        let (hour, minute) = (i8::try_from(at / 60).ok()?, i8::try_from(at % 60).ok()?);
        Time::new(hour, minute, 0, 0).ok()
    });
    Some(match time {
        Some(time) => say!(words, "appointment-when", day = day, time = when::time(time)),
        None => day,
    })
}

/// With whom, or what it is.
pub(super) fn title(words: &Words, of: &AppointmentSummary) -> String {
    match &of.with {
        Some(who) => say!(words, "appointment-with-whom", who = who),
        None => say!(words, "appointment-page"),
    }
}

/// Each part of what is said, with the number of its field, the id of its name, and
/// its words; in words of the person's own only where it is in those.
pub(crate) fn parts_of(
    words: &Words,
    of: &AppointmentSummary,
) -> Vec<(FieldNumber, &'static str, String)> {
    let ticked: Vec<String> = of.parts.iter().map(|part| words.get(part_name(*part))).collect();
    let list = |all: Vec<String>| (!all.is_empty()).then(|| all.join("\n"));
    let day = |day| when::day(words, day, Date::ZERO);
    let mut all = vec![
        (1, "appointment-with", of.with.clone()),
        (2, "appointment-on", when_text(words, of, Date::ZERO)),
        (4, "appointment-most", of.most.clone()),
        (5, "appointment-questions", list(of.questions.clone())),
        (6, "appointment-since", of.since.map(day)),
        (7, "appointment-parts", list(ticked)),
        (8, "appointment-more", of.more.clone()),
    ];
    let mut own = of.clone();
    for (part, field) in SummaryPart::ALL.iter().zip(AppointmentSummary::OWN..) {
        all.push((field, part_name(*part), own.own(*part).and_then(Option::take)));
    }
    all.into_iter().filter_map(|(field, key, text)| Some((field, key, text?))).collect()
}

impl Told for AppointmentSummary {
    fn title(&self, words: &Words, _: &Record) -> String {
        title(words, self)
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        let parts = parts_of(words, self).into_iter();
        let parts =
            parts.map(|(_, key, text)| format!("{}: {}", words.get(key), text.replace('\n', "; ")));
        std::iter::once(title(words, self)).chain(parts).collect::<Vec<_>>().join(". ")
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        let row = |(_, key, text): (FieldNumber, &str, String)| {
            let mut row = SummaryRow::new(words.get(key), String::new());
            row.value = text.lines().map(str::to_owned).collect();
            row
        };
        parts_of(words, self).into_iter().map(row).collect()
    }

    fn field(&self, field: FieldNumber, words: &Words, record: &Record) -> String {
        // When it is has two fields.
        let field = if field == 3 { 2 } else { field };
        match parts_of(words, self).into_iter().find(|(number, ..)| *number == field) {
            Some((_, key, text)) => format!("{}: {}", words.get(key), text.replace('\n', "; ")),
            None if field == AppointmentSummary::REMINDER => say!(words, "plan-reminded"),
            None if field <= AppointmentSummary::OWN + 6 => say!(words, "plans-left-empty"),
            None => self.text(words, record),
        }
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Appointment(Intent::Change(id)))
    }

    fn named(&self, words: &Words, _: &Record) -> String {
        title(words, self)
    }
}
