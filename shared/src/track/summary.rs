//! What a chart shows, in a sentence or two. It counts and names; it does not
//! judge.

use jiff::civil::Date;
use record::Decimal;
use record::kinds::{Measure, Tracker};

use super::names::{figures, number_text, value_text};
use super::points::{Taken, Thinned};
use super::span::{Range, Window};
use crate::when;
use crate::words::{Words, say};

/// The sentences; `taken` is newest first.
pub(super) fn sentence(
    words: &Words,
    tracker: &Tracker,
    taken: &[Taken],
    (how, window): (Thinned, &Window<'_>),
    today: Date,
) -> String {
    let span = window.words(words);
    let Some(latest) = taken.first() else {
        return say!(words, "track-sum-none", span = span);
    };
    let day = |taken: &Taken| {
        if window.range == Range::Day {
            say!(words, "track-sum-at", time = when::time(taken.wall.time()))
        } else {
            say!(words, "track-sum-on", day = when::day(words, taken.wall.date(), today))
        }
    };
    let latest_value = value_text(words, tracker, &latest.entry.value);
    let latest_when = moment(words, latest, today);
    let latest_text = if window.last == window.today {
        say!(words, "track-sum-latest", value = latest_value, when = latest_when)
    } else {
        say!(words, "track-sum-last", value = latest_value, when = latest_when)
    };
    if taken.len() == 1 {
        let one = say!(words, "track-sum-one", span = span);
        return format!("{one} {latest_text}");
    }
    let middle = if tracker.measure == Measure::BloodPressure {
        let upper = spread(taken.iter().map(|taken| taken.entry.value.value));
        let lower = spread(taken.iter().filter_map(|taken| taken.entry.value.second));
        say!(
            words,
            "track-sum-pressure",
            count = taken.len(),
            span = span,
            upper = between(words, upper),
            lower = between(words, lower)
        )
    } else {
        let by = |taken: &&Taken| taken.entry.value.value.to_f64();
        let least = taken.iter().min_by(|a, b| by(a).total_cmp(&by(b))).unwrap_or(latest);
        let most = taken.iter().max_by(|a, b| by(a).total_cmp(&by(b))).unwrap_or(latest);
        if by(&least) >= by(&most) {
            say!(
                words,
                "track-sum-same",
                count = taken.len(),
                span = span,
                value = number_text(words, tracker, least.entry.value.value)
            )
        } else {
            say!(
                words,
                "track-sum-many",
                count = taken.len(),
                span = span,
                least = number_text(words, tracker, least.entry.value.value),
                least_when = day(least),
                most = number_text(words, tracker, most.entry.value.value),
                most_when = day(most)
            )
        }
    };
    let gathered = match how {
        Thinned::No => return format!("{middle} {latest_text}"),
        Thinned::Hours => say!(words, "track-sum-hours"),
        Thinned::Days => say!(words, "track-sum-days"),
        Thinned::Weeks => say!(words, "track-sum-weeks"),
    };
    format!("{middle} {latest_text} {gathered}")
}

/// "today at 7:42", "on Friday 20 November at 21:30".
fn moment(words: &Words, taken: &Taken, today: Date) -> String {
    let time = when::time(taken.wall.time());
    let date = taken.wall.date();
    if date == today {
        say!(words, "track-today-at", time = time)
    } else if date.tomorrow().is_ok_and(|next| next == today) {
        say!(words, "track-yesterday-at", time = time)
    } else {
        let day = when::long_day(words, date, today);
        say!(words, "track-day-at", day = day, time = time)
    }
}

fn spread(values: impl Iterator<Item = Decimal>) -> Option<(Decimal, Decimal)> {
    values.fold(None, |found, value| {
        Some(match found {
            None => (value, value),
            Some((least, _)) if value.to_f64() < least.to_f64() => (value, found?.1),
            Some((least, most)) if value.to_f64() > most.to_f64() => (least, value),
            Some(same) => same,
        })
    })
}

fn between(words: &Words, spread: Option<(Decimal, Decimal)>) -> String {
    match spread {
        None => say!(words, "track-sum-unknown"),
        Some((least, most)) if least == most => figures(least),
        Some((least, most)) => {
            say!(words, "track-sum-from-to", least = figures(least), most = figures(most))
        }
    }
}
