//! Keeping what was looked at: one act, whole or not at all.

use record::kinds::Reading;
use record::time::{Happened, Zone};

use super::Screen;
use super::flow::{replan, thing_form, thing_id};
use super::parse::item::Item;
use crate::app::Cmd;
use crate::model::Cx;
use crate::nav;
use crate::saving::{Act, Go};
use crate::screen::{Notice, NoticeTone};
use crate::track::Trackers;
use crate::words::say;

/// Brings in what the preview shows.
pub(super) fn confirm(cx: &mut Cx<'_>) -> Cmd {
    if *cx.open.screen() != nav::Screen::BringIn(Screen::Preview) {
        // A second press while the first was being saved.
        return Cmd::done();
    }
    let shown = cx.open.bring_in.loaded.as_ref().map(|loaded| loaded.plan.clone());
    replan(cx);
    let (Some(loaded), Some(holding)) = (&cx.open.bring_in.loaded, cx.open.holding()) else {
        return Cmd::done();
    };
    let plan = &loaded.plan;
    if Some(plan) != shown.as_ref() {
        // Something arrived in between, or the device moved to another zone.
        let notice = Notice::new(NoticeTone::Warning, say!(cx.words, "bring-in-changed"));
        cx.open.notice = Some(notice);
        return Cmd::done();
    }
    if plan.taken.is_empty() {
        return Cmd::done();
    }
    let mut act = Act::new(holding, cx.now);
    let mut trackers = Trackers::of(&holding.record);
    let zone = Zone::new(&loaded.zone);
    for taken in &plan.taken {
        let happened = Happened { at: taken.at, zone: zone.clone() };
        match &taken.item {
            Item::Reading(new) => {
                let tracker = trackers.find_or_make(&new.tracker, &mut act);
                let reading = Reading {
                    tracker,
                    value: new.value,
                    second: new.second,
                    third: new.third,
                    context: new.context,
                    note: new.note.clone(),
                };
                act.bring_in(&reading, happened);
            }
            Item::Symptom(symptom) => {
                act.bring_in(symptom, happened);
            }
            Item::Dose(dose) => {
                act.bring_in(dose, happened);
            }
            Item::Note(note) => {
                act.bring_in(note, happened);
            }
        }
    }
    for found in &plan.things {
        act.finish_form(&thing_form(&thing_id(&found.thing)));
    }
    if let Some(form) = super::columns::form_of(loaded) {
        act.finish_form(&form);
    }
    let entries = plan.taken.len();
    let left_out = plan.lines_refused() + plan.lines_there();
    let title = say!(cx.words, "bring-in-done-notice", entries = entries);
    let notice = Notice::new(NoticeTone::Success, title);
    let done = nav::Screen::BringIn(Screen::Done { entries, left_out });
    act.save(cx, Go::Tab(done), Some(notice))
}
