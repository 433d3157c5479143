//! Which questions are asked, by what was answered to others (FHIR's `enableWhen`).

use record::kinds::Answers;
use serde_json::Value;

use super::broken::{Broken, Path, Why};
use super::definition::{Item, What, list, word};
use super::number::Number;

/// When something is asked: all of the tests hold, or any.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    any: bool,
    tests: Vec<Test>,
    /// Where it stands, for saying what is wrong with it.
    path: String,
}

/// What is held against an answer.
#[derive(Clone, Debug, PartialEq)]
struct Test {
    link: String,
    operator: Operator,
    value: String,
    /// Of what, where the value is a quantity of something.
    unit: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Exists,
    Is,
    IsNot,
    Above,
    Below,
    AtLeast,
    AtMost,
}

impl Condition {
    /// Of an item, where it has one.
    pub(super) fn read(json: &Value, path: &Path) -> Result<Option<Self>, Broken> {
        let mut tests = Vec::new();
        for (at, test) in list(json, "enableWhen").iter().enumerate() {
            let path = path.at("enableWhen", at);
            let link = word(test, "question");
            let link = link.ok_or_else(|| path.broken(Why::Missing("question")))?;
            let operator = match word(test, "operator") {
                Some("exists") => Operator::Exists,
                Some("=") => Operator::Is,
                Some("!=") => Operator::IsNot,
                Some(">") => Operator::Above,
                Some("<") => Operator::Below,
                Some(">=") => Operator::AtLeast,
                Some("<=") => Operator::AtMost,
                _ => return Err(path.broken(Why::Missing("operator"))),
            };
            let value = value(test, "answer");
            let value = value.ok_or_else(|| path.broken(Why::Missing("answer")))?;
            let compares = operator as u8 >= Operator::Above as u8;
            if compares && Measured::of(&value).is_none() {
                return Err(path.broken(Why::Compares));
            }
            let quantity = test.get("answerQuantity");
            let unit = quantity.and_then(|of| word(of, "unit").or(word(of, "code")));
            let unit = unit.map(str::to_owned);
            tests.push(Test { link: link.to_owned(), operator, value, unit });
        }
        let any = word(json, "enableBehavior") != Some("all");
        let path = path.text().to_owned();
        Ok((!tests.is_empty()).then_some(Self { any, tests, path }))
    }

    fn holds(&self, items: &[Item], answers: &Answers, known: &mut [Option<bool>]) -> bool {
        let mut tests = self.tests.iter().map(|test| test.holds(items, answers, known));
        if self.any { tests.any(|holds| holds) } else { tests.all(|holds| holds) }
    }
}

impl Test {
    /// A question that is not asked has no answer.
    fn holds(&self, items: &[Item], answers: &Answers, known: &mut [Option<bool>]) -> bool {
        let at = items.iter().position(|item| item.link == self.link);
        let asked = at.is_some_and(|at| is_asked(at, items, answers, known));
        let given = if asked { answers.of(&self.link) } else { &[] };
        let measured = Measured::of(&self.value);
        let compare = |holds: fn(Measured, Measured) -> bool| {
            given.iter().any(|value| {
                Measured::of(value).zip(measured).is_some_and(|(one, other)| holds(one, other))
            })
        };
        let same = |value: &String| {
            *value == self.value || measured.is_some() && Measured::of(value) == measured
        };
        match self.operator {
            Operator::Exists => given.is_empty() == (self.value != "true"),
            Operator::Is => given.iter().any(same),
            Operator::IsNot => !given.is_empty() && !given.iter().any(same),
            Operator::Above => compare(|one, other| one > other),
            Operator::Below => compare(|one, other| one < other),
            Operator::AtLeast => compare(|one, other| one >= other),
            Operator::AtMost => compare(|one, other| one <= other),
        }
    }
}

/// A value that can be more or less: a number, or a day or time as FHIR spells it.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Measured(Number);

impl Measured {
    fn of(value: &str) -> Option<Self> {
        // In such a spelling, later is more.
        let when = || {
            let figures: String = value.chars().filter(char::is_ascii_digit).collect();
            let rest = value.chars().all(|one| one.is_ascii_digit() || "-:".contains(one));
            figures.parse().ok().filter(|_| rest).map(Number::whole)
        };
        Number::read(value).or_else(when).map(Self)
    }
}

/// Which items are asked, or their words stand there, in their order. Each is worked
/// out once, however many others depend on it.
pub(super) fn asked(items: &[Item], answers: &Answers) -> Vec<bool> {
    let mut known = vec![None; items.len()];
    (0..items.len()).map(|at| is_asked(at, items, answers, &mut known)).collect()
}

fn is_asked(at: usize, items: &[Item], answers: &Answers, known: &mut [Option<bool>]) -> bool {
    if let Some(asked) = known[at] {
        return asked;
    }
    // No questionnaire that was read goes in circles.
    known[at] = Some(false);
    let mut conditions = items[at].conditions.iter();
    let asked = conditions.all(|condition| condition.holds(items, answers, known));
    known[at] = Some(asked);
    asked
}

/// Refuses what depends on itself, also by way of others, or on what is not there, is
/// never answered, or cannot be answered so.
pub(super) fn check(items: &[Item]) -> Result<(), Broken> {
    let find = |link: &str| items.iter().find(|other| other.link == link);
    for item in items {
        for condition in &item.conditions {
            for (at, test) in condition.tests.iter().enumerate() {
                let path = format!("{}.enableWhen[{at}]", condition.path);
                let broken = |why| Broken { path: path.clone(), why };
                let mut behind: Vec<&str> = vec![&test.link];
                let mut seen: Vec<&str> = Vec::new();
                while let Some(link) = behind.pop() {
                    if link == item.link {
                        return Err(broken(Why::Itself));
                    }
                    if seen.contains(&link) {
                        continue;
                    }
                    seen.push(link);
                    let other = find(link);
                    let other = other.ok_or_else(|| broken(Why::Unknown(link.to_owned())))?;
                    let tests = other.conditions.iter().flat_map(|condition| &condition.tests);
                    behind.extend(tests.map(|test| &*test.link));
                }
                if let Some(why) = find(&test.link).and_then(|of| test.never(of)) {
                    return Err(broken(why));
                }
            }
        }
    }
    Ok(())
}

impl Test {
    /// Why no answer to the question could be held against it.
    fn never(&self, of: &Item) -> Option<Why> {
        if !of.what.is_asked() {
            return Some(Why::NotAsked(self.link.clone()));
        }
        if self.operator == Operator::Exists {
            return None;
        }
        let known = match &of.what {
            What::Choice { open: false, options, .. } => {
                options.iter().any(|option| option.value == self.value)
            }
            What::YesNo => ["true", "false"].contains(&self.value.as_str()),
            What::Number { unit, .. } => {
                if self.unit.as_ref().is_some_and(|of| of != unit) {
                    return Some(Why::Compares);
                }
                Number::read(&self.value).is_some()
            }
            _ => true,
        };
        // More and less than a choice are a matter of its number, not of its name.
        let compares = self.operator as u8 >= Operator::Above as u8;
        (!known && !compares).then(|| Why::NoAnswer(self.value.clone()))
    }
}

/// A value as it is kept, of an element that has it under `answerString`,
/// `valueBoolean` and so on.
pub(super) fn value(json: &Value, prefix: &str) -> Option<String> {
    let fields = json.as_object()?;
    let (_, value) = fields.iter().find(|(key, _)| key.starts_with(prefix))?;
    match value {
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Number(_) => Number::of(value).map(|number| number.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Object(_) => match value.get("value") {
            Some(number @ Value::Number(_)) => Number::of(number).map(|number| number.to_string()),
            _ => word(value, "code").map(str::to_owned),
        },
        _ => None,
    }
}
