//! Which readings of blood pressure at home count.
//!
//! A half of a day counts where it has two readings at least a minute apart; a day is
//! whole where both halves count; the first day is left out. NICE's guideline on high
//! blood pressure (NG136) has it so, of readings at home: for each recording two
//! consecutive measurements at least a minute apart, seated; twice daily, ideally in the
//! morning and evening; for at least 4 days, ideally 7; the first day's are discarded
//! and all that remain averaged.

use jiff::civil::Date;
use record::kinds::Reading;
use record::state::Entry;

use crate::effects::clock::Now;
use crate::when;

/// The most days that are looked at.
pub(super) const DAYS: i32 = 7;

/// How many there have to be before an average is said, the first with them.
pub(super) const LEAST: usize = 4;

/// The least time between two readings, in seconds.
const APART: i64 = 60;

/// One half of a day, before noon or from noon on, oldest first.
#[derive(Default)]
pub(super) struct Half {
    pub(super) readings: Vec<Entry<Reading>>,
}

/// What a half of a day comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comes {
    /// No reading.
    Empty,
    /// One reading.
    One,
    /// Several, all within less than a minute.
    TooClose,
    /// It counts.
    Counts,
}

/// The places of those that count: each at least a minute after the one before it that
/// does. None where they are fewer than two.
fn counting(times: &[i64]) -> Vec<usize> {
    let mut counted: Vec<usize> = Vec::new();
    let mut last: Option<i64> = None;
    for (at, time) in times.iter().enumerate() {
        if last.is_none_or(|last| time - last >= APART) {
            last = Some(*time);
            counted.push(at);
        }
    }
    if counted.len() < 2 { Vec::new() } else { counted }
}

impl Half {
    fn times(&self) -> Vec<i64> {
        self.readings.iter().map(|entry| entry.happened.at).collect()
    }

    pub(super) fn comes(&self) -> Comes {
        match self.readings.len() {
            0 => Comes::Empty,
            1 => Comes::One,
            _ if counting(&self.times()).is_empty() => Comes::TooClose,
            _ => Comes::Counts,
        }
    }

    /// Those that count.
    pub(super) fn counted(&self) -> impl Iterator<Item = &Entry<Reading>> {
        counting(&self.times()).into_iter().filter_map(|at| self.readings.get(at))
    }
}

/// One of the person's days, and its halves: the morning's and the evening's.
pub(super) struct Day {
    pub(super) date: Date,
    pub(super) halves: [Half; 2],
}

impl Day {
    pub(super) fn is_whole(&self) -> bool {
        self.halves.iter().all(|half| half.comes() == Comes::Counts)
    }
}

/// Whether a wall says the second half of the person's day; what they do after midnight
/// and before their day begins belongs to the evening.
pub(super) fn is_evening(wall: jiff::civil::DateTime, now: &Now) -> bool {
    wall.hour() >= 12 || when::own_date(wall, now) < wall.date()
}

/// The days of these readings, oldest first.
pub(super) fn days(readings: impl Iterator<Item = Entry<Reading>>, now: &Now) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for entry in readings {
        let wall = when::wall(&entry.happened);
        let date = when::own_date(wall, now);
        let half = usize::from(is_evening(wall, now));
        let at = days.iter().position(|day| day.date == date).unwrap_or_else(|| {
            days.push(Day { date, halves: Default::default() });
            days.len() - 1
        });
        if let Some(half) = days.get_mut(at).and_then(|day| day.halves.get_mut(half)) {
            half.readings.push(entry);
        }
    }
    for half in days.iter_mut().flat_map(|day| &mut day.halves) {
        record::sort::by_key(&mut half.readings, |entry| entry.happened.at);
    }
    record::sort::by_key(&mut days, |day| day.date);
    days
}

/// How many days lie between two.
pub(super) fn days_between(first: Date, last: Date) -> usize {
    usize::try_from(last.duration_since(first).as_hours() / 24).unwrap_or(0)
}

/// The days from a first one on.
pub(super) struct Course<'a> {
    pub(super) first: Date,
    /// Those with readings, oldest first.
    pub(super) days: Vec<&'a Day>,
}

impl<'a> Course<'a> {
    pub(super) fn of(days: &'a [Day], first: Date) -> Self {
        let end = when::days_after(first, DAYS).unwrap_or(first);
        let days = days.iter().filter(|day| day.date >= first && day.date < end).collect();
        Self { first, days }
    }

    /// The day after the last one.
    pub(super) fn end(&self) -> Date {
        when::days_after(self.first, DAYS).unwrap_or(self.first)
    }

    fn after_first(&self) -> impl Iterator<Item = &'a Day> {
        self.days.iter().copied().filter(|day| day.date > self.first)
    }

    /// How many whole days there are; the first one needs no more than a reading, for
    /// nothing of it counts.
    pub(super) fn whole(&self) -> usize {
        usize::from(self.days.iter().any(|day| day.date == self.first))
            + self.after_first().filter(|day| day.is_whole()).count()
    }

    /// The readings that are averaged, and on how many days they are.
    pub(super) fn counted(&self) -> (Vec<&'a Entry<Reading>>, usize) {
        let mut all = Vec::new();
        let mut days = 0;
        for day in self.after_first() {
            let before = all.len();
            all.extend(day.halves.iter().flat_map(Half::counted));
            days += usize::from(all.len() > before);
        }
        (all, days)
    }

    /// What is lacking until now: each day after the first, which half of it (none for
    /// a day without any reading), and what that comes to. A half that is not over yet
    /// lacks nothing.
    pub(super) fn lacks(&self, today: Date, evening: bool) -> Vec<(Date, Option<usize>, Comes)> {
        let mut lacks = Vec::new();
        let mut date = self.first;
        for _ in 1..DAYS {
            let Some(next) = when::days_after(date, 1).filter(|next| *next <= today) else { break };
            date = next;
            let day = self.days.iter().find(|day| day.date == date);
            match day {
                None if date < today => lacks.push((date, None, Comes::Empty)),
                None => {}
                Some(day) => {
                    for (at, half) in day.halves.iter().enumerate() {
                        let over = date < today || (at == 0 && evening);
                        let comes = half.comes();
                        if over && comes != Comes::Counts {
                            lacks.push((date, Some(at), comes));
                        }
                    }
                }
            }
        }
        lacks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_count_that_are_a_minute_apart_and_what_is_between_them_does_not() {
        assert_eq!(counting(&[]), Vec::<usize>::new());
        assert_eq!(counting(&[0]), Vec::<usize>::new());
        assert_eq!(counting(&[0, 59]), Vec::<usize>::new());
        assert_eq!(counting(&[0, 60]), [0, 1]);
        assert_eq!(counting(&[0, 20, 70, 90, 130]), [0, 2, 4]);
    }
}
