//! Decisions in words.

use record::Record;
use record::kinds::{DecisionPart, DecisionStep, Often, PartOf, StepOf};
use record::state::Entry;

use super::sort;
use super::whole::{Status, entry_of};
use crate::screen::{Tag, Tone};
use crate::when;
use crate::words::{Words, say};

/// What a sort of thing is called.
pub(super) fn sort_name(words: &Words, of: PartOf) -> String {
    sort::of(of).map_or_else(|| say!(words, "deciding-else"), |sort| words.get(sort.title))
}

/// "8 in 100".
pub(super) fn often_text(words: &Words, often: &Often) -> String {
    say!(words, "deciding-often", some = i64::from(often.of_them), all = i64::from(often.out_of))
}

/// A day, with its year.
pub(super) fn day_text(words: &Words, day: jiff::civil::Date) -> String {
    when::day(words, day, jiff::civil::Date::ZERO)
}

/// What is said, with its numbers: "Fewer flare-ups: 34 in 100".
pub(super) fn said(words: &Words, part: &DecisionPart) -> String {
    match &part.often {
        Some(often) => format!("{}: {}", part.text, often_text(words, often)),
        None => part.text.clone(),
    }
}

/// All of it, a paragraph a thing.
pub(super) fn lines(words: &Words, part: &DecisionPart) -> Vec<String> {
    let mut lines = vec![said(words, part)];
    if let Some(often) = &part.often {
        lines.push(say!(words, "deciding-source-is", source = often.source.as_str()));
    }
    if let Some(more) = &part.more {
        let fits = matches!(part.of, PartOf::Option | PartOf::Nothing);
        lines.push(if fits {
            say!(words, "deciding-fits-is", text = more.as_str())
        } else {
            more.clone()
        });
    }
    lines.extend(part.link.clone());
    lines.extend(part.day.map(|day| day_text(words, day)));
    lines
}

/// The state of a decision, as a word with its colour.
pub(super) fn tag(words: &Words, status: Status) -> Tag {
    let (text, tone) = match status {
        Status::InProgress => (say!(words, "deciding-in-progress"), Tone::Brand),
        Status::Decided => (say!(words, "deciding-decided"), Tone::Green),
        Status::Cancelled => (say!(words, "deciding-cancelled"), Tone::Neutral),
    };
    Tag::new(text, tone)
}

/// What was done, in a few words.
pub(super) fn did(words: &Words, did: StepOf) -> String {
    match did {
        StepOf::Decided => say!(words, "deciding-decided"),
        StepOf::Reopened => say!(words, "deciding-reopened"),
        StepOf::Cancelled => say!(words, "deciding-cancelled"),
        StepOf::Sure => say!(words, "deciding-sure"),
        StepOf::Unknown(_) => say!(words, "deciding-else"),
    }
}

/// The option's name as it is now.
fn option_now(step: &DecisionStep, record: &Record) -> Option<String> {
    Some(record.get::<DecisionPart>(entry_of(step.option?))?.value.text)
}

/// What was decided: the option's name as it was then, and the words. Of steps from
/// before the name was kept with them, it is the one there is.
pub(super) fn decision(step: &DecisionStep, record: &Record) -> String {
    let name = step.said.clone().or_else(|| option_now(step, record));
    let parts: Vec<String> = name.into_iter().chain(step.text.clone()).collect();
    parts.join(". ")
}

/// A step, a paragraph a thing.
pub(super) fn step_lines(words: &Words, step: &DecisionStep, record: &Record) -> Vec<String> {
    let mut lines = Vec::new();
    let decision = decision(step, record);
    if !decision.is_empty() {
        lines.push(decision);
    }
    if let (Some(then), Some(now)) = (&step.said, option_now(step, record))
        && *then != now
    {
        lines.push(say!(words, "deciding-reads-now", text = now));
    }
    if let Some(reason) = &step.reason {
        lines.push(say!(words, "deciding-because", text = reason.as_str()));
    }
    if let Some(doubts) = &step.doubts {
        lines.push(say!(words, "deciding-doubts-are", text = doubts.as_str()));
    }
    if let Some(day) = step.again {
        lines.push(say!(words, "deciding-again-on", day = day_text(words, day)));
    }
    for (id, answer) in super::sure::QUESTIONS.iter().zip(&step.answers) {
        let answer =
            if *answer == 1 { say!(words, "deciding-yes") } else { say!(words, "deciding-no") };
        lines.push(format!("{} {answer}", words.get(id)));
    }
    lines
}

/// For the readable copy: of what, what, in words, more, where, numbers, source, day.
pub(crate) fn part_cells(words: &Words, part: &DecisionPart, record: &Record) -> Vec<String> {
    let within = entry_of(part.within);
    let of = match record.get::<DecisionPart>(within) {
        Some(option) => option.value.text,
        None => record
            .get::<record::kinds::Decision>(within)
            .map(|decision| decision.value.about)
            .unwrap_or_default(),
    };
    let often = part.often.as_ref();
    vec![
        of,
        sort_name(words, part.of),
        part.text.clone(),
        part.more.clone().unwrap_or_default(),
        part.link.clone().unwrap_or_default(),
        often.map(|often| often_text(words, often)).unwrap_or_default(),
        often.map(|often| often.source.clone()).unwrap_or_default(),
        part.day.map(|day| day.to_string()).unwrap_or_default(),
    ]
}

/// For the readable copy: of what, what was done, and the words.
pub(crate) fn step_cells(words: &Words, step: &DecisionStep, record: &Record) -> Vec<String> {
    let of = record.get::<record::kinds::Decision>(entry_of(step.decision));
    vec![
        of.map(|decision| decision.value.about).unwrap_or_default(),
        did(words, step.did),
        step_lines(words, step, record).join("; "),
    ]
}

/// What else stands in an entry, each once.
pub(crate) fn others<K: PartialEq>(entry: &Entry<K>) -> Vec<&K> {
    let mut found = Vec::new();
    for (_, value) in entry.conflicts.iter().flat_map(|conflict| &conflict.values) {
        if *value != entry.value && !found.contains(&value) {
            found.push(value);
        }
    }
    found
}

/// Every wording of an entry that stands, each once.
pub(crate) fn wordings<K: PartialEq>(
    words: &Words,
    entry: &Entry<K>,
    look: impl Fn(&K) -> String,
) -> String {
    let mut text = look(&entry.value);
    let mut known = vec![text.clone()];
    for value in others(entry) {
        let other = look(value);
        if !known.contains(&other) {
            text = say!(words, "track-or", before = text, value = other.as_str());
            known.push(other);
        }
    }
    text
}
