use record::kinds::{Answers, QuestionnaireResponse};
use serde_json::{Value, json};

use super::broken::Why;
use super::definition::{Definition, What};
use super::score::{Sum, score};
use super::{answers, enabled};
use crate::testing::Journey;
use crate::words::Words;

const PHQ: &str = include_str!("../../questionnaires/phq-9.json");
const GAD: &str = include_str!("../../questionnaires/gad-7.json");
const ONS: &str = include_str!("../../questionnaires/ons4.json");

const ANXIOUS: &str = "On a scale where 0 is “not at all anxious” and 10 is “completely anxious”, overall, how anxious did you feel yesterday?";

const NOT_AT_ALL: &[&str] = &["Not at all"];

fn read(json: &Value) -> Result<Definition, super::Broken> {
    Definition::read(json.to_string().as_bytes())
}

#[expect(clippy::needless_pass_by_value, reason = "made where it is passed")]
fn with(items: Value) -> Value {
    json!({
        "resourceType": "Questionnaire", "url": "https://example.org/q", "title": "Mine",
        "item": items,
    })
}

fn why(items: Value) -> (String, Why) {
    let broken = read(&with(items)).unwrap_err();
    (broken.path, broken.why)
}

fn given(list: &[(&str, &str)]) -> Answers {
    Answers(list.iter().map(|(link, value)| ((*link).into(), vec![(*value).into()])).collect())
}

fn open() -> Journey {
    let mut journey = Journey::launched(crate::event::Launch::default());
    journey.press("Use it on this device");
    journey.press("More").press("Questionnaires");
    journey
}

/// Answers PHQ-9: each question with the same words but the ninth.
fn phq(journey: &mut Journey, all: &str, ninth: &str) {
    journey.press("Low mood (PHQ-9)");
    let definition = Definition::read(PHQ.as_bytes()).unwrap();
    let asked = definition.items.iter().filter(|item| item.what.is_asked() && item.link != "10");
    for item in asked {
        let answer = if item.link == "9" { ninth } else { all };
        journey.choose(&item.text, &[answer]);
    }
}

#[test]
fn those_of_the_app_are_read_and_add_up_as_their_authors_say() {
    for (text, count, most) in [(PHQ, 10, Some(27)), (GAD, 7, Some(21)), (ONS, 4, None)] {
        let definition = Definition::read(text.as_bytes()).unwrap();
        let asked = definition.items.iter().filter(|item| item.what.is_asked());
        assert_eq!(asked.count(), count, "{}", definition.title);
        assert!(definition.copyright.is_some());
        let sum = definition.items.iter().find_map(|item| match &item.what {
            What::Score(sum) => Some(sum),
            _ => None,
        });
        assert_eq!(sum.is_some(), most.is_some(), "ONS4 is never summed");
        let Some(sum) = sum else { continue };
        let every = |value: &str| {
            let asked = definition.items.iter().filter(|item| item.required);
            Answers(asked.map(|item| (item.link.clone(), vec![value.to_owned()])).collect())
        };
        let of = |value| score(&definition, sum, &every(value)).map(|(score, _)| score.floor());
        assert_eq!(of("Not at all"), Some(0));
        assert_eq!(of("Several days"), most.map(|most| most / 3));
        assert_eq!(of("Nearly every day"), most);
        let mut part = every("Nearly every day");
        part.0.pop();
        assert_eq!(score(&definition, sum, &part), None, "a part of a sum says nothing");
    }
}

#[test]
fn a_questionnaire_is_answered_kept_and_looked_at() {
    let mut journey = open();
    insta::assert_snapshot!("list", journey.text());
    journey.press("Worry (GAD-7)").press("Save");
    insta::assert_snapshot!("refused", journey.text());
    let definition = Definition::read(GAD.as_bytes()).unwrap();
    for (at, item) in definition.items.iter().filter(|item| item.what.is_asked()).enumerate() {
        journey.choose(&item.text, &[if at < 2 { "Nearly every day" } else { "Several days" }]);
    }
    journey.press("Save");
    insta::assert_snapshot!("answered", journey.text());
    journey.press("Over time");
    insta::assert_snapshot!("over-time", journey.text());
    // After a restart it is there, and it is not in the diary of readings.
    let again = journey.restarted();
    let kept = again.holding(|held| held.record.current::<QuestionnaireResponse>().count());
    assert_eq!(kept, 1);
}

#[test]
fn thoughts_of_harm_open_crisis_help_before_anything_else() {
    let mut journey = open();
    phq(&mut journey, "Not at all", "Not at all");
    assert!(!journey.text().contains("116 123"));
    journey.choose(
        "Thoughts that you would be better off dead or of hurting yourself in some way",
        &["Several days"],
    );
    // At once, while the form is still being filled in.
    let text = journey.text();
    let (help, form) = (text.find("116 123").unwrap(), text.find("Little interest").unwrap());
    assert!(help < form, "{text}");
    journey.press("Save");
    let text = journey.text();
    assert!(text.find("116 123").unwrap() < text.find("Score").unwrap(), "{text}");
    assert!(text.contains("Nobody is told automatically"), "{text}");
    insta::assert_snapshot!("harm", text);
}

#[test]
fn the_question_about_difficulty_comes_once_something_was_a_problem() {
    let mut journey = open();
    phq(&mut journey, "Not at all", "Not at all");
    assert!(!journey.text().contains("how difficult have these problems"));
    journey.choose("Feeling tired or having little energy", &["Several days"]);
    assert!(journey.text().contains("how difficult have these problems"));
    // What was answered there and is not asked any more is not kept.
    let question = "If you checked off any problems, how difficult have these problems made it \
                    for you to do your work, take care of things at home, or get along with other \
                    people?";
    journey.choose(question, &["Very difficult"]);
    journey.choose("Feeling tired or having little energy", NOT_AT_ALL);
    journey.press("Save");
    journey.holding(|held| {
        let response = held.record.current::<QuestionnaireResponse>().next().unwrap();
        assert!(response.value.answers.of("10").is_empty());
        assert_eq!(response.value.answers.0.len(), 9);
    });
}

#[test]
fn the_four_of_ons_are_four_pictures() {
    let mut journey = open();
    journey.press("How life is (ONS4)");
    for (question, value) in [
        ("Overall, how satisfied are you with your life nowadays?", "7"),
        (
            "Overall, to what extent do you feel that the things you do in your life are worthwhile?",
            "8",
        ),
        ("Overall, how happy did you feel yesterday?", "6"),
        (ANXIOUS, "11"),
    ] {
        journey.type_in(question, value);
    }
    journey.press("Save");
    assert!(journey.text().contains("Write a number from 0 to 10"), "{}", journey.text());
    journey.type_in(ANXIOUS, "2");
    journey.press("Save").press("Over time");
    let text = journey.text();
    assert_eq!(text.matches("You have answered once").count(), 4, "{text}");
    assert!(!text.contains("23"), "they are never summed: {text}");
}

#[test]
fn a_questionnaire_is_brought_in_and_a_broken_one_refused_with_the_place_and_the_reason() {
    let mut journey = open();
    journey.press("Bring in a questionnaire");
    let bring = |journey: &mut Journey, bytes: &[u8]| {
        journey.pick("The file", "mine.json", bytes).press("Save");
        journey.text()
    };
    let text = bring(&mut journey, b"{");
    assert!(text.contains("the file is not JSON, or is cut off"), "{text}");
    let text = bring(&mut journey, b"{\"resourceType\":\"Patient\"}");
    assert!(text.contains("something else than a FHIR Questionnaire"), "{text}");
    let selfish = with(json!([{
        "linkId": "1", "text": "Why?", "type": "string",
        "enableWhen": [{"question": "1", "operator": "exists", "answerBoolean": true}],
    }]));
    let text = bring(&mut journey, selfish.to_string().as_bytes());
    assert!(
        text.contains("At item[0].enableWhen[0]: the question depends on its own answer"),
        "{text}"
    );
    let text = bring(&mut journey, PHQ.as_bytes());
    assert!(text.contains("You already have “Low mood (PHQ-9)”"), "{text}");

    let own = with(json!([
        {"linkId": "g", "text": "About your walk", "type": "group", "item": [
            {"linkId": "far", "text": "How far did you walk?", "type": "decimal", "required": true},
            {"linkId": "day", "text": "On which day?", "type": "date"},
            {"linkId": "with", "text": "With whom?", "type": "open-choice", "repeats": true,
             "answerOption": [{"valueCoding": {"code": "dog", "display": "My dog"}}]},
        ]},
        {"linkId": "ache", "text": "Did it hurt?", "type": "boolean"},
        {"linkId": "where", "text": "Where?", "type": "text",
         "enableWhen": [{"question": "ache", "operator": "=", "answerBoolean": true}]},
    ]));
    bring(&mut journey, own.to_string().as_bytes());
    journey.press("Mine");
    assert!(!journey.text().contains("Where?"));
    journey.type_in("How far did you walk?", "a little").press("Save");
    assert!(journey.text().contains("Write a number, such as 3"), "{}", journey.text());
    journey.type_in("How far did you walk?", "1,5");
    journey.date("On which day?", "31", "2", "2026").press("Save");
    assert!(journey.text().contains("Write a real day"), "{}", journey.text());
    journey.date("On which day?", "1", "2", "2026");
    journey.choose("With whom?", &["dog", answers::OTHER]).press("Save");
    assert!(journey.text().contains("Write what it is below"), "{}", journey.text());
    journey.type_in("What is it?", "Ada");
    journey.choose("Did it hurt?", &["true"]);
    journey.type_in("Where?", "My knee").press("Save");
    insta::assert_snapshot!("own", journey.text());

    // Put away, it is not offered, and what was answered reads by its own words no more.
    journey.press("More").press("Questionnaires").press("Put away");
    assert!(!journey.text().contains("Mine"));
}

#[test]
fn what_cannot_be_asked_as_it_is_meant_is_refused() {
    let q = |more: Value| {
        let mut item = json!({"linkId": "1", "text": "Why?", "type": "string"});
        item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!([item])
    };
    assert_eq!(why(json!([])).1, Why::Missing("item"));
    assert_eq!(why(q(json!({"linkId": ""}))), ("item[0]".into(), Why::Missing("linkId")));
    assert_eq!(why(q(json!({"text": " "}))).1, Why::Missing("text"));
    assert_eq!(why(q(json!({"type": "attachment"}))).1, Why::Kind("attachment".into()));
    assert_eq!(why(q(json!({"repeats": true}))).1, Why::Repeats);
    assert_eq!(why(q(json!({"type": "choice"}))).1, Why::Missing("answerOption"));
    let elsewhere = json!({"type": "choice", "answerValueSet": "http://snomed.info/sct?fhir_vs"});
    assert_eq!(why(q(elsewhere)).1, Why::ElsewhereKept);
    let twice = json!([
        {"linkId": "1", "text": "One", "type": "string"},
        {"linkId": "1", "text": "Two", "type": "string"},
    ]);
    assert_eq!(why(twice), ("item[1]".into(), Why::Twice));
    let unknown = json!({"enableWhen": [{"question": "9", "operator": "=", "answerString": "x"}]});
    assert_eq!(why(q(unknown)).1, Why::Unknown("9".into()));
    let less = json!({"enableWhen": [{"question": "9", "operator": "<", "answerString": "x"}]});
    assert_eq!(why(q(less)), ("item[0].enableWhen[0]".into(), Why::Compares));
    // In a circle of three.
    let round = |link: &str, on: &str| {
        json!({"linkId": link, "text": link, "type": "boolean",
            "enableWhen": [{"question": on, "operator": "=", "answerBoolean": true}]})
    };
    assert_eq!(why(json!([round("a", "b"), round("b", "c"), round("c", "a")])).1, Why::Itself);
    // A score in another way than by adding up, and of what weighs nothing.
    let scored = |expression: &str| {
        json!([
            {"linkId": "1", "text": "One", "type": "choice", "answerOption": [{"valueString": "a"}]},
            {"linkId": "s", "text": "Score", "type": "integer", "extension": [{
                "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
                "valueExpression": {"language": "text/fhirpath", "expression": expression},
            }]},
        ])
    };
    assert_eq!(why(scored("iif(%resource.item.exists(), 1, 2)")).1, Why::Expression);
    let weightless = "%resource.item.where(linkId = '1').answer.value.weight().sum()";
    assert_eq!(why(scored(weightless)).1, Why::Weightless("1".into()));
    // Deep enough to break what reads it, were there no end to it.
    let mut deep = json!({"linkId": "x", "text": "x", "type": "group"});
    for at in 0..40 {
        deep = json!({"linkId": at.to_string(), "text": "x", "type": "group", "item": [deep]});
    }
    assert_eq!(why(json!([deep])).1, Why::TooMuch);
}

#[test]
fn sums_are_read_as_sdc_writes_them_and_nothing_else_is() {
    for good in [
        "%resource.item.where(linkId='1').answer.value.ordinal()",
        "%resource.descendants().where(linkId = '1' or linkId = '2').answer.value.weight().sum()",
        "%resource.item.where(linkId='1').answer.value.weight() + %resource.item.where(linkId='2').answer.value.weight()",
        "%resource.item.answer.value.weight().sum()",
    ] {
        assert!(Sum::read(good).is_some(), "{good}");
    }
    // What is named twice would count twice, and `%context` is another place.
    for bad in [
        "%resource.item.where(linkId='1' or linkId='1').answer.value.weight().sum()",
        "%context.item.answer.value.weight().sum()",
        "",
        "1 + 1",
        "%resource.item.answer.value.weight().avg()",
        "%resource.item.where(",
    ] {
        assert!(Sum::read(bad).is_none(), "{bad}");
    }
}

#[test]
fn what_depends_on_a_question_that_is_not_asked_is_not_asked() {
    let definition = read(&with(json!([
        {"linkId": "a", "text": "a", "type": "boolean"},
        {"linkId": "b", "text": "b", "type": "integer",
         "enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true}]},
        {"linkId": "c", "text": "c", "type": "string",
         "enableWhen": [{"question": "b", "operator": ">=", "answerInteger": 10}]},
    ])))
    .unwrap();
    let asked = |answers: &Answers| enabled::asked(&definition.items, answers);
    assert_eq!(asked(&given(&[])), [true, false, false]);
    assert_eq!(asked(&given(&[("a", "true"), ("b", "9")])), [true, true, false]);
    assert_eq!(asked(&given(&[("a", "true"), ("b", "10.0")])), [true, true, true]);
    // 10 stays in the draft, and does not count.
    assert_eq!(asked(&given(&[("a", "false"), ("b", "10")])), [true, false, false]);
}

#[test]
fn questions_that_depend_on_the_one_before_many_times_over_take_no_time() {
    let items: Vec<Value> = (0..200)
        .map(|at| {
            let on = |at: u32| json!({"question": at.to_string(), "operator": "exists", "answerBoolean": true});
            let tests = if at == 0 { json!([]) } else { json!([on(at - 1), on(at - 1), on(at - 1)]) };
            json!({"linkId": at.to_string(), "text": "x", "type": "boolean",
                "enableWhen": tests, "enableBehavior": "all"})
        })
        .collect();
    let definition = read(&with(Value::Array(items))).unwrap();
    let answers: Vec<_> = (0..200).map(|at| (at.to_string(), vec!["true".to_owned()])).collect();
    // Three to the power of 200, were each worked out again.
    assert!(enabled::asked(&definition.items, &Answers(answers)).iter().all(|asked| *asked));
}

#[test]
fn a_question_may_depend_on_one_that_comes_after_it() {
    let definition = read(&with(json!([
        {"linkId": "a", "text": "a", "type": "string",
         "enableWhen": [{"question": "b", "operator": "=", "answerBoolean": true}]},
        {"linkId": "b", "text": "b", "type": "boolean"},
    ])))
    .unwrap();
    let mut forms = crate::forms::Forms::default();
    forms.set("f", "a", "Words");
    assert!(answers::so_far(&definition, &forms.get("f")).0.is_empty());
    forms.choose("f", "b", "true");
    assert_eq!(answers::so_far(&definition, &forms.get("f")).0.len(), 2);
}

#[test]
fn nothing_typed_into_one_breaks_it() {
    let words = Words::default();
    let definition = Definition::read(ONS.as_bytes()).unwrap();
    let mut forms = crate::forms::Forms::default();
    for text in ["", "-1", "3.5", "1e9", "∞", "ten", "10000000000000000000000"] {
        forms.set("f", "happy", text);
        let read = answers::read(&words, &definition, &forms.get("f"));
        assert!(read.is_err(), "{text}");
    }
}
