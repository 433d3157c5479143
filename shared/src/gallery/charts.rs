//! Charts and tables.

use super::{action, button, heading, tag};
use crate::screen::{
    Axis, Bar, Block, Button, ButtonStyle, Cell, Chart, Column, Lane, LaneMark, Point, Row, Series,
    Table, Tick, Tone, Zone,
};

/// Minutes in a day.
const DAY: f64 = 1440.0;
/// 00:00 on 9 November 2026, in minutes since 1970.
const FIRST: f64 = 29_903_040.0;

pub(super) fn blocks() -> Vec<Block> {
    vec![
        heading("Charts and tables"),
        Block::Chart(glucose()),
        Block::Chart(blood_pressure()),
        Block::Chart(empty()),
        Block::Table(readings()),
        Block::Table(caseload()),
    ]
}

fn axis(from: f64, to: f64, ticks: &[(f64, &str)]) -> Axis {
    Axis {
        from,
        to,
        ticks: ticks.iter().map(|(at, label)| Tick { at: *at, label: (*label).into() }).collect(),
    }
}

fn across(days: u32) -> Axis {
    let last = FIRST + f64::from(days) * DAY;
    axis(
        FIRST,
        last,
        &[(FIRST, "9 Nov"), (FIRST + f64::from(days / 2) * DAY, "16 Nov"), (last, "22 Nov")],
    )
}

fn points(values: &[f64], what: &str, tone: impl Fn(f64) -> Tone) -> Vec<Point> {
    (0_u32..)
        .zip(values)
        .map(|(day, value)| Point {
            x: FIRST + f64::from(day) * DAY,
            y: *value,
            label: format!("{value} {what}, {} November, 7:42", day + 9),
            tone: tone(*value),
        })
        .collect()
}

fn lane(name: &str, marks: &[(u32, &str)]) -> Lane {
    let mark = |(day, what): &(u32, &str)| LaneMark {
        x: FIRST + f64::from(*day) * DAY,
        label: format!("{what}, {} November, 7:45", day + 9),
    };
    Lane { name: name.into(), marks: marks.iter().map(mark).collect() }
}

fn ranges() -> Vec<Button> {
    ["Day", "Week", "Month", "Year"]
        .into_iter()
        .map(|label| Button {
            chosen: Some(label == "Month"),
            ..button(label, ButtonStyle::Secondary, None)
        })
        .collect()
}

fn zone(from: Option<f64>, to: Option<f64>, name: &str, tone: Tone) -> Zone {
    Zone { from, to, name: name.into(), tone }
}

fn glucose() -> Chart {
    let values = [6.1, 7.2, 5.4, 8.8, 6.9, 7.6, 10.4, 6.2, 5.9, 7.1, 3.7, 6.6, 8.1, 6.8];
    Chart {
        title: "Glucose, mmol/L".into(),
        sentence: "12 of 14 were in your green. One was below 4 on 19 November; one was above 9 on 15 November.".into(),
        ranges: ranges(),
        series: vec![Series {
            name: "Glucose".into(),
            points: points(&values, "mmol/L", |value| match value {
                v if v < 4.0 => Tone::Red,
                v if v > 9.0 => Tone::Amber,
                _ => Tone::Green,
            }),
        }],
        bars: Vec::new(),
        lanes: vec![
            lane("Doses taken", &[(1, "Insulin, 9 units"), (3, "Insulin, 8 units"), (10, "Insulin")]),
            lane("Notes", &[(10, "felt shaky, had juice")]),
        ],
        zones: vec![
            zone(None, Some(4.0), "my red below 4", Tone::Red),
            zone(Some(4.0), Some(9.0), "my green 4 to 9", Tone::Green),
            zone(Some(9.0), None, "my amber above 9", Tone::Amber),
        ],
        across: across(13),
        up: axis(2.0, 12.0, &[(4.0, "4"), (9.0, "9"), (12.0, "12")]),
        table: readings(),
    }
}

fn blood_pressure() -> Chart {
    let high = [138.0, 141.0, 135.0, 132.0, 144.0, 139.0, 136.0];
    let low = [82.0, 85.0, 79.0, 78.0, 88.0, 84.0, 81.0];
    Chart {
        title: "Blood pressure, mmHg".into(),
        sentence: "The middle of your 7 readings was 138 over 82.".into(),
        ranges: Vec::new(),
        series: vec![
            Series { name: "Upper".into(), points: points(&high, "mmHg upper", |_| Tone::Neutral) },
            Series { name: "Lower".into(), points: points(&low, "mmHg lower", |_| Tone::Neutral) },
        ],
        bars: (0_u32..)
            .zip(low.iter().zip(high))
            .map(|(day, (from, to))| Bar { x: FIRST + f64::from(day) * DAY, from: *from, to })
            .collect(),
        lanes: Vec::new(),
        zones: Vec::new(),
        across: across(13),
        up: axis(60.0, 160.0, &[(60.0, "60"), (80.0, "80"), (120.0, "120"), (160.0, "160")]),
        table: readings(),
    }
}

fn empty() -> Chart {
    Chart {
        title: "Weight, kg".into(),
        sentence: "There are no readings in this month.".into(),
        ranges: Vec::new(),
        series: Vec::new(),
        bars: Vec::new(),
        lanes: Vec::new(),
        zones: Vec::new(),
        across: across(13),
        up: axis(60.0, 80.0, &[(60.0, "60"), (80.0, "80")]),
        table: Table {
            caption: "Weight".into(),
            columns: vec![column("When", false), column("Weight", true)],
            rows: Vec::new(),
            more: None,
        },
    }
}

fn column(title: &str, numeric: bool) -> Column {
    Column { title: title.into(), numeric }
}

fn cell(text: &str) -> Cell {
    Cell { text: text.into(), ..Cell::default() }
}

fn readings() -> Table {
    let row = |when: &str, value: &str, note: Option<&str>, word: &str, tone| Row {
        cells: vec![
            cell(when),
            Cell { strong: true, note: note.map(Into::into), ..cell(value) },
            Cell { tag: Some(tag(word, tone)), ..Cell::default() },
        ],
        action: Some(action(when)),
    };
    Table {
        caption: "Latest".into(),
        columns: vec![column("When", false), column("Reading", false), column("", false)],
        rows: vec![
            row("Today 7:42", "6.8", None, "green", Tone::Green),
            row("Sat 7:50", "8.1", None, "green", Tone::Green),
            row("Thu 7:31", "3.7", Some("felt shaky, had juice"), "below 4", Tone::Red),
        ],
        more: Some(button("Show older readings", ButtonStyle::Secondary, None)),
    }
}

fn caseload() -> Table {
    let row =
        |person: &str, about: &str, why: (&str, Tone), what: &str, waiting: &str, next: &str| Row {
            cells: vec![
                Cell { strong: true, note: Some(about.into()), ..cell(person) },
                Cell { tag: Some(tag(why.0, why.1)), ..cell(what) },
                cell(waiting),
                Cell { strong: true, ..cell(next) },
                cell("3"),
            ],
            action: Some(action(person)),
        };
    Table {
        caption: "Who needs you".into(),
        columns: vec![
            column("Person", false),
            column("What", false),
            column("Waiting", false),
            column("Next", false),
            column("Entries", true),
        ],
        rows: vec![
            row(
                "Person 1",
                "58, diabetes",
                ("Glucose in the red of their plan", Tone::Red),
                "3.4 mmol/L at 7:10, third time this week",
                "Since 7:10",
                "Reply by today 12:00",
            ),
            row(
                "Person 2",
                "71, COPD",
                ("Message not answered", Tone::Amber),
                "“Can I move my review?”",
                "2 hours",
                "Reply by tomorrow 17:00",
            ),
            row(
                "Person 4",
                "66, heart failure",
                ("Review due", Tone::Green),
                "Plan agreed 24 November last year",
                "In 2 days",
                "Book",
            ),
        ],
        more: None,
    }
}
