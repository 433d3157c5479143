//! The real diaries: what the app's own pages count of each is what plain code
//! counts over its file.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::{Date, Weekday};
use record::Decimal;
use record::kinds::{
    ActionPlan, Condition, DoseTaken, DoseUnit, Gauge, Limits, Measure, Ref, Threshold, Unit,
};

use super::chart_of;
use crate::bring_in::tests::real::diaries;
use crate::saving::{Act, Go};
use crate::screen::{Block, Table};
use crate::testing::Journey;

/// The person's own threshold of the test, mg/dL.
const BELOW: f64 = 70.0;

/// One line of a file, as far as it is about glucose or stands beside it.
struct Line {
    date: Date,
    hour: i8,
    code: u32,
    value: f64,
}

/// The lines that say something that can be: plain code over the file, which knows
/// nothing of how the app reads it. The same line a second time is one.
fn lines(text: &str) -> Vec<Line> {
    let mut seen = HashSet::new();
    let mut lines = Vec::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        let &[day, time, code, value] = cells.as_slice() else { continue };
        let numbers = |text: &str, sign| -> Option<Vec<i16>> {
            text.split(sign).map(|part| part.parse().ok()).collect()
        };
        let (Some(day), Some(clock)) = (numbers(day, '-'), numbers(time, ':')) else { continue };
        let (&[month, day, year], &[hour, minute]) = (day.as_slice(), clock.as_slice()) else {
            continue;
        };
        let [month, day, hour] = [month, day, hour].map(|n| i8::try_from(n).unwrap_or(-1));
        let Ok(date) = Date::new(year, month, day) else { continue };
        // "11:0" is no time: it could be 11:00 or 11:10.
        let digits = time.rsplit(':').next().map(str::len);
        if !(0..24).contains(&hour) || !(0..60).contains(&minute) || digits != Some(2) {
            continue;
        }
        let Ok(code) = code.parse::<u32>() else { continue };
        let number = value.parse::<f64>().ok();
        let value = match code {
            48 | 57..=64 => number.filter(|mg| (10.0..=600.0).contains(mg)),
            33..=35 => number.filter(|units| *units > 0.0 && *units <= 500.0),
            65..=72 => number.filter(|zero| *zero == 0.0).or(value.is_empty().then_some(0.0)),
            _ => None,
        };
        let Some(value) = value else { continue };
        // Two codes are one and the same: glucose with nothing said of when.
        let code = if code == 57 { 48 } else { code };
        if !seen.insert((date, hour, minute, code, value.to_string())) {
            continue;
        }
        lines.push(Line { date, hour, code, value });
    }
    lines
}

/// Somebody who brought the file in through the app's own pages, and whose plan has
/// a number below which they call it low.
fn who_brought_in(name: &str, bytes: &[u8]) -> Journey {
    let mut journey = super::begun();
    // Where no clock ever jumps.
    journey.zone = "Africa/Abidjan".into();
    journey.press("More").press("Bring in a diary");
    journey.pick("Choose the file", name, bytes).press("Look at the file");
    let text = journey.text();
    let button = text.lines().find(|line| line.starts_with("<Bring in ")).unwrap();
    journey.press(button.trim_matches(['<', '>']));
    journey.act(|cx| {
        let mut act = Act::new(cx.open.holding().unwrap(), cx.now);
        let now = act.happened_now();
        let plan = ActionPlan {
            condition: Condition::Diabetes,
            name: None,
            set_by: None,
            set_on: None,
            green_signs: None,
            green_do: None,
            green_call: None,
            amber_signs: None,
            amber_do: None,
            amber_call: None,
            red_signs: None,
            red_do: None,
            red_call: None,
            ended: None,
        };
        let plan = Ref(act.create(&plan, now.clone()).created_by());
        let limits = Limits {
            red_below: None,
            amber_below: Decimal::new(70, 0).ok(),
            amber_from: None,
            red_from: None,
            best: None,
            days: 0,
            set_on: None,
            set_by: String::new(),
        };
        let threshold = Threshold {
            plan,
            measure: Measure::Glucose,
            unit: Unit::MgPerDecilitre,
            name: None,
            unit_name: None,
            gauge: Gauge::Reading,
            occasion: None,
            limits,
        };
        act.create(&threshold, now);
        act.save(cx, Go::Stay, None)
    });
    journey
}

/// What is said of some readings: how many, the lowest, the middle where there are
/// five, the highest, and how many are below.
fn counted(values: &[f64]) -> [String; 5] {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let text = |value: Option<&f64>| value.map(f64::to_string).unwrap_or_default();
    let middle = match values.len() {
        0 => String::new(),
        1..5 => "too few to say".into(),
        many => text(values.get((many - 1) / 2)),
    };
    let below = values.iter().filter(|value| **value < BELOW).count();
    [values.len().to_string(), text(values.first()), middle, text(values.last()), below.to_string()]
}

fn long(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let weekday = week(date.weekday());
    let month = MONTHS[usize::from(date.month().unsigned_abs()) - 1];
    format!("{weekday} {} {month} {}", date.day(), date.year())
}

fn week(weekday: Weekday) -> &'static str {
    const WEEK: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    WEEK[usize::from(weekday.to_monday_zero_offset().unsigned_abs())]
}

/// A table of the page with its rows, each by its first cell.
fn rows(journey: &Journey, caption: &str) -> BTreeMap<String, Vec<String>> {
    let table = |block: Block| match block {
        Block::Table(table) if table.caption.starts_with(caption) => Some(table),
        _ => None,
    };
    let blocks = journey.page().blocks;
    let Some(Table { rows, .. }) = blocks.into_iter().find_map(table) else {
        return BTreeMap::new();
    };
    let cells = rows.into_iter().map(|row| {
        let mut cells = row.cells.into_iter().map(|cell| cell.text.replace(',', ""));
        (cells.next().unwrap(), cells.collect())
    });
    cells.collect()
}

/// The same, counted by plain code.
fn told<'a>(
    glucose: &[&'a Line],
    name: impl Fn(&'a Line) -> String,
    all: &[&str],
) -> BTreeMap<String, Vec<String>> {
    let mut groups: BTreeMap<String, Vec<f64>> =
        all.iter().map(|name| ((*name).to_owned(), Vec::new())).collect();
    for line in glucose {
        groups.entry(name(line)).or_default().push(line.value);
    }
    groups.into_iter().map(|(name, values)| (name, counted(&values).to_vec())).collect()
}

const TIMES: [&str; 4] = [
    "Night 0:00 to 6:00",
    "Morning 6:00 to 12:00",
    "Afternoon 12:00 to 18:00",
    "Evening 18:00 to 24:00",
];

fn meal(code: u32) -> &'static str {
    match code {
        58 => "before breakfast",
        59 => "after breakfast",
        60 => "before lunch",
        61 => "after lunch",
        62 => "before the evening meal",
        63 => "after the evening meal",
        64 => "before a snack",
        _ => "Nothing in particular",
    }
}

fn lane(code: u32) -> Option<&'static str> {
    Some(match code {
        33..=35 => "Doses taken",
        65 => "Symptoms",
        66..=68 => "Meals",
        69..=71 => "Exercise",
        72 => "Events",
        _ => return None,
    })
}

/// Holds the pages of one stretch of time against the lines of the file that lie in
/// it, and answers how many readings that were.
fn compare(name: &str, journey: &mut Journey, lines: &[&Line]) -> usize {
    let glucose: Vec<&Line> =
        lines.iter().copied().filter(|line| matches!(line.code, 48 | 58..=64)).collect();
    // The chart: its sentence, and the lanes.
    let chart = chart_of(journey);
    let mut marks: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines {
        if let Some(lane) = lane(line.code) {
            *marks.entry(lane).or_default() += 1;
        }
    }
    for (lane, count) in &marks {
        assert!(
            chart.sentence.contains(&format!("{lane} ({count})")),
            "{name}: {}",
            chart.sentence
        );
    }
    assert_eq!(chart.lanes.len(), marks.len(), "{name}");
    let values: Vec<f64> = glucose.iter().map(|line| line.value).collect();
    let [count, lowest, _, highest, below] = counted(&values);
    if glucose.len() > 1 && lowest != highest {
        assert!(chart.sentence.starts_with(&format!("{count} readings ")), "{}", chart.sentence);
        let lowest = format!("The lowest was {lowest} mg/dL");
        let highest = format!("the highest {highest} mg/dL");
        assert!(chart.sentence.contains(&lowest), "{name}: {lowest}: {}", chart.sentence);
        assert!(chart.sentence.contains(&highest), "{name}: {highest}: {}", chart.sentence);
    }
    // The patterns.
    journey.press("By time of day and day of the week");
    let text = journey.text();
    assert!(text.contains(&format!("Below 70 mg/dL: {below}.")), "{name}: {text}");
    let time = |line: &Line| TIMES[usize::from(line.hour.unsigned_abs()) / 6].to_owned();
    assert_eq!(rows(journey, "By time of day"), told(&glucose, time, &TIMES), "{name}");
    let weekdays: Vec<&str> = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ]
    .map(week)
    .into();
    let by_week = told(&glucose, |line| week(line.date.weekday()).to_owned(), &weekdays);
    assert_eq!(rows(journey, "By day of the week"), by_week, "{name}");
    if glucose.iter().any(|line| line.code != 48) {
        let by_meal = told(&glucose, |line| meal(line.code).to_owned(), &[]);
        assert_eq!(rows(journey, "Before and after meals"), by_meal, "{name}");
    }
    assert_eq!(rows(journey, "Day by day"), told(&glucose, |line| long(line.date), &[]), "{name}");
    journey.press("Back");
    glucose.len()
}

/// Of each day how many doses, and how many units: the fewest at a time, the most, all.
type Days = BTreeMap<Date, (usize, f64, f64, f64)>;

fn of_a_day(days: &mut Days, date: Date, units: f64) {
    let day = days.entry(date).or_insert((0, f64::INFINITY, 0.0, 0.0));
    *day = (day.0 + 1, day.1.min(units), day.2.max(units), day.3 + units);
}

/// The doses that the record has.
fn doses(journey: &Journey) -> Days {
    let mut days = Days::new();
    journey.holding(|holding| {
        for entry in holding.record.current::<DoseTaken>() {
            assert_eq!(entry.value.unit, DoseUnit::Unit);
            let units = entry.value.amount.unwrap().to_f64();
            of_a_day(&mut days, crate::when::wall(&entry.happened).date(), units);
        }
    });
    days
}

#[test]
fn what_the_pages_count_of_every_real_diary_is_what_plain_code_counts() {
    let Some(files) = diaries() else { return };
    assert_eq!(files.len(), 35);
    let (mut seen, mut low, mut insulin) = (0, 0, 0);
    for (name, bytes) in &files {
        let lines = lines(&String::from_utf8_lossy(bytes));
        let glucose = lines.iter().filter(|line| matches!(line.code, 48 | 58..=64));
        low += glucose.clone().filter(|line| line.value < BELOW).count();
        let mut journey = who_brought_in(name, bytes);
        let mut units = Days::new();
        for line in lines.iter().filter(|line| matches!(line.code, 33..=35)) {
            of_a_day(&mut units, line.date, line.value);
        }
        assert_eq!(doses(&journey), units, "{name}");
        insulin += units.values().map(|day| day.0).sum::<usize>();
        journey.press("Track").press("Blood glucose");
        // A month at a time, from the newest to the oldest.
        let mut found = 0;
        let mut end = glucose.clone().map(|line| line.date).max();
        while let Some(last) = end {
            journey.press("Earlier");
            let first = last.checked_sub(jiff::SignedDuration::from_hours(29 * 24)).unwrap();
            let within: Vec<&Line> =
                lines.iter().filter(|line| first <= line.date && line.date <= last).collect();
            found += compare(name, &mut journey, &within);
            end = glucose.clone().map(|line| line.date).filter(|date| *date < first).max();
        }
        assert_eq!(found, glucose.count(), "{name}");
        assert!(!journey.text().contains("<Earlier>"), "{name}");
        seen += found;
    }
    // That there was something to count.
    assert!(seen > 6_000 && low > 500, "{seen} readings, {low} low");
    assert!(insulin > 3_000, "{insulin} doses of insulin");
}
