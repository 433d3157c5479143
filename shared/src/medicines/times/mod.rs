//! When a medicine is taken: asking for it, and putting it into a rule. The
//! record's own check refuses what cannot be; here each reason gets its words.

mod ask;
mod fill;
mod read;

use jiff::civil::Date;
use record::kinds::Medicine;
use record::state::Entry;
use record::{EntryId, Scope};

use super::wording::full_name;
use super::{Intent, Screen, due, nothing};
use crate::app::Cmd;
use crate::effects::clock::Now;
use crate::entry::change;
use crate::entry::gone;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::outside;
use crate::rules::{self, Day};
use crate::saving::Go;
use crate::screen::{Block, Button, Page};
use crate::words::say;

pub(super) use fill::can_say;

/// The steps of a course whose dose changes: for how many days, and how much.
const STEPS: [(&str, &str); 6] = [
    ("days1", "dose1"),
    ("days2", "dose2"),
    ("days3", "dose3"),
    ("days4", "dose4"),
    ("days5", "dose5"),
    ("days6", "dose6"),
];

/// How much at each of the times, where that depends on the time of day.
const AMOUNTS: [&str; 8] = ["at1", "at2", "at3", "at4", "at5", "at6", "at7", "at8"];

/// Ways in which it can be taken, besides those of [`crate::rules`].
const NEEDED: &str = "needed";
const ELAPSED: &str = "elapsed";
const NONE: &str = "none";

const STEPPED: &str = "stepped";
const BY_TIME: &str = "by-time";
const SAME: &str = "same";
const TOLD: &str = "told";
const SILENT: &str = "silent";
const SHOWN: &str = "shown";
const HIDDEN: &str = "hidden";
const WAIT: &str = "wait";
const ALWAYS: &str = "always";
const ONCE: &str = "once";
const AGAIN: &str = "again";

/// The zone that a rule is, or would be, pinned to.
fn home(medicine: &Medicine, here: &str) -> String {
    rules::home(medicine.rule.as_ref(), here)
}

/// The days that the form needs to know.
fn day(entry: &Entry<Medicine>, holding: &Holding, today: Date, now: &Now) -> Day {
    let schedule = due::schedule(&holding.record, entry.id);
    Day { today, earliest: rules::earliest(&schedule, today, now), start: now.day_start }
}

fn form(holding: &Holding, id: EntryId) -> String {
    super::form_of("times", holding, id)
}

/// Opens the form, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(entry) = holding.record.get::<Medicine>(id) else { return nothing() };
    let name = form(holding, id);
    if cx.open.forms.opens(&name, vec![entry.sight()]) {
        fill::fill(&mut cx.open.forms, &name, &entry.value);
    }
    cx.open.go(Place::Medicines(Screen::Times(id)));
    nothing()
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(entry) = holding.record.get::<Medicine>(id) else { return gone(view) };
    let name = form(holding, id);
    let draft = view.open.forms.get(&name);
    let mut blocks = Vec::new();
    let day = day(&entry, holding, view.own_day(), view.now);
    if day.earliest > day.today {
        blocks.push(Block::inset(say!(words, "reminders-from-tomorrow")));
    }
    let buttons = vec![
        Button::primary(say!(words, "save"), Press::Medicines(Intent::SaveTimes(id))),
        Button::quiet(say!(words, "medicines-times-not-now"), Press::Back),
    ];
    blocks.push(Block::form(name, ask::questions(&entry.value, &draft, view), buttons));
    Page {
        name: "medicines.times".into(),
        title: say!(words, "medicines-times-title", name = full_name(&entry.value)),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Keeps its times.
pub(super) fn save(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Medicines));
    let Some(holding) = may else { return nothing() };
    let name = form(holding, id);
    let draft = cx.open.forms.get(&name);
    let stood = draft.stood::<Medicine>(&holding.record, id);
    let Some(entry) = stood.filter(|entry| can_say(&entry.value)) else { return nothing() };
    let day = day(&entry, holding, cx.own_day(), cx.now);
    let read = |day| read::read(words, &draft, &entry.value, (day, &cx.now.zone));
    let rule = match rules::read(words, entry.value.rule.as_ref(), (day, cx.now), read) {
        Ok(rule) => rule,
        Err(errors) => {
            cx.open.forms.refuse(&name, errors);
            return nothing();
        }
    };
    let disputed = entry.conflicts.iter().any(|c| c.field.number == Medicine::RULE);
    let silent = (draft.choice("tell") == Some(SILENT)).then_some(true);
    let medicine = Medicine {
        rule: rule.map(|rule| rules::kept(&rule, entry.value.rule.as_ref(), disputed)),
        discreet: (draft.choice("discreet") == Some(SHOWN)).then_some(false),
        silent,
        important: (draft.choice("important") == Some(ALWAYS)).then_some(true),
        insist: (draft.choice("insist") == Some(AGAIN)).then_some(true),
        ..entry.value.clone()
    };
    let asked = if medicine.rule.is_some() && silent.is_none() {
        outside::ask_for_reminders(cx)
    } else {
        nothing()
    };
    change::keep(&entry, &medicine, Some(&name), Go::Back, cx).and(asked)
}
