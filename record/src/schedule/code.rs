//! A rule as bytes.
//!
//! The format's number (1); flags; the first day, in days since 1970; then, where
//! the flags say so, the day from which it holds (days after the first), the end
//! (days after the first, or how many), the zone (length, name), the beginning of
//! the day; the window (early, due, expires); and what its kind needs. Numbers
//! are variable-length, minutes where they are times.
//!
//! | flags | |
//! |---|---|
//! | bits 0–1 | 0 times of day, 1 as needed, 2 elapsed |
//! | bits 2–3 | 0 open, 1 ends on a day, 2 after so many |
//! | bit 4 | holds from another day than its first |
//! | bit 5 | has a zone |
//! | bit 6 | the day begins after midnight |
//!
//! A code that has no meaning here is a newer app's, and so is the rule.

use jiff::civil::{Date, Weekday};
use sha2::{Digest, Sha256};

use super::amount::Amount;
use super::check::RuleError;
use super::day;
use super::rule::{At, Days, End, Rule, Step, Terms, Weekdays, When, Window};
use crate::codec::{DecodeError, Reader, put_sized, put_uint};
use crate::fields::Value;
use crate::kinds::slot::{Owned, scalar};
use crate::time::Zone;

const FORMAT: u8 = 1;
const FROM: u8 = 1 << 4;
const ZONE: u8 = 1 << 5;
const DAY_START: u8 = 1 << 6;
const KNOWN: u8 = 0x7f;

/// Why a rule cannot be used. Nothing fires for it; its person is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// It says something that this app does not know.
    #[error("made by a newer app")]
    Newer,
    /// Its bytes are damaged.
    #[error("the rule cannot be read: {0}")]
    Damaged(#[from] DecodeError),
    /// It can be read, and cannot be.
    #[error("no such schedule can be: {0}")]
    Impossible(#[from] RuleError),
    /// It is pinned to a zone that this device's database does not have.
    #[error("this device does not know the zone")]
    UnknownZone,
}

/// A rule as it is kept in a field: whatever its bytes are, they are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleBytes(pub Vec<u8>);

scalar!(
    RuleBytes,
    |value, _author| match value {
        Value::Bytes(bytes) => Ok(RuleBytes(bytes.to_vec())),
        _ => Err(DecodeError::Field),
    },
    |rule: &RuleBytes, _author| Owned::Bytes(&rule.0)
);

impl RuleBytes {
    /// Of a rule. One rule has one encoding.
    #[must_use]
    pub fn of(rule: &Rule) -> Self {
        let mut out = Vec::with_capacity(24);
        put(rule.terms(), &mut out);
        Self(out)
    }

    /// The rule.
    ///
    /// # Errors
    /// [`Trouble`], but not [`Trouble::UnknownZone`].
    pub fn read(&self) -> Result<Rule, Trouble> {
        let terms = read(&mut Reader::new(&self.0))?;
        let rule = Rule::new(terms)?;
        // Times in another order than theirs, or a part that need not be there.
        if Self::of(&rule) == *self { Ok(rule) } else { Err(DecodeError::Number.into()) }
    }

    /// What the rule is called among those of its schedule, below 2²⁸: the same
    /// for whoever says the same, so that two who amend it alike while apart do
    /// not make two of it.
    #[must_use]
    pub fn number(&self) -> u32 {
        let hash = Sha256::digest(&self.0);
        u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]) >> 4
    }
}

fn put(terms: &Terms, out: &mut Vec<u8>) {
    let since = |date: Date| {
        let (first, date) = (day::number(terms.first), day::number(date));
        u64::from(date.unwrap_or(0)) - u64::from(first.unwrap_or(0))
    };
    let mut flags = match terms.when {
        When::Calendar { .. } => 0,
        When::AsNeeded { .. } => 1,
        When::Elapsed { .. } => 2,
    };
    let end = match terms.end {
        End::Open => None,
        End::On(last) => Some((1 << 2, since(last))),
        End::After(many) => Some((2 << 2, u64::from(many))),
    };
    flags |= end.map_or(0, |(flag, _)| flag);
    flags |= if terms.from == terms.first { 0 } else { FROM };
    flags |= if terms.zone.is_some() { ZONE } else { 0 };
    flags |= if terms.day_start > 0 { DAY_START } else { 0 };
    out.extend([FORMAT, flags]);
    put_uint(out, u64::from(day::number(terms.first).unwrap_or(0)));
    if flags & FROM != 0 {
        put_uint(out, since(terms.from));
    }
    if let Some((_, end)) = end {
        put_uint(out, end);
    }
    if let Some(zone) = &terms.zone {
        put_sized(out, zone.name().as_bytes());
    }
    if flags & DAY_START != 0 {
        put_u16(out, terms.day_start);
    }
    let Window { early, due, expires } = terms.window;
    for minutes in [early, due, expires] {
        put_u16(out, minutes);
    }
    match &terms.when {
        When::Calendar { days, steps } => put_calendar(*days, steps, out),
        When::AsNeeded { gap, most } => {
            // None is 0, which neither can be.
            put_u16(out, gap.unwrap_or(0));
            put_u16(out, most.unwrap_or(0));
        }
        When::Elapsed { every, start } => {
            put_u16(out, *every);
            put_u16(out, *start);
        }
    }
}

fn put_u16(out: &mut Vec<u8>, number: u16) {
    put_uint(out, u64::from(number));
}

fn put_calendar(days: Days, steps: &[Step], out: &mut Vec<u8>) {
    let (code, every, more) = match days {
        Days::Every(every) => (0, every, [None, None]),
        Days::Weeks { every, on } => (1, every, [Some(on.0), None]),
        Days::MonthDay { every, day } => (2, every, [Some(day), None]),
        Days::MonthWeekday { every, nth, on } => {
            (3, every, [Some(nth), Some(on.to_monday_zero_offset().unsigned_abs())])
        }
    };
    out.push(code);
    put_u16(out, every);
    out.extend(more.into_iter().flatten());
    put_uint(out, steps.len() as u64);
    for step in steps {
        put_u16(out, step.days);
        put_uint(out, step.times.len() as u64);
        for at in &step.times {
            put_u16(out, at.minute << 2 | Amount::shape(at.amount.as_ref()));
            if let Some(amount) = &at.amount {
                amount.put(out);
            }
        }
    }
}

fn read(reader: &mut Reader<'_>) -> Result<Terms, Trouble> {
    if reader.u8()? != FORMAT {
        return Err(Trouble::Newer);
    }
    let flags = reader.u8()?;
    if flags & !KNOWN != 0 {
        return Err(Trouble::Newer);
    }
    let first_day = reader.u32()?;
    let first = date(first_day, 0)?;
    let from = if flags & FROM == 0 { first } else { date(first_day, reader.u32()?)? };
    let end = match flags >> 2 & 3 {
        0 => End::Open,
        1 => End::On(date(first_day, reader.u32()?)?),
        2 => End::After(reader.u32()?),
        _ => return Err(Trouble::Newer),
    };
    let zone = if flags & ZONE == 0 {
        None
    } else {
        let name = reader.text()?;
        if !Zone::fits(name) {
            return Err(DecodeError::Text.into());
        }
        Some(Zone::new(name))
    };
    let day_start = if flags & DAY_START == 0 { 0 } else { u16(reader)? };
    let window = Window { early: u16(reader)?, due: u16(reader)?, expires: u16(reader)? };
    let none_if_0 = |number: u16| Some(number).filter(|number| *number > 0);
    let when = match flags & 3 {
        0 => When::Calendar { days: read_days(reader)?, steps: read_steps(reader)? },
        1 => When::AsNeeded { gap: none_if_0(u16(reader)?), most: none_if_0(u16(reader)?) },
        2 => When::Elapsed { every: u16(reader)?, start: u16(reader)? },
        _ => return Err(Trouble::Newer),
    };
    reader.end()?;
    Ok(Terms { when, zone, first, from, end, day_start, window })
}

fn date(first: u32, after: u32) -> Result<Date, DecodeError> {
    first.checked_add(after).and_then(day::date).ok_or(DecodeError::Number)
}

fn u16(reader: &mut Reader<'_>) -> Result<u16, DecodeError> {
    u16::try_from(reader.u32()?).map_err(|_| DecodeError::Number)
}

fn read_days(reader: &mut Reader<'_>) -> Result<Days, Trouble> {
    let code = reader.u8()?;
    let every = u16(reader)?;
    Ok(match code {
        0 => Days::Every(every),
        1 => Days::Weeks { every, on: Weekdays(reader.u8()?) },
        2 => Days::MonthDay { every, day: reader.u8()? },
        3 => {
            let nth = reader.u8()?;
            let on = i8::try_from(reader.u8()?).map_err(|_| DecodeError::Number)?;
            let on = Weekday::from_monday_zero_offset(on).map_err(|_| DecodeError::Number)?;
            Days::MonthWeekday { every, nth, on }
        }
        _ => return Err(Trouble::Newer),
    })
}

fn read_steps(reader: &mut Reader<'_>) -> Result<Vec<Step>, Trouble> {
    let count = reader.count(3)?;
    if count > RuleError::MOST_STEPS {
        return Err(RuleError::TooManySteps.into());
    }
    let mut steps = Vec::with_capacity(count);
    for _ in 0..count {
        let days = u16(reader)?;
        let count = reader.count(1)?;
        if count > RuleError::MOST_TIMES {
            return Err(RuleError::TooManyTimes.into());
        }
        let mut times = Vec::with_capacity(count);
        for _ in 0..count {
            let tag = u16(reader)?;
            let amount = match tag & 3 {
                0 => None,
                1 => Some(Amount::words(reader)?),
                2 => Some(Amount::number(reader)?),
                _ => return Err(Trouble::Newer),
            };
            times.push(At { minute: tag >> 2, amount });
        }
        steps.push(Step { days, times });
    }
    Ok(steps)
}
