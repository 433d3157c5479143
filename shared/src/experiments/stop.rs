//! Stopping one, and going on with it; what the person thinks of it, and which days
//! do not count.

use record::kinds::Experiment;
use record::{EntryId, sort};

use super::{Intent, Screen, form, nothing, weeks};
use crate::app::Cmd;
use crate::entry::change::{changeable, keep};
use crate::entry::gone;
use crate::forms::fields::{Typed, ask, choice, optional};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::Go;
use crate::screen::{Block, Button, ChoiceField, Field, Page};
use crate::words::say;
use crate::{settings, when};

/// The most characters of what the person thinks.
const MOST: usize = 1_500;

/// It is stopped, or goes on. Nothing that was written is lost, and nothing is said
/// of it.
pub(super) fn stop(id: EntryId, stop: bool, cx: &mut Cx<'_>) -> Cmd {
    let Some((_, entry)) = changeable::<Experiment>(id, cx.view()) else { return nothing() };
    let stopped = stop.then(|| cx.own_day());
    let new = Experiment { stopped, ..entry.value.clone() };
    keep(&entry, &new, None, Go::Stay, cx)
}

/// Opens the form, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some((holding, entry)) = changeable::<Experiment>(id, cx.view()) else { return nothing() };
    let name = form(holding, "think", id);
    let out = weeks::left_out(&entry.value, holding, cx.view());
    let out = out.iter().map(ToString::to_string).collect();
    let forms = &mut cx.open.forms;
    if forms.opens(&name, vec![entry.sight()]) {
        forms.set(&name, "thoughts", entry.value.thoughts.unwrap_or_default());
        forms.choose_all(&name, "out", out);
    }
    cx.open.go(Place::Experiments(Screen::Think(id)));
    nothing()
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some((holding, entry)) = changeable::<Experiment>(id, view) else { return gone(view) };
    let most = u32::try_from(MOST).unwrap_or(u32::MAX);
    let thoughts = optional(words, "thoughts", "experiments-thoughts", "experiments-thoughts-hint");
    let runs = [entry.value.weeks.usual, entry.value.weeks.change];
    let days = runs.into_iter().flat_map(weeks::days);
    let choices = days
        .filter(|day| *day <= view.own_day())
        .map(|day| choice(day.to_string(), when::long_day(words, day, view.today())))
        .collect();
    let out = ask(words, "out", "experiments-out", "experiments-out-hint").optional();
    let save = Press::Experiments(Intent::SaveThoughts(id));
    Page {
        name: "experiments.think".into(),
        title: say!(words, "experiments-think"),
        caption: view.owner(),
        blocks: vec![Block::form(
            form(holding, "think", id),
            vec![
                Field::long_text(thoughts, 4, most),
                Field::Choices(ChoiceField { question: out, choices }),
            ],
            vec![Button::primary(say!(words, "save"), save)],
        )],
        ..Page::default()
    }
}

/// Keeps what the form says.
pub(super) fn save(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some((holding, _)) = changeable::<Experiment>(id, cx.view()) else { return nothing() };
    let name = form(holding, "think", id);
    let draft = cx.open.forms.get(&name);
    let stood = draft.stood::<Experiment>(&holding.record, id);
    let Some(entry) = stood else { return nothing() };
    let mut typed = Typed::new(cx.words, &draft);
    let thoughts = typed.text("thoughts", MOST);
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let mut left_out: Vec<jiff::civil::Date> =
        draft.choices("out").iter().filter_map(|day| day.parse().ok()).collect();
    sort::by_key(&mut left_out, |day| *day);
    // A bad day that counts all the same does so from now on.
    let runs = [entry.value.weeks.usual, entry.value.weeks.change];
    let counts: Vec<String> = runs
        .into_iter()
        .flat_map(weeks::days)
        .filter(|day| !left_out.contains(day))
        .map(|day| day.to_string())
        .collect();
    let bad = cx.open.settings.bad_days.len();
    cx.open.settings.bad_days.retain(|day| !counts.contains(day));
    let settings =
        if cx.open.settings.bad_days.len() < bad { settings::save(cx) } else { nothing() };
    let new = Experiment { left_out, thoughts, ..entry.value.clone() };
    keep(&entry, &new, Some(&name), Go::Back, cx).and(settings)
}
