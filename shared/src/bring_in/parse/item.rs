//! What a line becomes, or why it does not.

use record::Decimal;
use record::kinds::{Context, DiaryNote, DoseTaken, Symptom};

pub use crate::track::TrackerKey;

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
