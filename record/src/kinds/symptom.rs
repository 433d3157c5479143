//! Symptoms.

use super::kind;

kind! {
    /// Something felt, not measured.
    Symptom = 5 in Health as "symptom" {
        /// What, in the person's words.
        1 what: String => Fixed,
        /// How bad, 0 to 10.
        2 severity: Option<u64> => Fixed,
        /// More about it.
        3 note: Option<String> => Fixed,
    }
}
