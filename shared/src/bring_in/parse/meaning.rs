//! What the "what" of a line is: recognised by its name and unit, or said by
//! the person. A unit is never guessed where the same number would mean
//! something else in another.

use record::few::Few;
use record::kinds::{DiaryTopic, DoseUnit, Measure, Tracker, Unit};

use super::item::TrackerKey;
use super::table::plain;
use crate::letters;

/// What a thing in a file is called, and in which unit; as written there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Thing {
    /// Its name; empty where the file has no column for it.
    pub what: String,
    /// Its unit; empty where there is none.
    pub unit: String,
}

impl Thing {
    /// The same for all ways of writing it with capitals.
    #[must_use]
    pub fn key(&self) -> Self {
        Self { what: letters::small(&self.what), unit: letters::small(&self.unit) }
    }
}

/// What a thing is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Readings of a tracker.
    Tracker(TrackerKey),
    /// Readings of one of the person's own, by the name in the file.
    Own,
    /// A symptom by this name; its value is how bad it was.
    Symptom,
    /// Symptoms, each named by its value.
    Symptoms,
    /// Doses of a medicine by this name.
    Dose(DoseUnit),
    /// Diary notes.
    Note(DiaryTopic),
    /// Nothing to bring in.
    LeaveOut,
}

/// The doses that can be chosen.
const DOSES: [DoseUnit; 6] = [
    DoseUnit::Unit,
    DoseUnit::Tablet,
    DoseUnit::Puff,
    DoseUnit::Millilitre,
    DoseUnit::Milligram,
    DoseUnit::None,
];

/// The topics that can be chosen.
const TOPICS: [DiaryTopic; 4] =
    [DiaryTopic::Note, DiaryTopic::Meal, DiaryTopic::Exercise, DiaryTopic::Event];

impl Meaning {
    /// All that the person can choose between.
    #[must_use]
    pub fn all() -> Vec<Self> {
        crate::track::ready_made()
            .iter()
            .map(|made| Self::Tracker(TrackerKey::ready_made(made.measure, made.unit)))
            .chain([Self::Own, Self::Symptom])
            .chain(DOSES.map(Self::Dose))
            .chain(TOPICS.map(Self::Note))
            .chain([Self::LeaveOut])
            .collect()
    }

    /// Its name in a form's draft.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Tracker(key) => format!("tracker.{}.{}", key.measure.code(), key.unit.code()),
            Self::Own => "own".into(),
            Self::Symptom => "symptom".into(),
            Self::Symptoms => "symptoms".into(),
            Self::Dose(unit) => format!("dose.{}", unit.code()),
            Self::Note(topic) => format!("note.{}", topic.code()),
            Self::LeaveOut => "out".into(),
        }
    }

    /// By its name in a form's draft.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().into_iter().find(|meaning| meaning.code() == code)
    }
}

/// What the names say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recognised {
    /// This.
    Sure(Meaning),
    /// This measure, but the unit is not known or not given.
    UnitMissing,
    /// Nothing.
    Unknown,
}

/// What the things of a file are: as said, else as recognised.
#[derive(Clone, Debug, Default)]
pub struct Meanings {
    said: Few<Thing, Meaning>,
    own: Vec<TrackerKey>,
}

impl Meanings {
    /// Knowing the trackers that are there.
    #[must_use]
    pub fn knowing(trackers: &[Tracker]) -> Self {
        let own = trackers
            .iter()
            .map(TrackerKey::of)
            .filter(|key| key.measure == Measure::Own && key.name.is_some())
            .collect();
        Self { said: Few::default(), own }
    }

    /// The person said so.
    pub fn say(&mut self, thing: &Thing, meaning: Meaning) {
        self.said.insert(thing.key(), meaning);
    }

    /// What the person said that a thing is.
    #[must_use]
    pub fn said(&self, thing: &Thing) -> Option<Meaning> {
        Some(match self.said.get(&thing.key())? {
            Meaning::Own => Meaning::Tracker(self.own(thing)),
            said => said.clone(),
        })
    }

    /// What a thing is.
    #[must_use]
    pub fn of(&self, thing: &Thing) -> Recognised {
        if let Some(said) = self.said(thing) {
            return Recognised::Sure(said);
        }
        // One of the person's own names goes before any other.
        let mut named = self.own.iter().filter(|key| {
            key.name.as_deref().is_some_and(|name| name.eq_ignore_ascii_case(&thing.what))
        });
        if let Some(key) = named.next()
            && named.next().is_none()
            && (thing.unit.is_empty() || same_words(key.unit_name.as_deref(), &thing.unit))
        {
            return Recognised::Sure(Meaning::Tracker(key.clone()));
        }
        recognise(thing)
    }

    /// The own tracker by a thing's name: the one that is there, or a new one.
    fn own(&self, thing: &Thing) -> TrackerKey {
        let wanted = TrackerKey::own(&thing.what, &thing.unit);
        self.own.iter().find(|key| key.same(&wanted, letters::small)).cloned().unwrap_or(wanted)
    }
}

fn same_words(name: Option<&str>, other: &str) -> bool {
    name.is_some_and(|name| plain(name) == plain(other))
}

/// Names of measures, without space, signs and capitals.
const NAMES: &[(Measure, &[&str])] = &[
    (
        Measure::Glucose,
        &[
            "glucose",
            "bloodglucose",
            "bloodsugar",
            "bg",
            "bgl",
            "bm",
            "sugar",
            "bloodglucoselevel",
            "smbg",
        ],
    ),
    (Measure::BloodPressure, &["bloodpressure", "bp", "pressure"]),
    (Measure::Weight, &["weight", "bodyweight"]),
    (Measure::PeakFlow, &["peakflow", "pef", "pefr", "peakexpiratoryflow"]),
    (
        Measure::Oxygen,
        &["oxygen", "oxygenlevel", "oxygensaturation", "spo2", "sats", "saturation", "o2"],
    ),
    (Measure::Temperature, &["temperature", "temp", "bodytemperature"]),
    (Measure::Pain, &["pain", "painscore", "painlevel"]),
    (Measure::Mood, &["mood"]),
    (Measure::Breathlessness, &["breathlessness", "shortnessofbreath", "breathless"]),
    (Measure::Fatigue, &["fatigue", "tiredness"]),
    (Measure::Sleep, &["sleep", "hoursofsleep", "hoursslept"]),
    (Measure::Steps, &["steps", "stepcount", "numberofsteps"]),
];

fn recognise(thing: &Thing) -> Recognised {
    let what = plain(&thing.what);
    let note = |topic| Recognised::Sure(Meaning::Note(topic));
    match what.as_str() {
        "note" | "notes" | "diary" | "diarynote" | "comment" | "journal" => {
            return note(DiaryTopic::Note);
        }
        "meal" | "meals" | "food" => return note(DiaryTopic::Meal),
        "exercise" | "activity" => return note(DiaryTopic::Exercise),
        "event" | "events" => return note(DiaryTopic::Event),
        "symptom" | "symptoms" => return Recognised::Sure(Meaning::Symptoms),
        _ => {}
    }
    let Some((measure, _)) = NAMES.iter().find(|(_, names)| names.contains(&what.as_str())) else {
        return Recognised::Unknown;
    };
    match unit(*measure, &thing.unit) {
        Some(unit) => Recognised::Sure(Meaning::Tracker(TrackerKey::ready_made(*measure, unit))),
        None => Recognised::UnitMissing,
    }
}

/// The unit of a measure by what stands in the file. None where it is another,
/// or where there is none and it could be more than one.
fn unit(measure: Measure, written: &str) -> Option<Unit> {
    let written = if written.trim() == "%" { "%".to_owned() } else { plain(written) };
    let written = written.as_str();
    match measure {
        Measure::Glucose => match written {
            "mmoll" | "mmol" => Some(Unit::MmolPerLitre),
            "mgdl" | "mg" => Some(Unit::MgPerDecilitre),
            _ => None,
        },
        Measure::BloodPressure => matches!(written, "" | "mmhg").then_some(Unit::MmHg),
        Measure::Weight => {
            matches!(written, "kg" | "kgs" | "kilogram" | "kilograms").then_some(Unit::Kilogram)
        }
        Measure::PeakFlow => matches!(written, "" | "lmin" | "lm" | "litresperminute")
            .then_some(Unit::LitrePerMinute),
        Measure::Oxygen => matches!(written, "" | "%" | "percent").then_some(Unit::Percent),
        Measure::Temperature => {
            matches!(written, "c" | "degc" | "celsius").then_some(Unit::Celsius)
        }
        Measure::Sleep => {
            matches!(written, "h" | "hr" | "hrs" | "hour" | "hours").then_some(Unit::Hour)
        }
        Measure::Steps => matches!(written, "" | "step" | "steps").then_some(Unit::Step),
        Measure::Pain | Measure::Mood | Measure::Breathlessness | Measure::Fatigue => {
            matches!(written, "010" | "10" | "outof10" | "of10").then_some(Unit::Score)
        }
        Measure::Own | Measure::Unknown(_) => None,
    }
}

/// Units that may stand behind a number in its cell, without signs.
const UNITS: &[&str] = &[
    "mmoll", "mmol", "mgdl", "mg", "mmhg", "kg", "kgs", "lb", "lbs", "st", "stone", "g", "lmin",
    "c", "degc", "f", "degf", "h", "hr", "hrs", "hour", "hours", "min", "mins", "minutes", "steps",
    "units", "unit", "u", "iu", "ml", "puffs", "puff", "tablets", "tablet", "bpm", "outof10",
];

/// The unit that stands behind a number in its cell; empty where none does.
#[must_use]
pub fn unit_in(value: &str) -> &str {
    let (_, behind) = super::numbers::split_unit(value);
    if behind == "%" || UNITS.contains(&plain(behind).as_str()) { behind } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(what: &str, unit: &str) -> Recognised {
        Meanings::default().of(&Thing { what: what.into(), unit: unit.into() })
    }

    #[test]
    fn a_unit_is_never_guessed_where_it_would_change_the_meaning() {
        let sure = |measure, unit| {
            Recognised::Sure(Meaning::Tracker(TrackerKey::ready_made(measure, unit)))
        };
        assert_eq!(of("Blood Glucose", "mmol/L"), sure(Measure::Glucose, Unit::MmolPerLitre));
        assert_eq!(of("BG", "MG/DL"), sure(Measure::Glucose, Unit::MgPerDecilitre));
        for (what, unit) in
            [("bg", ""), ("weight", ""), ("weight", "lb"), ("temp", "F"), ("pain", "0-5")]
        {
            assert_eq!(of(what, unit), Recognised::UnitMissing, "{what} {unit}");
        }
        assert_eq!(of("BP", ""), sure(Measure::BloodPressure, Unit::MmHg));
        assert_eq!(of("SpO2", "%"), sure(Measure::Oxygen, Unit::Percent));
        assert_eq!(of("itch", ""), Recognised::Unknown);
    }

    #[test]
    fn what_the_person_said_goes_first_and_their_own_trackers_are_known() {
        let itch = TrackerKey::own("Itch", "bad spots");
        let mut meanings = Meanings::knowing(&[itch.tracker()]);
        let thing = Thing { what: "itch".into(), unit: String::new() };
        assert_eq!(meanings.of(&thing), Recognised::Sure(Meaning::Tracker(itch)));
        meanings.say(&thing, Meaning::LeaveOut);
        assert_eq!(meanings.of(&thing), Recognised::Sure(Meaning::LeaveOut));
    }

    #[test]
    fn every_choice_reads_back() {
        for meaning in Meaning::all() {
            assert_eq!(Meaning::from_code(&meaning.code()), Some(meaning));
        }
    }
}
