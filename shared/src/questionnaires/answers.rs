//! What is in a form, as answers.

use record::kinds::Answers;

use super::definition::{Definition, Item, What};
use super::enabled;
use super::number::Number;
use crate::forms::Draft;
use crate::words::{Words, say};

/// The most characters of an answer in words.
pub(super) const MAX_WORDS: u32 = 2_000;

/// The choice that stands for words of one's own, and the field with those words.
pub(super) const OTHER: &str = "\u{1}other";

/// The field with the words of an answer of one's own.
pub(super) fn other(link: &str) -> String {
    format!("{link}\u{1}other")
}

/// What a draft says so far, right or not, for which questions are asked. What was
/// answered to a question that is not asked any more stays in the draft, and out of
/// here.
pub(super) fn so_far(definition: &Definition, draft: &Draft) -> Answers {
    let items = definition.items.iter().filter(|item| item.what.is_asked());
    let all = items.map(|item| (item.link.clone(), given(item, draft)));
    let mut answers = Answers(all.filter(|(_, given)| !given.is_empty()).collect());
    let asked = enabled::asked(&definition.items, &answers);
    let is_asked = |link: &String| {
        definition.items.iter().zip(&asked).any(|(item, asked)| *asked && item.link == *link)
    };
    answers.0.retain(|(link, _)| is_asked(link));
    answers
}

/// The values in a draft; those that stand there from the beginning, where it was
/// not touched.
fn given(item: &Item, draft: &Draft) -> Vec<String> {
    let link = item.link.as_str();
    if !draft.has(link) && !draft.has(&other(link)) {
        return item.initial.clone();
    }
    match &item.what {
        What::YesNo => {
            let known = draft.choice(link).filter(|value| ["true", "false"].contains(value));
            known.map(str::to_owned).into_iter().collect()
        }
        What::Choice { open, options, .. } => draft
            .choices(link)
            .iter()
            .filter_map(|value| match value.as_str() {
                OTHER if *open => Some(draft.text(&other(link)).to_owned()),
                _ => options.iter().find(|one| one.value == *value).map(|one| one.value.clone()),
            })
            .filter(|value| !value.is_empty())
            .collect(),
        What::Day => match draft.date(link) {
            Ok(Some(date)) => vec![date.to_string()],
            _ => Vec::new(),
        },
        What::Number { .. } => {
            let text = draft.text(link).replace(',', ".");
            if text.is_empty() { Vec::new() } else { vec![text] }
        }
        _ => {
            let text = draft.text(link);
            if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
        }
    }
}

/// The answers, or what is wrong with each.
pub(super) fn read(
    words: &Words,
    definition: &Definition,
    draft: &Draft,
) -> Result<Answers, Vec<(String, String)>> {
    let answers = so_far(definition, draft);
    let mut errors = Vec::new();
    let asked = enabled::asked(&definition.items, &answers);
    for (item, asked) in definition.items.iter().zip(asked) {
        if !item.what.is_asked() || !asked {
            continue;
        }
        if let Some(why) = wrong(words, item, answers.of(&item.link), draft) {
            errors.push((item.link.clone(), why));
        }
    }
    if errors.is_empty() { Ok(answers) } else { Err(errors) }
}

/// What is wrong with an answer, and what to do.
fn wrong(words: &Words, item: &Item, given: &[String], draft: &Draft) -> Option<String> {
    let link = item.link.as_str();
    if item.what == What::Day && draft.date(link).is_err() {
        return Some(say!(words, "questions-day-wrong"));
    }
    let other_chosen = draft.choices(link).iter().any(|value| value == OTHER);
    if other_chosen && draft.text(&other(link)).is_empty() {
        return Some(say!(words, "questions-other-none"));
    }
    let Some(value) = given.first() else {
        return item.required.then(|| say!(words, "questions-required"));
    };
    match &item.what {
        What::Number { decimals, least, most, .. } => {
            let Some(number) = Number::read(value) else {
                return Some(say!(words, "questions-number-wrong"));
            };
            if !decimals && !number.is_whole() {
                return Some(say!(words, "questions-whole"));
            }
            let below = least.is_some_and(|least| number < least);
            let above = most.is_some_and(|most| number > most);
            (below || above).then(|| match (least, most) {
                (Some(least), Some(most)) => {
                    let (least, most) = (least.to_string(), most.to_string());
                    say!(words, "questions-between", least = least, most = most)
                }
                (Some(least), None) => {
                    say!(words, "questions-at-least", least = least.to_string())
                }
                (None, most) => {
                    let most = most.unwrap_or_default().to_string();
                    say!(words, "questions-at-most", most = most)
                }
            })
        }
        What::Time => draft.time(link).is_err().then(|| say!(words, "questions-time-wrong")),
        What::Words { most, .. } => {
            let most = most.unwrap_or(MAX_WORDS).min(MAX_WORDS);
            let count = value.chars().count();
            (count > most as usize).then(|| say!(words, "too-long", most = i64::from(most)))
        }
        _ => None,
    }
}
