//! A page for an appointment.

use jiff::civil::Date;

use super::{Ref, codes, kind};

codes! {
    /// What the app can fill in on the page.
    SummaryPart {
        /// Readings of what the person follows.
        1 Readings,
        /// Symptoms.
        2 Symptoms,
        /// Medicines that are taken, and allergies.
        3 Medicines,
        /// What changed in medicines.
        4 Changes,
        /// Scores of questionnaires.
        5 Scores,
        /// What matters most to the person.
        6 Matters,
        /// Notes from the diary.
        7 Notes,
    }
}

kind! {
    /// What a person prepares for an appointment. What the app fills in is made
    /// from the record each time, and kept only where the person put it into words
    /// of their own. Among their own notes, and not in the plan: whoever sees the
    /// plan would read a question before the person has decided to ask it.
    AppointmentSummary = 41 in Diary as "appointment summary" {
        /// With whom.
        1 with: Option<String> => All,
        /// On which day.
        2 on: Option<Date> => All,
        /// At which time, in minutes after midnight.
        3 at: Option<u64> => All,
        /// What the person most wants to talk about.
        4 most: Option<String> => All,
        /// What they want to ask, in this order.
        5 questions: Vec<String> => All,
        /// Since when it is said how they have been.
        6 since: Option<Date> => All,
        /// What the app fills in.
        7 parts: Vec<SummaryPart> => All,
        /// What else they want to say.
        8 more: Option<String> => All,
        /// Readings, in words of their own.
        9 readings: Option<String> => All,
        /// Symptoms, in words of their own.
        10 symptoms: Option<String> => All,
        /// Medicines and allergies, in words of their own.
        11 medicines: Option<String> => All,
        /// What changed in medicines, in words of their own.
        12 changes: Option<String> => All,
        /// Scores, in words of their own.
        13 scores: Option<String> => All,
        /// What matters most, in words of their own.
        14 matters: Option<String> => All,
        /// Notes, in words of their own.
        15 notes: Option<String> => All,
        /// The reminder of it.
        16 reminder: Option<Ref> => Latest,
    }
}

impl AppointmentSummary {
    /// The number of the first part in words of the person's own; they stand in
    /// the order of their codes.
    pub const OWN: crate::fields::FieldNumber = 9;

    /// The number of its reminder.
    pub const REMINDER: crate::fields::FieldNumber = 16;

    /// A part in words of the person's own, to change; none where this app does not
    /// know the part.
    pub fn own(&mut self, part: SummaryPart) -> Option<&mut Option<String>> {
        Some(match part {
            SummaryPart::Readings => &mut self.readings,
            SummaryPart::Symptoms => &mut self.symptoms,
            SummaryPart::Medicines => &mut self.medicines,
            SummaryPart::Changes => &mut self.changes,
            SummaryPart::Scores => &mut self.scores,
            SummaryPart::Matters => &mut self.matters,
            SummaryPart::Notes => &mut self.notes,
            SummaryPart::Unknown(_) => return None,
        })
    }
}
