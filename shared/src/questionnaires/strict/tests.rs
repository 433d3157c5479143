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
#[expect(clippy::too_many_lines, reason = "a table, from top to bottom")]
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
        (json!({"implicitRules": "http://x"}), none(), "implicitRules", changes("implicitRules")),
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
        (sdc("launchContext"), none(), "extension[0]", changes("sdc-questionnaire-launchContext")),
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
        (none(), sdc("isSubject"), "item[0].extension[0]", changes("sdc-questionnaire-isSubject")),
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
        (none(), json!({"type": "display", "item": group}), "item[0].item", Why::NotHere("item")),
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
        (none(), json!({"type": "group", "repeats": true, "item": group}), "item[0]", Why::Repeats),
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
        let group = json!({"linkId": "g", "text": "x", "type": "group", "item": [weighed, item]});
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
        assert_eq!((broken.path.as_str(), broken.why), ("item[0].item[1]", why), "{expression}");
    }
}
