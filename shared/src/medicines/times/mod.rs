//! When a medicine is taken: asking for it, and putting it into a rule. The
//! record's own check refuses what cannot be; here each reason gets its words.

mod ask;
mod fill;
mod read;

use record::kinds::Medicine;
use record::schedule::{Rule, RuleBytes, Terms};
use record::state::Entry;
use record::{EntryId, Scope};

use super::wording::full_name;
use super::{Intent, Screen, change, fields, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::outside;
use crate::saving::Go;
use crate::screen::{Block, Button, Page};
use crate::words::say;

pub(super) use fill::can_say;

/// The times that the form asks for; so many are offered, and one more than are
/// filled in.
const TIMES: [&str; 8] = ["time1", "time2", "time3", "time4", "time5", "time6", "time7", "time8"];
const OFFERED: usize = 2;

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

/// Ways in which it can be taken. The first is what holds where none is chosen.
const DAILY: &str = "daily";
const WEEKLY: &str = "weekly";
const EVERY: &str = "every";
const MONTHLY: &str = "monthly";
const NEEDED: &str = "needed";
const ELAPSED: &str = "elapsed";
const NONE: &str = "none";

const PINNED: &str = "pinned";
const FLOATING: &str = "floating";
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

type Errors = Vec<(&'static str, String)>;

/// The zone that a rule is, or would be, pinned to.
fn home(medicine: &Medicine, here: &str) -> String {
    let rule = medicine.rule.as_ref().and_then(|rule| rule.read().ok());
    let pinned = rule.and_then(|rule| rule.terms().zone.clone());
    pinned.map_or_else(|| here.to_owned(), |zone| zone.name().to_owned())
}

fn form(holding: &Holding, id: EntryId) -> String {
    fields::form("times", holding, id)
}

/// Opens the form, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(entry) = holding.record.get::<Medicine>(id) else { return nothing() };
    let name = form(holding, id);
    if !cx.open.forms.has(&name) {
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
    if entry.value.rule.is_some() {
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

/// The rule as it is kept: what only says the same from a later day is no change.
/// Where two stand beside each other, saying one of them again settles it.
fn kept(rule: &Rule, before: &Entry<Medicine>) -> RuleBytes {
    let disputed = before.conflicts.iter().any(|c| c.field.number == Medicine::RULE);
    let old = before.value.rule.as_ref().filter(|_| !disputed);
    let same = |old: &&RuleBytes| {
        let from = rule.terms().from;
        old.read().is_ok_and(|old| Terms { from, ..old.terms().clone() } == *rule.terms())
    };
    old.filter(same).map_or_else(|| RuleBytes::of(rule), RuleBytes::clone)
}

/// Keeps its times.
pub(super) fn save(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Medicines));
    let Some(holding) = may else { return nothing() };
    let entry = holding.record.get::<Medicine>(id).filter(|entry| can_say(&entry.value));
    let Some(entry) = entry else { return nothing() };
    let name = form(holding, id);
    let draft = cx.open.forms.get(&name);
    let day = (cx.own_day(), cx.now.day_start, cx.now.zone.as_str());
    let rule = match read::read(words, &draft, &entry.value, day) {
        Ok(rule) => rule,
        Err(errors) => {
            cx.open.forms.refuse(&name, errors);
            return nothing();
        }
    };
    let silent = (draft.choice("tell") == Some(SILENT)).then_some(true);
    let medicine = Medicine {
        rule: rule.map(|rule| kept(&rule, &entry)),
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
