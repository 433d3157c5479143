//! Beginning an experiment, and changing one.

use jiff::civil::Date;
use record::kinds::{Experiment, Ref, Tracker, Weeks};
use record::state::Entry;
use record::{EntryId, Scope};

use super::weeks::{self, LENGTHS};
use super::{Intent, Screen, looked_at, nothing};
use crate::app::Cmd;
use crate::entry::change::{begin, changeable, keep};
use crate::entry::gone;
use crate::forms::Draft;
use crate::forms::fields::{MAX_NAME, MAX_WORDS, Typed, ask, choice, date, optional, value};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::Go;
use crate::screen::{Block, Button, ChoiceField, Field, NumberField, Page};
use crate::words::{Words, say};
use crate::{track, when};

/// The choice that is a symptom.
const SYMPTOM: &str = "symptom";

/// How many days a run has where nothing else is said.
const USUAL: u64 = 7;

/// Which form.
#[derive(Clone, Copy)]
pub(super) enum Of {
    /// A new one, begun from a tracker or not.
    New(Option<EntryId>),
    /// One that is there.
    Change(EntryId),
}

fn name(of: Of, holding: &Holding) -> String {
    match of {
        Of::New(_) => format!("experiments.new.{}", holding.index),
        Of::Change(id) => super::form(holding, "edit", id),
    }
}

/// Opens the form of a change, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some((holding, entry)) = changeable::<Experiment>(id, cx.view()) else { return nothing() };
    let (form, saw) = (name(Of::Change(id), holding), entry.sight());
    let experiment = entry.value;
    let forms = &mut cx.open.forms;
    if forms.opens(&form, vec![saw]) {
        forms.set(&form, "question", experiment.question);
        forms.set(&form, "change", experiment.change);
        let weeks = experiment.weeks;
        for (at, (first, days)) in [weeks.usual, weeks.change].into_iter().enumerate() {
            forms.set_date(&form, FIRST[at], first);
            forms.set(&form, DAYS[at], days.to_string());
        }
    }
    cx.open.go(Place::Experiments(Screen::Change(id)));
    nothing()
}

const FIRST: [&str; 2] = ["first_usual", "first_change"];
const DAYS: [&str; 2] = ["days_usual", "days_change"];

/// The page.
pub(super) fn page(of: Of, view: View<'_>) -> Page {
    let words = view.words;
    let may = view.open.holding().filter(|holding| holding.may_write(Scope::Health));
    let Some(holding) = may else { return gone(view) };
    let mut blocks = vec![Block::paragraph(say!(words, "experiments-new-text"))];
    let text = |id, label, hint| Field::text(ask(words, id, label, hint));
    let mut fields = vec![
        text("question", "experiments-question", "experiments-question-hint"),
        text("change", "experiments-change-ask", "experiments-change-hint"),
    ];
    match of {
        Of::New(tracker) => fields.extend(what(words, tracker, holding)),
        Of::Change(id) => {
            let Some((_, entry)) = changeable::<Experiment>(id, view) else { return gone(view) };
            let what = looked_at(words, &holding.record, &entry.value);
            blocks.push(Block::small(say!(words, "experiments-what-stays", what = what)));
        }
    }
    let today = view.own_day();
    let later = when::days_after(today, i32::try_from(USUAL).unwrap_or(0));
    for (at, (first, label)) in
        [(Some(today), "experiments-first-usual"), (later, "experiments-first-change")]
            .into_iter()
            .enumerate()
    {
        fields.push(date(ask(words, FIRST[at], label, ["experiments-first-hint", ""][at]), first));
        let label = ["experiments-days-usual", "experiments-days-change"][at];
        fields.push(Field::Number(NumberField {
            question: ask(words, DAYS[at], label, ""),
            value: USUAL.to_string(),
            unit: say!(words, "rules-unit-days"),
            decimals: false,
        }));
    }
    let (title, intent) = match of {
        Of::New(tracker) => (say!(words, "experiments-new"), Intent::Save(tracker)),
        Of::Change(id) => (say!(words, "experiments-edit"), Intent::SaveChange(id)),
    };
    let save = vec![Button::primary(say!(words, "save"), Press::Experiments(intent))];
    blocks.push(Block::form(name(of, holding), fields, save));
    Page {
        name: "experiments.edit".into(),
        title,
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// What is looked at: one of the trackers that are followed, or a symptom.
fn what(words: &Words, begun: Option<EntryId>, holding: &Holding) -> [Field; 2] {
    let (shown, _) = track::trackers(&holding.record);
    let tracker = |entry: &Entry<Tracker>| {
        let mut choice = choice(value(entry.id), track::tracker_name(words, &entry.value));
        choice.chosen = begun.map(|id| holding.record.own(id)) == Some(entry.id);
        choice
    };
    let mut choices: Vec<_> = shown.iter().map(tracker).collect();
    let mut symptom = choice(SYMPTOM, say!(words, "experiments-a-symptom"));
    symptom.chosen = choices.is_empty();
    choices.push(symptom);
    let question = ask(words, "what", "experiments-what-ask", "experiments-what-hint");
    let which =
        optional(words, "symptom", "experiments-which-symptom", "experiments-which-symptom-hint");
    [Field::Choice(ChoiceField { question, choices }), Field::text(which)]
}

/// A run of days, or what is wrong with it.
fn run(at: usize, words: &Words, draft: &Draft, typed: &mut Typed<'_>, today: Date) -> (Date, u64) {
    let default = when::days_after(today, if at == 0 { 0 } else { 7 }).unwrap_or(today);
    let first = typed.date(FIRST[at]).unwrap_or(default);
    let far = first.duration_since(today).as_hours().abs() > 24 * 366;
    if far {
        typed.wrong(FIRST[at], say!(words, "experiments-far"));
    }
    let days = match draft.text(DAYS[at]) {
        "" => Some(USUAL),
        text => text.parse().ok().filter(|days| LENGTHS.contains(days)),
    };
    if days.is_none() {
        typed.wrong(DAYS[at], say!(words, "experiments-length"));
    }
    (first, days.unwrap_or(USUAL))
}

/// What is looked at, or what is wrong with it.
fn chosen(
    words: &Words,
    draft: &Draft,
    begun: Option<EntryId>,
    typed: &mut Typed<'_>,
    holding: &Holding,
) -> (Option<Ref>, Option<String>) {
    let (shown, away) = track::trackers(&holding.record);
    let begun = begun.map(|id| value(holding.record.own(id)));
    let alone = (shown.is_empty() && begun.is_none()).then_some(SYMPTOM);
    let symptom = typed.text("symptom", MAX_NAME);
    let Some(choice) = draft.choice("what").or(begun.as_deref()).or(alone) else {
        typed.wrong("what", say!(words, "experiments-what-none"));
        return (None, None);
    };
    if choice == SYMPTOM {
        if symptom.is_none() {
            typed.wrong("symptom", say!(words, "experiments-symptom-none"));
        }
        return (None, symptom);
    }
    let is_it = |entry: &&Entry<Tracker>| value(entry.id) == choice;
    if let Some(away) = away.iter().find(is_it) {
        let name = track::tracker_name(words, &away.value);
        typed.wrong("what", say!(words, "experiments-away", name = name));
    }
    let tracker = shown.iter().find(is_it).map(|tracker| Ref(tracker.id.created_by()));
    if tracker.is_none() && !away.iter().any(|entry| is_it(&entry)) {
        typed.wrong("what", say!(words, "experiments-what-none"));
    }
    (tracker, None)
}

/// Keeps what the form says.
pub(super) fn save(of: Of, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let today = cx.own_day();
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Health));
    let Some(holding) = may else { return nothing() };
    let form = name(of, holding);
    let draft = cx.open.forms.get(&form);
    let before = match of {
        Of::New(_) => None,
        Of::Change(id) => match changeable::<Experiment>(id, cx.view()) {
            Some((_, entry)) => draft.stood::<Experiment>(&holding.record, entry.id),
            None => return nothing(),
        },
    };
    let mut typed = Typed::new(words, &draft);
    let question = typed.text("question", MAX_WORDS);
    if question.is_none() {
        typed.wrong("question", say!(words, "experiments-question-none"));
    }
    let change = typed.text("change", MAX_WORDS);
    if change.is_none() {
        typed.wrong("change", say!(words, "experiments-change-none"));
    }
    let (tracker, symptom) = match (&before, of) {
        (None, Of::New(begun)) => chosen(words, &draft, begun, &mut typed, holding),
        (before, _) => {
            let of = before.as_ref().map(|entry| &entry.value);
            (of.and_then(|of| of.tracker), of.and_then(|of| of.symptom.clone()))
        }
    };
    let usual = run(0, words, &draft, &mut typed, today);
    let second = run(1, words, &draft, &mut typed, today);
    if second.0 <= weeks::last(usual) {
        let day = when::day(words, weeks::last(usual), today);
        typed.wrong(FIRST[1], say!(words, "experiments-order", day = day));
    }
    if typed.refuse(&mut cx.open.forms, &form) {
        return nothing();
    }
    let new = Experiment {
        question: question.unwrap_or_default(),
        change: change.unwrap_or_default(),
        tracker,
        symptom,
        weeks: Weeks { usual, change: second },
        left_out: before.as_ref().map(|entry| entry.value.left_out.clone()).unwrap_or_default(),
        stopped: before.as_ref().and_then(|entry| entry.value.stopped),
        thoughts: before.as_ref().and_then(|entry| entry.value.thoughts.clone()),
    };
    if let Some(before) = &before {
        return keep(before, &new, Some(&form), Go::Back, cx);
    }
    let question = Some(new.question.clone());
    begin(&new, &form, question, |id| Place::Experiments(Screen::One(id)), cx)
}
