//! From day to day: on which of them a rule comes, and at which times.

use jiff::civil::Date;

use super::day;
use super::rule::{At, Days, End, Rule, When};

/// No rule is silent for more days between two of its own.
pub(super) const LONGEST_SILENCE: i64 = 800;

/// The days of a rule on which it comes, with the times.
pub(super) struct Walk<'a> {
    rule: &'a Rule,
    date: Date,
    number: u32,
    to: Date,
    /// How many more times.
    left: usize,
    from: Date,
}

impl<'a> Walk<'a> {
    /// Both days are within.
    pub(super) fn new(rule: &'a Rule, from: Date, to: Date) -> Self {
        let terms = rule.terms();
        let from = from.max(terms.from);
        let mut to = to;
        let mut left = usize::MAX;
        // A course is counted from its first day.
        let mut date = from;
        match terms.end {
            End::Open => {}
            End::On(last) => to = to.min(last),
            End::After(many) => {
                left = usize::try_from(many).unwrap_or(left);
                date = terms.first;
            }
        }
        Self { rule, date, number: day::number(date).unwrap_or(0), to, left, from }
    }

    pub(super) fn next(&mut self) -> Option<(Date, &'a [At])> {
        while self.date <= self.to && self.left > 0 {
            let (date, number) = (self.date, self.number);
            // At the end of the calendar there is no tomorrow.
            match date.tomorrow() {
                Ok(tomorrow) => (self.date, self.number) = (tomorrow, number + 1),
                Err(_) => self.left = 0,
            }
            if !self.rule.falls_on(date, number) {
                continue;
            }
            let times = self.rule.times(number)?;
            let times = &times[..times.len().min(self.left)];
            self.left = self.left.saturating_sub(times.len());
            if date >= self.from {
                return Some((date, times));
            }
        }
        None
    }
}

impl Rule {
    /// The times of a day on which it falls: those of the step that it has come
    /// to. None once the last step is over, and for what has no times.
    pub(super) fn times(&self, number: u32) -> Option<&[At]> {
        let When::Calendar { steps, .. } = &self.terms().when else { return None };
        let mut since = number.checked_sub(day::number(self.terms().first)?)?;
        for step in steps {
            let days = u32::from(step.days);
            if days == 0 || since < days {
                return Some(&step.times);
            }
            since -= days;
        }
        None
    }

    fn falls_on(&self, date: Date, number: u32) -> bool {
        let When::Calendar { days, .. } = &self.terms().when else { return false };
        let first = self.terms().first;
        let Some(since) = day::number(first).and_then(|first| number.checked_sub(first)) else {
            return false;
        };
        // The first of 1970 was a Thursday; weeks begin on Monday.
        let week = |number: u32| (number + 3) / 7;
        let month = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
        let months = |every: u16| (month(date) - month(first)) % i32::from(every) == 0;
        match *days {
            Days::Every(every) => since % u32::from(every) == 0,
            Days::Weeks { every, on } => {
                on.0 >> ((number + 3) % 7) & 1 == 1
                    && (week(number) - week(number - since)) % u32::from(every) == 0
            }
            Days::MonthDay { every, day } => {
                date.day() == day.cast_signed().min(date.days_in_month()) && months(every)
            }
            Days::MonthWeekday { every, nth, on } => {
                let place = date.day();
                let right = if nth == Days::LAST {
                    place + 7 > date.days_in_month()
                } else {
                    (place - 1) / 7 + 1 == nth.cast_signed()
                };
                right && date.weekday() == on && months(every)
            }
        }
    }

    /// Whether it has times of day and ends before any of them comes.
    pub(super) fn is_never(&self) -> bool {
        let terms = self.terms();
        let to = day::days_after(terms.from, LONGEST_SILENCE);
        matches!(terms.when, When::Calendar { .. })
            && Walk::new(self, terms.from, to).next().is_none()
    }
}
