//! Where one occurrence stands.

use super::occur::Occurrence;
use crate::kinds::What;

/// Where an occurrence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is not due yet.
    Upcoming,
    /// It is to be done now.
    Due,
    /// It was to be done, and still can be.
    Late,
    /// What became of it is not known, and nobody is asked to do it any more.
    Expired,
    /// Somebody said what became of it.
    Outcome(What),
}

/// Where an occurrence stands at `now`, seconds since 1970. An outcome holds
/// whenever it was written; where several were, each is to be shown.
#[must_use]
pub fn state(occurrence: &Occurrence, outcome: Option<What>, now: i64) -> State {
    match outcome {
        Some(what) => State::Outcome(what),
        None if now < occurrence.opens => State::Upcoming,
        None if now >= occurrence.expires => State::Expired,
        None if now < occurrence.late => State::Due,
        None => State::Late,
    }
}
