//! The sheet of pages for appointments.

use record::kinds::AppointmentSummary;

use super::sheets::{Making, Sheet};
use crate::appointment::parts_of;
use crate::entry::Told;
use crate::words::say;

impl Making<'_> {
    /// A row for each part of what is said.
    pub(super) fn appointments(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        self.sheet::<AppointmentSummary>(
            "appointments.csv",
            say!(words, "appointment-title"),
            vec![say!(words, "copy-what"), say!(words, "copy-words")],
            |entry| {
                let parts = parts_of(words, &entry.value).into_iter();
                parts.map(|(_, key, text)| vec![words.get(key), text]).collect()
            },
            |summary| summary.text(words, record),
        )
    }
}
