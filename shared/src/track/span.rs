//! The stretch of time that a chart or a page of patterns is about: whole days, as
//! the person's own day begins.

use jiff::civil::{Date, DateTime, Time};
use record::EntryId;
use serde::{Deserialize, Serialize};

use crate::effects::clock::Now;
use crate::model::View;
use crate::nav::Intent as Press;
use crate::screen::Button;
use crate::when;
use crate::words::{Words, say};

/// In seconds.
const DAY: i64 = 86_400;

/// How long it is.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Range {
    /// One day.
    Day,
    /// 7 days.
    Week,
    /// 30 days.
    #[default]
    Month,
    /// 365 days.
    Year,
}

/// How long, and the last day: year, month and day. None for today.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Span {
    /// How long.
    pub range: Range,
    /// The last day.
    pub until: Option<(i16, i8, i8)>,
}

/// A stretch of time, seen from today.
#[derive(Clone, Copy)]
pub(super) struct Window<'a> {
    pub(super) range: Range,
    pub(super) first: Date,
    pub(super) last: Date,
    pub(super) today: Date,
    pub(super) now: &'a Now,
}

impl Range {
    const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Year];

    fn days(self) -> i32 {
        match self {
            Self::Day => 1,
            Self::Week => 7,
            Self::Month => 30,
            Self::Year => 365,
        }
    }

    fn label(self, words: &Words) -> String {
        words.get(match self {
            Self::Day => "track-range-day",
            Self::Week => "track-range-week",
            Self::Month => "track-range-month",
            Self::Year => "track-range-year",
        })
    }
}

impl Span {
    /// Seen from today.
    pub(super) fn window(self, view: View<'_>) -> Window<'_> {
        let today = view.own_day();
        let until = self.until.and_then(|(year, month, day)| Date::new(year, month, day).ok());
        let last = until.filter(|until| *until < today).unwrap_or(today);
        let first = when::days_after(last, 1 - self.range.days()).unwrap_or(last);
        Window { range: self.range, first, last, today, now: view.now }
    }

    /// The choice between the ranges.
    pub(super) fn choices(self, words: &Words, press: impl Fn(Self) -> Press) -> Vec<Button> {
        let choice = |range| {
            let press = press(Self { range, ..self });
            Button::secondary(range.label(words), press).chosen(range == self.range)
        };
        Range::ALL.into_iter().map(choice).collect()
    }
}

impl Window<'_> {
    /// Where it begins, on the axis of time.
    pub(super) fn from(&self) -> f64 {
        self.dawn(self.first)
    }

    /// Where it ends.
    pub(super) fn to(&self) -> f64 {
        self.dawn(self.last) + 1440.0
    }

    /// Where a day of the person's begins.
    pub(super) fn dawn(&self, date: Date) -> f64 {
        when::day_minutes(date) + f64::from(self.now.day_start)
    }

    /// Whether what a wall said lies in it.
    pub(super) fn holds(&self, wall: DateTime) -> bool {
        let date = when::own_date(wall, self.now);
        self.first <= date && date <= self.last
    }

    /// Seconds since 1970 between which it lies, wherever on earth.
    pub(super) fn reach(&self) -> (i64, i64) {
        let midnight = |date| when::happened(date, Time::midnight(), &self.now.zone).at;
        // A wall's day begins up to 26 hours from here, one's own up to 12 later.
        (midnight(self.first) - 2 * DAY, midnight(self.last) + 4 * DAY)
    }

    /// "in the last 7 days", "from 15 April 1991 to 21 April 1991".
    pub(super) fn words(&self, words: &Words) -> String {
        if self.last == self.today {
            return words.get(match self.range {
                Range::Day => "track-span-day",
                Range::Week => "track-span-week",
                Range::Month => "track-span-month",
                Range::Year => "track-span-year",
            });
        }
        let day = |date| when::day(words, date, self.today);
        if self.first == self.last {
            return say!(words, "track-sum-on", day = day(self.last));
        }
        say!(words, "track-span-from", from = day(self.first), to = day(self.last))
    }

    /// To what is older and what is newer, past stretches with nothing in them.
    /// All readings come by time, oldest first; `day` says of which day one is.
    pub(super) fn steps(
        &self,
        all: &[(i64, EntryId)],
        day: &dyn Fn(EntryId) -> Option<Date>,
    ) -> (Option<Span>, Option<Span>) {
        let until = |last: Date| Span {
            range: self.range,
            until: (last < self.today).then(|| (last.year(), last.month(), last.day())),
        };
        let (from, to) = self.reach();
        let near = all.partition_point(|(at, _)| *at < from + 4 * DAY);
        let mut before = all.iter().take(near).rev().filter_map(|(_, id)| day(*id));
        let earlier = before.find(|date| *date < self.first).map(until);
        let later = (self.last < self.today).then(|| {
            let near = all.partition_point(|(at, _)| *at < to - 6 * DAY);
            let mut after = all.iter().skip(near).filter_map(|(_, id)| day(*id));
            let next = after.find(|date| *date > self.last);
            let next = next.and_then(|next| when::days_after(next, self.range.days() - 1));
            until(next.unwrap_or(self.today))
        });
        (earlier, later)
    }
}
