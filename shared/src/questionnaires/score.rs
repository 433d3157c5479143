//! Scores: what the answers weigh, added up. Of `FHIRPath`, in which SDC writes them,
//! that much is read and nothing else:
//!
//! ```text
//! %resource.item.where(linkId = '1' or linkId = '2').answer.value.weight().sum()
//! ```
//!
//! with `descendants()` for `item`, `ordinal()` for `weight()`, and several of them
//! with `+` between.

use record::kinds::Answers;

use super::broken::{Broken, Why};
use super::definition::{Choice, Definition, Item, What};
use super::number::Number;

/// Which questions' answers are added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// These; all, where none is named.
    links: Vec<String>,
    /// Also of those that lie in groups.
    deep: bool,
}

impl Sum {
    /// From its expression; none for any other.
    #[must_use]
    pub fn read(words: &str) -> Option<Self> {
        let mut links: Vec<String> = Vec::new();
        let mut depths = Vec::new();
        for part in words.split('+') {
            let part: String = part.chars().filter(|one| !one.is_whitespace()).collect();
            // `%context` is the item that the score stands at, which has no answers in it.
            let roots = ["%resource.", "%questionnaireresponse."];
            let small = part.to_ascii_lowercase();
            let root = roots.iter().find(|root| small.starts_with(**root))?;
            let part = part.get(root.len()..)?;
            let (part, deep) = match part.strip_prefix("item") {
                Some(part) => (part, false),
                None => (part.strip_prefix("descendants()")?, true),
            };
            depths.push(deep);
            let part = match part.strip_prefix(".where(") {
                Some(part) => {
                    let (condition, part) = part.split_once(')')?;
                    for test in condition.split("orlinkId=") {
                        let test = test.strip_prefix("linkId=").unwrap_or(test);
                        let link = test.strip_prefix('\'')?.strip_suffix('\'')?;
                        // Named twice it would count twice.
                        if links.iter().any(|known| known == link) {
                            return None;
                        }
                        links.push(link.to_owned());
                    }
                    part
                }
                // All of them; beside others that would count some twice.
                None if words.contains('+') => return None,
                None => part,
            };
            let part = part.strip_prefix(".answer.value.")?;
            let part = part.strip_prefix("weight()").or_else(|| part.strip_prefix("ordinal()"))?;
            if !part.is_empty() && part != ".sum()" {
                return None;
            }
        }
        let deep = *depths.first()?;
        depths.iter().all(|one| *one == deep).then_some(Self { links, deep })
    }

    fn adds(&self, item: &Item) -> bool {
        match &item.what {
            What::Choice { .. } => {
                self.reaches(item) && (self.links.is_empty() || self.links.contains(&item.link))
            }
            _ => false,
        }
    }

    /// Whether it looks where an item stands.
    fn reaches(&self, item: &Item) -> bool {
        self.deep || !item.place.contains('.')
    }
}

/// Refuses a score of what weighs nothing, of itself, or of what it does not reach.
pub(super) fn check(items: &[Item]) -> Result<(), Broken> {
    for item in items {
        let What::Score(sum) = &item.what else { continue };
        let broken = |why| Err(Broken { path: item.place.clone(), why });
        if !items.iter().any(|of| sum.adds(of)) && sum.links.is_empty() {
            return broken(Why::Weightless(item.link.clone()));
        }
        for link in &sum.links {
            if *link == item.link {
                return broken(Why::Itself);
            }
            let Some(of) = items.iter().find(|of| of.link == *link) else {
                return broken(Why::Unknown(link.clone()));
            };
            if !sum.reaches(of) {
                return broken(Why::Expression);
            }
            if options(of).iter().all(|option| option.weight.is_none()) {
                return broken(Why::Weightless(link.clone()));
            }
        }
    }
    Ok(())
}

fn options(item: &Item) -> &[Choice] {
    match &item.what {
        What::Choice { options, .. } => options,
        _ => &[],
    }
}

/// A score, and the most that it can be. None where a question that it adds up has
/// no answer, or one that weighs nothing: part of a sum says nothing.
#[must_use]
pub(super) fn score(
    definition: &Definition,
    sum: &Sum,
    answers: &Answers,
) -> Option<(Number, Number)> {
    let (mut score, mut most) = (Number::ZERO, Number::ZERO);
    for item in definition.items.iter().filter(|item| sum.adds(item)) {
        most = most.plus(heaviest(item));
        let given = answers.of(&item.link);
        if given.is_empty() {
            return None;
        }
        for value in given {
            let option = options(item).iter().find(|option| option.value == *value)?;
            score = score.plus(option.weight?);
        }
    }
    Some((score, most))
}

/// The most that an answer can weigh: of several, all that add to it.
fn heaviest(item: &Item) -> Number {
    let weights = options(item).iter().filter_map(|option| option.weight);
    match item.what {
        What::Choice { several: true, .. } => {
            weights.filter(|weight| *weight > Number::ZERO).fold(Number::ZERO, Number::plus)
        }
        _ => weights.max().unwrap_or_default(),
    }
}
