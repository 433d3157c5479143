//! What stands at a question before anything is answered: shown as an answer, and kept
//! as one where it is not touched. So it has to be one that could be given.

use serde_json::Value;

use super::answers::MAX_WORDS;
use super::broken::{Broken, Path, Why};
use super::definition::{What, list};
use super::enabled;
use super::number::Number;
use super::options::choice;

/// Reads it.
///
/// # Errors
/// [`Why::Initial`] for what is of another type, no choice there is, outside the
/// bounds, or one too many.
pub(super) fn read(json: &Value, what: &What, path: &Path) -> Result<Vec<String>, Broken> {
    // It is worked out, and stands nowhere before that.
    if matches!(what, What::Score(_)) {
        return Ok(Vec::new());
    }
    let mut all: Vec<(Path, Option<String>)> = Vec::new();
    for (at, option) in list(json, "answerOption").iter().enumerate() {
        if option.get("initialSelected") == Some(&Value::Bool(true)) {
            all.push((path.at("answerOption", at), choice(option).map(|choice| choice.value)));
        }
    }
    for (at, one) in list(json, "initial").iter().enumerate() {
        all.push((path.at("initial", at), value(one, what)));
    }
    let several = matches!(what, What::Choice { several: true, .. });
    let mut found: Vec<String> = Vec::new();
    for (path, value) in all {
        let fits = value.filter(|value| fits(what, value) && !found.contains(value));
        match fits {
            Some(value) if several || found.is_empty() => found.push(value),
            _ => return Err(path.broken(Why::Initial)),
        }
    }
    Ok(found)
}

/// The value, where it is of the question's type.
fn value(json: &Value, what: &What) -> Option<String> {
    let (key, value) = json.as_object()?.iter().find(|(key, _)| key.starts_with("value"))?;
    let is_it = match (what, key.as_str()) {
        (What::YesNo, "valueBoolean") => value.is_boolean(),
        (What::Number { .. } | What::Choice { .. }, "valueInteger")
        | (What::Number { decimals: true, .. }, "valueDecimal") => value.is_number(),
        (What::Number { decimals: true, unit, .. }, "valueQuantity") => {
            // A number of something else would mean something else.
            ["unit", "code"].iter().filter_map(|key| value.get(key)).all(|of| of == unit.as_str())
        }
        (What::Choice { .. }, "valueCoding") => value.is_object(),
        (What::Day | What::Choice { .. }, "valueDate")
        | (What::Time | What::Choice { .. }, "valueTime")
        | (What::Words { .. } | What::Choice { .. }, "valueString") => value.is_string(),
        _ => false,
    };
    let value = is_it.then(|| enabled::value(json, "value"))??;
    // As the field has it: without seconds.
    Some(if *what == What::Time { value.get(..5)?.to_owned() } else { value })
}

/// Whether it could be given.
fn fits(what: &What, value: &str) -> bool {
    match what {
        What::Number { decimals, least, most, .. } => Number::read(value).is_some_and(|number| {
            (*decimals || number.is_whole())
                && least.is_none_or(|least| number >= least)
                && most.is_none_or(|most| number <= most)
        }),
        What::Day => is_day(value),
        What::Time => is_time(value),
        What::Words { most, .. } => {
            let most = most.unwrap_or(MAX_WORDS).min(MAX_WORDS);
            !value.is_empty() && value.chars().count() <= most as usize
        }
        // In words of one's own it would stand nowhere.
        What::Choice { options, .. } => options.iter().any(|option| option.value == value),
        What::YesNo => true,
        What::Heading | What::Text | What::Score(_) => false,
    }
}

/// A whole day, `2026-11-29`: a month alone is none.
fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut part = |length| parts.next().filter(|part| part.len() == length)?.parse::<i16>().ok();
    let (Some(year), Some(month), Some(day)) = (part(4), part(2), part(2)) else { return false };
    let small = |number| i8::try_from(number).unwrap_or_default();
    parts.next().is_none() && jiff::civil::Date::new(year, small(month), small(day)).is_ok()
}

/// A time of day, `08:30`.
fn is_time(text: &str) -> bool {
    let part = |part: &str| (part.len() == 2).then(|| part.parse::<u8>().ok())?;
    text.split_once(':').is_some_and(|(hour, minute)| {
        part(hour).is_some_and(|hour| hour < 24) && part(minute).is_some_and(|minute| minute < 60)
    })
}

#[cfg(test)]
mod tests {
    use record::kinds::QuestionnaireResponse;
    use serde_json::json;

    use super::super::definition::{Definition, READS};
    use super::*;
    use crate::testing::Journey;

    fn questionnaire(items: &Value) -> Vec<u8> {
        json!({
            "resourceType": "Questionnaire", "url": "https://example.org/walks",
            "title": "Walks", "item": items,
        })
        .to_string()
        .into_bytes()
    }

    fn item(kind: &str, more: &Value) -> Value {
        let mut item = json!({"linkId": "1", "text": "Which?", "type": kind});
        item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        item
    }

    fn options() -> Value {
        json!([{"valueCoding": {"code": "dog", "display": "My dog"}}, {"valueString": "Ada"}])
    }

    /// A file is picked; what the page then says.
    fn bring(journey: &mut Journey, items: &Value) -> String {
        journey.press("More").press("Questionnaires").press("Bring in a questionnaire");
        journey.pick("The file", "walks.json", &questionnaire(items)).press("Save");
        journey.text()
    }

    fn person() -> Journey {
        let mut journey = Journey::default();
        journey.press("Use it on this device");
        journey
    }

    #[test]
    fn what_stands_there_first_is_shown_and_kept_as_it_stands() {
        let mut journey = person();
        let named = |link: &str, kind: &str, more: &Value| {
            let mut item = item(kind, more);
            item["linkId"] = link.into();
            item["text"] = format!("The {link}?").into();
            item
        };
        let least =
            json!({"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 1});
        let all = json!([
            named("ache", "boolean", &json!({"initial": [{"valueBoolean": false}]})),
            named(
                "steps",
                "integer",
                &json!({"initial": [{"valueInteger": 900}], "extension": [least]})
            ),
            named("far", "quantity", &json!({"initial": [{"valueQuantity": {"value": 1.5}}]})),
            named("day", "date", &json!({"initial": [{"valueDate": "2026-11-22"}]})),
            named("hour", "time", &json!({"initial": [{"valueTime": "08:30:00"}]})),
            named("words", "string", &json!({"initial": [{"valueString": "Slowly"}]})),
            named(
                "whom",
                "choice",
                &json!({"repeats": true, "answerOption": options(),
                "initial": [{"valueCoding": {"code": "dog"}}, {"valueString": "Ada"}]})
            ),
        ]);
        bring(&mut journey, &all);
        journey.press("Walks");
        let text = journey.text();
        for shown in ["900", "1.5", "08:30", "Slowly"] {
            assert!(text.contains(shown), "{shown}: {text}");
        }
        journey.press("Save");
        let kept = journey.holding(|holding| {
            let mut all = holding.record.current::<QuestionnaireResponse>();
            all.next().unwrap().value.answers.0
        });
        let kept: Vec<String> = kept.iter().map(|(_, values)| values.join("+")).collect();
        assert_eq!(kept, ["false", "900", "1.5", "2026-11-22", "08:30", "Slowly", "dog+Ada"]);
    }

    #[test]
    fn what_could_not_be_an_answer_is_refused_with_its_place_and_the_reason() {
        let mut journey = person();
        let text = bring(
            &mut journey,
            &json!([item("date", &json!({"initial": [{"valueDate": "2026-11"}]}))]),
        );
        let refused = "At item[0].initial[0]: what stands there before anything is answered is no \
                       answer that could be given";
        assert!(text.contains(refused), "{text}");
        let bounds = json!([
            {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 1},
            {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 5},
        ]);
        let unit = json!([{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unit",
            "valueCoding": {"code": "kg"}}]);
        let first = |value: Value| json!({"initial": [value]});
        for (kind, more, path) in [
            ("boolean", first(json!({"valueString": "true"})), "item[0].initial[0]"),
            ("boolean", first(json!({"valueBoolean": "true"})), "item[0].initial[0]"),
            ("integer", first(json!({"valueDecimal": 2})), "item[0].initial[0]"),
            ("integer", first(json!({"valueInteger": 2.5})), "item[0].initial[0]"),
            (
                "integer",
                json!({"initial": [{"valueInteger": 6}], "extension": bounds}),
                "item[0].initial[0]",
            ),
            (
                "integer",
                json!({"initial": [{"valueInteger": 0}], "extension": bounds}),
                "item[0].initial[0]",
            ),
            (
                "quantity",
                json!({"initial": [{"valueQuantity": {"value": 70, "unit": "lb"}}],
                "extension": unit}),
                "item[0].initial[0]",
            ),
            ("date", first(json!({"valueDate": "2026-02-30"})), "item[0].initial[0]"),
            ("time", first(json!({"valueTime": "24:00:00"})), "item[0].initial[0]"),
            (
                "string",
                json!({"initial": [{"valueString": "Slowly"}], "maxLength": 3}),
                "item[0].initial[0]",
            ),
            (
                "string",
                json!({"initial": [{"valueString": "a"}, {"valueString": "b"}]}),
                "item[0].initial[1]",
            ),
            (
                "choice",
                json!({"answerOption": options(), "initial": [{"valueString": "Eve"}]}),
                "item[0].initial[0]",
            ),
            (
                "open-choice",
                json!({"answerOption": options(), "initial": [{"valueString": "Eve"}]}),
                "item[0].initial[0]",
            ),
            (
                "choice",
                json!({"answerOption": [{"valueString": "a", "initialSelected": true},
                {"valueString": "b", "initialSelected": true}]}),
                "item[0].answerOption[1]",
            ),
        ] {
            let broken = Definition::read(&questionnaire(&json!([item(kind, &more)]))).unwrap_err();
            assert_eq!((broken.path.as_str(), broken.why), (path, Why::Initial), "{kind} {more}");
        }
    }

    #[test]
    fn a_page_that_is_drawn_again_reads_no_questionnaire_anew() {
        let mut journey = person();
        bring(&mut journey, &json!([item("string", &json!({}))]));
        journey.press("Walks").type_in("Which?", "The long one").press("Save");
        let seen = |journey: &mut Journey| {
            journey.press("More").press("Questionnaires");
            journey.press("Walks").press("Back").press("Over time");
            journey.page()
        };
        let page = seen(&mut journey);
        let before = READS.get();
        assert!(before > 0);
        assert_eq!(seen(&mut journey), page);
        assert_eq!(READS.get(), before);
        // Put away, it is not offered, whatever was read before.
        journey.press("More").press("Questionnaires").press("Put away");
        assert!(!journey.text().contains("Walks"), "{}", journey.text());
    }
}
