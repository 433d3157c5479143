//! What a line becomes, or why it does not.

use crate::letters;
use record::Decimal;
use record::kinds::{Context, DiaryNote, DoseTaken, Measure, Symptom, Tracker, Unit};

/// What a line becomes.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A reading.
    Reading(NewReading),
    /// A symptom.
    Symptom(Symptom),
    /// A dose.
    Dose(DoseTaken),
    /// Something in the diary.
    Note(DiaryNote),
}

/// A reading whose tracker may not be there yet.
#[derive(Clone, Debug, PartialEq)]
pub struct NewReading {
    /// Of what.
    pub tracker: TrackerKey,
    /// The value; the upper pressure.
    pub value: Decimal,
    /// The lower pressure.
    pub second: Option<Decimal>,
    /// The pulse.
    pub third: Option<Decimal>,
    /// The circumstances.
    pub context: Option<Context>,
    /// More about it.
    pub note: Option<String>,
}

/// Which tracker, by what makes two of them the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TrackerKey {
    /// What is measured.
    pub measure: Measure,
    /// In which unit.
    pub unit: Unit,
    /// Of one's own: what it is called.
    pub name: Option<String>,
    /// Of one's own: the unit in the person's words.
    pub unit_name: Option<String>,
}

impl TrackerKey {
    /// One of the ready-made ones.
    #[must_use]
    pub fn ready_made(measure: Measure, unit: Unit) -> Self {
        Self { measure, unit, name: None, unit_name: None }
    }

    /// One of the person's own.
    #[must_use]
    pub fn own(name: &str, unit: &str) -> Self {
        let words = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Self { measure: Measure::Own, unit: Unit::None, name: words(name), unit_name: words(unit) }
    }

    /// Of a tracker that is there.
    #[must_use]
    pub fn of(tracker: &Tracker) -> Self {
        let own = matches!(tracker.measure, Measure::Own | Measure::Unknown(_));
        Self {
            measure: tracker.measure,
            unit: tracker.unit,
            name: tracker.name.clone().filter(|_| own),
            unit_name: tracker.unit_name.clone().filter(|_| own),
        }
    }

    /// Whether it is the same but for capitals.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        let alike = |a: &Option<String>, b: &Option<String>| {
            a.as_deref().map(letters::small) == b.as_deref().map(letters::small)
        };
        self.measure == other.measure
            && self.unit == other.unit
            && alike(&self.name, &other.name)
            && alike(&self.unit_name, &other.unit_name)
    }

    /// Such a tracker.
    #[must_use]
    pub fn tracker(&self) -> Tracker {
        Tracker {
            measure: self.measure,
            name: self.name.clone(),
            unit: self.unit,
            unit_name: self.unit_name.clone(),
            least: None,
            most: None,
            place: None,
            put_away: None,
        }
    }
}

/// Why a line is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is nothing on it.
    Empty,
    /// It holds letters that cannot be read.
    NotText,
    /// A quotation mark is opened and never closed.
    Quote,
    /// It has too few columns, or too many.
    Fields {
        /// How many there should be.
        wanted: usize,
        /// How many there are.
        found: usize,
    },
    /// The day is none.
    NotADay,
    /// There is no such day.
    NoSuchDay,
    /// The time is none.
    NotATime,
    /// There is no time.
    NoTime,
    /// The code is not in the list.
    Code(String),
    /// It is not known what this is.
    What(String),
    /// It is not known in which unit this is.
    Unit(String),
    /// There is no value.
    NoValue,
    /// The value is no number.
    NotANumber,
    /// The number is one that cannot be.
    NotPossible,
    /// There is a value where none is expected.
    ValueNotExpected,
    /// The words are too long to keep.
    TooLong,
    /// It is in the future.
    Future,
    /// It is too long ago to be meant.
    LongAgo,
    /// The same stands on an earlier line.
    SameAs(u32),
    /// It is in the record already.
    AlreadyThere,
    /// The person said to leave these out.
    LeftOut,
    /// The person whose record it is has not shared this with the one who
    /// brings it in.
    NotAllowed,
}
