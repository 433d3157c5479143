//! The kinds of entry: one file each, made with [`kind!`].
//!
//! A kind says its number, its scope, and for each field its number and how
//! concurrent values merge ([`Merge`]). Numbers are for ever: a field that is no
//! longer used leaves its number behind.

mod about_me;
mod access_needs;
mod action_plan;
mod advance;
mod allergy;
mod appointment;
mod card;
mod contingency;
mod decision;
mod diary_note;
mod dosage;
mod dose;
mod dose_taken;
mod experiment;
mod forgotten;
mod look;
mod media;
mod medicine;
mod message;
mod outcome;
mod own_day;
mod own_note;
mod plan_item;
mod plan_note;
mod proposes;
mod questionnaire;
mod reading;
mod referral;
mod reminder;
mod share;
pub(crate) mod slot;
mod supply;
mod symptom;
mod tell;
mod threshold;
mod told;
mod tracker;

pub use about_me::AboutMe;
pub use access_needs::{AccessNeeds, Need};
pub use action_plan::{ActionPlan, Condition, PartWords};
pub use advance::{AdvancePaper, AdvanceWishes, PaperSort};
pub use allergy::{Allergy, Reacts};
pub use appointment::{AppointmentSummary, SummaryPart};
pub use card::{Card, CardOf};
pub use contingency::{Contingency, ContingencyProposal};
pub use decision::{Decision, DecisionPart, DecisionStep, Often, PartOf, StepOf};
pub use diary_note::{Amount, DiaryNote, DiaryTopic};
pub use dosage::Dosage;
pub use dose::Dose;
pub use dose_taken::{DoseTaken, DoseUnit};
pub use experiment::{Experiment, Weeks};
pub use forgotten::Forgotten;
pub use look::Look;
pub use media::{AboutMedia, DecisionMedia, MediaType};
pub use medicine::{Medicine, MedicineForm};
pub use message::{Message, Seen};
pub use outcome::{Outcome, What};
pub use own_day::OwnDay;
pub use own_note::{OwnNote, OwnPlace};
pub use plan_item::{PlanItem, PlanSort, PlanStatus};
pub use plan_note::{PlanAnswer, PlanNote, Proxy};
pub use proposes::{FieldSet, Proposes};
pub use questionnaire::{Answers, Questionnaire, QuestionnaireResponse};
pub use reading::{Context, Reading};
pub use referral::{Referral, ReferralFor, ReferralPart, ReferralPartOf};
pub use reminder::Reminder;
pub use share::Share;
pub use slot::{Ref, Slot};
pub use supply::Supply;
pub use symptom::Symptom;
pub use tell::{Tell, TellOf};
pub use threshold::{Gauge, Limits, Occasion, Threshold};
pub use told::Told;
pub use tracker::{Measure, Tracker, Unit};

use crate::codec::DecodeError;
use crate::fields::{FieldNumber, Fields, FieldsWriter, Value};
use crate::ids::{Scope, Writer};
use crate::op::KindId;
use crate::sort;
use slot::Scalar;

/// How concurrent values of a field merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merge {
    /// Written once; corrected by an operation that names the one before.
    /// Concurrent corrections are all kept.
    Fixed,
    /// The last writer wins. For preferences and presentation.
    Latest,
    /// All concurrent values are kept and shown until someone resolves them.
    /// For anything clinical or agreed.
    All,
}

/// What is known of a field without its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// Its number.
    pub number: FieldNumber,
    /// Its name, as in FHIR or PRSB where those have one.
    pub name: &'static str,
    /// How it merges.
    pub merge: Merge,
    /// Whether it names other entries, each in its writer's own way ([`Ref`]).
    pub names_entries: bool,
}

/// What is known of a kind without its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindSpec {
    /// Its number.
    pub id: KindId,
    /// Its name.
    pub name: &'static str,
    /// The stream its entries live in.
    pub scope: Scope,
    /// Its fields, by rising number.
    pub fields: &'static [FieldSpec],
}

impl KindSpec {
    fn field(&self, number: FieldNumber) -> Option<&FieldSpec> {
        self.fields.iter().find(|field| field.number == number)
    }

    /// Whether its entries are events: written once, at a time that is part of
    /// what they say (a reading, a dose), so that who corrects the time corrects
    /// the entry.
    #[must_use]
    pub fn is_event(&self) -> bool {
        self.fields.iter().all(|field| field.merge == Merge::Fixed)
    }

    /// What a value of a field means, whoever set it, for telling whether two
    /// writers said the same.
    pub(crate) fn meaning<'a>(
        &self,
        number: FieldNumber,
        value: Value<'a>,
        author: Writer,
    ) -> Value<'a> {
        let relative = self.field(number).is_some_and(|field| field.names_entries);
        match Ref::from_value(value, author) {
            Ok(entry) if relative => Value::Uint(entry.absolute()),
            _ => value,
        }
    }

    /// How a field merges; a field that this app does not know keeps all.
    #[must_use]
    pub fn merge(&self, number: FieldNumber) -> Merge {
        self.field(number).map_or(Merge::All, |field| field.merge)
    }
}

/// Fields as they were written, each with who set it: one shape for all, so that
/// a kind is read by one copy of its code.
pub type Written<'f, 'a> = dyn Iterator<Item = (FieldNumber, Value<'a>, Writer)> + 'f;

/// A kind of entry.
pub trait Kind: Sized + Clone + PartialEq {
    /// What is known of it without its type.
    const SPEC: KindSpec;

    /// Reads the fields; each comes with the writer who set it.
    ///
    /// # Errors
    /// [`DecodeError::Field`] where one is missing or misshapen. Fields of
    /// other numbers are passed over here and kept where they are.
    fn read_from(fields: &mut Written<'_, '_>) -> Result<Self, DecodeError>;

    /// The same, from any iterator.
    ///
    /// # Errors
    /// As [`Kind::read_from`].
    fn read<'a>(
        mut fields: impl Iterator<Item = (FieldNumber, Value<'a>, Writer)>,
    ) -> Result<Self, DecodeError> {
        Self::read_from(&mut fields)
    }

    /// Writes all fields, as `author` would.
    fn write(&self, author: Writer, out: &mut FieldsWriter);

    /// The payload that creates such an entry.
    fn payload(&self, author: Writer) -> Vec<u8> {
        let mut out = FieldsWriter::default();
        self.write(author, &mut out);
        out.finish()
    }

    /// The payload that changes `old` into `self`: only the fields that differ.
    fn payload_from(&self, old: &Self, author: Writer) -> Vec<u8> {
        difference(&old.payload(author), &self.payload(author))
    }
}

/// All kinds that this app knows, by rising number.
pub const KINDS: &[KindSpec] = &[
    AboutMe::SPEC,
    Card::SPEC,
    Tracker::SPEC,
    Reading::SPEC,
    Symptom::SPEC,
    DiaryNote::SPEC,
    DoseTaken::SPEC,
    Message::SPEC,
    Seen::SPEC,
    Share::SPEC,
    Look::SPEC,
    Forgotten::SPEC,
    Reminder::SPEC,
    Outcome::SPEC,
    Medicine::SPEC,
    Dose::SPEC,
    Allergy::SPEC,
    Supply::SPEC,
    ActionPlan::SPEC,
    Threshold::SPEC,
    Questionnaire::SPEC,
    QuestionnaireResponse::SPEC,
    Told::SPEC,
    Tell::SPEC,
    OwnDay::SPEC,
    Experiment::SPEC,
    AppointmentSummary::SPEC,
    PlanItem::SPEC,
    PlanNote::SPEC,
    Proxy::SPEC,
    ContingencyProposal::SPEC,
    AccessNeeds::SPEC,
    AboutMedia::SPEC,
    DecisionMedia::SPEC,
    AdvanceWishes::SPEC,
    AdvancePaper::SPEC,
    Contingency::SPEC,
    Decision::SPEC,
    DecisionPart::SPEC,
    DecisionStep::SPEC,
    Referral::SPEC,
    ReferralPart::SPEC,
    OwnNote::SPEC,
];

/// What is known of a kind, where anything is.
#[must_use]
pub fn spec(id: KindId) -> Option<&'static KindSpec> {
    KINDS.iter().find(|spec| spec.id == id)
}

/// The fields of `new` that differ from those of `old`; one that `new` no longer
/// has is cleared by an empty value.
fn difference(old: &[u8], new: &[u8]) -> Vec<u8> {
    let group = |payload| -> Vec<(FieldNumber, Vec<Value<'_>>)> {
        let mut groups: Vec<(FieldNumber, Vec<Value<'_>>)> = Vec::new();
        for (number, value) in Fields::of(payload).flatten() {
            match groups.last_mut() {
                Some((last, values)) if *last == number => values.push(value),
                _ => groups.push((number, vec![value])),
            }
        }
        groups
    };
    let (old, new) = (group(old), group(new));
    let mut changes: Vec<(FieldNumber, Vec<Value<'_>>)> = new
        .iter()
        .filter(|field| !old.contains(field))
        .cloned()
        .chain(
            old.iter()
                .filter(|(number, _)| new.iter().all(|(other, _)| other != number))
                .map(|(number, _)| (*number, vec![Value::Bytes(b"")])),
        )
        .collect();
    sort::by_key(&mut changes, |(number, _)| *number);
    let mut out = FieldsWriter::default();
    for (number, values) in changes {
        for value in values {
            out.put(number, value);
        }
    }
    out.finish()
}

/// Makes a kind: a struct whose fields carry their numbers and how they merge.
macro_rules! kind {
    (
        $(#[$doc:meta])*
        $name:ident = $id:literal in $scope:ident as $label:literal {
            $( $(#[$fdoc:meta])* $number:literal $field:ident: $type:ty => $merge:ident, )+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $( $(#[$fdoc])* pub $field: $type, )+
        }

        impl $crate::kinds::Kind for $name {
            const SPEC: $crate::kinds::KindSpec = $crate::kinds::KindSpec {
                id: $crate::op::KindId($id),
                name: $label,
                scope: $crate::ids::Scope::$scope,
                fields: &[
                    $( $crate::kinds::FieldSpec {
                        number: $number,
                        name: stringify!($field),
                        merge: $crate::kinds::Merge::$merge,
                        names_entries: <$type as $crate::kinds::Slot>::RELATIVE,
                    }, )+
                ],
            };

            fn read_from(
                fields: &mut $crate::kinds::Written<'_, '_>,
            ) -> Result<Self, $crate::codec::DecodeError> {
                #[derive(Default)]
                struct Building {
                    $( $field: <$type as $crate::kinds::Slot>::Building, )+
                }
                let mut building = Building::default();
                for (number, value, author) in fields {
                    match number {
                        $( $number => <$type as $crate::kinds::Slot>::add(
                            &mut building.$field, value, author,
                        )?, )+
                        _ => {}
                    }
                }
                Ok(Self {
                    $( $field: <$type as $crate::kinds::Slot>::done(building.$field)?, )+
                })
            }

            fn write(&self, author: $crate::ids::Writer, out: &mut $crate::fields::FieldsWriter) {
                $( $crate::kinds::Slot::put(&self.$field, $number, author, out); )+
            }
        }
    };
}
pub(crate) use kind;

/// Makes a set of codes; one that this app does not know is kept as it came.
macro_rules! codes {
    (
        $(#[$doc:meta])*
        $name:ident { $( $(#[$vdoc:meta])* $code:literal $variant:ident, )+ }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $( $(#[$vdoc])* $variant, )+
            /// From a newer app.
            Unknown(u64),
        }

        impl $name {
            /// All that this app knows.
            pub const ALL: &[Self] = &[$( Self::$variant, )+];

            /// Its number.
            #[must_use]
            pub fn code(self) -> u64 {
                match self {
                    $( Self::$variant => $code, )+
                    Self::Unknown(code) => code,
                }
            }

            /// By its number.
            #[must_use]
            pub fn from_code(code: u64) -> Self {
                match code {
                    $( $code => Self::$variant, )+
                    code => Self::Unknown(code),
                }
            }
        }

        $crate::kinds::slot::scalar!($name,
            |value, _author| match value {
                $crate::fields::Value::Uint(code) => Ok($name::from_code(code)),
                _ => Err($crate::codec::DecodeError::Field),
            },
            |code: &$name, _author| $crate::kinds::slot::Owned::Uint(code.code())
        );
    };
}
pub(crate) use codes;
