//! What is said of medicines outside the app, for [`crate::outside`]: the next
//! times of one's own, those that were put off, and when to order, for oneself
//! and for those one helps.

use jiff::civil::Time as Clock;
use record::kinds::Medicine;

use super::due::{self, Answers, Medicines, Standing, named};
use super::stock::Stock;
use super::wording::full_name;
use super::{Intent, Taken};
use crate::effects::clock::Now;
use crate::effects::platform::{Notification, Purpose, Telling};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Intent as Press;
use crate::outside::{Asked, Asking, Plan, RuleClock, Source};
use crate::reminders::Time;
use crate::when;
use crate::words::{Words, say};

/// When it is said that something is to be ordered.
const ORDER_AT: Clock = Clock::constant(9, 0, 0, 0);

/// For so long, in seconds, it is worth saying.
const DAY: i64 = 86_400;

struct Asks<'a> {
    holding: &'a Holding,
    words: &'a Words,
    medicines: Medicines,
    answers: Answers,
}

/// Those of a record; none where there are none.
pub(crate) fn source<'a>(
    holding: &'a Holding,
    now: &Now,
    words: &'a Words,
) -> Option<Box<dyn Source + 'a>> {
    let medicines = Medicines::of(&holding.record, now);
    if medicines.is_empty() {
        return None;
    }
    let answers = Answers::lately(&holding.record, now);
    Some(Box::new(Asks { holding, words, medicines, answers }))
}

impl Source for Asks<'_> {
    fn today(&self, now: &Now) -> Vec<Asking> {
        self.medicines.today(&self.answers, now).iter().map(|one| self.asking(one)).collect()
    }

    fn next(&self, now: &Now, most: usize, silent: bool) -> Vec<Asking> {
        let next = self.medicines.next(&self.answers, now, most, silent);
        next.iter().map(|one| self.asking(one)).collect()
    }

    fn find(&self, name: &str, now: &Now) -> Option<Asking> {
        let key = named(&self.holding.record, name)?;
        self.medicines.find(&key, &self.answers, now).map(|one| self.asking(&one))
    }
}

impl Asks<'_> {
    fn asking(&self, one: &Standing<'_>) -> Asking {
        let words = self.words;
        let medicine = &one.medicine.value;
        let key = one.occurrence.key;
        let time = Time { record: self.holding.index, key: due::name(&key) };
        let action = |label, intent| (label, Press::Medicines(intent), false);
        let mut actions = Vec::new();
        // Where two people disagree about the dose, it has to be looked at first.
        if one.medicine.conflicts.is_empty() {
            let take = Intent::Take { time: time.clone(), when: Taken::Now };
            actions.push(action(say!(words, "reminders-did"), take));
        }
        actions.push(action(say!(words, "reminders-in-a-while"), Intent::Later(time.clone())));
        let skip = Press::Medicines(Intent::Why(time.clone()));
        actions.push((say!(words, "medicines-skip"), skip, true));
        let rule = medicine.rule.as_ref().and_then(|rule| rule.read().ok());
        Asking {
            which: key.schedule,
            kind: "medicine",
            name: time.key.clone(),
            label: full_name(medicine),
            asked: Asked {
                at: one.occurrence.at,
                expires: one.occurrence.expires,
                important: medicine.important == Some(true),
                insist: medicine.insist == Some(true),
                // To be silent about a medicine would not be kind.
                on_bad_days: true,
            },
            wall: one.occurrence.wall,
            clock: RuleClock::of(rule.as_ref()),
            answered: self.answers.has(&key),
            silent: medicine.silent == Some(true),
            shown: medicine.discreet == Some(false),
            exact: false,
            open: Press::Medicines(Intent::Open(time)),
            actions,
        }
    }
}

/// When to order, for a record of one's own or of somebody one helps: who orders
/// need not be who takes it. Once it was ordered, or counted anew, what is still on
/// show is taken back.
pub(crate) fn orders(holding: &Holding, view: View<'_>, plan: &mut Plan) {
    for entry in holding.record.current::<Medicine>() {
        let stopped = entry.value.stopped.is_some_and(|last| last < view.today());
        let Some(stock) = Stock::of(holding, &entry) else { continue };
        let created = entry.id.created_by();
        let id = format!("order.{}.{}.{}", holding.index, created.writer.0, created.counter);
        if stopped || !(stock.order_on.is_some() || stock.is_to_order(view.today())) {
            plan.take_back(id, false);
            continue;
        }
        plan.tellings.extend(when_to_order(&stock, view).map(|at| {
            let open = Press::Medicines(Intent::Order(holding.index, entry.id));
            order(id, at, open, view)
        }));
    }
}

/// At nine on the day that was said, or at the first nine since so few are left; none
/// where all of that is over.
fn when_to_order(stock: &Stock, view: View<'_>) -> Option<i64> {
    let zone = &view.now.zone;
    let nine = |day| when::happened(day, ORDER_AT, zone).at;
    let by_count = stock.few_since.and_then(|since| {
        let day = when::wall_at(since, zone).date();
        if nine(day) > since { Some(nine(day)) } else { Some(nine(when::days_after(day, 1)?)) }
    });
    let quiet = |at| view.open.settings.quiet.map_or(at, |quiet| quiet.over(at, zone));
    let all = [stock.order_on.map(nine), by_count];
    let now = view.now.ms.div_euclid(1000);
    all.into_iter().flatten().map(quiet).filter(|at| *at > now).min()
}

/// What is said: never of what.
fn order(id: String, at: i64, open: Press, view: View<'_>) -> Telling {
    let wall = when::wall_at(at, &view.now.zone);
    Telling {
        notification: Notification {
            id,
            purpose: Purpose::Reminders,
            title: say!(view.words, "app-name"),
            text: say!(view.words, "telling-order"),
            open: open.into(),
            actions: Vec::new(),
        },
        date: wall.date().to_string(),
        time: format!("{:02}:{:02}", wall.hour(), wall.minute()),
        zone: view.now.zone.clone(),
        at,
        expires: at + DAY,
        exact: false,
    }
}
