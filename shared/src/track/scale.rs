//! Scales: a row of numbers, and what its ends mean.

use record::kinds::{Measure, Tracker};

use super::names::tracker_name;
use crate::screen::{Field, Question, ScaleField};
use crate::words::{Words, say};

/// What is asked.
pub(super) fn question(words: &Words, tracker: &Tracker) -> String {
    match tracker.measure {
        Measure::Pain => say!(words, "track-ask-pain"),
        Measure::Mood => say!(words, "track-ask-mood"),
        Measure::Breathlessness => say!(words, "track-ask-breathlessness"),
        Measure::Fatigue => say!(words, "track-ask-fatigue"),
        _ => tracker_name(words, tracker),
    }
}

/// The row of numbers of a tracker.
pub(super) fn field(words: &Words, tracker: &Tracker, question: Question) -> Field {
    let (from_label, to_label) = match tracker.measure {
        Measure::Pain => (say!(words, "track-pain-least"), say!(words, "track-pain-most")),
        Measure::Mood => (say!(words, "track-mood-least"), say!(words, "track-mood-most")),
        Measure::Breathlessness => (say!(words, "track-breath-least"), say!(words, "track-most")),
        Measure::Fatigue => (say!(words, "track-fatigue-least"), say!(words, "track-most")),
        _ => (say!(words, "track-own-scale-least"), say!(words, "track-own-scale-most")),
    };
    let end = |limit: Option<record::Decimal>, usual: i32| {
        limit.and_then(|limit| i32::try_from(limit.mantissa()).ok()).unwrap_or(usual)
    };
    Field::Scale(ScaleField {
        question,
        from: end(tracker.least, 0),
        to: end(tracker.most, 10),
        from_label,
        to_label,
        value: None,
    })
}

/// How bad a symptom is.
pub(super) fn severity(words: &Words) -> Field {
    Field::Scale(ScaleField {
        question: Question::new("severity", say!(words, "track-severity")).optional(),
        from: 0,
        to: 10,
        from_label: say!(words, "track-severity-least"),
        to_label: say!(words, "track-most"),
        value: None,
    })
}
