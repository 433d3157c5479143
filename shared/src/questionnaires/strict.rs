//! What FHIR R4 lets a questionnaire say, and what becomes of it here: everything that
//! changes what is asked, of whom, or what counts as an answer is honoured or refused
//! with its place, and nothing of it is passed over.
//!
//! Sources: the FHIR R4 `Questionnaire` resource with its rules `que-1` to `que-12`;
//! the extension registry; Structured Data Capture 3. An element that R4 does not have
//! is refused; so is an extension of HL7's that is not listed here. Extensions of others
//! may be passed over: FHIR has `modifierExtension` for those that may not.

use serde_json::Value;

use super::broken::{Broken, Path, Why};
use super::definition::{list, word};

/// What says nothing that changes a question.
const ROOT: &[&str] = &[
    "resourceType",
    "id",
    "meta",
    "language",
    "text",
    "contained",
    "extension",
    "url",
    "identifier",
    "version",
    "name",
    "title",
    "derivedFrom",
    "status",
    "experimental",
    "subjectType",
    "date",
    "publisher",
    "contact",
    "description",
    "useContext",
    "jurisdiction",
    "purpose",
    "copyright",
    "approvalDate",
    "lastReviewDate",
    "effectivePeriod",
    "code",
    "item",
];

/// `definition` is passed over because an R4 item says its words and type itself.
const ITEM: &[&str] = &[
    "id",
    "extension",
    "linkId",
    "definition",
    "code",
    "prefix",
    "text",
    "type",
    "enableWhen",
    "enableBehavior",
    "required",
    "repeats",
    "readOnly",
    "maxLength",
    "answerValueSet",
    "answerOption",
    "initial",
    "item",
];

const OPTION: &[&str] = &[
    "id",
    "extension",
    "valueInteger",
    "valueDate",
    "valueTime",
    "valueString",
    "valueCoding",
    "valueReference",
    "initialSelected",
];

const CORE: &str = "http://hl7.org/fhir/StructureDefinition/";
const SDC: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";

/// Extensions that are honoured, by where they are read.
const HONOURED: &[&str] = &[
    "ordinalValue",
    "itemWeight",
    "minValue",
    "maxValue",
    "questionnaire-itemControl",
    "questionnaire-unit",
    "sdc-questionnaire-calculatedExpression",
    "questionnaire-optionPrefix",
];

/// Extensions that say how something looks, where it comes from or what it is for, and
/// change neither the question nor what is an answer.
const HARMLESS: &[&str] = &[
    "rendering-style",
    "rendering-styleSensitive",
    "rendering-xhtml",
    "rendering-markdown",
    "translation",
    "designNote",
    "display",
    "entryFormat",
    "artifact-contributor",
    "questionnaire-choiceOrientation",
    "questionnaire-displayCategory",
    "questionnaire-sliderStepValue",
    "questionnaire-supportLink",
    "questionnaire-studyprotocolIdentifier",
    "structuredefinition-wg",
    "resource-lastReviewDate",
    "resource-approvalDate",
    "cqf-citation",
    "cqf-publicationDate",
    "cqf-publicationStatus",
    "codesystem-usage",
    "valueset-concept-definition",
    "sdc-questionnaire-shortText",
    "sdc-questionnaire-width",
    "sdc-questionnaire-choiceColumn",
    "sdc-questionnaire-columnCount",
    "sdc-questionnaire-collapsible",
    "sdc-questionnaire-preferredTerminologyServer",
    "sdc-questionnaire-observationLinkPeriod",
    "sdc-questionnaire-observation-extract-category",
    "sdc-questionnaire-performerType",
    "sdc-questionnaire-observationExtract",
];

/// Refuses what this app can neither honour nor pass over.
pub(super) fn check(json: &Value) -> Result<(), Broken> {
    let root = Path::root();
    modifiers(json, &root, 0)?;
    known(json, ROOT, &root)?;
    lists(json, &["item", "contained", "code", "derivedFrom", "subjectType"], &root)?;
    if word(json, "status") == Some("retired") {
        return Err(root.field("status").broken(Why::Retired));
    }
    let subjects = list(json, "subjectType");
    if !subjects.is_empty() && subjects.iter().all(|of| of.as_str() != Some("Patient")) {
        return Err(root.field("subjectType").broken(Why::Subject));
    }
    let url = word(json, "url");
    for (at, from) in list(json, "derivedFrom").iter().enumerate() {
        let from = from.as_str().and_then(|from| from.split('|').next());
        if url.is_some() && from == url {
            return Err(root.at("derivedFrom", at).broken(Why::Itself));
        }
    }
    extensions(json, &root)?;
    for (at, item) in list(json, "item").iter().enumerate() {
        self::item(item, &root.at("item", at), 0)?;
    }
    Ok(())
}

/// What changes the meaning of what it stands in, wherever it stands.
fn modifiers(json: &Value, path: &Path, depth: usize) -> Result<(), Broken> {
    // No honest file is as deep; the reader of JSON has an end of its own.
    if depth > 64 {
        return Err(path.broken(Why::TooMuch));
    }
    match json {
        Value::Object(fields) => {
            for (key, value) in fields {
                if ["modifierExtension", "implicitRules"].contains(&key.as_str()) {
                    return Err(path.field(key).broken(Why::Changes(key.clone())));
                }
                match value {
                    Value::Array(all) => {
                        for (at, one) in all.iter().enumerate() {
                            modifiers(one, &path.at(key, at), depth + 1)?;
                        }
                    }
                    _ => modifiers(value, &path.field(key), depth + 1)?,
                }
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Refuses what R4 does not have there. What stands under `_text` and the like are
/// extensions of a plain value.
fn known(json: &Value, fields: &[&str], path: &Path) -> Result<(), Broken> {
    let Some(object) = json.as_object() else {
        return Err(path.broken(Why::Shape("item")));
    };
    for (key, value) in object {
        match key.strip_prefix('_') {
            Some(plain) if fields.contains(&plain) => extensions(value, &path.field(key))?,
            None if fields.contains(&key.as_str()) => {}
            _ => return Err(path.field(key).broken(Why::Changes(key.clone()))),
        }
    }
    Ok(())
}

/// A list that is written as something else would be passed over.
fn lists(json: &Value, names: &[&'static str], path: &Path) -> Result<(), Broken> {
    for name in names {
        if json.get(name).is_some_and(|value| !value.is_array()) {
            return Err(path.field(name).broken(Why::Shape(name)));
        }
    }
    Ok(())
}

fn extensions(json: &Value, path: &Path) -> Result<(), Broken> {
    lists(json, &["extension"], path)?;
    let mut seen = Vec::new();
    for (at, one) in list(json, "extension").iter().enumerate() {
        let path = path.at("extension", at);
        let url = word(one, "url").ok_or_else(|| path.broken(Why::Missing("url")))?;
        let name = url.strip_prefix(CORE).or_else(|| url.strip_prefix(SDC));
        match name {
            Some(name) if HONOURED.contains(&name) => {
                if seen.contains(&name) {
                    return Err(path.broken(Why::Twice));
                }
                seen.push(name);
            }
            Some(name) if HARMLESS.contains(&name) => {}
            // Not hidden, it is as if it said nothing.
            Some("questionnaire-hidden" | "questionnaire-optionExclusive")
                if one.get("valueBoolean") == Some(&Value::Bool(false)) => {}
            None if !url.starts_with("http://hl7.org/fhir/") => {}
            _ => {
                let name = url.rsplit('/').next().unwrap_or(url);
                return Err(path.broken(Why::Changes(name.to_owned())));
            }
        }
    }
    Ok(())
}

/// One item and those in it.
fn item(json: &Value, path: &Path, depth: usize) -> Result<(), Broken> {
    if depth > 64 {
        return Err(path.broken(Why::TooMuch));
    }
    known(json, ITEM, path)?;
    lists(json, &["item", "code", "enableWhen", "answerOption", "initial"], path)?;
    extensions(json, path)?;
    for name in ["required", "repeats", "readOnly"] {
        if json.get(name).is_some_and(|value| !value.is_boolean()) {
            return Err(path.field(name).broken(Why::Shape(name)));
        }
    }
    let kind = word(json, "type").unwrap_or_default();
    let has = |name: &str| json.get(name).is_some();
    let is = |name: &str| json.get(name) == Some(&Value::Bool(true));
    let not_here = |name: &'static str| Err(path.field(name).broken(Why::NotHere(name)));
    let chooses = ["choice", "open-choice"].contains(&kind);
    let works_out = extension(json, "sdc-questionnaire-calculatedExpression");
    // que-1, que-6, que-8, que-9, que-10, que-4, que-5.
    if kind == "display" && has("item") {
        return not_here("item");
    }
    if kind == "display" && is("required") {
        return not_here("required");
    }
    if ["group", "display"].contains(&kind) && has("initial") {
        return not_here("initial");
    }
    // What nobody can change is no question; what is worked out is none either.
    if is("readOnly") && !works_out && kind != "group" {
        return not_here("readOnly");
    }
    if has("maxLength") && !["string", "text"].contains(&kind) {
        return not_here("maxLength");
    }
    if has("answerOption") && (has("answerValueSet") || !chooses) {
        return not_here("answerOption");
    }
    if has("answerValueSet") && !chooses {
        return not_here("answerValueSet");
    }
    if works_out && !["integer", "decimal", "quantity"].contains(&kind) {
        return Err(path.broken(Why::Expression));
    }
    let numbers = ["integer", "decimal", "quantity"].contains(&kind);
    for name in ["minValue", "maxValue", "questionnaire-unit"] {
        if extension(json, name) && !numbers {
            return Err(path.broken(Why::Changes(name.to_owned())));
        }
    }
    // A group that must be answered is, where something in it must be.
    let must = |one: &Value| {
        one.get("required") == Some(&Value::Bool(true)) && list(one, "enableWhen").is_empty()
    };
    if kind == "group" && is("required") && !list(json, "item").iter().any(must) {
        return not_here("required");
    }
    conditions(json, path)?;
    for (at, option) in list(json, "answerOption").iter().enumerate() {
        let path = path.at("answerOption", at);
        known(option, OPTION, &path)?;
        extensions(option, &path)?;
        if let Some(coding) = option.get("valueCoding") {
            extensions(coding, &path.field("valueCoding"))?;
        }
    }
    for (at, one) in list(json, "item").iter().enumerate() {
        let path = path.at("item", at);
        // The words at a scale's ends have their place beside a number alone.
        if !numbers && ["lower", "upper"].contains(&super::definition::control(one)) {
            return Err(path.broken(Why::Changes("questionnaire-itemControl".into())));
        }
        item(one, &path, depth + 1)?;
    }
    Ok(())
}

/// When it is asked: que-7 and que-12.
fn conditions(json: &Value, path: &Path) -> Result<(), Broken> {
    let all = list(json, "enableWhen");
    match json.get("enableBehavior").map(|one| one.as_str().unwrap_or_default()) {
        Some("all" | "any") => {}
        None if all.len() < 2 => {}
        _ => return Err(path.field("enableBehavior").broken(Why::Behaviour)),
    }
    for (at, test) in all.iter().enumerate() {
        let exists = word(test, "operator") == Some("exists");
        if exists && !test.get("answerBoolean").is_some_and(Value::is_boolean) {
            return Err(path.at("enableWhen", at).broken(Why::Missing("answerBoolean")));
        }
    }
    Ok(())
}

fn extension(json: &Value, name: &str) -> bool {
    list(json, "extension").iter().any(|one| {
        let url = word(one, "url").unwrap_or_default();
        url.strip_prefix(CORE).or_else(|| url.strip_prefix(SDC)) == Some(name)
    })
}

#[cfg(test)]
mod tests;
