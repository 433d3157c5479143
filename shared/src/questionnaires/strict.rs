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
mod tests {
    use serde_json::json;

    use super::super::definition::Definition;
    use super::*;

    /// A questionnaire of one question, with more said of it and of all.
    #[expect(clippy::needless_pass_by_value, reason = "made where it is passed")]
    fn read(root: Value, more: Value) -> Result<Definition, Broken> {
        let mut item = json!({"linkId": "1", "text": "Why?", "type": "string"});
        item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let mut all = json!({
            "resourceType": "Questionnaire", "url": "https://example.org/q", "title": "Mine",
            "item": [item, {"linkId": "2", "text": "Whether", "type": "boolean"}],
        });
        all.as_object_mut().unwrap().extend(root.as_object().unwrap().clone());
        Definition::read(all.to_string().as_bytes())
    }

    fn extension(url: &str) -> Value {
        json!({"extension": [{"url": url, "valueBoolean": true}]})
    }

    #[test]
    fn what_changes_the_meaning_is_refused_with_its_place_and_the_reason() {
        let none = || json!({});
        let changes = |what: &str| Why::Changes(what.into());
        let when = |test: Value| json!({"enableWhen": [test]});
        let of = |name: &str| extension(&format!("{CORE}{name}"));
        let sdc = |name: &str| extension(&format!("{SDC}sdc-questionnaire-{name}"));
        let yes = json!({"question": "2", "operator": "=", "answerBoolean": true});
        let option = |more: Value| json!({"type": "choice", "answerOption": [more]});
        let set = |set: Value| json!({"contained": [set]});
        let choice = || json!({"type": "choice", "answerValueSet": "#s"});
        let group = json!([{"linkId": "3", "text": "x", "type": "string"}]);
        for (root, item, path, why) in [
            // Of all of it.
            (
                json!({"modifierExtension": [{"url": "x"}]}),
                none(),
                "modifierExtension",
                changes("modifierExtension"),
            ),
            (
                json!({"implicitRules": "http://x"}),
                none(),
                "implicitRules",
                changes("implicitRules"),
            ),
            (json!({"status": "retired"}), none(), "status", Why::Retired),
            (json!({"subjectType": ["Device"]}), none(), "subjectType", Why::Subject),
            (
                json!({"derivedFrom": ["https://example.org/q|1"]}),
                none(),
                "derivedFrom[0]",
                Why::Itself,
            ),
            (sdc("variable"), none(), "extension[0]", changes("sdc-questionnaire-variable")),
            (of("variable"), none(), "extension[0]", changes("variable")),
            (of("cqf-library"), none(), "extension[0]", changes("cqf-library")),
            (
                sdc("launchContext"),
                none(),
                "extension[0]",
                changes("sdc-questionnaire-launchContext"),
            ),
            (
                of("questionnaire-constraint"),
                none(),
                "extension[0]",
                changes("questionnaire-constraint"),
            ),
            (json!({"item": {}}), none(), "item", Why::Shape("item")),
            (json!({"lang": "en"}), none(), "lang", changes("lang")),
            // Of a question.
            (
                none(),
                json!({"modifierExtension": [{"url": "x"}]}),
                "item[0].modifierExtension",
                changes("modifierExtension"),
            ),
            (
                none(),
                of("questionnaire-hidden"),
                "item[0].extension[0]",
                changes("questionnaire-hidden"),
            ),
            (
                none(),
                sdc("enableWhenExpression"),
                "item[0].extension[0]",
                changes("sdc-questionnaire-enableWhenExpression"),
            ),
            (
                none(),
                sdc("initialExpression"),
                "item[0].extension[0]",
                changes("sdc-questionnaire-initialExpression"),
            ),
            (
                none(),
                sdc("candidateExpression"),
                "item[0].extension[0]",
                changes("sdc-questionnaire-candidateExpression"),
            ),
            (
                none(),
                sdc("answerExpression"),
                "item[0].extension[0]",
                changes("sdc-questionnaire-answerExpression"),
            ),
            (
                none(),
                sdc("subQuestionnaire"),
                "item[0].extension[0]",
                changes("sdc-questionnaire-subQuestionnaire"),
            ),
            (
                none(),
                sdc("isSubject"),
                "item[0].extension[0]",
                changes("sdc-questionnaire-isSubject"),
            ),
            (
                none(),
                of("questionnaire-minOccurs"),
                "item[0].extension[0]",
                changes("questionnaire-minOccurs"),
            ),
            (
                none(),
                of("questionnaire-maxOccurs"),
                "item[0].extension[0]",
                changes("questionnaire-maxOccurs"),
            ),
            (
                none(),
                of("questionnaire-unitOption"),
                "item[0].extension[0]",
                changes("questionnaire-unitOption"),
            ),
            (
                none(),
                of("questionnaire-usageMode"),
                "item[0].extension[0]",
                changes("questionnaire-usageMode"),
            ),
            (none(), of("minLength"), "item[0].extension[0]", changes("minLength")),
            (none(), of("regex"), "item[0].extension[0]", changes("regex")),
            (none(), of("maxDecimalPlaces"), "item[0].extension[0]", changes("maxDecimalPlaces")),
            (none(), of("minValue"), "item[0]", changes("minValue")),
            (
                none(),
                json!({"type": "date", "extension": [{"url": format!("{CORE}maxValue"),
                "valueDate": "2026-01-01"}]}),
                "item[0]",
                changes("maxValue"),
            ),
            (
                none(),
                json!({"type": "decimal", "extension": [{"url": format!("{CORE}maxValue"),
                "valueQuantity": {"value": 3}}]}),
                "item[0]",
                Why::Bounds,
            ),
            (
                none(),
                json!({"type": "integer", "extension": [
                {"url": format!("{CORE}maxValue"), "valueInteger": 3},
                {"url": format!("{CORE}maxValue"), "valueInteger": 4}]}),
                "item[0].extension[1]",
                Why::Twice,
            ),
            (
                none(),
                json!({"_text": {"extension": [{"url": format!("{CORE}cqf-expression")}]}}),
                "item[0]._text.extension[0]",
                changes("cqf-expression"),
            ),
            (
                none(),
                json!({"disabledDisplay": "hidden"}),
                "item[0].disabledDisplay",
                changes("disabledDisplay"),
            ),
            (
                none(),
                json!({"answerConstraint": "optionsOnly"}),
                "item[0].answerConstraint",
                changes("answerConstraint"),
            ),
            (none(), json!({"required": "true"}), "item[0].required", Why::Shape("required")),
            (none(), json!({"enableWhen": yes}), "item[0].enableWhen", Why::Shape("enableWhen")),
            (none(), json!({"readOnly": true}), "item[0].readOnly", Why::NotHere("readOnly")),
            (
                none(),
                json!({"type": "integer", "maxLength": 2}),
                "item[0].maxLength",
                Why::NotHere("maxLength"),
            ),
            (
                none(),
                json!({"answerOption": [{"valueString": "a"}]}),
                "item[0].answerOption",
                Why::NotHere("answerOption"),
            ),
            (
                none(),
                json!({"answerValueSet": "#s"}),
                "item[0].answerValueSet",
                Why::NotHere("answerValueSet"),
            ),
            (
                none(),
                json!({"type": "choice", "answerValueSet": "#s",
                "answerOption": [{"valueString": "a"}]}),
                "item[0].answerOption",
                Why::NotHere("answerOption"),
            ),
            (
                none(),
                json!({"type": "display", "item": group}),
                "item[0].item",
                Why::NotHere("item"),
            ),
            (
                none(),
                json!({"type": "display", "required": true}),
                "item[0].required",
                Why::NotHere("required"),
            ),
            (
                none(),
                json!({"type": "display", "initial": []}),
                "item[0].initial",
                Why::NotHere("initial"),
            ),
            (
                none(),
                json!({"type": "group", "required": true, "item": group}),
                "item[0].required",
                Why::NotHere("required"),
            ),
            (
                none(),
                json!({"type": "group", "repeats": true, "item": group}),
                "item[0]",
                Why::Repeats,
            ),
            (
                none(),
                json!({"item": [{"linkId": "low", "text": "Never", "type": "display",
                "extension": [{"url": format!("{CORE}questionnaire-itemControl"),
                "valueCodeableConcept": {"coding": [{"code": "lower"}]}}]}]}),
                "item[0].item[0]",
                changes("questionnaire-itemControl"),
            ),
            // Of the answers.
            (
                none(),
                option(json!({"valueString": "a",
                "modifierExtension": [{"url": "x"}]})),
                "item[0].answerOption[0].modifierExtension",
                changes("modifierExtension"),
            ),
            (
                none(),
                option(json!({"valueString": "a",
                "extension": [{"url": format!("{CORE}questionnaire-optionExclusive"),
                "valueBoolean": true}]})),
                "item[0].answerOption[0].extension[0]",
                changes("questionnaire-optionExclusive"),
            ),
            (
                none(),
                option(json!({"valueReference": {"reference": "x"}})),
                "item[0].answerOption[0]",
                Why::Answer,
            ),
            (
                set(json!({"id": "s", "compose": {"include": [{"system": "http://x"}]}})),
                choice(),
                "item[0]",
                Why::ElsewhereKept,
            ),
            (
                set(json!({"id": "s", "compose": {"include": [{"concept": [{"code": "a"}]}],
                "exclude": [{"concept": [{"code": "a"}]}]}})),
                choice(),
                "item[0]",
                Why::ElsewhereKept,
            ),
            (
                set(json!({"id": "s", "compose": {"include": [{"valueSet": ["#s"]}]}})),
                choice(),
                "item[0]",
                Why::ElsewhereKept,
            ),
            (
                set(json!({"id": "s", "expansion": {"total": 9, "contains": [{"code": "a"}]}})),
                choice(),
                "item[0]",
                Why::ElsewhereKept,
            ),
            (
                set(json!({"id": "s", "expansion": {"contains": [{"code": "a",
                "contains": [{"code": "b"}]}]}})),
                choice(),
                "item[0]",
                Why::ElsewhereKept,
            ),
            // Of when it is asked.
            (none(), json!({"enableWhen": [yes, yes]}), "item[0].enableBehavior", Why::Behaviour),
            (
                none(),
                json!({"enableWhen": [yes], "enableBehavior": "some"}),
                "item[0].enableBehavior",
                Why::Behaviour,
            ),
            (
                none(),
                when(json!({"question": "2", "operator": "exists", "answerString": "no"})),
                "item[0].enableWhen[0]",
                Why::Missing("answerBoolean"),
            ),
            (
                none(),
                when(json!({"question": "2", "operator": "=", "answerString": "perhaps"})),
                "item[0].enableWhen[0]",
                Why::NoAnswer("perhaps".into()),
            ),
            (
                none(),
                when(json!({"question": "9", "operator": "=", "answerString": "x"})),
                "item[0].enableWhen[0]",
                Why::Unknown("9".into()),
            ),
            (
                none(),
                when(json!({"question": "1", "operator": "=", "answerString": "x"})),
                "item[0].enableWhen[0]",
                Why::Itself,
            ),
        ] {
            let broken = read(root.clone(), item.clone()).unwrap_err();
            assert_eq!((broken.path.as_str(), &broken.why), (path, &why), "{root} {item}");
            // Said as a sentence, with its place.
            let said = broken.text(&crate::words::Words::default());
            assert!(said.contains(path) && !said.contains("questions-"), "{said}");
        }
    }

    #[test]
    fn what_changes_nothing_is_passed_over_and_what_is_honoured_is_asked() {
        let q = json!({"_title": {"extension": [{"url": format!("{CORE}translation")}]},
            "status": "draft", "subjectType": ["Patient"], "experimental": true,
            "derivedFrom": ["https://example.org/other"]});
        let item = json!({"prefix": "1a)", "type": "choice", "repeats": true,
            "definition": "http://x#y",
            "answerOption": [{"valueString": "Dog", "extension": [
                {"url": format!("{CORE}questionnaire-optionPrefix"), "valueString": "(a)"}]}],
            "extension": [{"url": "https://example.org/colour", "valueString": "red"},
                {"url": format!("{CORE}questionnaire-hidden"), "valueBoolean": false}]});
        let definition = read(q, item).unwrap();
        assert_eq!(definition.items[0].text, "1a) Why?");
        let super::super::What::Choice { options, .. } = &definition.items[0].what else {
            panic!("a choice");
        };
        assert_eq!((options[0].text.as_str(), options[0].value.as_str()), ("(a) Dog", "Dog"));
        // What it expanded to goes before what it was put together from.
        let set = json!({"contained": [{"resourceType": "ValueSet", "id": "s",
            "compose": {"include": [{"system": "http://x"}]},
            "expansion": {"total": 1, "contains": [{"code": "a", "display": "A"}]}}]});
        assert!(read(set, json!({"type": "choice", "answerValueSet": "#s"})).is_ok());
    }

    #[test]
    fn a_score_is_refused_at_its_place() {
        let url = format!("{SDC}sdc-questionnaire-calculatedExpression");
        let score = |kind: &str, expression: &str| {
            let expression = json!({"language": "text/fhirpath", "expression": expression});
            let item = json!({"linkId": "s", "text": "Score", "type": kind,
                "extension": [{"url": url, "valueExpression": expression}]});
            let weighed = json!({"linkId": "w", "text": "x", "type": "choice", "answerOption": [
                {"valueString": "a", "extension": [
                    {"url": format!("{CORE}ordinalValue"), "valueDecimal": 1}]}]});
            let group =
                json!({"linkId": "g", "text": "x", "type": "group", "item": [weighed, item]});
            read(json!({"item": [group]}), json!({})).unwrap_err()
        };
        let of = |link: &str| {
            format!("%resource.descendants().where(linkId = '{link}').answer.value.weight().sum()")
        };
        for (kind, expression, why) in [
            ("integer", of("s"), Why::Itself),
            ("integer", of("9"), Why::Unknown("9".into())),
            ("integer", of("g"), Why::Weightless("g".into())),
            ("string", of("w"), Why::Expression),
            // It looks where no question stands.
            ("integer", of("w").replace("descendants()", "item"), Why::Expression),
            (
                "integer",
                "%resource.item.answer.value.weight().sum()".into(),
                Why::Weightless("s".into()),
            ),
        ] {
            let broken = score(kind, &expression);
            assert_eq!(
                (broken.path.as_str(), broken.why),
                ("item[0].item[1]", why),
                "{expression}"
            );
        }
    }
}
