//! The answers that a question offers, as FHIR writes them: at the question, or in a
//! value set inside the questionnaire.

use serde_json::Value;

use super::definition::{Choice, extension, list, word};
use super::number::Number;

const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
const ITEM_WEIGHT: &str = "http://hl7.org/fhir/StructureDefinition/itemWeight";
const PREFIX: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionPrefix";

/// What a value set has, where all of it stands in the file: what it has expanded to,
/// or else what it was put together from.
pub(super) fn concepts(set: &Value) -> Option<Vec<Choice>> {
    let codings = |of: &Value, list_of: &str| -> Option<Vec<Choice>> {
        list(of, list_of).iter().map(coding).collect()
    };
    if let Some(expansion) = set.get("expansion") {
        let all = codings(expansion, "contains")?;
        let flat = list(expansion, "contains").iter().all(|one| {
            ["contains", "abstract", "inactive"].iter().all(|key| one.get(key).is_none())
        });
        let whole = expansion
            .get("total")
            .is_none_or(|total| total.as_u64() == u64::try_from(all.len()).ok());
        return (flat && whole && expansion.get("offset").is_none()).then_some(all);
    }
    let compose = set.get("compose")?;
    if compose.get("exclude").is_some() {
        return None;
    }
    let mut all = Vec::new();
    for include in list(compose, "include") {
        let elsewhere = ["filter", "valueSet"].iter().any(|key| include.get(key).is_some());
        let here = codings(include, "concept").filter(|here| !here.is_empty() && !elsewhere);
        all.extend(here?);
    }
    Some(all)
}

pub(super) fn choice(option: &Value) -> Option<Choice> {
    if let Some(of) = option.get("valueCoding") {
        let of = coding(of)?;
        let weight = of.weight.or(weight(option));
        return Some(Choice { weight, text: prefixed(prefix(option), &of.text), ..of });
    }
    let words = ["valueString", "valueDate", "valueTime"].iter().find_map(|key| word(option, key));
    let number = option.get("valueInteger").and_then(Value::as_i64).map(|n| n.to_string());
    let value = words.map(str::to_owned).or(number)?;
    Some(Choice { text: prefixed(prefix(option), &value), value, weight: weight(option) })
}

fn prefix(option: &Value) -> Option<&str> {
    extension(option, PREFIX).and_then(|of| word(of, "valueString"))
}

/// Words with what stands before them: "2a) How far?"
pub(super) fn prefixed(prefix: Option<&str>, text: &str) -> String {
    match prefix {
        Some(prefix) if !text.is_empty() => format!("{prefix} {text}"),
        _ => text.to_owned(),
    }
}

fn coding(of: &Value) -> Option<Choice> {
    let value = word(of, "code")?.to_owned();
    let text = word(of, "display").unwrap_or(&value).to_owned();
    Some(Choice { value, text, weight: weight(of) })
}

fn weight(of: &Value) -> Option<Number> {
    let of = extension(of, ORDINAL).or(extension(of, ITEM_WEIGHT))?;
    of.get("valueDecimal").and_then(Number::of)
}
