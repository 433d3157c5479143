//! What record standards mark is asked by a form of the app and leaves it again: every
//! form of the plan, of decisions and of what stands about the person is filled in as the
//! app offers it, and each place that `docs/standards/items.tsv` names is looked for in
//! what was written, in the readable copy and on the pages to print.
//!
//! Skipped where the data sets are not beside the project.

use std::collections::BTreeSet;

use jiff::civil::Date;
use record::fields::{Fields, Value};
use record::kinds::{
    AboutMe, AccessNeeds, AdvancePaper, AdvanceWishes, Contingency, Decision, DecisionPart,
    DecisionStep, Kind, PartOf, PlanItem, PlanSort, spec,
};
use record::op::Act;
use record::{KindId, Record, Scope, Writer};

use super::super::tests::unpack;
use crate::event::Event;
use crate::holding::RecordSide;
use crate::items::tests::{become_another, numbered};
use crate::nav::Intent;
use crate::sheet::{self, Which};
use crate::testing::Journey;
use crate::testing::walk::Walk;
use crate::when;
use crate::words::Words;

#[allow(dead_code, reason = "the table of the standards says more of each")]
#[path = "../../../../record/tests/proofs/items.rs"]
mod items;

/// Where it is asked.
const PRESSED: [&str; 7] =
    ["AboutMe", "AdvanceCare", "Contingency", "Deciding", "More", "Own", "Plan"];

/// Kinds that no form here asks for, and why.
const ELSEWHERE: [(&str, &str); 7] = [
    ("about media", "a picture is picked: media/tests.rs"),
    ("action_plan", "asked under action plans, which have journeys of their own"),
    ("allergy", "asked under Medicines, which has journeys of its own"),
    ("card", "who somebody is comes with their account or their invitation"),
    ("decision media", "a recording is picked: deciding/tests/recordings.rs"),
    ("medicine", "asked under Medicines, which has journeys of its own"),
    ("share", "how long somebody sees something is asked under Who can see what"),
];

fn is_elsewhere(place: &str) -> bool {
    ELSEWHERE.iter().any(|(kind, _)| place.rsplit_once('.').is_some_and(|(of, _)| of == *kind))
}

/// The places of all marked items; none where a data set is not at hand.
fn places() -> Option<BTreeSet<String>> {
    let lines = items::lines();
    let mut places = BTreeSet::new();
    for (set, _) in items::SETS {
        for marked in items::read(set)?.1 {
            let line = items::line_of(&lines, set, &marked.path.join(" > "))?;
            places.extend(line.places.iter().cloned());
        }
    }
    Some(places)
}

/// The sort of thing that an entry of a kind with many sorts is, by how it began.
fn sort(kind: KindId, begun: &[u8]) -> Option<String> {
    let code = |wanted| {
        Fields::of(begun).flatten().find_map(|(number, value)| match value {
            Value::Uint(code) if number == wanted => Some(code),
            _ => None,
        })
    };
    if kind == PlanItem::SPEC.id {
        Some(format!("{:?}", PlanSort::from_code(code(1)?)))
    } else if kind == DecisionPart::SPEC.id {
        Some(format!("{:?}", PartOf::from_code(code(2)?)))
    } else {
        None
    }
}

/// The fields that any operation has set, also by the sort of thing that they are of.
fn written(record: &Record) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for scope in Scope::ALL {
        for held in record.history(scope) {
            let began = match &held.act {
                Act::Create(_) => held.id,
                Act::Change(touch) => touch.entry,
                Act::Retract(_) => continue,
            };
            let Some((kind, said)) = record.begun(scope, began) else { continue };
            let Some(spec) = spec(kind) else { continue };
            let sort = sort(kind, said);
            for (number, _) in Fields::of(held.payload).flatten() {
                let Some(field) = spec.fields.iter().find(|field| field.number == number) else {
                    continue;
                };
                let place = format!("{}.{}", spec.name, field.name);
                all.extend(sort.as_ref().map(|sort| format!("{place} ({sort})")));
                all.insert(place);
            }
        }
    }
    all
}

/// The answers in a text, each once: "Mark 0017", a number to call.
fn marks(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (begins, length) in [("Mark ", 9), ("01632 96", 12)] {
        let at = text.match_indices(begins).filter_map(|(at, _)| text.get(at..at + length));
        found.extend(at.map(str::to_owned));
    }
    found
}

/// The answers that stand in the entries of a kind, as far as they are wanted.
fn standing<K: Kind>(record: &Record, wanted: impl Fn(&K) -> bool) -> BTreeSet<String> {
    let all = record.current::<K>().filter(|entry| wanted(&entry.value));
    let payloads = all.map(|entry| entry.value.payload(Writer::ME));
    payloads.flat_map(|payload| marks(&String::from_utf8_lossy(&payload))).collect()
}

/// Everything filled in: by the person, by their team what is the team's to say, and by
/// the person again, who answers.
fn filled_in() -> Journey {
    let mut journey = numbered();
    let all = Scope::ALL;
    let mut walk = Walk { pressed: &PRESSED, times: 3, mark: 0 };
    for side in [RecordSide::Person, RecordSide::Team, RecordSide::Person] {
        become_another(&mut journey, side, &all, &all);
        journey.press("More");
        walk.walk(&mut journey, |_, _| {});
    }
    journey
}

/// The readable copy, and all pages to print.
fn handed_over(journey: &mut Journey) -> (String, String) {
    let ids = journey.holding(|holding| {
        let decisions = holding.record.ids::<Decision>().map(Which::Decision);
        let plans = holding.record.ids::<Contingency>().map(Which::Contingency);
        decisions.chain(plans).collect::<Vec<_>>()
    });
    let before = journey.files.len();
    for which in [Which::AboutMe, Which::Plan, Which::AdvanceCare].into_iter().chain(ids) {
        let save = Intent::Sheet(sheet::Intent::Save(which));
        journey.send(Event::Press(save.into()));
    }
    let files = journey.files[before..].iter();
    let sheets = files.map(|file| String::from_utf8_lossy(&file.content)).collect();
    journey.press("More").press("Your data on this device").press("Save a copy");
    let copy = unpack(&journey.files.last().unwrap().content);
    (String::from_utf8(copy["record.html"].clone()).unwrap(), sheets)
}

/// The days in what is asked about with a day.
fn days(record: &Record) -> BTreeSet<Date> {
    let mut days = BTreeSet::new();
    for item in record.current::<PlanItem>().filter(|entry| !entry.value.is_proposal()) {
        days.extend([item.value.on, item.value.review, item.value.done].into_iter().flatten());
    }
    days.extend(record.current::<DecisionPart>().filter_map(|part| part.value.day));
    days.extend(record.current::<DecisionStep>().filter_map(|step| step.value.again));
    days.extend(record.current::<AboutMe>().filter_map(|about| about.value.helped_on));
    days
}

#[test]
fn every_marked_item_is_asked_by_a_form_and_stands_in_the_copy_and_on_paper() {
    let Some(places) = places() else { return };
    let mut journey = filled_in();
    let written = journey.holding(|holding| written(&holding.record));
    let missing: Vec<&String> =
        places.difference(&written).filter(|it| !is_elsewhere(it)).collect();
    assert!(missing.is_empty(), "asked nowhere: {missing:?}");
    for (kind, why) in ELSEWHERE {
        let of = |place: &&String| place.rsplit_once('.').is_some_and(|(of, _)| of == kind);
        assert!(places.iter().any(|place| of(&place)), "{kind} ({why}) is no place");
        assert!(!written.iter().any(|place| of(&place)), "{kind} ({why}) is asked here");
    }
    // A place of the plan, and of a decision, is one for every sort of thing.
    let (sorts, said) = journey.holding(|holding| {
        let sorts = holding.record.all::<PlanItem>().map(|entry| entry.value.sort);
        let said = holding.record.all::<DecisionPart>().map(|entry| entry.value.of);
        (sorts.collect::<BTreeSet<_>>(), said.collect::<BTreeSet<_>>())
    });
    let unsaid: Vec<_> = PlanSort::ALL.iter().filter(|sort| !sorts.contains(sort)).collect();
    assert!(unsaid.is_empty(), "no form of the plan asks for {unsaid:?}");
    let unsaid: Vec<_> = PartOf::ALL.iter().filter(|sort| !said.contains(sort)).collect();
    assert!(unsaid.is_empty(), "no form of a decision asks for {unsaid:?}");

    let (mut answers, days) = journey.holding(|holding| {
        let record = &holding.record;
        let mut all = standing::<AboutMe>(record, |_| true);
        all.extend(standing::<AccessNeeds>(record, |_| true));
        all.extend(standing::<PlanItem>(record, |item| !item.is_proposal()));
        all.extend(standing::<Decision>(record, |_| true));
        all.extend(standing::<DecisionPart>(record, |_| true));
        all.extend(standing::<DecisionStep>(record, |_| true));
        all.extend(standing::<Contingency>(record, |_| true));
        all.extend(standing::<AdvanceWishes>(record, |_| true));
        all.extend(standing::<AdvancePaper>(record, |_| true));
        (all, days(record))
    });
    assert!(answers.len() > 100 && days.len() > 8, "{} {}", answers.len(), days.len());
    answers.insert("5 out of 10".into());
    let words = Words::default();
    let (copy, sheets) = handed_over(&mut journey);
    for (name, text) in [("the readable copy", &copy), ("a page to print", &sheets)] {
        let lost: Vec<&String> = answers.iter().filter(|it| !text.contains(it.as_str())).collect();
        assert!(lost.is_empty(), "not in {name}: {lost:?}");
        // A table for programs says a day in numbers.
        let said = |day: &&Date| {
            let long = when::day(&words, **day, Date::ZERO);
            text.contains(&long) || text.contains(&day.to_string())
        };
        let lost: Vec<&Date> = days.iter().filter(|day| !said(day)).collect();
        assert!(lost.is_empty(), "not in {name}: {lost:?}");
    }
}
