//! What stands: the times of today, and those that come next.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use record::kinds::{Outcome, Reading, Reminder, What};
use record::schedule::{Clocks, Occurrence, OccurrenceKey, Schedule, State, next, state};
use record::state::Entry;
use record::time::Hlc;
use record::{EntryId, OpId, Record, Scope, sort};

use crate::effects::clock::Now;
use crate::{track, when, zones};

/// How far back what was said and measured still matters to what is asked: a
/// window is at most a day on each side, and a wall can be a day from another.
const REACH: i64 = 4 * 86_400;

/// The reminders that are wanted, each with all the rules that it had.
pub(crate) struct Reminders {
    all: Vec<(Entry<Reminder>, Schedule)>,
}

/// One time of a reminder, and where it stands.
pub(crate) struct Standing<'a> {
    /// Of which.
    pub(crate) reminder: &'a Entry<Reminder>,
    /// Which time.
    pub(crate) occurrence: Occurrence,
    /// Where it stands.
    pub(crate) state: State,
}

/// What was said lately, and what readings answered by themselves.
pub(crate) struct Answers {
    said: HashMap<OccurrenceKey, ((Hlc, EntryId), What)>,
    measured: HashSet<OccurrenceKey>,
}

impl Answers {
    /// Whether this time needs no asking.
    #[must_use]
    pub(crate) fn has(&self, key: &OccurrenceKey) -> bool {
        self.said.contains_key(key) || self.measured.contains(key)
    }

    fn state(&self, occurrence: &Occurrence, now: i64) -> State {
        let said = self.said.get(&occurrence.key).map(|(_, what)| *what);
        let measured = self.measured.contains(&occurrence.key);
        state(occurrence, said.or(measured.then_some(What::Done)), now)
    }
}

impl Reminders {
    /// Those of a record. Nothing is looked at where there are none.
    #[must_use]
    pub(crate) fn of(record: &Record) -> Self {
        let wanted = |entry: &Entry<Reminder>| entry.value.put_away != Some(true);
        let with_rules = |entry: Entry<Reminder>| {
            let mut schedule = Schedule::of(record, entry.id, &clocks);
            if schedule.is_elapsed() {
                schedule.last = last(record, entry.id.created_by());
            }
            (entry, schedule)
        };
        Self { all: record.current::<Reminder>().filter(wanted).map(with_rules).collect() }
    }

    /// Whether there are none.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// What was said of their times lately, and measured.
    #[must_use]
    pub(crate) fn answers(&self, record: &Record, now: &Now) -> Answers {
        let lately = now.ms.div_euclid(1000) - REACH;
        let mut said = HashMap::new();
        for entry in record.since::<Outcome>(lately) {
            if let Some(key) = OccurrenceKey::of(&entry.value) {
                // Of several the one that was written last, on every device the
                // same; the page of it shows all.
                let written = (entry.created.recorded, entry.id);
                let newer = said.get(&key).is_none_or(|(known, _)| *known < written);
                if newer {
                    said.insert(key, (written, entry.value.what));
                }
            }
        }
        Answers { said, measured: self.measured(record, now, lately) }
    }

    /// The times that a reading of the reminder's tracker answers.
    fn measured(&self, record: &Record, now: &Now, lately: i64) -> HashSet<OccurrenceKey> {
        let mut measured = HashSet::new();
        if self.all.iter().all(|(entry, _)| entry.value.about.is_none()) {
            return measured;
        }
        let readings: Vec<(EntryId, i64)> = record
            .since::<Reading>(lately)
            .map(|entry| (track::tracker_id(&entry.value), entry.happened.at))
            .collect();
        let device = when::zone(now.going_by());
        let (from, to) = days_around(now);
        for (entry, schedule) in &self.all {
            let Some(about) = entry.value.about else { continue };
            let OpId { writer, counter } = about.0;
            let tracker = record.own(EntryId { scope: Scope::Health, writer, counter });
            for one in schedule.occurrences(from, to, &device) {
                let answers = |(id, at): &(EntryId, i64)| {
                    record.own(*id) == tracker && (one.opens..one.expires).contains(at)
                };
                if readings.iter().any(answers) {
                    measured.insert(one.key);
                }
            }
        }
        measured
    }

    /// Today's times, and yesterday's that can still be done.
    #[must_use]
    pub(crate) fn today(&self, answers: &Answers, now: &Now) -> Vec<Standing<'_>> {
        let seconds = now.ms.div_euclid(1000);
        let device = when::zone(now.going_by());
        let today = when::own_day(seconds, now);
        let (from, to) = days_around(now);
        let mut standing: Vec<Standing<'_>> = Vec::new();
        for (reminder, schedule) in &self.all {
            for occurrence in schedule.occurrences(from, to, &device) {
                let state = answers.state(&occurrence, seconds);
                let here = when::own_day(occurrence.at, now) == today;
                if here || matches!(state, State::Due | State::Late) {
                    standing.push(Standing { reminder, occurrence, state });
                }
            }
            // Nothing comes after it until somebody says: it stays where they see it. One
            // that a reading answers may have been answered long ago.
            if reminder.value.about.is_none()
                && let Some(occurrence) = schedule.waiting(&device)
                && standing.iter().all(|other| other.occurrence.key != occurrence.key)
            {
                let state = answers.state(&occurrence, seconds);
                if state == State::Expired {
                    standing.push(Standing { reminder, occurrence, state });
                }
            }
        }
        sort::by_key(&mut standing, |one| one.occurrence.at);
        standing
    }

    /// The next times to ask for, soonest first, at most so many.
    #[must_use]
    pub(crate) fn next(&self, answers: &Answers, now: &Now, most: usize) -> Vec<Standing<'_>> {
        let device = when::zone(now.going_by());
        let schedules: Vec<Schedule> = self.all.iter().map(|(_, rules)| rules.clone()).collect();
        let seconds = now.ms.div_euclid(1000);
        next(&schedules, seconds, most, &device, &|key| answers.has(key))
            .into_iter()
            .filter_map(|occurrence| {
                let reminder = self.reminder(&occurrence.key)?;
                Some(Standing { reminder, occurrence, state: State::Upcoming })
            })
            .collect()
    }

    /// When one of them comes next, answered or not; none where it comes no more.
    #[must_use]
    pub(crate) fn coming(&self, id: EntryId, now: &Now) -> Option<i64> {
        let (_, schedule) = self.all.iter().find(|(entry, _)| entry.id == id)?;
        let device = when::zone(now.going_by());
        let seconds = now.ms.div_euclid(1000);
        let all = next(std::slice::from_ref(schedule), seconds, 1, &device, &|_| false);
        all.first().map(|one| one.at)
    }

    /// One time by its name: also of a rule that was amended since.
    #[must_use]
    pub(crate) fn find(
        &self,
        key: &OccurrenceKey,
        answers: &Answers,
        now: &Now,
    ) -> Option<Standing<'_>> {
        let (reminder, schedule) = self.with_rules(key)?;
        let device = when::zone(now.going_by());
        let (from, to) = (before(key.date), after(key.date));
        let all = schedule.occurrences(from, to, &device);
        let occurrence = all.into_iter().find(|one| one.key == *key)?;
        let state = answers.state(&occurrence, now.ms.div_euclid(1000));
        Some(Standing { reminder, occurrence, state })
    }

    /// The reminder that a time is of.
    #[must_use]
    pub(crate) fn reminder(&self, key: &OccurrenceKey) -> Option<&Entry<Reminder>> {
        self.with_rules(key).map(|(entry, _)| entry)
    }

    fn with_rules(&self, key: &OccurrenceKey) -> Option<&(Entry<Reminder>, Schedule)> {
        self.all.iter().find(|(_, schedule)| schedule.id == key.schedule)
    }
}

/// The time that a name is of. One from before the device had a number in the
/// record still names it.
#[must_use]
pub(crate) fn named(record: &Record, name: &str) -> Option<OccurrenceKey> {
    let mut key = OccurrenceKey::from_text(name)?;
    let OpId { writer, counter } = key.schedule;
    key.schedule = record.own(EntryId { scope: Scope::Health, writer, counter }).created_by();
    Some(key)
}

/// The clocks of a zone, for rules that are pinned to one.
pub(crate) fn clocks(zone: &str) -> Option<Arc<dyn Clocks>> {
    Some(Arc::new(zones::get(zone)?))
}

/// When something was last said of a reminder: what elapsed time is counted from.
fn last(record: &Record, reminder: OpId) -> Option<i64> {
    let of_it = |entry: &Entry<Outcome>| entry.value.reminder.0 == reminder;
    record.current::<Outcome>().filter(of_it).map(|entry| entry.happened.at).max()
}

/// Yesterday and tomorrow: a rule's day is not always the wall's.
pub(crate) fn days_around(now: &Now) -> (Date, Date) {
    let today = when::wall_at(now.ms.div_euclid(1000), now.going_by()).date();
    (before(today), after(today))
}

fn before(date: Date) -> Date {
    when::days_after(date, -1).unwrap_or(date)
}

fn after(date: Date) -> Date {
    when::days_after(date, 1).unwrap_or(date)
}
