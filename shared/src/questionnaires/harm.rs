//! The question about being better off dead (PHQ-9's ninth), in whatever questionnaire
//! it stands, and whether an answer to it calls for help.
//!
//! A mistake here must show help to somebody who needs none, and never the other way
//! round: whatever is not known to be the least calls for help.

use record::kinds::Answers;
use serde_json::Value;

use super::definition::{Choice, Definition, What, list, word};
use super::number::Number;
use crate::letters;

/// PHQ-9's ninth question in LOINC, whatever address the system goes by.
const CODE: &str = "44260-8";

/// "Not at all" as LOINC's answer lists call it (LL358-3).
const NOT_AT_ALL: &str = "LA6568-5";

/// Its words, where a file has no codes.
const WORDS: [&str; 2] = ["better off dead", "hurting yourself"];

/// Whether an item is this question: by a code, by the name that LOINC's own forms give
/// it, or by its words.
pub(super) fn is_it(json: &Value, link: &str, text: &str) -> bool {
    let coded = list(json, "code").iter().any(|code| word(code, "code") == Some(CODE));
    let small = letters::small(text);
    coded || link.ends_with(CODE) || WORDS.iter().any(|words| small.contains(words))
}

/// Whether an answer calls for help.
pub(super) fn calls(definition: &Definition, answers: &Answers) -> bool {
    definition.items.iter().filter(|item| item.harm).any(|item| {
        answers.of(&item.link).iter().any(|value| match &item.what {
            What::YesNo => value != "false",
            What::Number { .. } => Number::read(value).is_none_or(|number| number > Number::ZERO),
            What::Choice { options, .. } => !is_least(options, value),
            _ => !value.is_empty(),
        })
    })
}

/// Whether an answer is known to be the least: by its name where one of the answers has
/// a known one, else by what it weighs where all weigh something, else by its code where
/// all codes are numbers. In which order they stand says nothing.
fn is_least(options: &[Choice], value: &str) -> bool {
    let Some(given) = options.iter().find(|option| option.value == value) else { return false };
    let weighs = |option: &Choice| option.weight.or_else(|| Number::read(&option.value));
    let all: Option<Vec<Number>> = options.iter().map(weighs).collect();
    let least = all.and_then(|all| all.into_iter().min());
    let is_named = |option: &Choice| {
        option.value == NOT_AT_ALL || letters::small(option.text.trim()) == "not at all"
    };
    let lightest = || weighs(given).is_some_and(|weight| Some(weight) == least);
    if options.iter().any(is_named) {
        // Named so and heavier than another, one of the two is wrong.
        return is_named(given) && (least.is_none() || lightest());
    }
    // Where the least weighs something, it may be that nothing was left out of the list.
    lightest() && least.is_some_and(|least| least <= Number::ZERO)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::Journey;

    fn options(of: &[(&str, Option<i64>)]) -> Value {
        of.iter()
            .map(|(text, weight)| match weight {
                Some(weight) => json!({"valueString": text, "extension": [{
                    "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue",
                    "valueDecimal": weight}]}),
                None => json!({ "valueString": text }),
            })
            .collect()
    }

    fn file(item: &Value) -> Vec<u8> {
        json!({"resourceType": "Questionnaire", "url": "https://example.org/mood",
            "title": "Mood", "item": [item]})
        .to_string()
        .into_bytes()
    }

    #[expect(clippy::needless_pass_by_value, reason = "made where it is passed")]
    fn helps(kind: &str, more: Value, answer: &str) -> bool {
        let mut item = json!({"linkId": "9", "text": "Thoughts of harm", "type": kind,
            "code": [{"system": "http://loinc.org", "code": "44260-8"}]});
        item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let definition = Definition::read(&file(&item)).unwrap();
        calls(&definition, &Answers(vec![("9".into(), vec![answer.into()])]))
    }

    #[test]
    fn the_least_is_found_in_whatever_order_the_answers_stand() {
        let named = ["Nearly every day", "More than half the days", "Several days", "Not at all"];
        let orders: [&[(&str, Option<i64>)]; 4] = [
            &[(named[0], Some(3)), (named[1], Some(2)), (named[2], Some(1)), (named[3], Some(0))],
            &[(named[2], Some(1)), (named[3], Some(0)), (named[0], Some(3)), (named[1], Some(2))],
            // By its words where nothing is weighed.
            &[(named[0], None), (named[1], None), (named[2], None), (named[3], None)],
            // Weighed from 1.
            &[(named[0], Some(4)), (named[3], Some(1)), (named[1], Some(3)), (named[2], Some(2))],
        ];
        for order in orders {
            for answer in named {
                let more = json!({"answerOption": options(order)});
                assert_eq!(helps("choice", more, answer), answer != "Not at all", "{order:?}");
            }
        }
        // In another language, by what it weighs or by its code.
        let other = [("Fast jeden Tag", Some(3)), ("Nie", Some(0))];
        let weighed = || json!({"answerOption": options(&other)});
        assert!(helps("choice", weighed(), "Fast jeden Tag") && !helps("choice", weighed(), "Nie"));
        let coded = |codes: [&str; 2]| {
            let option = |code: &str| json!({"valueCoding": {"code": code, "display": "x"}});
            json!({"answerOption": codes.map(option)})
        };
        assert!(
            helps("choice", coded(["3", "0"]), "3") && !helps("choice", coded(["3", "0"]), "0")
        );
        let loinc = || coded(["LA6571-9", "LA6568-5"]);
        assert!(helps("choice", loinc(), "LA6571-9") && !helps("choice", loinc(), "LA6568-5"));
    }

    #[test]
    fn whatever_is_not_known_to_be_the_least_shows_help() {
        let more = |of: &[(&str, Option<i64>)]| json!({"answerOption": options(of)});
        // Nothing says which is the least.
        assert!(helps("choice", more(&[("A", None), ("B", None)]), "A"));
        // The least of these weighs something: there may be no “not at all” among them.
        assert!(helps("choice", more(&[("A", Some(1)), ("B", Some(2))]), "A"));
        // One has no weight.
        assert!(helps("choice", more(&[("A", Some(0)), ("B", None)]), "A"));
        // Name and weight contradict each other.
        assert!(helps("choice", more(&[("Not at all", Some(3)), ("B", Some(0))]), "Not at all"));
        assert!(helps("choice", more(&[("Not at all", Some(3)), ("B", Some(0))]), "B"));
        // In words of one's own.
        assert!(helps("open-choice", more(&[("Not at all", Some(0))]), "Sometimes"));
        for (kind, least, more) in [
            ("boolean", Some("false"), "true"),
            ("integer", Some("0"), "1"),
            ("decimal", Some("0.0"), "0.5"),
            ("string", None, "no"),
            ("text", None, "At night"),
            ("date", None, "2026-11-01"),
        ] {
            assert!(least.is_none_or(|least| !helps(kind, json!({}), least)), "{kind}");
            assert!(helps(kind, json!({}), more), "{kind}");
        }
    }

    #[test]
    fn the_question_is_known_by_its_code_its_name_or_its_words() {
        let item = |more: Value| {
            let mut item = json!({"linkId": "1", "text": "How often?", "type": "boolean"});
            item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            Definition::read(&file(&item)).unwrap().items.iter().any(|item| item.harm)
        };
        assert!(!item(json!({})));
        assert!(item(json!({"code": [{"code": "44260-8"}]})));
        assert!(item(json!({"linkId": "/44260-8"})));
        assert!(item(json!({"text": "Thoughts that you would be Better Off Dead"})));
        // Asked in a group that has its code.
        let inside = json!({"linkId": "2", "text": "How often?", "type": "boolean"});
        assert!(item(json!({"type": "group", "code": [{"code": "44260-8"}], "item": [inside]})));
    }

    #[test]
    fn help_stands_above_a_questionnaire_that_somebody_brought_in() {
        let mut journey = Journey::default();
        journey.press("Use it on this device");
        let answers = [("Nearly every day", Some(3)), ("Not at all", Some(0))];
        let item = json!({"linkId": "9", "text": "Thoughts of harm", "type": "choice",
            "code": [{"system": "http://loinc.org", "code": "44260-8"}],
            "answerOption": options(&answers)});
        journey.press("More").press("Questionnaires").press("Bring in a questionnaire");
        journey.pick("The file", "mood.json", &file(&item)).press("Save").press("Mood");
        journey.choose("Thoughts of harm", &["Not at all"]);
        assert!(!journey.text().contains("116 123"), "{}", journey.text());
        journey.choose("Thoughts of harm", &["Nearly every day"]);
        let text = journey.text();
        assert!(text.find("116 123").unwrap() < text.find("Thoughts of harm").unwrap(), "{text}");
        journey.press("Save");
        assert!(journey.text().contains("116 123"), "{}", journey.text());
    }
}
