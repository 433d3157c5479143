//! What a schedule can say.

use jiff::civil::{Date, Weekday};

use super::amount::Amount;
use super::check::{self, RuleError};
use super::day;
use crate::time::Zone;

/// What a schedule says, before anyone has looked whether it can be.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// On which days, at which times.
    pub when: When,
    /// The zone that its times are pinned to; none for wherever the person is.
    pub zone: Option<Zone>,
    /// The first day. What comes every so many days, weeks or months, the steps
    /// and the number of a course are counted from it.
    pub first: Date,
    /// The day from which this version holds: not before `first`, and `first`
    /// itself where nothing was amended.
    pub from: Date,
    /// When it is over.
    pub end: End,
    /// When the person's day begins, in minutes after midnight, below 1440:
    /// times before it, on the clock, belong to the day before.
    pub day_start: u16,
    /// How long one is due, and when it is no longer asked for.
    pub window: Window,
}

/// On which days, at which times.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// At times of day.
    Calendar {
        /// On which days.
        days: Days,
        /// At which times: one after the other from the first day. A course
        /// that does not change has one.
        steps: Vec<Step>,
    },
    /// When it is needed. There are no occurrences; see [`InForce::needed`](super::InForce::needed).
    AsNeeded {
        /// The least time between two, in minutes; at most a day.
        gap: Option<u16>,
        /// The most in one of the person's days.
        most: Option<u16>,
    },
    /// So long after the last outcome, whatever the clock says.
    Elapsed {
        /// In minutes; at most a week.
        every: u16,
        /// The first of all, in minutes after the midnight of the day from which
        /// it holds; and where the last outcome is too long before that.
        start: u16,
    },
}

/// On which days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// Every so many days, 1 to 366.
    Every(u16),
    /// On some days of every so many weeks, 1 to 104; weeks begin on Monday.
    Weeks {
        /// Every so many.
        every: u16,
        /// On which days of them.
        on: Weekdays,
    },
    /// On a date of every so many months, 1 to 24. A month too short for it has
    /// it on its last day.
    MonthDay {
        /// Every so many.
        every: u16,
        /// The date, 1 to 31.
        day: u8,
    },
    /// On a weekday of every so many months, 1 to 24.
    MonthWeekday {
        /// Every so many.
        every: u16,
        /// Which of that weekday, 1 to 4; [`Days::LAST`] for the last.
        nth: u8,
        /// Which weekday.
        on: Weekday,
    },
}

impl Days {
    /// Every day.
    pub const DAILY: Self = Self::Every(1);
    /// The last one of a weekday in a month.
    pub const LAST: u8 = 5;
}

/// A set of days of the week: bit 0 is Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekdays(pub u8);

impl Weekdays {
    /// These.
    #[must_use]
    pub fn of(days: &[Weekday]) -> Self {
        let mut bits = 0;
        for day in days {
            bits |= 1 << day.to_monday_zero_offset();
        }
        Self(bits)
    }
}

/// The times of some days on end.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// How many days, those without an occurrence counted too; 0, in the last
    /// step only, for no end.
    pub days: u16,
    /// At which times, 1 to 24. [`Rule::new`] puts them in the order in which
    /// they come in the person's day.
    pub times: Vec<At>,
}

/// One time of day.
#[derive(Clone, Debug, PartialEq)]
pub struct At {
    /// Minutes after midnight on the clock, below 1440.
    pub minute: u16,
    /// How much.
    pub amount: Option<Amount>,
}

/// When a schedule is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Not for now.
    Open,
    /// After this day.
    On(Date),
    /// After so many occurrences, counted from the first day.
    After(u32),
}

/// The times around one occurrence, in minutes, at most a day each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// It is due from so long before its time,
    pub early: u16,
    /// until so long after it; then it is late,
    pub due: u16,
    /// until so long after it, and then nobody is asked any more: what became of
    /// it is not known. It is over before that where the next one comes.
    pub expires: u16,
}

/// What is kept when the person travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise<'a> {
    /// The wall's time, wherever the person is.
    Floating,
    /// The wall's time in this zone.
    Pinned(&'a Zone),
    /// The time since the last one.
    Elapsed,
}

/// What a schedule says, where it can be: [`Rule::new`] is the only way to one.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule(Terms);

impl Rule {
    /// Puts the times in order, and looks whether such a schedule can be.
    ///
    /// # Errors
    /// [`RuleError`] says what cannot be.
    pub fn new(mut terms: Terms) -> Result<Self, RuleError> {
        if let When::Calendar { steps, .. } = &mut terms.when {
            for step in steps {
                put_in_order(&mut step.times, terms.day_start);
            }
        }
        check::check(&terms)?;
        let rule = Self(terms);
        if rule.is_never() { Err(RuleError::Never) } else { Ok(rule) }
    }

    /// What it says.
    #[must_use]
    pub fn terms(&self) -> &Terms {
        &self.0
    }

    /// What is kept when the person travels.
    #[must_use]
    pub fn promise(&self) -> Promise<'_> {
        match (&self.0.when, &self.0.zone) {
            (When::Elapsed { .. }, _) => Promise::Elapsed,
            (_, Some(zone)) => Promise::Pinned(zone),
            (_, None) => Promise::Floating,
        }
    }

    /// How much, at this time of this day.
    #[must_use]
    pub fn amount(&self, date: Date, slot: u16) -> Option<&Amount> {
        let times = self.times(day::number(date)?)?;
        times.iter().find(|at| at.minute == slot)?.amount.as_ref()
    }
}

/// How long after the beginning of the person's day a time comes, in minutes.
pub(super) fn place(minute: u16, day_start: u16) -> u16 {
    match minute.checked_sub(day_start) {
        Some(place) => place,
        // Nothing has been checked yet where times are put in order.
        None => minute.saturating_add(day::MINUTES.saturating_sub(day_start)),
    }
}

fn put_in_order(times: &mut [At], day_start: u16) {
    // Nothing to do where they come as they are kept, and never many.
    for end in 1..times.len() {
        let mut at = end;
        while at > 0 && place(times[at].minute, day_start) < place(times[at - 1].minute, day_start)
        {
            times.swap(at, at - 1);
            at -= 1;
        }
    }
}
