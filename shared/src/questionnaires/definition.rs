//! A questionnaire, read from FHIR R4's JSON. What this app cannot ask as it is
//! meant, it refuses, with the place and the reason; it never leaves a question out.
//!
//! Sources: the FHIR R4 `Questionnaire` resource; Structured Data Capture for
//! `calculatedExpression`; `ordinalValue`, `minValue`, `maxValue`, `itemControl`
//! from FHIR's extension registry.

use serde_json::Value;

use super::broken::{Broken, Path, Why};
use super::enabled::{self, Condition};
use super::number::Number;
use super::options::{choice, concepts, prefixed};
use super::score::{self, Sum};
use super::{harm, initial, strict};

const LEAST: &str = "http://hl7.org/fhir/StructureDefinition/minValue";
const MOST: &str = "http://hl7.org/fhir/StructureDefinition/maxValue";
const CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
const UNIT: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
const CALCULATED: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

/// The most questions of one questionnaire.
const MOST_ITEMS: usize = 300;

/// How deep groups may lie in each other.
const DEEPEST: usize = 8;

#[cfg(test)]
thread_local! {
    /// How many were read.
    pub(super) static READS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// A questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// Its canonical address.
    pub url: String,
    /// Which version of it.
    pub version: Option<String>,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: Option<String>,
    /// Whose it is.
    pub copyright: Option<String>,
    /// Its questions and texts, in order, groups laid out flat.
    pub items: Vec<Item>,
}

/// One question, text, or score.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Names it.
    pub link: String,
    /// Where it stands, as FHIR names places: `item[2].item[0]`.
    pub place: String,
    /// Its words.
    pub text: String,
    /// What it is.
    pub what: What,
    /// Whether it must be answered where it is asked.
    pub required: bool,
    /// When it is asked, with what holds for the groups that it lies in.
    pub conditions: Vec<Condition>,
    /// What stands there before anything is answered.
    pub initial: Vec<String>,
    /// Any answer above the least opens crisis help.
    pub harm: bool,
}

/// What an item is.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Words above others.
    Heading,
    /// Words.
    Text,
    /// Yes or no.
    YesNo,
    /// A number; whole where it has no places.
    Number {
        /// Whether it may have places.
        decimals: bool,
        /// The least.
        least: Option<Number>,
        /// The most.
        most: Option<Number>,
        /// Of what.
        unit: String,
        /// What the ends mean, where they are named.
        ends: (String, String),
    },
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// Words of one's own.
    Words {
        /// Several lines.
        long: bool,
        /// The most characters.
        most: Option<u32>,
    },
    /// One of a few, or any of them.
    Choice {
        /// Any of them.
        several: bool,
        /// One may give another, in words.
        open: bool,
        /// What there is.
        options: Vec<Choice>,
    },
    /// The sum of what the answers weigh.
    Score(Sum),
}

/// One of a few answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// As it is kept: a coding's code, or the words.
    pub value: String,
    /// Its words.
    pub text: String,
    /// What it weighs, where that is said.
    pub weight: Option<Number>,
}

impl What {
    /// Whether it is asked.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        !matches!(self, Self::Heading | Self::Text | Self::Score(_))
    }
}

impl Definition {
    /// From its JSON.
    ///
    /// # Errors
    /// [`Broken`].
    pub fn read(text: &[u8]) -> Result<Self, Broken> {
        #[cfg(test)]
        READS.set(READS.get() + 1);
        let root = Path::root();
        let json: Value = serde_json::from_slice(text).map_err(|_| root.broken(Why::NotJson))?;
        if word(&json, "resourceType") != Some("Questionnaire") {
            return Err(root.broken(Why::NotAQuestionnaire));
        }
        strict::check(&json)?;
        let url = word(&json, "url").ok_or_else(|| root.broken(Why::Missing("url")))?;
        let named = word(&json, "title").or(word(&json, "name"));
        let title = named.ok_or_else(|| root.broken(Why::Missing("title")))?;
        let mut reading = Reading { root: &json, items: Vec::new() };
        reading.items(&json, &root, &Above::default(), 0)?;
        let items = reading.items;
        if !items.iter().any(|item| item.what.is_asked()) {
            return Err(root.broken(Why::Missing("item")));
        }
        enabled::check(&items)?;
        score::check(&items)?;
        Ok(Self {
            url: url.to_owned(),
            version: word(&json, "version").map(str::to_owned),
            title: title.to_owned(),
            about: word(&json, "description").map(str::to_owned),
            copyright: word(&json, "copyright").map(str::to_owned),
            items,
        })
    }

    /// One of its items.
    #[must_use]
    pub fn item(&self, link: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.link == link)
    }
}

/// What holds for all that lies in a group.
#[derive(Clone, Default)]
struct Above {
    conditions: Vec<Condition>,
    harm: bool,
}

struct Reading<'a> {
    root: &'a Value,
    items: Vec<Item>,
}

impl Reading<'_> {
    fn items(
        &mut self,
        of: &Value,
        path: &Path,
        above: &Above,
        depth: usize,
    ) -> Result<(), Broken> {
        for (at, json) in list(of, "item").iter().enumerate() {
            let path = path.at("item", at);
            if self.items.len() >= MOST_ITEMS || depth > DEEPEST {
                return Err(path.broken(Why::TooMuch));
            }
            self.item(json, &path, above, depth)?;
        }
        Ok(())
    }

    fn item(
        &mut self,
        json: &Value,
        path: &Path,
        above: &Above,
        depth: usize,
    ) -> Result<(), Broken> {
        let link = word(json, "linkId").ok_or_else(|| path.broken(Why::Missing("linkId")))?;
        if self.items.iter().any(|item| item.link == link) {
            return Err(path.broken(Why::Twice));
        }
        let mut above = above.clone();
        above.conditions.extend(Condition::read(json, path)?);
        let what = self.what(json, path)?;
        // The words at a scale's ends belong to it.
        if what == What::Text && ["lower", "upper"].contains(&control(json)) {
            return Ok(());
        }
        let text = prefixed(word(json, "prefix"), word(json, "text").unwrap_or_default());
        if text.is_empty() && what != What::Heading {
            return Err(path.broken(Why::Missing("text")));
        }
        let group = what == What::Heading;
        let harm = above.harm || harm::is_it(json, link, &text);
        above.harm = group && harm;
        if !(group && text.is_empty()) {
            self.items.push(Item {
                link: link.to_owned(),
                place: path.text().to_owned(),
                text,
                initial: initial::read(json, &what, path)?,
                what,
                required: json.get("required") == Some(&Value::Bool(true)),
                conditions: above.conditions.clone(),
                harm: harm && !group,
            });
        }
        self.items(json, path, &above, depth + 1)
    }

    fn what(&self, json: &Value, path: &Path) -> Result<What, Broken> {
        let kind = word(json, "type").ok_or_else(|| path.broken(Why::Missing("type")))?;
        let several = json.get("repeats") == Some(&Value::Bool(true));
        if several && !["choice", "open-choice"].contains(&kind) {
            return Err(path.broken(Why::Repeats));
        }
        if let Some(sum) = extension(json, CALCULATED) {
            let sum = sum.get("valueExpression").filter(|it| {
                word(it, "language").is_none_or(|language| language == "text/fhirpath")
            });
            let words = sum.and_then(|it| word(it, "expression"));
            let sum = words.and_then(Sum::read).ok_or_else(|| path.broken(Why::Expression))?;
            return Ok(What::Score(sum));
        }
        Ok(match kind {
            "group" => What::Heading,
            "display" => What::Text,
            "boolean" => What::YesNo,
            "integer" | "decimal" | "quantity" => number(json, kind, path)?,
            "date" => What::Day,
            "time" => What::Time,
            "string" | "text" => {
                let most = json.get("maxLength").and_then(Value::as_u64);
                let most = most.and_then(|most| u32::try_from(most).ok());
                What::Words { long: kind == "text", most }
            }
            "choice" | "open-choice" => {
                let options = self.options(json, path)?;
                What::Choice { several, open: kind == "open-choice", options }
            }
            _ => return Err(path.broken(Why::Kind(kind.to_owned()))),
        })
    }

    fn options(&self, json: &Value, path: &Path) -> Result<Vec<Choice>, Broken> {
        let mut options = Vec::new();
        for (at, option) in list(json, "answerOption").iter().enumerate() {
            let choice = choice(option);
            options.push(choice.ok_or_else(|| path.at("answerOption", at).broken(Why::Answer))?);
        }
        if let Some(set) = word(json, "answerValueSet") {
            let id = set.strip_prefix('#').ok_or_else(|| path.broken(Why::ElsewhereKept))?;
            let mut sets = list(self.root, "contained").iter();
            let set = sets.find(|set| word(set, "id") == Some(id));
            let set = set.ok_or_else(|| path.broken(Why::ElsewhereKept))?;
            options.extend(concepts(set).ok_or_else(|| path.broken(Why::ElsewhereKept))?);
        }
        let mut seen: Vec<&str> = Vec::new();
        for option in &options {
            if seen.contains(&option.value.as_str()) {
                return Err(path.broken(Why::Twice));
            }
            seen.push(&option.value);
        }
        if options.is_empty() {
            Err(path.broken(Why::Missing("answerOption")))
        } else {
            Ok(options)
        }
    }
}

fn number(json: &Value, kind: &str, path: &Path) -> Result<What, Broken> {
    let bound = |url| match extension(json, url) {
        None => Ok(None),
        Some(of) => {
            let value = of.get("valueInteger").or(of.get("valueDecimal"));
            value.and_then(Number::of).map(Some).ok_or_else(|| path.broken(Why::Bounds))
        }
    };
    let (least, most) = (bound(LEAST)?, bound(MOST)?);
    if least.zip(most).is_some_and(|(least, most)| least > most) {
        return Err(path.broken(Why::Bounds));
    }
    let end = |which: &str| {
        let mut ends = list(json, "item").iter();
        let end = ends.find(|end| control(end) == which);
        end.and_then(|end| word(end, "text")).unwrap_or_default().to_owned()
    };
    let unit = extension(json, UNIT).and_then(|of| of.get("valueCoding"));
    let unit = unit.and_then(|unit| word(unit, "display").or(word(unit, "code")));
    Ok(What::Number {
        decimals: kind != "integer",
        least,
        most,
        unit: unit.unwrap_or_default().to_owned(),
        ends: (end("lower"), end("upper")),
    })
}

pub(super) fn control(json: &Value) -> &str {
    let of = extension(json, CONTROL).and_then(|of| of.get("valueCodeableConcept"));
    let codes = of.map(|of| list(of, "coding")).unwrap_or_default();
    codes.iter().find_map(|code| word(code, "code")).unwrap_or_default()
}

pub(super) fn extension<'a>(json: &'a Value, url: &str) -> Option<&'a Value> {
    list(json, "extension").iter().find(|of| word(of, "url") == Some(url))
}

/// A string that is not empty.
pub(super) fn word<'a>(json: &'a Value, key: &str) -> Option<&'a str> {
    json.get(key).and_then(Value::as_str).map(str::trim).filter(|word| !word.is_empty())
}

/// A list; an empty one where there is none.
pub(super) fn list<'a>(json: &'a Value, key: &str) -> &'a [Value] {
    json.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
