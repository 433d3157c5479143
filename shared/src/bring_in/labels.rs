//! What lines become, and why they do not, in words.

use jiff::civil::Date;
use record::kinds::{Amount, DiaryTopic, DoseUnit};

use super::parse::coded::{self, Code};
use super::parse::item::{Item, Reason, TrackerKey};
use super::parse::meaning::{Meaning, Thing};
use super::parse::plan::Plan;
use crate::letters;
use crate::track;
use crate::words::{Words, say};

/// Lines of a plan, or readings of a phone, that become the same sort of thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// What they become.
    pub(crate) label: String,
    /// How many.
    pub(crate) entries: usize,
    /// The first day.
    pub(crate) from: Date,
    /// The last day.
    pub(crate) to: Date,
}

/// The plan by what it becomes, in the order of the file.
#[must_use]
pub(super) fn groups(words: &Words, plan: &Plan) -> Vec<Group> {
    let mut groups: Vec<(Sort, Group)> = Vec::new();
    for taken in &plan.taken {
        let (sort, day) = (Sort::of(&taken.item), taken.wall.date());
        if let Some((_, group)) = groups.iter_mut().find(|(known, _)| *known == sort) {
            group.entries += 1;
            group.from = group.from.min(day);
            group.to = group.to.max(day);
        } else {
            let label = sort.label(words);
            groups.push((sort, Group { label, entries: 1, from: day, to: day }));
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

#[derive(PartialEq)]
enum Sort {
    Tracker(TrackerKey),
    Symptoms,
    Dose(String, DoseUnit),
    Notes(DiaryTopic),
}

impl Sort {
    fn of(item: &Item) -> Self {
        match item {
            Item::Reading(reading) => Self::Tracker(reading.tracker.clone()),
            Item::Symptom(_) => Self::Symptoms,
            Item::Dose(dose) => Self::Dose(dose.medicine.clone(), dose.unit),
            Item::Note(note) => Self::Notes(note.topic),
        }
    }

    fn label(&self, words: &Words) -> String {
        match self {
            Self::Tracker(key) => tracker(words, key),
            Self::Symptoms => say!(words, "bring-in-symptoms"),
            Self::Dose(medicine, unit) => {
                let unit = dose_unit(words, *unit);
                say!(words, "bring-in-doses", medicine = medicine.as_str(), unit = unit)
            }
            Self::Notes(topic) => topic_name(words, *topic),
        }
    }
}

/// "Blood glucose, mg/dL".
#[must_use]
pub(crate) fn tracker(words: &Words, key: &TrackerKey) -> String {
    let made = key.tracker();
    let name = track::tracker_name(words, &made);
    let unit = track::unit_text(words, &made);
    if unit.is_empty() {
        if key.unit == record::kinds::Unit::Score {
            return say!(words, "bring-in-score", name = name);
        }
        return name;
    }
    if letters::small(&name) == unit {
        return name;
    }
    format!("{name}, {unit}")
}

/// What sort of diary note.
#[must_use]
pub(super) fn topic_name(words: &Words, topic: DiaryTopic) -> String {
    match topic {
        DiaryTopic::Meal => say!(words, "bring-in-meals"),
        DiaryTopic::Exercise => say!(words, "bring-in-exercise"),
        DiaryTopic::Event => say!(words, "bring-in-events"),
        DiaryTopic::Note | DiaryTopic::Unknown(_) => say!(words, "bring-in-notes"),
    }
}

/// The unit of doses: "units", "tablets".
#[must_use]
pub(super) fn dose_unit(words: &Words, unit: DoseUnit) -> String {
    match unit {
        DoseUnit::Unit => say!(words, "bring-in-unit-units"),
        DoseUnit::Tablet => say!(words, "bring-in-unit-tablets"),
        DoseUnit::Puff => say!(words, "bring-in-unit-puffs"),
        DoseUnit::Millilitre => "ml".into(),
        DoseUnit::Milligram => "mg".into(),
        DoseUnit::Microgram => say!(words, "medicines-unit-microgram"),
        DoseUnit::Drop => say!(words, "medicines-unit-drop"),
        DoseUnit::Patch => say!(words, "medicines-unit-patch"),
        DoseUnit::None | DoseUnit::Unknown(_) => say!(words, "bring-in-unit-none"),
    }
}

/// What a thing is called on a page.
#[must_use]
pub(super) fn thing(words: &Words, thing: &Thing) -> String {
    let (what, unit) = (short(&thing.what, 40), short(&thing.unit, 20));
    match (what.as_str(), unit.as_str()) {
        ("", "") => say!(words, "bring-in-thing-unnamed"),
        ("", unit) => say!(words, "bring-in-thing-unnamed-unit", unit = unit),
        (what, "") => say!(words, "bring-in-quoted", words = what),
        (what, unit) => say!(words, "bring-in-quoted-unit", words = what, unit = unit),
    }
}

/// What a thing was taken to be.
#[must_use]
pub(super) fn meaning(words: &Words, thing: &Thing, meaning: &Meaning) -> String {
    let what = thing.what.as_str();
    match meaning {
        Meaning::Tracker(key) => tracker(words, key),
        Meaning::Own if what.is_empty() => say!(words, "bring-in-own-unnamed"),
        Meaning::Own => say!(words, "bring-in-own", name = what),
        Meaning::Symptom | Meaning::Symptoms => say!(words, "bring-in-a-symptom"),
        Meaning::Dose(unit) => say!(words, "bring-in-a-dose", unit = dose_unit(words, *unit)),
        Meaning::Note(topic) => topic_name(words, *topic),
        Meaning::LeaveOut => say!(words, "bring-in-leave-out"),
    }
}

/// What a code was taken to be.
#[must_use]
pub(super) fn code(words: &Words, number: u8, code: Code) -> String {
    let meaning = match code {
        Code::Insulin(insulin) => {
            let (medicine, unit) =
                (coded::insulin_name(words, insulin), dose_unit(words, DoseUnit::Unit));
            say!(words, "bring-in-doses", medicine = medicine, unit = unit)
        }
        Code::Glucose(context) => {
            let name = tracker(
                words,
                &TrackerKey::ready_made(
                    record::kinds::Measure::Glucose,
                    record::kinds::Unit::MgPerDecilitre,
                ),
            );
            match context {
                Some(context) => format!("{name}, {}", track::context_text(words, context)),
                None => name,
            }
        }
        Code::LowSugar => say!(words, "bring-in-low-sugar"),
        Code::Note(topic, amount) => {
            let topic = topic_name(words, topic);
            match amount {
                Some(Amount::Usual) => say!(words, "bring-in-as-usual", topic = topic),
                Some(Amount::More) => say!(words, "bring-in-more", topic = topic),
                Some(Amount::Less) => say!(words, "bring-in-less", topic = topic),
                Some(Amount::Unknown(_)) | None => topic,
            }
        }
    };
    format!("{number}: {meaning}")
}

/// Why a line is not taken.
#[must_use]
pub(super) fn reason(words: &Words, reason: &Reason) -> String {
    match reason {
        Reason::Empty => say!(words, "bring-in-why-empty"),
        Reason::NotText => say!(words, "bring-in-why-not-text"),
        Reason::Quote => say!(words, "bring-in-why-quote"),
        Reason::Fields { wanted, found } => {
            say!(words, "bring-in-why-fields", wanted = *wanted, found = *found)
        }
        Reason::NotADay => say!(words, "bring-in-why-not-a-day"),
        Reason::NoSuchDay => say!(words, "bring-in-why-no-such-day"),
        Reason::NotATime => say!(words, "bring-in-why-not-a-time"),
        Reason::NoTime => say!(words, "bring-in-why-no-time"),
        Reason::Code(code) => say!(words, "bring-in-why-code", code = code.as_str()),
        Reason::What(what) if what.is_empty() => say!(words, "bring-in-why-what-empty"),
        Reason::What(what) => say!(words, "bring-in-why-what", what = short(what, 40)),
        Reason::Unit(what) => say!(words, "bring-in-why-unit", what = short(what, 40)),
        Reason::NoValue => say!(words, "bring-in-why-no-value"),
        Reason::NotANumber => say!(words, "bring-in-why-not-a-number"),
        Reason::NotPossible => say!(words, "bring-in-why-not-possible"),
        Reason::ValueNotExpected => say!(words, "bring-in-why-value-not-expected"),
        Reason::TooLong => say!(words, "bring-in-why-too-long"),
        Reason::Future => say!(words, "bring-in-why-future"),
        Reason::LongAgo => say!(words, "bring-in-why-long-ago"),
        Reason::SameAs(line) => say!(words, "bring-in-why-same", line = i64::from(*line)),
        Reason::AlreadyThere => say!(words, "bring-in-why-already"),
        Reason::LeftOut => say!(words, "bring-in-why-left-out"),
        Reason::NotAllowed => say!(words, "bring-in-why-not-allowed"),
    }
}

/// The beginning of some words, on one line.
#[must_use]
pub(super) fn short(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default().trim_end()),
        None => text,
    }
}
