//! Why one was not taken. None of the reasons is a failing, and to give none is
//! one of them.

use record::Scope;
use record::kinds::What;

use super::dose::{answer, said, told_that, with};
use super::wording::full_name;
use super::{Intent, form, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::Typed;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::outcomes::{self, Reason};
use crate::reminders::Time;
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Page};
use crate::when;
use crate::words::say;

/// The reasons: those that fit anything, and two of medicines.
const REASONS: [Reason; 7] = {
    let [ill, rest @ ..] = outcomes::REASONS;
    let [told, forgot, away, silent] = rest;
    let effects = ("effects", "medicines-why-effects");
    let none = ("none", "medicines-why-none-left");
    [ill, effects, none, told, forgot, away, silent]
};

fn form_of(holding: &Holding, key: &str) -> String {
    format!("medicines.skip.{}.{key}", holding.index)
}

/// The page.
pub(super) fn page(key: &str, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let named = with(holding, key, view.now, |one| {
        (full_name(&one.medicine.value), when::wall_at(one.occurrence.at, &view.now.zone))
    });
    let Some((name, wall)) = named else { return gone(view) };
    let day = when::near_day(words, wall.date(), view.today());
    let fields = outcomes::why_fields(words, &REASONS);
    let time = Time { record: holding.index, key: key.to_owned() };
    let save = Button::primary(say!(words, "save"), Press::Medicines(Intent::Skip(time)));
    Page {
        name: "medicines.skip".into(),
        title: say!(words, "medicines-skip-title", name = name),
        caption: Some(say!(words, "day-time", day = day, time = when::time(wall.time()))),
        blocks: vec![Block::form(form_of(holding, key), fields, vec![save])],
        ..Page::default()
    }
}

/// Keeps that it was not taken, and why.
pub(super) fn save(time: &Time, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let here =
        |holding: &&Holding| holding.index == time.record && holding.may_write(Scope::Medicines);
    let Some(holding) = cx.open.holding().filter(here) else { return nothing() };
    let found = with(holding, &time.key, cx.now, |one| {
        (one.occurrence.key, form::reference(holding, one.medicine.id))
    });
    let Some((key, medicine)) = found else { return told_that(cx, "medicines-gone") };
    if !said(&holding.record, &key).is_empty() {
        return told_that(cx, "reminders-answered");
    }
    let name = form_of(holding, &time.key);
    let draft = cx.open.forms.get(&name);
    let mut typed = Typed::new(words, &draft);
    let why = outcomes::read_why(words, &draft, &REASONS, &mut typed);
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    act.create(&answer(&key, medicine, What::Skipped, None, why), now);
    act.finish_form(&name);
    let notice = saving::notice(cx.open, words, holding);
    act.save(cx, Go::BackBy(2), Some(notice))
}
