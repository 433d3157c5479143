//! Home experiments: some days as usual beside some days with a change.

use jiff::civil::Date;

use super::slot::{Owned, scalar};
use super::{Ref, kind};
use crate::codec::{DecodeError, Reader, put_uint};
use crate::fields::Value;
use crate::schedule::{day_date, day_number};

/// The two runs of days of an experiment: one value of one field, so that of two
/// that are said at once neither gets days of the other.
///
/// As bytes: for each run its first day, in days since 1970, and how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weeks {
    /// As usual: the first day, and how many.
    pub usual: (Date, u64),
    /// With the change.
    pub change: (Date, u64),
}

impl Weeks {
    fn to_bytes(self) -> Vec<u8> {
        let mut out = Vec::with_capacity(8);
        for (first, days) in [self.usual, self.change] {
            put_uint(&mut out, day_number(first).map_or(0, u64::from));
            put_uint(&mut out, days);
        }
        out
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(bytes);
        let mut run = || {
            let first = u32::try_from(reader.uint()?).ok().and_then(day_date);
            Ok((first.ok_or(DecodeError::Field)?, reader.uint()?))
        };
        let weeks = Self { usual: run()?, change: run()? };
        if reader.left() == 0 { Ok(weeks) } else { Err(DecodeError::Field) }
    }
}

scalar!(
    Weeks,
    |value, _author| match value {
        Value::Bytes(bytes) => Weeks::from_bytes(bytes),
        _ => Err(DecodeError::Field),
    },
    |weeks: &Weeks, _author| Owned::Made(weeks.to_bytes())
);

kind! {
    /// What a person tries out on themselves, to see for themselves. What comes of
    /// it is read from the readings or symptoms each time, and is not kept.
    Experiment = 40 in Health as "experiment" {
        /// What they want to know.
        1 question: String => All,
        /// What they do differently in the second run of days.
        2 change: String => All,
        /// The tracker that is looked at.
        3 tracker: Option<Ref> => Fixed,
        /// The symptom that is looked at, where no tracker is.
        4 symptom: Option<String> => Fixed,
        /// Which days.
        5 weeks: Weeks => All,
        /// Days that do not count, such as bad days.
        6 left_out: Vec<Date> => All,
        /// The day on which it was stopped.
        7 stopped: Option<Date> => All,
        /// What the person thinks of it.
        8 thoughts: Option<String> => All,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn written_and_read_again_is_the_same(
            usual in (0_u32..60_000, 0_u64..400),
            change in (0_u32..60_000, 0_u64..400),
        ) {
            let run = |(day, days)| (day_date(day).unwrap(), days);
            let weeks = Weeks { usual: run(usual), change: run(change) };
            prop_assert_eq!(Weeks::from_bytes(&weeks.to_bytes()).unwrap(), weeks);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            if let Ok(weeks) = Weeks::from_bytes(&bytes) {
                prop_assert_eq!(Weeks::from_bytes(&weeks.to_bytes()).unwrap(), weeks);
            }
        }
    }
}
