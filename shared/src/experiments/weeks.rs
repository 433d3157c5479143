//! What is counted: a number for each day of the two runs, and what stands beside
//! what. A day's number is the middle of what was written down on it.

use jiff::civil::Date;
use record::kinds::{Experiment, Measure, Reading, Symptom, Tracker};
use record::state::Entry;
use record::time::Happened;
use record::{Decimal, EntryId, Scope, sort};

use crate::holding::{Holding, RecordSide};
use crate::letters;
use crate::model::View;
use crate::{track, when};

/// With fewer days than this on a side, nothing is said of the two.
const FEW: usize = 3;

/// The least and the most days of a run.
pub(super) const LENGTHS: std::ops::RangeInclusive<u64> = 3..=28;

/// One of the numbers of what is looked at, for every day of both runs.
pub(super) struct Line {
    /// The id of its name, where there are two (the upper and the lower number).
    pub(super) name: Option<&'static str>,
    /// As usual, and with the change.
    pub(super) sides: [Vec<Day>; 2],
}

/// A day of a run.
pub(super) struct Day {
    pub(super) date: Date,
    pub(super) is: Is,
}

/// What a day is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Is {
    /// It does not count: a bad day, or one that the person left out.
    LeftOut,
    /// It has not come yet, or the experiment was stopped before it.
    NotCome,
    /// Nothing was written down.
    Nothing,
    /// Something was written down, without a number.
    Noted,
    /// The middle of what was written down.
    Number(Decimal),
}

/// The tracker that is looked at, put away or not.
pub(super) fn tracker_of(holding: &Holding, experiment: &Experiment) -> Option<Entry<Tracker>> {
    let id = experiment.tracker?.0;
    let id = EntryId { scope: Scope::Health, writer: id.writer, counter: id.counter };
    holding.record.get(id)
}

/// The days of a run; of one that another app made longer, as many as a run can have.
pub(super) fn days((first, count): (Date, u64)) -> impl Iterator<Item = Date> {
    let count = i32::try_from(count.min(*LENGTHS.end())).unwrap_or(0);
    (0..count).map_while(move |after| when::days_after(first, after))
}

/// The last day of a run.
pub(super) fn last(run: (Date, u64)) -> Date {
    days(run).last().unwrap_or(run.0)
}

/// The days that do not count: those left out in the record, and on the person's own
/// device those that they said were bad.
pub(super) fn left_out(experiment: &Experiment, holding: &Holding, view: View<'_>) -> Vec<Date> {
    let mut all = experiment.left_out.clone();
    if holding.about.side == RecordSide::Person {
        all.extend(view.open.settings.bad_days.iter().filter_map(|day| day.parse::<Date>().ok()));
    }
    all
}

/// Everything that is counted.
pub(super) fn lines(experiment: &Experiment, holding: &Holding, view: View<'_>) -> Vec<Line> {
    let tracker = tracker_of(holding, experiment);
    let runs = [experiment.weeks.usual, experiment.weeks.change];
    let first = runs[0].0.min(runs[1].0);
    let on = |happened: &Happened| when::own_date(when::wall(happened), view.now);
    let out = left_out(experiment, holding, view);
    let until = experiment.stopped.unwrap_or(Date::MAX).min(view.own_day());
    let line = |name, numbers: &[(Date, Option<Decimal>)]| Line {
        name,
        sides: runs.map(|run| {
            let day = |date| Day { date, is: of_day(date, numbers, &out, until) };
            days(run).map(day).collect()
        }),
    };
    let Some(tracker) = tracker else {
        let what = experiment.symptom.as_deref().map(letters::small);
        let symptoms = holding.record.current::<Symptom>();
        let of_it = symptoms.filter(|entry| Some(letters::small(&entry.value.what)) == what);
        let severity = |symptom: &Symptom| {
            symptom.severity.and_then(|bad| i64::try_from(bad).ok()).map(Decimal::whole)
        };
        let numbers: Vec<_> =
            of_it.map(|entry| (on(&entry.happened), severity(&entry.value))).collect();
        return vec![line(None, &numbers)];
    };
    let readings = track::readings_since(view, holding, tracker.id, first);
    let part = |part: fn(&Reading) -> Option<Decimal>| -> Vec<_> {
        readings.iter().map(|entry| (on(&entry.happened), part(&entry.value))).collect()
    };
    let value = part(|reading| Some(reading.value));
    if tracker.value.measure == Measure::BloodPressure {
        let lower = part(|reading| reading.second);
        return vec![line(Some("track-upper"), &value), line(Some("track-lower"), &lower)];
    }
    vec![line(None, &value)]
}

fn of_day(date: Date, numbers: &[(Date, Option<Decimal>)], out: &[Date], until: Date) -> Is {
    if date > until {
        return Is::NotCome;
    }
    if out.contains(&date) {
        return Is::LeftOut;
    }
    let mut noted = false;
    let mut found = Vec::new();
    for (_, number) in numbers.iter().filter(|(on, _)| *on == date) {
        noted = true;
        found.extend(*number);
    }
    match middle(found) {
        Some(number) => Is::Number(number),
        None if noted => Is::Noted,
        None => Is::Nothing,
    }
}

/// In rising order.
fn sorted(mut numbers: Vec<Decimal>) -> Vec<Decimal> {
    sort::by(&mut numbers, |a, b| a.to_f64().total_cmp(&b.to_f64()));
    numbers
}

/// The middle one: of an even number, the lower of the two, so that it is one that
/// was really written down.
fn middle(numbers: Vec<Decimal>) -> Option<Decimal> {
    let numbers = sorted(numbers);
    numbers.get(numbers.len().saturating_sub(1) / 2).copied()
}

/// The days of a run in numbers.
#[derive(Default)]
pub(super) struct Counted {
    /// Days that count: come, and not left out.
    pub(super) days: usize,
    /// Days that were left out.
    pub(super) left_out: usize,
    /// Days on which something was written down.
    pub(super) written: usize,
    /// The numbers of the days, in rising order.
    pub(super) numbers: Vec<Decimal>,
}

impl Counted {
    pub(super) fn of(side: &[Day]) -> Self {
        let mut counted = Self::default();
        for day in side {
            match day.is {
                Is::NotCome => continue,
                Is::LeftOut => {
                    counted.left_out += 1;
                    continue;
                }
                Is::Nothing => {}
                Is::Noted => counted.written += 1,
                Is::Number(number) => {
                    counted.written += 1;
                    counted.numbers.push(number);
                }
            }
            counted.days += 1;
        }
        counted.numbers = sorted(counted.numbers);
        counted
    }

    pub(super) fn middle(&self) -> Option<Decimal> {
        middle(self.numbers.clone())
    }

    /// How many days lie among another run's, without so many of its lowest and of
    /// its highest.
    fn within(&self, other: &Self, without: usize) -> usize {
        let (mut lowest, mut highest) = (other.numbers.iter(), other.numbers.iter().rev());
        let (Some(least), Some(most)) = (lowest.nth(without), highest.nth(without)) else {
            return 0;
        };
        let (least, most) = (least.to_f64(), most.to_f64());
        self.numbers.iter().filter(|number| (least..=most).contains(&number.to_f64())).count()
    }
}

/// How the days of one run stand to those of the other.
#[derive(Debug, PartialEq)]
pub(super) enum Beside {
    /// Too few days on one side at least.
    TooFew,
    /// What can be said.
    Said {
        /// Days with the change below the middle day as usual.
        lower: usize,
        /// As it.
        same: usize,
        /// Above it.
        higher: usize,
        /// How alike the runs are.
        alike: Alike,
    },
}

/// How alike two runs are.
#[derive(Debug, PartialEq, Clone, Copy)]
pub(super) enum Alike {
    /// More than half of the days of each lie in the middle half of the other.
    Most,
    /// Neither of the two.
    Some,
    /// No day lies between the lowest and the highest of the other.
    None,
}

/// Holds the days with the change against those as usual.
pub(super) fn beside(usual: &Counted, change: &Counted) -> Beside {
    let few = usual.numbers.len() < FEW || change.numbers.len() < FEW;
    let Some(middle) = usual.middle().filter(|_| !few) else { return Beside::TooFew };
    let than = |way: std::cmp::Ordering| {
        let there = |number: &&Decimal| number.to_f64().total_cmp(&middle.to_f64()) == way;
        change.numbers.iter().filter(there).count()
    };
    let in_the_middle =
        |of: &Counted, other: &Counted| of.within(other, other.numbers.len() / 4) * 2;
    let alike = if in_the_middle(change, usual) > change.numbers.len()
        && in_the_middle(usual, change) > usual.numbers.len()
    {
        Alike::Most
    } else if change.within(usual, 0) + usual.within(change, 0) == 0 {
        Alike::None
    } else {
        Alike::Some
    };
    Beside::Said {
        lower: than(std::cmp::Ordering::Less),
        same: than(std::cmp::Ordering::Equal),
        higher: than(std::cmp::Ordering::Greater),
        alike,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(numbers: &[i64]) -> Counted {
        let date = Date::constant(2026, 11, 1);
        let day = |number: &i64| Day { date, is: Is::Number(Decimal::whole(*number)) };
        let days: Vec<Day> = numbers.iter().map(day).collect();
        Counted::of(&days)
    }

    fn said(usual: &[i64], change: &[i64]) -> (usize, usize, usize, Alike) {
        match beside(&counted(usual), &counted(change)) {
            Beside::Said { lower, same, higher, alike } => (lower, same, higher, alike),
            Beside::TooFew => panic!("too few"),
        }
    }

    #[test]
    fn days_are_counted_against_the_middle_day_and_how_alike_they_are() {
        assert_eq!(said(&[5, 6, 5, 7, 4, 6, 5], &[4, 4, 3, 5, 4, 4, 4]), (6, 1, 0, Alike::Some));
        assert_eq!(said(&[5, 6, 5, 7], &[6, 5, 5, 6]), (0, 2, 2, Alike::Most));
        assert_eq!(said(&[8, 9, 8], &[1, 2, 1]), (3, 0, 0, Alike::None));
        // One unusual day as usual makes nothing alike that is not.
        assert_eq!(said(&[8, 9, 8, 8, 0], &[1, 2, 1, 1, 1]).3, Alike::Some);
    }

    #[test]
    fn fewer_than_three_days_on_a_side_are_too_few() {
        for (usual, change) in
            [(&[][..], &[][..]), (&[5, 5], &[4, 4, 4, 4]), (&[5, 5, 5, 5], &[4, 4])]
        {
            assert_eq!(beside(&counted(usual), &counted(change)), Beside::TooFew);
        }
    }

    #[test]
    fn days_that_do_not_count_are_in_no_number() {
        let date = Date::constant(2026, 11, 1);
        let all = [Is::LeftOut, Is::NotCome, Is::Nothing, Is::Noted, Is::Number(Decimal::whole(4))];
        let days: Vec<Day> = all.into_iter().map(|is| Day { date, is }).collect();
        let counted = Counted::of(&days);
        assert_eq!((counted.days, counted.left_out, counted.written), (3, 1, 2));
        assert_eq!(counted.numbers.len(), 1);
    }
}
