//! Decisions made together: what is decided, all that is said of it, and what was
//! done. The parts are those of PRSB's Shared Decision Making standard (1.0).

use jiff::civil::Date;

use super::slot::{Owned, scalar};
use super::{Ref, codes, kind};
use crate::codec::{DecodeError, Reader, put_uint};
use crate::fields::Value;

kind! {
    /// Something to decide.
    Decision = 60 in Decisions as "decision" {
        /// What it is about.
        1 about: String => All,
        /// Which health problem it belongs to.
        2 problem: Option<String> => All,
        /// The person has said that the options are all there.
        3 complete: Option<bool> => Latest,
    }
}

codes! {
    /// What is said of a decision.
    PartOf {
        /// What matters to the person, in the order of `place`.
        1 Matters,
        /// An option.
        2 Option,
        /// The option of doing nothing.
        3 Nothing,
        /// A benefit of an option.
        4 Benefit,
        /// A risk of an option.
        5 Risk,
        /// A question to ask.
        6 Question,
        /// Somebody who is involved; what they are to the person.
        7 Person,
        /// What the person wants to talk about.
        8 MyAgenda,
        /// What the team wants to talk about.
        9 TeamAgenda,
        /// A tool that was used; of which kind; where it is.
        10 Tool,
        /// What the person or a carer will do, and by when.
        11 MyAction,
        /// What the team will do, and by when.
        12 TeamAction,
        /// A talk: with whom; where or how; when.
        13 Talk,
        /// A recording of a talk: who agreed; where it is kept.
        14 Recording,
        /// What the team has not told; why.
        15 Withheld,
        /// What the team will tell later; why; when.
        16 Delayed,
        /// What was given to read before.
        17 Given,
    }
}

/// So many of so many, and who says so: one value, so that nobody's figures ever
/// stand with somebody else's source.
///
/// As bytes: the two numbers, and the source to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Often {
    /// How many.
    pub of_them: u32,
    /// Of how many.
    pub out_of: u32,
    /// Where that is from.
    pub source: String,
}

impl Often {
    fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.source.len() + 6);
        put_uint(&mut out, u64::from(self.of_them));
        put_uint(&mut out, u64::from(self.out_of));
        out.extend_from_slice(self.source.as_bytes());
        out
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(bytes);
        let mut number = || u32::try_from(reader.uint()?).map_err(|_| DecodeError::Field);
        let (of_them, out_of) = (number()?, number()?);
        let source = reader.bytes(reader.left())?;
        let source = std::str::from_utf8(source).map_err(|_| DecodeError::Text)?.to_owned();
        Ok(Self { of_them, out_of, source })
    }
}

scalar!(
    Often,
    |value, _author| match value {
        Value::Bytes(bytes) => Often::from_bytes(bytes),
        _ => Err(DecodeError::Field),
    },
    |often: &Often, _author| Owned::Made(often.to_bytes())
);

kind! {
    /// Something that is said of a decision, or of one of its options.
    DecisionPart = 61 in Decisions as "decision_part" {
        /// The decision; of a benefit or risk, the option.
        1 within: Ref => Fixed,
        /// What it is.
        2 of: PartOf => Fixed,
        /// In words.
        3 text: String => All,
        /// More about it, as [`PartOf`] says.
        4 more: Option<String> => All,
        /// Where it is to be found.
        5 link: Option<String> => All,
        /// How often it happens.
        6 often: Option<Often> => All,
        /// When, or by when.
        7 day: Option<Date> => All,
        /// Its place among the others, lowest first.
        8 place: Option<i64> => Latest,
    }
}

codes! {
    /// What was done with a decision.
    StepOf {
        /// It was decided.
        1 Decided,
        /// It is open again.
        2 Reopened,
        /// It is no longer to be decided.
        3 Cancelled,
        /// The person said how sure they are.
        4 Sure,
    }
}

kind! {
    /// Something that was done with a decision: written once, so that what was
    /// decided before stays as it was.
    DecisionStep = 62 in Decisions as "decision_step" {
        /// The decision.
        1 decision: Ref => Fixed,
        /// What was done.
        2 did: StepOf => Fixed,
        /// The option that was chosen.
        3 option: Option<Ref> => Fixed,
        /// What was decided, in words.
        4 text: Option<String> => Fixed,
        /// Why.
        5 reason: Option<String> => Fixed,
        /// Reservations.
        6 doubts: Option<String> => Fixed,
        /// When to look again.
        7 again: Option<Date> => Fixed,
        /// The answers to how sure the person is, in the order of the questions:
        /// 1 for yes, 2 for no.
        8 answers: Vec<u64> => Fixed,
        /// What the option said when it was chosen. Its own words can change.
        9 said: Option<String> => Fixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn written_and_read_again_is_the_same(of_them: u32, out_of: u32, source in ".{0,40}") {
            let often = Often { of_them, out_of, source };
            prop_assert_eq!(Often::from_bytes(&often.to_bytes()).unwrap(), often);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            if let Ok(often) = Often::from_bytes(&bytes) {
                prop_assert_eq!(Often::from_bytes(&often.to_bytes()).unwrap(), often);
            }
        }
    }
}
