//! What is said of medicines outside the app, for [`crate::outside`]: the next
//! times of one's own, those that were put off, and when to order, for oneself
//! and for those one helps.

use jiff::civil::Time as Clock;
use record::kinds::Medicine;
use record::schedule::OccurrenceKey;

use super::due::{self, Answers, Medicines, Standing, named};
use super::stock::Stock;
use super::wording::full_name;
use super::{Intent, Taken};
use crate::effects::clock::Now;
use crate::effects::platform::{Notification, NotificationAction, Purpose, Telling};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Intent as Press;
use crate::outside::{Asked, Moved, Plan, is_put_off};
use crate::reminders::Time;
use crate::screen::Action;
use crate::settings::Snoozed;
use crate::when;
use crate::words::say;

/// When it is said that something is to be ordered.
const ORDER_AT: Clock = Clock::constant(9, 0, 0, 0);

/// The id of what is said of one time.
fn id(record: u32, key: &OccurrenceKey) -> String {
    format!("medicine.{record}.{}", key.to_text())
}

/// The next times of a record of one's own, at most so many, those of today that are
/// still open, and the ids of those that need no saying any more.
pub(crate) fn times(holding: &Holding, view: View<'_>, most: usize, plan: &mut Plan) {
    let medicines = Medicines::of(&holding.record, view.now);
    if medicines.is_empty() {
        return;
    }
    let answers = Answers::lately(&holding.record, view.now);
    plan.tellings.extend(put_off(&medicines, &answers, holding, view));
    let now = view.now.ms.div_euclid(1000);
    let today = medicines.today(&answers, view.now);
    let (over, open): (Vec<_>, Vec<_>) = today
        .into_iter()
        .filter(|one| one.occurrence.at <= now || answers.has(&one.occurrence.key))
        .partition(|one| answers.has(&one.occurrence.key) || one.occurrence.expires <= now);
    for one in over {
        let insist = one.medicine.value.insist == Some(true);
        plan.take_back(id(holding.index, &one.occurrence.key), insist);
    }
    let open = open.iter().filter(|one| one.medicine.value.silent != Some(true));
    let next = medicines.next(&answers, view.now, most);
    for one in open.chain(&next) {
        if !is_put_off(&time(one, holding), view) {
            plan.tell(asked(one), view, |at| telling(one, at, holding, view));
        }
    }
}

fn time(one: &Standing<'_>, holding: &Holding) -> Time {
    Time { record: holding.index, key: due::name(&one.occurrence.key) }
}

fn asked(one: &Standing<'_>) -> Asked {
    let medicine = &one.medicine.value;
    Asked {
        at: one.occurrence.at,
        expires: one.occurrence.expires,
        important: medicine.important == Some(true),
        insist: medicine.insist == Some(true),
        // To be silent about a medicine would not be kind.
        on_bad_days: true,
    }
}

/// Each time of the next days, as it is by each of two clocks.
pub(crate) fn moved(holding: &Holding, clocks: [&Now; 2], most: usize) -> Vec<Moved> {
    let medicines = Medicines::of(&holding.record, clocks[1]);
    let answers = Answers::lately(&holding.record, clocks[1]);
    let mut all: Vec<Moved> = Vec::new();
    for now in clocks {
        for one in medicines.next(&answers, now, most) {
            let key = one.occurrence.key;
            let find = |now| Some(medicines.find(&key, &answers, now)?.occurrence.at);
            all.push(Moved {
                what: full_name(&one.medicine.value),
                key: due::name(&key),
                before: find(clocks[0]).unwrap_or(one.occurrence.at),
                after: find(clocks[1]).unwrap_or(one.occurrence.at),
            });
        }
    }
    all
}

fn put_off(
    medicines: &Medicines,
    answers: &Answers,
    holding: &Holding,
    view: View<'_>,
) -> Vec<Telling> {
    let here = |one: &&Snoozed| one.until_ms > view.now.ms && one.time.record == holding.index;
    let asked = view.open.settings.snoozed.iter().filter(here);
    asked
        .filter_map(|put_off| {
            let key = named(&holding.record, &put_off.time.key).filter(|key| !answers.has(key))?;
            let one = medicines.find(&key, answers, view.now)?;
            // Once the next one comes, this one is not asked for any more.
            let at = put_off.until_ms.div_euclid(1000);
            (at < one.occurrence.expires).then(|| telling(&one, at, holding, view))
        })
        .collect()
}

fn telling(one: &Standing<'_>, at: i64, holding: &Holding, view: View<'_>) -> Telling {
    let words = view.words;
    let time = time(one, holding);
    let medicine = &one.medicine.value;
    let text = if medicine.discreet == Some(false) {
        full_name(medicine)
    } else {
        say!(words, "telling-reminder")
    };
    let action = |label: String, intent| NotificationAction {
        label,
        action: Action::from(Press::Medicines(intent)),
        opens: false,
    };
    let take = Intent::Take { time: time.clone(), when: Taken::Now };
    let mut actions = Vec::new();
    // Where two people disagree about the dose, it has to be looked at first.
    if one.medicine.conflicts.is_empty() {
        actions.push(action(say!(words, "reminders-did"), take));
    }
    actions.push(action(say!(words, "reminders-in-a-while"), Intent::Later(time.clone())));
    // What was put off is an instant; what is pinned keeps its own zone's clock.
    let rule = medicine.rule.as_ref().and_then(|rule| rule.read().ok());
    let pinned = rule.and_then(|rule| rule.terms().zone.clone());
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
            open: Press::Medicines(Intent::Open(time)).into(),
            actions,
        },
        date: wall.date().to_string(),
        time: format!("{:02}:{:02}", wall.hour(), wall.minute()),
        zone,
        at,
        exact: false,
    }
}

/// When to order, for a record of one's own or of somebody one helps: who orders
/// need not be who takes it.
pub(crate) fn orders(holding: &Holding, view: View<'_>, plan: &mut Plan) {
    let words = view.words;
    let now = view.now.ms.div_euclid(1000);
    for entry in holding.record.current::<Medicine>() {
        if entry.value.stopped.is_some_and(|last| last < view.today()) {
            continue;
        }
        let Some(day) = Stock::of(holding, &entry).and_then(|stock| stock.order_on) else {
            continue;
        };
        let at = when::happened(day, ORDER_AT, &view.now.zone).at;
        let at = view.open.settings.quiet.map_or(at, |quiet| quiet.over(at, &view.now.zone));
        if at <= now {
            continue;
        }
        let wall = when::wall_at(at, &view.now.zone);
        let created = entry.id.created_by();
        let open = Press::Medicines(Intent::Order(holding.index, entry.id));
        plan.tellings.push(Telling {
            notification: Notification {
                id: format!("order.{}.{}.{}", holding.index, created.writer.0, created.counter),
                purpose: Purpose::Reminders,
                title: say!(words, "app-name"),
                text: say!(words, "telling-order"),
                open: open.into(),
                actions: Vec::new(),
            },
            date: wall.date().to_string(),
            time: format!("{:02}:{:02}", wall.hour(), wall.minute()),
            zone: None,
            at,
            exact: false,
        });
    }
}
