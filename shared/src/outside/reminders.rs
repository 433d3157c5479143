//! The reminders that a phone keeps for later: the next thirty, of all records of
//! one's own on this device, and those that were put off.

use record::schedule::OccurrenceKey;

use super::plan::{Asked, Plan, is_put_off};
use super::travel::Moved;
use crate::effects::clock::Now;
use crate::effects::platform::{Notification, NotificationAction, Purpose, Telling};
use crate::holding::{Holding, RecordSide};
use crate::medicines;
use crate::model::View;
use crate::nav::Intent as Press;
use crate::reminders::due::{Answers, Reminders, Standing, named};
use crate::reminders::{Answer, Intent, Time, label};
use crate::screen::Action;
use crate::settings::Snoozed;
use crate::when;
use crate::words::{Words, say};

/// As many as are armed: half of what iOS keeps, so that other things have room.
pub(super) const MOST: usize = 30;

/// The id of what is said of one time.
fn id(record: u32, key: &OccurrenceKey) -> String {
    format!("reminder.{record}.{}", key.to_text())
}

/// What is to be said later, and the ids of what needs no saying any more.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Later {
    /// Soonest first.
    pub(super) tellings: Vec<Telling>,
    /// Of today: done, or over.
    pub(super) over: Vec<String>,
}

/// From all records of one's own; when to order, from those of others too.
pub(super) fn later(view: View<'_>) -> Later {
    let mut plan = Plan::default();
    for holding in &view.open.holdings {
        medicines::telling::orders(holding, view, &mut plan);
        if holding.about.side != RecordSide::Person {
            continue;
        }
        medicines::telling::times(holding, view, MOST + 1, &mut plan);
        let reminders = Reminders::of(&holding.record);
        if reminders.is_empty() {
            continue;
        }
        let answers = reminders.answers(&holding.record, view.now);
        plan.tellings.extend(put_off(&reminders, &answers, holding, view));
        let now = view.now.ms.div_euclid(1000);
        let today = reminders.today(&answers, view.now);
        let (over, open): (Vec<_>, Vec<_>) = today
            .into_iter()
            .filter(|one| one.occurrence.at <= now || answers.has(&one.occurrence.key))
            .partition(|one| answers.has(&one.occurrence.key) || one.occurrence.expires <= now);
        for one in over {
            let insist = one.reminder.value.insist == Some(true);
            plan.take_back(id(holding.index, &one.occurrence.key), insist);
        }
        let next = reminders.next(&answers, view.now, MOST + 1);
        for one in open.iter().chain(&next) {
            if !is_put_off(&time(one, holding), view) {
                plan.tell(asked(one), view, |at| telling(one, at, holding, view));
            }
        }
    }
    let over = std::mem::take(&mut plan.over);
    let (mut tellings, left_out) = plan.within(MOST);
    // After the last one nothing comes until the app has been open.
    if let Some(last) = tellings.last_mut().filter(|_| left_out) {
        last.notification.text = say!(view.words, "telling-last");
    }
    Later { tellings, over }
}

fn time(one: &Standing<'_>, holding: &Holding) -> Time {
    Time { record: holding.index, key: one.occurrence.key.to_text() }
}

fn asked(one: &Standing<'_>) -> Asked {
    let reminder = &one.reminder.value;
    Asked {
        at: one.occurrence.at,
        expires: one.occurrence.expires,
        important: reminder.important == Some(true),
        insist: reminder.insist == Some(true),
        on_bad_days: reminder.important == Some(true),
    }
}

/// Each time of the next days, as it is by each of two clocks.
pub(super) fn moved(holding: &Holding, clocks: [&Now; 2], words: &Words) -> Vec<Moved> {
    let reminders = Reminders::of(&holding.record);
    let mut all: Vec<Moved> = Vec::new();
    for now in clocks {
        let answers = reminders.answers(&holding.record, now);
        for one in reminders.next(&answers, now, MOST) {
            let key = one.occurrence.key;
            let find = |now| Some(reminders.find(&key, &answers, now)?.occurrence.at);
            all.push(Moved {
                what: label(words, &holding.record, &one.reminder.value),
                key: key.to_text(),
                before: find(clocks[0]).unwrap_or(one.occurrence.at),
                after: find(clocks[1]).unwrap_or(one.occurrence.at),
            });
        }
    }
    all
}

fn put_off(
    reminders: &Reminders,
    answers: &Answers,
    holding: &Holding,
    view: View<'_>,
) -> Vec<Telling> {
    let here = |one: &&Snoozed| one.until_ms > view.now.ms && one.time.record == holding.index;
    let asked = view.open.settings.snoozed.iter().filter(here);
    asked
        .filter_map(|put_off| {
            let key = named(&holding.record, &put_off.time.key).filter(|key| !answers.has(key))?;
            let one = reminders.find(&key, answers, view.now)?;
            // Once the next one comes, this one is not asked for any more.
            let at = put_off.until_ms.div_euclid(1000);
            (at < one.occurrence.expires).then(|| telling(&one, at, holding, view))
        })
        .collect()
}

fn telling(one: &Standing<'_>, at: i64, holding: &Holding, view: View<'_>) -> Telling {
    let words = view.words;
    let time = time(one, holding);
    let reminder = &one.reminder.value;
    let text = if reminder.discreet == Some(false) {
        label(words, &holding.record, reminder)
    } else {
        say!(words, "telling-reminder")
    };
    let action = |label: String, press: Press, opens| NotificationAction {
        label,
        action: Action::from(press),
        opens,
    };
    let mut actions = Vec::new();
    if reminder.about.is_some() {
        let write = Press::Reminders(Intent::Write(time.clone()));
        actions.push(action(say!(words, "reminders-write"), write, true));
    } else {
        let done = Intent::Answer { time: time.clone(), what: Answer::Done, again: false };
        actions.push(action(say!(words, "reminders-did"), Press::Reminders(done), false));
    }
    let again = Press::Reminders(Intent::Later(time.clone()));
    actions.push(action(say!(words, "reminders-in-a-while"), again, false));
    // What was put off is an instant; what is pinned keeps its own zone's clock.
    let pinned = reminder.rule.read().ok().and_then(|rule| rule.terms().zone.clone());
    let pinned = pinned.map(|zone| zone.name().to_owned());
    // So does what floats, until the person has agreed to another clock.
    let zone = pinned.or_else(|| view.now.agreed.clone()).filter(|_| at == one.occurrence.at);
    let wall = match &zone {
        Some(_) => one.occurrence.wall,
        None => when::wall_at(at, &view.now.zone),
    };
    Telling {
        notification: Notification {
            id: id(holding.index, &one.occurrence.key),
            purpose: Purpose::Reminders,
            title: say!(words, "app-name"),
            text,
            open: Press::Reminders(Intent::Open(time)).into(),
            actions,
        },
        date: wall.date().to_string(),
        time: format!("{:02}:{:02}", wall.hour(), wall.minute()),
        zone,
        at,
        exact: view.open.settings.exact,
    }
}
