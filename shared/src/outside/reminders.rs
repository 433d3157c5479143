//! What a platform keeps for later: the next thirty times, of all records of one's own
//! on this device, and those that were put off. Reminders and medicines are asked for
//! alike ([`Source`]).

use jiff::civil::DateTime;
use record::OpId;
use record::schedule::{Promise, Rule};

use super::plan::{Asked, Plan, is_put_off};
use super::travel::Moved;
use crate::effects::clock::Now;
use crate::effects::platform::{Notification, NotificationAction, Purpose, Telling};
use crate::holding::{Holding, RecordSide};
use crate::model::View;
use crate::nav::Intent as Press;
use crate::reminders::Time;
use crate::words::{Words, say};
use crate::{medicines, reminders, when};

/// As many as are armed: half of what iOS keeps, so that other things have room.
pub(super) const MOST: usize = 30;

/// What has times that the person is asked for. One by one behind this, so that what
/// is done with them is there once.
pub(crate) trait Source {
    /// Today's times, and yesterday's that can still be done.
    fn today(&self, now: &Now) -> Vec<Asking>;

    /// The next times that nobody has answered yet, soonest first, at most so many;
    /// those that are not told outside the app too, where `silent`.
    fn next(&self, now: &Now, most: usize, silent: bool) -> Vec<Asking>;

    /// One time by its name: also of a rule that was amended since.
    fn find(&self, name: &str, now: &Now) -> Option<Asking>;
}

/// By which clock a rule goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RuleClock {
    /// By the clock wherever the person is.
    Floating,
    /// By the clock of this zone, or by a time that has passed since the last.
    Instant(Option<String>),
}

impl RuleClock {
    /// That of a rule; one that cannot be read has none.
    pub(crate) fn of(rule: Option<&Rule>) -> Self {
        match rule {
            Some(rule) if rule.promise() == Promise::Floating => Self::Floating,
            rule => {
                let zone = rule.and_then(|rule| rule.terms().zone.as_ref());
                Self::Instant(zone.map(|zone| zone.name().to_owned()))
            }
        }
    }

    fn zone(&self) -> Option<String> {
        match self {
            Self::Floating => None,
            Self::Instant(zone) => zone.clone(),
        }
    }
}

/// One time, and how it is asked for.
#[expect(clippy::struct_excessive_bools, reason = "each is by itself true or not")]
pub(crate) struct Asking {
    /// Of which reminder or medicine.
    pub(crate) which: OpId,
    /// What an id of it begins with.
    pub(crate) kind: &'static str,
    /// Its name in the record.
    pub(crate) name: String,
    /// What it is, in words.
    pub(crate) label: String,
    /// When, and how insistently.
    pub(crate) asked: Asked,
    /// The same by the clock of the rule.
    pub(crate) wall: DateTime,
    /// By which clock its rule goes.
    pub(crate) clock: RuleClock,
    /// Whether it needs no asking any more.
    pub(crate) answered: bool,
    /// Whether it is not told outside the app.
    pub(crate) silent: bool,
    /// Whether a locked screen may show what it is.
    pub(crate) shown: bool,
    /// Whether it comes to the minute, where the person wants that.
    pub(crate) exact: bool,
    /// What opens it.
    pub(crate) open: Press,
    /// Its buttons: what they say, what they do, and whether the app comes to the
    /// front for it.
    pub(crate) actions: Vec<(String, Press, bool)>,
}

/// What is to be said later, and the ids of what needs no saying any more.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Later {
    /// Soonest first.
    pub(super) tellings: Vec<Telling>,
    /// Of today: done, or over.
    pub(super) over: Vec<String>,
    /// How many times of each record of one's own are due now.
    pub(super) due: Vec<(u32, usize)>,
}

/// All that has times in a record; nothing where there is nothing of the kind.
pub(crate) fn sources<'a>(
    holding: &'a Holding,
    now: &Now,
    words: &'a Words,
) -> Vec<Box<dyn Source + 'a>> {
    let mut sources: Vec<Box<dyn Source + 'a>> = Vec::new();
    sources.extend(medicines::telling::source(holding, now, words));
    sources.extend(reminders::source(holding, now, words));
    sources
}

/// From all records of one's own; when to order, from those of others too.
pub(super) fn later(view: View<'_>) -> Later {
    let mut plan = Plan::default();
    let mut due: Vec<(u32, usize)> = Vec::new();
    // On a bad day nothing is counted.
    let bad = view.open.settings.bad_day.as_ref() == Some(&view.own_day().to_string());
    for holding in &view.open.holdings {
        medicines::telling::orders(holding, view, &mut plan);
        if holding.about.side != RecordSide::Person {
            continue;
        }
        for source in sources(holding, view.now, view.words) {
            let now = times(&*source, holding.index, view, &mut plan);
            due.extend((now > 0 && !bad).then_some((holding.index, now)));
        }
    }
    let over = std::mem::take(&mut plan.over);
    let (mut tellings, left_out) = plan.within(MOST);
    // After the last one nothing comes until the app has been open.
    if let Some(last) = tellings.last_mut().filter(|_| left_out) {
        last.notification.text = say!(view.words, "telling-last");
    }
    Later { tellings, over, due }
}

/// The next times, those of today that are still open, those that were put off, and
/// the ids of those that need no saying any more. Answers how many are due now: asked
/// for, not answered and not put off.
fn times(source: &dyn Source, record: u32, view: View<'_>, plan: &mut Plan) -> usize {
    plan.tellings.extend(put_off(source, record, view));
    let now = view.now.ms.div_euclid(1000);
    let mut open = Vec::new();
    for one in source.today(view.now) {
        if one.answered || one.asked.expires <= now {
            if one.answered || one.asked.at <= now {
                plan.take_back(id(&one, record), one.asked.insist);
            }
        } else if one.asked.at <= now && !one.silent {
            open.push(one);
        }
    }
    let due = open.iter().filter(|one| !is_put_off(&time(one, record), view)).count();
    open.extend(source.next(view.now, MOST + 1, false));
    for one in &open {
        if !is_put_off(&time(one, record), view) {
            plan.tell(one.asked, view, |at| telling(one, at, record, view));
        }
    }
    due
}

/// The id of what is said of one time.
fn id(one: &Asking, record: u32) -> String {
    // As reminders have it; what medicines are called begins with a mark of its own.
    format!("{}.{record}.{}", one.kind, one.name.trim_start_matches(medicines::due::MARK))
}

fn time(one: &Asking, record: u32) -> Time {
    Time { record, key: one.name.clone() }
}

/// Each time of the next days, as it is by each of two clocks: as far ahead as that,
/// in seconds, by the one or the other, and those that are not told outside the app
/// too, for they move on Today.
pub(super) fn moved(holding: &Holding, clocks: [&Now; 2], ahead: i64, words: &Words) -> Vec<Moved> {
    let mut all: Vec<Moved> = Vec::new();
    for source in sources(holding, clocks[1], words) {
        for now in clocks {
            let end = now.ms.div_euclid(1000) + ahead;
            for one in all_until(&*source, now, end) {
                let find = |now| Some(source.find(&one.name, now)?.asked.at);
                all.push(Moved {
                    before: find(clocks[0]).unwrap_or(one.asked.at),
                    after: find(clocks[1]).unwrap_or(one.asked.at),
                    what: one.label,
                    key: one.name,
                });
            }
        }
    }
    all
}

/// All the next times until then, however many.
fn all_until(source: &dyn Source, now: &Now, end: i64) -> Vec<Asking> {
    let mut most = MOST;
    loop {
        let mut next = source.next(now, most, true);
        let whole = next.len() < most || next.last().is_none_or(|last| last.asked.at > end);
        if whole {
            next.retain(|one| one.asked.at <= end);
            return next;
        }
        most *= 2;
    }
}

fn put_off(source: &dyn Source, record: u32, view: View<'_>) -> Vec<Telling> {
    let mut tellings = Vec::new();
    for put_off in &view.open.settings.snoozed {
        if put_off.until_ms <= view.now.ms || put_off.time.record != record {
            continue;
        }
        // Once the next one comes, this one is not asked for any more.
        let at = put_off.until_ms.div_euclid(1000);
        if let Some(one) = source.find(&put_off.time.key, view.now)
            && !one.answered
            && at < one.asked.expires
        {
            tellings.push(telling(&one, at, record, view));
        }
    }
    tellings
}

fn telling(one: &Asking, at: i64, record: u32, view: View<'_>) -> Telling {
    let words = view.words;
    let text = if one.shown { one.label.clone() } else { say!(words, "telling-reminder") };
    // What is pinned keeps its own zone's clock, and what floats that of the zone that
    // the person agreed to: a phone that goes by another one moves nothing by itself.
    // What was put off is an instant.
    let (wall, zone) = if at == one.asked.at {
        (one.wall, one.clock.zone().unwrap_or_else(|| view.now.going_by().to_owned()))
    } else {
        (when::wall_at(at, &view.now.zone), view.now.zone.clone())
    };
    let action = |(label, press, opens): &(String, Press, bool)| NotificationAction {
        label: label.clone(),
        action: press.clone().into(),
        opens: *opens,
    };
    Telling {
        notification: Notification {
            id: id(one, record),
            purpose: Purpose::Reminders,
            title: say!(words, "app-name"),
            text,
            open: one.open.clone().into(),
            actions: one.actions.iter().map(action).collect(),
        },
        date: wall.date().to_string(),
        time: format!("{:02}:{:02}", wall.hour(), wall.minute()),
        zone,
        at,
        expires: one.asked.expires,
        exact: one.exact && view.open.settings.exact,
    }
}
