//! Which schedules cannot be.

use jiff::civil::Date;

use super::day;
use super::rule::{Days, End, Terms, When, Window, place};

/// Why a schedule cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RuleError {
    /// No steps, or one without a time.
    #[error("it has no times")]
    NoTimes,
    /// The same time twice in one day.
    #[error("two of its times are the same")]
    EqualTimes,
    /// More than [`RuleError::MOST_TIMES`] times in one day.
    #[error("it has more than 24 times a day")]
    TooManyTimes,
    /// A time that is on no clock.
    #[error("a time is not on the clock")]
    NotOnTheClock,
    /// No days of the week, or days that no week has.
    #[error("these are no days of the week")]
    Weekdays,
    /// Every 0 of something.
    #[error("every 0 days, weeks, months or hours is nothing")]
    EveryNothing,
    /// Every so many, and so many that nobody can mean it.
    #[error("it comes too rarely")]
    TooRare,
    /// A date that no month has.
    #[error("no month has this day")]
    NoSuchDay,
    /// Neither the first to the fourth nor the last of a weekday.
    #[error("no month has this weekday so often")]
    NoSuchWeekday,
    /// Its end is before its beginning.
    #[error("it ends before it begins")]
    EndBeforeStart,
    /// It holds from a day before its first.
    #[error("it holds from before its first day")]
    FromBeforeFirst,
    /// A course of no occurrences.
    #[error("a course of none")]
    NoCourse,
    /// A course of more than [`RuleError::LONGEST_COURSE`].
    #[error("a course of too many")]
    LongCourse,
    /// A number of occurrences for what has none until somebody acts.
    #[error("only times of day can be counted")]
    NotCounted,
    /// More than [`RuleError::MOST_STEPS`] steps.
    #[error("it has too many steps")]
    TooManySteps,
    /// A step without an end before another one.
    #[error("a step before the last has no end")]
    EndlessStep,
    /// A gap of nothing, or of more than a day.
    #[error("the gap is none, or longer than a day")]
    Gap,
    /// None a day is no schedule.
    #[error("none a day is allowed")]
    NoneADay,
    /// A window longer than a day, one that closes before it is late, or one
    /// that is never open.
    #[error("its window cannot be")]
    Window,
    /// The day begins at a time that is on no clock.
    #[error("the day begins at no time of the clock")]
    DayStart,
    /// A day before 1970 or after 2199.
    #[error("a day is too far away")]
    TooFar,
    /// An amount without words, or of too many.
    #[error("an amount says nothing, or too much")]
    Amount,
    /// No day of it is left before it ends.
    #[error("it ends before it comes once")]
    Never,
}

impl RuleError {
    /// The most times in one day.
    pub const MOST_TIMES: usize = 24;
    /// The most occurrences of a course.
    pub const LONGEST_COURSE: u32 = 9_999;
    /// The most steps.
    pub const MOST_STEPS: usize = 100;
}

/// The longest interval of elapsed time, in minutes.
const WEEK: u16 = 7 * day::MINUTES;

fn when(good: bool, error: RuleError) -> Result<(), RuleError> {
    if good { Ok(()) } else { Err(error) }
}

/// Looks at each part. The times stand in order already.
pub(super) fn check(terms: &Terms) -> Result<(), RuleError> {
    when(near(terms.first) && near(terms.from), RuleError::TooFar)?;
    when(terms.first <= terms.from, RuleError::FromBeforeFirst)?;
    when(terms.day_start < day::MINUTES, RuleError::DayStart)?;
    window(terms.window)?;
    let counted = match terms.end {
        End::Open => false,
        End::On(last) => {
            when(near(last), RuleError::TooFar)?;
            when(terms.from <= last, RuleError::EndBeforeStart)?;
            false
        }
        End::After(many) => {
            when(many > 0, RuleError::NoCourse)?;
            when(many <= RuleError::LONGEST_COURSE, RuleError::LongCourse)?;
            true
        }
    };
    match &terms.when {
        When::Calendar { days, .. } => {
            self::days(*days)?;
            steps(terms)
        }
        When::AsNeeded { gap, most } => {
            when(!counted, RuleError::NotCounted)?;
            when(*most != Some(0), RuleError::NoneADay)?;
            when(gap.is_none_or(|gap| (1..=day::MINUTES).contains(&gap)), RuleError::Gap)
        }
        When::Elapsed { every, start } => {
            when(!counted, RuleError::NotCounted)?;
            when(*every > 0, RuleError::EveryNothing)?;
            when(*every <= WEEK, RuleError::TooRare)?;
            when(*start < day::MINUTES, RuleError::NotOnTheClock)
        }
    }
}

fn near(date: Date) -> bool {
    (1970..2200).contains(&date.year())
}

fn window(window: Window) -> Result<(), RuleError> {
    let Window { early, due, expires } = window;
    when(
        early <= day::MINUTES && due <= expires && (1..=day::MINUTES).contains(&expires),
        RuleError::Window,
    )
}

fn days(days: Days) -> Result<(), RuleError> {
    let (every, most) = match days {
        Days::Every(every) => (every, 366),
        Days::Weeks { every, on } => {
            when((1..1 << 7).contains(&on.0), RuleError::Weekdays)?;
            (every, 104)
        }
        Days::MonthDay { every, day } => {
            when((1..=31).contains(&day), RuleError::NoSuchDay)?;
            (every, 24)
        }
        Days::MonthWeekday { every, nth, .. } => {
            when((1..=Days::LAST).contains(&nth), RuleError::NoSuchWeekday)?;
            (every, 24)
        }
    };
    when(every > 0, RuleError::EveryNothing)?;
    when(every <= most, RuleError::TooRare)
}

fn steps(terms: &Terms) -> Result<(), RuleError> {
    let When::Calendar { steps, .. } = &terms.when else { return Ok(()) };
    when(!steps.is_empty(), RuleError::NoTimes)?;
    when(steps.len() <= RuleError::MOST_STEPS, RuleError::TooManySteps)?;
    for (at, step) in steps.iter().enumerate() {
        when(step.days > 0 || at + 1 == steps.len(), RuleError::EndlessStep)?;
        when(!step.times.is_empty(), RuleError::NoTimes)?;
        when(step.times.len() <= RuleError::MOST_TIMES, RuleError::TooManyTimes)?;
        let mut before = None;
        for at in &step.times {
            when(at.minute < day::MINUTES, RuleError::NotOnTheClock)?;
            when(at.amount.as_ref().is_none_or(super::Amount::fits), RuleError::Amount)?;
            let place = Some(place(at.minute, terms.day_start));
            when(before < place, RuleError::EqualTimes)?;
            before = place;
        }
    }
    Ok(())
}
