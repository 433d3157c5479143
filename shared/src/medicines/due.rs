//! What stands: the times of today, and those that come next.

use std::collections::HashMap;

use jiff::civil::Date;
use record::kinds::{Dose, Medicine, Ref, What};
use record::schedule::{Occurrence, OccurrenceKey, Schedule, State, Window, next, state};
use record::state::Entry;
use record::time::Hlc;
use record::{EntryId, OpId, Record, Scope, sort};

use crate::effects::clock::Now;
use crate::reminders::due::{clocks, days_around};
use crate::when;

/// An hour before it is due it can be taken, for an hour it is due, and for six
/// hours it is asked for; no longer than until the next one. What was not taken
/// by then is not known until somebody says.
pub(super) const WINDOW: Window = Window { early: 60, due: 60, expires: 360 };

/// How far back what was said still matters to what is asked.
const REACH: i64 = 4 * 86_400;

/// Stands before the name of a time, so that no reminder has the same.
pub(crate) const MARK: char = 'm';

/// The medicines that have, or had, times, each with all the rules that it had.
pub(crate) struct Medicines {
    all: Vec<Timed>,
}

struct Timed {
    entry: Entry<Medicine>,
    schedule: Schedule,
    /// When its first times were written down: nothing before is asked for.
    since: i64,
}

/// One time of a medicine, and where it stands.
pub(crate) struct Standing<'a> {
    /// Of which.
    pub(crate) medicine: &'a Entry<Medicine>,
    /// Its rules.
    pub(super) schedule: &'a Schedule,
    /// Which time.
    pub(crate) occurrence: Occurrence,
    /// Where it stands.
    pub(crate) state: State,
}

impl Standing<'_> {
    /// Whether it can be taken now.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.state, State::Due | State::Late)
    }
}

/// What was said of each time.
pub(crate) struct Answers(HashMap<OccurrenceKey, ((Hlc, EntryId), What)>);

impl Answers {
    /// Whether this time needs no asking.
    #[must_use]
    pub(crate) fn has(&self, key: &OccurrenceKey) -> bool {
        self.0.contains_key(key)
    }

    /// Of the doses of a record that happened since then.
    fn of(record: &Record, since: i64) -> Self {
        let mut said = HashMap::new();
        for entry in record.since::<Dose>(since) {
            if let Some(key) = entry.value.key() {
                // Of several the one that was written last, on every device the
                // same; the page of it shows all.
                let written = (entry.created.recorded, entry.id);
                let newer =
                    said.get(&key).is_none_or(|(known, _): &((Hlc, EntryId), _)| *known < written);
                if newer {
                    said.insert(key, (written, entry.value.what));
                }
            }
        }
        Self(said)
    }

    /// Of what was said lately.
    #[must_use]
    pub(crate) fn lately(record: &Record, now: &Now) -> Self {
        Self::of(record, now.ms.div_euclid(1000) - REACH)
    }

    /// Of all that was ever said.
    pub(super) fn all(record: &Record) -> Self {
        Self::of(record, i64::MIN)
    }
}

/// Every rule that a medicine had.
pub(super) fn schedule(record: &Record, id: EntryId) -> Schedule {
    let settings = record.settings::<Medicine>(id, Medicine::RULE);
    Schedule::new(record.own(id).created_by(), &settings, &clocks)
}

impl Medicines {
    /// Those of a record. Nothing is looked at where there are none.
    #[must_use]
    pub(crate) fn of(record: &Record, now: &Now) -> Self {
        let seconds = now.ms.div_euclid(1000);
        let mut all = Vec::new();
        for entry in record.current::<Medicine>() {
            let settings = record.settings::<Medicine>(entry.id, Medicine::RULE);
            let Some(first) = settings.first() else { continue };
            let created = record.own(entry.id).created_by();
            let mut schedule = Schedule::new(created, &settings, &clocks);
            // A clock that was put back since hides nothing.
            let since = Some(first.by.happened.at).filter(|at| *at <= seconds).unwrap_or(0);
            if schedule.is_elapsed() {
                schedule.last = last_said(record, created, seconds);
            }
            all.push(Timed { entry, schedule, since });
        }
        Self { all }
    }

    /// Whether there are none.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Today's times, and yesterday's that can still be taken.
    #[must_use]
    pub(crate) fn today(&self, answers: &Answers, now: &Now) -> Vec<Standing<'_>> {
        let seconds = now.ms.div_euclid(1000);
        let device = when::zone(now.going_by());
        let today = when::own_day(seconds, now);
        let (from, to) = days_around(now);
        let mut standing: Vec<Standing<'_>> = Vec::new();
        for one in &self.all {
            for occurrence in one.schedule.occurrences(from, to, &device) {
                if !one.is_asked(&occurrence) {
                    continue;
                }
                let standing_now = one.standing(occurrence, answers, seconds);
                let here = when::own_day(occurrence.at, now) == today;
                if here || standing_now.is_open() {
                    standing.push(standing_now);
                }
            }
            // Nothing comes after it until somebody says: it stays where they see it, for
            // as long as the medicine is taken.
            let taken = one.entry.value.stopped.is_none_or(|last| last >= today);
            let waiting = one.schedule.waiting(&device).filter(|waiting| one.is_asked(waiting));
            if let Some(waiting) = waiting.filter(|_| taken)
                && standing.iter().all(|other| other.occurrence.key != waiting.key)
            {
                let waiting = one.standing(waiting, answers, seconds);
                if waiting.state == State::Expired {
                    standing.push(waiting);
                }
            }
        }
        sort::by_key(&mut standing, |one| one.occurrence.at);
        standing
    }

    /// The next times to ask for, soonest first, at most so many; those that are not
    /// told outside the app too, where `silent`.
    #[must_use]
    pub(crate) fn next(
        &self,
        answers: &Answers,
        now: &Now,
        most: usize,
        silent: bool,
    ) -> Vec<Standing<'_>> {
        let device = when::zone(now.going_by());
        let asked = self.all.iter().filter(|one| silent || one.entry.value.silent != Some(true));
        let schedules: Vec<Schedule> = asked.map(|one| one.schedule.clone()).collect();
        let seconds = now.ms.div_euclid(1000);
        let settled = |key: &OccurrenceKey| answers.has(key) || self.is_over(key);
        next(&schedules, seconds, most, &device, &settled)
            .into_iter()
            .filter_map(|occurrence| {
                let one = self.with_rules(&occurrence.key)?;
                Some(one.standing(occurrence, answers, seconds))
            })
            .collect()
    }

    /// One time by its name: also of a rule that was amended since.
    #[must_use]
    pub(crate) fn find(
        &self,
        key: &OccurrenceKey,
        answers: &Answers,
        now: &Now,
    ) -> Option<Standing<'_>> {
        let one = self.with_rules(key)?;
        let device = when::zone(now.going_by());
        let day = |days| when::days_after(key.date, days).unwrap_or(key.date);
        let all = one.schedule.occurrences(day(-1), day(1), &device);
        let occurrence = all.into_iter().find(|one| one.key == *key)?;
        Some(one.standing(occurrence, answers, now.ms.div_euclid(1000)))
    }

    /// Whether its medicine was stopped before that day.
    fn is_over(&self, key: &OccurrenceKey) -> bool {
        self.with_rules(key).is_none_or(|one| one.is_over(key.date))
    }

    fn with_rules(&self, key: &OccurrenceKey) -> Option<&Timed> {
        self.all.iter().find(|one| one.schedule.id == key.schedule)
    }
}

impl Timed {
    fn is_over(&self, date: Date) -> bool {
        self.entry.value.stopped.is_some_and(|last| date > last)
    }

    fn is_asked(&self, one: &Occurrence) -> bool {
        one.late > self.since && !self.is_over(one.key.date)
    }

    fn standing(&self, occurrence: Occurrence, answers: &Answers, now: i64) -> Standing<'_> {
        let said = answers.0.get(&occurrence.key).map(|(_, what)| *what);
        let state = state(&occurrence, said, now);
        Standing { medicine: &self.entry, schedule: &self.schedule, occurrence, state }
    }
}

/// The name of a time, as it stands in a press.
#[must_use]
pub(crate) fn name(key: &OccurrenceKey) -> String {
    format!("{MARK}{}", key.to_text())
}

/// The time that a name is of. One from before the device had a number in the
/// record still names it.
#[must_use]
pub(crate) fn named(record: &Record, name: &str) -> Option<OccurrenceKey> {
    let mut key = OccurrenceKey::from_text(name.strip_prefix(MARK)?)?;
    key.schedule = record.own(id_of(key.schedule)).created_by();
    Some(key)
}

/// The entry that an operation of the medicines began.
pub(super) fn id_of(OpId { writer, counter }: OpId) -> EntryId {
    EntryId { scope: Scope::Medicines, writer, counter }
}

/// The doses of a medicine that hold, from that time on. Ten years of them are many:
/// who needs only the latest asks for no more.
pub(super) fn doses(
    record: &Record,
    medicine: OpId,
    since: i64,
) -> impl Iterator<Item = Entry<Dose>> + '_ {
    let of_it = move |entry: &Entry<Dose>| entry.value.medicine == Ref(medicine);
    record.naming::<Dose>(medicine, (since, i64::MAX)).filter(of_it)
}

/// How far back the latest of something is looked for: some weeks, a year, and all.
pub(super) fn reaches(now: i64) -> [i64; 3] {
    [now - 40 * 86_400, now - 400 * 86_400, i64::MIN]
}

/// What elapsed time is counted from: the dose that was taken last, or when it was said
/// last that one was not, or that it is not known. A word later, the next one comes.
fn last_said(record: &Record, medicine: OpId, now: i64) -> Option<i64> {
    reaches(now).into_iter().find_map(|since| {
        let said = doses(record, medicine, since)
            .filter(|entry| entry.value.was_taken() || entry.value.key().is_some());
        said.map(|entry| entry.happened.at).max()
    })
}

/// The dose that was taken last.
pub(super) fn last_taken(record: &Record, medicine: OpId, now: i64) -> Option<Entry<Dose>> {
    reaches(now).into_iter().find_map(|since| {
        let taken = doses(record, medicine, since).filter(|entry| entry.value.was_taken());
        taken.max_by_key(|entry| entry.happened.at)
    })
}
