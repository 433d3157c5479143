//! What an occurrence is called, for ever.

use jiff::civil::Date;

use super::day;
use crate::codec::{DecodeError, Reader, put_uint};
use crate::ids::{OpId, Writer};
use crate::kinds::Outcome;

/// The name of one occurrence: never an index, never an instant. It is the same
/// on every device, in every zone, and for the same rule said twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OccurrenceKey {
    /// The entry that holds the schedule.
    pub schedule: OpId,
    /// Which of its rules: [`super::RuleBytes::number`].
    pub version: u32,
    /// The person's day, by the rule.
    pub date: Date,
    /// The rule's time, in minutes after midnight; for elapsed time 1440 and the
    /// minute of the day by UTC (and `date` is by UTC then), except the first.
    pub slot: u16,
}

impl OccurrenceKey {
    /// As bytes: writer, counter, version, days since 1970, slot.
    #[must_use]
    pub fn to_bytes(self) -> Vec<u8> {
        let mut out = Vec::with_capacity(12);
        for part in self.parts() {
            put_uint(&mut out, u64::from(part));
        }
        out
    }

    /// From bytes.
    ///
    /// # Errors
    /// [`DecodeError`] for anything else than one key.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(bytes);
        let mut parts = [0; 5];
        for part in &mut parts {
            *part = reader.u32()?;
        }
        reader.end()?;
        Self::of_parts(parts).ok_or(DecodeError::Number)
    }

    /// As text, for what only takes text: the same numbers, with points between.
    #[must_use]
    pub fn to_text(self) -> String {
        let mut text = String::with_capacity(32);
        for part in self.parts() {
            if !text.is_empty() {
                text.push('.');
            }
            text.push_str(&part.to_string());
        }
        text
    }

    /// From text.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut parts = [0; 5];
        let mut left = text.split('.');
        for part in &mut parts {
            *part = left.next()?.parse().ok()?;
        }
        // "07" and "+7" are not how a key is written.
        Self::of_parts(parts).filter(|key| key.to_text() == text)
    }

    /// Of the occurrence that an outcome is about.
    #[must_use]
    pub fn of(outcome: &Outcome) -> Option<Self> {
        Some(Self {
            schedule: outcome.reminder.0,
            version: u32::try_from(outcome.version).ok()?,
            date: outcome.date,
            slot: u16::try_from(outcome.slot).ok()?,
        })
    }

    fn parts(self) -> [u32; 5] {
        let OpId { writer, counter } = self.schedule;
        // Rules have no days before 1970.
        let days = day::number(self.date).unwrap_or(0);
        [writer.0, counter, self.version, days, u32::from(self.slot)]
    }

    fn of_parts([writer, counter, version, days, slot]: [u32; 5]) -> Option<Self> {
        Some(Self {
            schedule: OpId { writer: Writer(writer), counter },
            version,
            date: day::date(days)?,
            slot: u16::try_from(slot).ok()?,
        })
    }
}
