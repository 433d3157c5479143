//! Choosing what to follow: ready-made trackers, or one's own.

use crux_core::Command;
use record::kinds::{Measure, Tracker, Unit};
use record::state::Entry;
use record::{Decimal, EntryId, Record, Scope};

use super::measures::{ReadyMade, ready_made};
use super::names::{measure_name, tracker_name, unit_text};
use super::readings::trackers;
use super::{Errors, Intent, Screen};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::Draft;
use crate::holding::Holding;
use crate::letters;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::plan;
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Choice, ChoiceField, Field, Page, Question};
use crate::words::{Words, say};

/// The most characters of a name or a unit.
const MAX_NAME: usize = 60;

/// A tracker as the ready-made one has it.
fn tracker(made: &ReadyMade, place: i64) -> Tracker {
    Tracker {
        measure: made.measure,
        name: None,
        unit: made.unit,
        unit_name: None,
        least: None,
        most: None,
        place: Some(place),
        put_away: None,
    }
}

fn code(measure: Measure, unit: Unit) -> String {
    format!("{}.{}", measure.code(), unit.code())
}

/// The place behind all others.
fn last_place(record: &Record) -> i64 {
    let (shown, away) = trackers(record);
    shown.iter().chain(&away).filter_map(|entry| entry.value.place).max().unwrap_or(0)
}

fn is_followed(record: &Record, made: &ReadyMade) -> bool {
    let (shown, _) = trackers(record);
    shown.iter().any(|e| (e.value.measure, e.value.unit) == (made.measure, made.unit))
}

fn choose_form(holding: &Holding) -> String {
    format!("track.choose.{}", holding.index)
}

/// The page of ready-made ones.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let choices: Vec<Choice> = ready_made()
        .iter()
        .filter(|made| !is_followed(&holding.record, made))
        .map(|made| {
            let unit = unit_text(words, &tracker(made, 0));
            Choice {
                value: code(made.measure, made.unit),
                label: match made.measure {
                    Measure::Glucose => say!(words, "track-name-glucose-in", unit = unit.as_str()),
                    measure => measure_name(words, measure),
                },
                hint: Some(match made.measure {
                    Measure::Glucose => say!(words, "track-hint-glucose"),
                    Measure::BloodPressure => say!(words, "track-hint-pressure"),
                    _ if made.unit == Unit::Score => say!(words, "track-hint-score"),
                    _ => say!(words, "track-hint-unit", unit = unit),
                }),
                icon: Some(made.icon),
                chosen: false,
            }
        })
        .collect();
    let mut blocks = Vec::new();
    if choices.is_empty() {
        blocks.push(Block::paragraph(say!(words, "track-choose-all")));
    } else {
        blocks.push(Block::form(
            choose_form(holding),
            vec![Field::Choices(ChoiceField {
                question: Question::new("which", say!(words, "track-choose-which"))
                    .hint(say!(words, "track-choose-hint")),
                choices,
            })],
            vec![Button::primary(say!(words, "track-follow"), Press::Track(Intent::Follow))],
        ));
    }
    blocks.push(Block::heading(say!(words, "track-own-heading")));
    blocks.push(Block::paragraph(say!(words, "track-own-text")));
    blocks.push(Block::buttons(vec![Button::secondary(
        say!(words, "track-own-make"),
        Place::Track(Screen::Own),
    )]));
    Page {
        name: "track.choose".into(),
        title: say!(words, "track-choose"),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Follows what has been chosen; one that was put away is brought back.
pub(super) fn follow(cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = cx.open.holding().filter(|holding| holding.may_write(Scope::Health)) else {
        return Command::done();
    };
    let name = choose_form(holding);
    let draft = cx.open.forms.get(&name);
    let chosen: Vec<&ReadyMade> = ready_made()
        .iter()
        .filter(|made| draft.choices("which").contains(&code(made.measure, made.unit)))
        .filter(|made| !is_followed(&holding.record, made))
        .collect();
    if chosen.is_empty() {
        cx.open.forms.refuse(&name, vec![("which", say!(words, "track-choose-none"))]);
        return Command::done();
    }
    let (_, away) = trackers(&holding.record);
    let mut act = Act::new(holding, cx.now);
    let mut place = last_place(&holding.record);
    for made in &chosen {
        let now = act.happened_now();
        let before =
            away.iter().find(|e| (e.value.measure, e.value.unit) == (made.measure, made.unit));
        if let Some(before) = before {
            let new = Tracker { put_away: Some(false), ..before.value.clone() };
            act.change(before.sight(), &before.value, &new, now);
        } else {
            place += 1;
            act.create(&tracker(made, place), now);
        }
    }
    let names: Vec<String> = chosen.iter().map(|made| measure_name(words, made.measure)).collect();
    let notice = saving::notice(cx.open, words, holding).text(say!(
        words,
        "track-now-following",
        names = names.join(", ")
    ));
    act.finish_form(&name);
    act.save(cx, Go::Back, Some(notice))
}

fn own_form(holding: &Holding, changing: Option<EntryId>) -> String {
    let name = format!("track.own.{}", holding.index);
    let Some(id) = changing else { return name };
    let EntryId { writer, counter, .. } = holding.record.own(id);
    format!("{name}.{}.{counter}", writer.0)
}

/// A scale of a step's own words, from 0 to 10.
fn scale_of(name: String, place: i64) -> Tracker {
    Tracker {
        measure: Measure::Own,
        name: Some(name),
        unit: Unit::Score,
        unit_name: None,
        least: Some(Decimal::whole(0)),
        most: Some(Decimal::whole(10)),
        place: Some(place),
        put_away: None,
    }
}

/// Makes one for a step of the plan at once, in the step's words, on a scale from 0 to
/// 10; it is changed beside the step. One that has this name already is followed again.
pub(super) fn make_for(step: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Health));
    let Some(holding) = may else { return Command::done() };
    let Some(text) = plan::step_text(holding, step) else { return Command::done() };
    // Pressed twice it is made once.
    if plan::linked(holding, step).tracker.is_some() {
        return Command::done();
    }
    let name: String = text.chars().take(MAX_NAME).collect();
    let (shown, away) = trackers(&holding.record);
    let is_it = |entry: &&Entry<Tracker>| {
        letters::small(&tracker_name(words, &entry.value)) == letters::small(&name)
    };
    let there = shown.iter().chain(&away).find(is_it);
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    let id = match there {
        Some(there) => {
            if there.value.put_away == Some(true) {
                let back = Tracker { put_away: Some(false), ..there.value.clone() };
                act.set(Some(there), &back);
            }
            there.id
        }
        None => act.create(&scale_of(name.clone(), last_place(&holding.record) + 1), now),
    };
    plan::link(&mut act, holding, step, plan::Became::Tracker(id));
    let notice = saving::notice(cx.open, words, holding);
    let notice = notice.text(say!(words, "track-now-following", names = name));
    act.save(cx, Go::Stay, Some(notice))
}

/// Opens the form of one's own, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Command::done() };
    let own = holding.record.get::<Tracker>(id).filter(|it| it.value.measure == Measure::Own);
    let Some(entry) = own else { return Command::done() };
    let name = own_form(holding, Some(id));
    let forms = &mut cx.open.forms;
    if forms.opens(&name, vec![entry.sight()]) {
        let tracker = entry.value;
        forms.set(&name, "name", tracker.name.unwrap_or_default());
        let how = if tracker.unit == Unit::Score { "scale" } else { "number" };
        forms.choose(&name, "how", how);
        forms.set(&name, "unit", tracker.unit_name.unwrap_or_default());
        for (field, limit) in [("least", tracker.least), ("most", tracker.most)] {
            forms.set(&name, field, limit.map_or_else(String::new, |limit| limit.to_string()));
        }
    }
    cx.open.go(Place::Track(Screen::OwnChange(id)));
    Command::done()
}

/// The page on which one makes one's own, or changes it.
pub(super) fn own_page(changing: Option<EntryId>, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let choice = |value: &str, label: String, hint: String| Choice {
        value: value.into(),
        label,
        hint: Some(hint),
        icon: None,
        chosen: false,
    };
    if changing.is_some_and(|id| holding.record.get::<Tracker>(id).is_none()) {
        return gone(view);
    }
    let (title, save, keep) = match changing {
        None => (say!(words, "track-own-make"), say!(words, "track-own-save"), Intent::MakeOwn),
        Some(id) => (say!(words, "track-own-change"), say!(words, "save"), Intent::SaveOwn(id)),
    };
    let blocks = vec![Block::form(
        own_form(holding, changing),
        vec![
            Field::text(
                Question::new("name", say!(words, "track-own-name"))
                    .hint(say!(words, "track-own-name-hint")),
            ),
            Field::Choice(ChoiceField {
                question: Question::new("how", say!(words, "track-own-how")),
                choices: vec![
                    choice(
                        "number",
                        say!(words, "track-own-number"),
                        say!(words, "track-own-number-hint"),
                    ),
                    choice(
                        "scale",
                        say!(words, "track-own-scale"),
                        say!(words, "track-own-scale-hint"),
                    ),
                ],
            }),
            Field::text(
                Question::new("unit", say!(words, "track-own-unit"))
                    .hint(say!(words, "track-own-unit-hint"))
                    .optional(),
            ),
            Field::number(
                Question::new("least", say!(words, "track-own-least-ask"))
                    .hint(say!(words, "track-own-least-hint"))
                    .optional(),
                "",
                true,
            ),
            Field::number(
                Question::new("most", say!(words, "track-own-most-ask"))
                    .hint(say!(words, "track-own-most-hint"))
                    .optional(),
                "",
                true,
            ),
        ],
        vec![Button::primary(save, Press::Track(keep))],
    )];
    Page { name: "track.own".into(), title, caption: view.owner(), blocks, ..Page::default() }
}

fn limit(
    words: &Words,
    draft: &Draft,
    field: &'static str,
    errors: &mut Errors,
) -> Option<Decimal> {
    match draft.text(field) {
        "" => None,
        text => {
            text.parse().map_err(|_| errors.push((field, say!(words, "track-number-wrong")))).ok()
        }
    }
}

fn read_own(words: &Words, draft: &Draft, others: &[String]) -> Result<Tracker, Errors> {
    let mut errors = Errors::new();
    let name = draft.text("name");
    if name.is_empty() {
        errors.push(("name", say!(words, "track-own-name-none")));
    } else if name.chars().count() > MAX_NAME {
        errors.push(("name", say!(words, "too-long", most = MAX_NAME)));
    } else if others.iter().any(|other| letters::small(other) == letters::small(name)) {
        errors.push(("name", say!(words, "track-own-name-taken", name = name)));
    }
    let unit_name = draft.text("unit");
    if unit_name.chars().count() > MAX_NAME {
        errors.push(("unit", say!(words, "too-long", most = MAX_NAME)));
    }
    let scale = match draft.choice("how") {
        Some("scale") => true,
        Some(_) => false,
        None => {
            errors.push(("how", say!(words, "track-own-how-none")));
            false
        }
    };
    let mut least = limit(words, draft, "least", &mut errors);
    let mut most = limit(words, draft, "most", &mut errors);
    if scale {
        least = least.or(Some(Decimal::whole(0)));
        most = most.or(Some(Decimal::whole(10)));
        for (field, limit) in [("least", least), ("most", most)] {
            if limit.is_some_and(|limit| limit.places() > 0) {
                errors.push((field, say!(words, "track-number-whole")));
            }
        }
    }
    if let (Some(least), Some(most)) = (least, most) {
        if least.to_f64() >= most.to_f64() {
            errors.push(("most", say!(words, "track-own-order")));
        } else if scale && most.to_f64() - least.to_f64() > 10.0 {
            errors.push(("most", say!(words, "track-own-long")));
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(Tracker {
        measure: Measure::Own,
        name: Some(name.to_owned()),
        unit: if scale { Unit::Score } else { Unit::None },
        unit_name: (!unit_name.is_empty() && !scale).then(|| unit_name.to_owned()),
        least,
        most,
        place: None,
        put_away: None,
    })
}

/// Makes one's own, or keeps what was changed.
pub(super) fn make(changing: Option<EntryId>, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = cx.open.holding().filter(|holding| holding.may_write(Scope::Health)) else {
        return Command::done();
    };
    let name = own_form(holding, changing);
    let draft = cx.open.forms.get(&name);
    let before = changing.and_then(|id| draft.stood::<Tracker>(&holding.record, id));
    if changing.is_some() && before.is_none() {
        return Command::done();
    }
    let (shown, away) = trackers(&holding.record);
    let mine = before.as_ref().map(|entry| entry.id);
    let others = shown.iter().chain(&away).filter(|entry| Some(entry.id) != mine);
    let others: Vec<String> = others.map(|entry| tracker_name(words, &entry.value)).collect();
    let tracker = match read_own(words, &draft, &others) {
        Ok(tracker) => tracker,
        Err(errors) => {
            cx.open.forms.refuse(&name, errors);
            return Command::done();
        }
    };
    let (place, put_away) = match &before {
        Some(before) => (before.value.place, before.value.put_away),
        None => (Some(last_place(&holding.record) + 1), None),
    };
    let tracker = Tracker { place, put_away, ..tracker };
    let mut act = Act::new(holding, cx.now);
    act.set(before.as_ref(), &tracker);
    act.finish_form(&name);
    let names = tracker_name(words, &tracker);
    let following = say!(words, "track-now-following", names = names);
    let notice = (!act.is_empty()).then(|| saving::notice(cx.open, words, holding).text(following));
    let back = if changing.is_some() { 1 } else { 2 };
    act.save(cx, Go::BackBy(back), notice)
}
