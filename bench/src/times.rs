//! What forty schedules come to: of every sort that a rule can be of, in several
//! zones, each as many days ahead as somebody may look.

use std::error::Error;
use std::sync::Arc;

use jiff::civil::{Date, Weekday, date};
use record::schedule::{
    At, Clocks, Days, End, InForce, Rule, RuleBytes, Schedule, Step, Terms, Version, Weekdays,
    When, Window,
};
use record::time::Zone;
use record::{OpId, Writer};
use shared::zones;

use crate::table::{Mark, Table};
use crate::timing::time;

const SCHEDULES: u32 = 40;
const FIRST: Date = date(2026, 11, 2);
const LAST: Date = date(2027, 12, 6);

fn clocks(name: &str) -> Option<Arc<dyn Clocks>> {
    Some(Arc::new(zones::get(name)?))
}

fn step(days: u16, minutes: &[u16]) -> Step {
    let at = |minute: &u16| At { minute: *minute, amount: None };
    Step { days, times: minutes.iter().map(at).collect() }
}

/// One of nine sorts, by its number.
fn when(number: u32) -> When {
    let every = |days| When::Calendar { days, steps: vec![step(0, &[480, 1200])] };
    match number % 9 {
        0 => When::Calendar { days: Days::DAILY, steps: vec![step(0, &[480, 720, 1080, 1320])] },
        1 => every(Days::Every(3)),
        2 => every(Days::Weeks {
            every: 1,
            on: Weekdays::of(&[Weekday::Monday, Weekday::Wednesday, Weekday::Friday]),
        }),
        3 => every(Days::Weeks { every: 2, on: Weekdays::of(&[Weekday::Sunday]) }),
        4 => every(Days::MonthDay { every: 1, day: 31 }),
        5 => every(Days::MonthWeekday { every: 1, nth: Days::LAST, on: Weekday::Tuesday }),
        // A dose that is brought down.
        6 => When::Calendar {
            days: Days::DAILY,
            steps: vec![step(14, &[480, 1200]), step(14, &[480]), step(0, &[540])],
        },
        7 => When::Elapsed { every: 360, start: 480 },
        _ => When::AsNeeded { gap: Some(240), most: Some(4) },
    }
}

fn schedule(number: u32) -> Result<Schedule, Box<dyn Error>> {
    // A third floats; the others are pinned where clocks change, and where they never do.
    let when = when(number);
    let zone = ["Europe/London", "Asia/Tokyo"].get(number as usize % 3).map(|name| Zone::new(name));
    let pins = matches!(when, When::Calendar { .. });
    let rule = Rule::new(Terms {
        when,
        zone: zone.filter(|_| pins),
        first: FIRST,
        from: FIRST,
        end: End::Open,
        day_start: 240,
        window: Window { early: 60, due: 60, expires: 360 },
    })?;
    let number_of = RuleBytes::of(&rule).number();
    let rule = InForce::new(rule, &clocks);
    Ok(Schedule {
        id: OpId { writer: Writer(2), counter: number + 1 },
        versions: vec![Version { number: number_of, until: None, rule }],
        last: None,
    })
}

pub(crate) fn measure(table: &mut Table) -> Result<(), Box<dyn Error>> {
    let schedules = (0..SCHEDULES).map(schedule).collect::<Result<Vec<_>, _>>()?;
    let device = zones::get("America/New_York").ok_or("no such zone")?;
    let all = || -> usize {
        schedules.iter().map(|one| one.occurrences(FIRST, LAST, &device).len()).sum()
    };
    println!("{} occurrences of {SCHEDULES} schedules in 400 days\n", all());
    let took = time(25, || (), |()| all());
    table.row("the next 400 days of 40 schedules", took.usual(), "ms", Mark::Below(5.0));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forty_schedules_come_to_something_and_of_every_sort() {
        assert_eq!(FIRST.until(LAST).map(|span| span.get_days()).unwrap() + 1, 400);
        let device = zones::get("America/New_York").unwrap();
        for number in 0..9 {
            let schedule = schedule(number).unwrap();
            let count = schedule.occurrences(FIRST, LAST, &device).len();
            assert_eq!(count == 0, number == 8, "{number}: {count}");
        }
    }
}
