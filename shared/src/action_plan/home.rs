//! Blood pressure as people are told to take it at home, step by step: sitting,
//! two readings at least a minute apart, in the morning and in the evening, for
//! at least 4 days and best for 7; the first day is left out, the rest averaged.
//! So NICE's guideline on high blood pressure (NG136) has it. The average is said
//! as an average; it falls in a part only by the person's own numbers for one.

use jiff::civil::Date;
use record::judge::scaled;
use record::kinds::{Measure, Reading, Tracker};
use record::state::Entry;
use record::{Decimal, EntryId, Scope};

use super::{Intent, Screen, judge, marks, nothing, now};
use crate::app::Cmd;
use crate::entry::gone;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, Buttons, Cell, Column, DoDont, Icon, Page, Row, SummaryList, Table,
};
use crate::words::{Words, say};
use crate::{track, when};

/// A day: its year, month and day.
pub(crate) type Begun = (i16, i8, i8);

/// The most days that are looked at.
const DAYS: i32 = 7;

/// How many there have to be before an average is said.
const LEAST: usize = 4;

/// How far back a first day can lie.
const BACK: i32 = 13;

/// The way to this page from a tracker of blood pressure.
pub(crate) fn link(words: &Words, tracker: &Entry<Tracker>) -> Option<Button> {
    let place = Place::Plans(Screen::Home(tracker.id, None));
    (tracker.value.measure == Measure::BloodPressure)
        .then(|| Button::secondary(say!(words, "plans-home"), place).icon(Icon::Heart))
}

/// The same, where there is such a tracker.
pub(super) fn any(holding: &Holding, words: &Words) -> Option<Button> {
    track::trackers(&holding.record).0.iter().find_map(|tracker| link(words, tracker))
}

/// Chooses another first day.
pub(super) fn begun(tracker: EntryId, day: Begun, cx: &mut Cx<'_>) -> Cmd {
    cx.open.back();
    cx.open.go(Place::Plans(Screen::Home(tracker, Some(day))));
    nothing()
}

/// The readings of one day, oldest first.
struct Day {
    date: Date,
    readings: Vec<Entry<Reading>>,
}

/// Those days of the last two weeks on which there are any, oldest first.
fn days(view: View<'_>, holding: &Holding, tracker: EntryId) -> Vec<Day> {
    let Some(start) = when::days_after(view.today(), -BACK) else { return Vec::new() };
    let mut days: Vec<Day> = Vec::new();
    for entry in track::readings_since(view, holding, tracker, start).into_iter().rev() {
        let date = when::wall(&entry.happened).date();
        match days.iter_mut().find(|day| day.date == date) {
            Some(day) => day.readings.push(entry),
            None => days.push(Day { date, readings: vec![entry] }),
        }
    }
    record::sort::by_key(&mut days, |day| day.date);
    days
}

/// The first day, where none was chosen: that of the latest days without a gap.
fn first_of(days: &[Day], today: Date) -> Date {
    let mut first = days.last().map_or(today, |day| day.date);
    for day in days.iter().rev().skip(1).take(6) {
        if day.date.tomorrow().is_ok_and(|next| next == first) {
            first = day.date;
        }
    }
    first
}

/// The average, to a whole number, halves up.
fn average(numbers: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let (mut sum, mut count) = (0_i128, 0_i128);
    for number in numbers {
        sum += scaled(number);
        count += 1;
    }
    let one = scaled(Decimal::whole(1));
    let whole = (2 * sum + count * one).checked_div_euclid(2 * count * one)?;
    i64::try_from(whole).ok().map(Decimal::whole)
}

/// The page.
pub(super) fn page(id: EntryId, begun: Option<Begun>, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(tracker) = holding.record.get::<Tracker>(holding.record.own(id)) else {
        return gone(view);
    };
    let today = view.today();
    let days = days(view, holding, tracker.id);
    let chosen = begun.and_then(|(year, month, day)| Date::new(year, month, day).ok());
    let first = chosen.unwrap_or_else(|| first_of(&days, today));
    let end = when::days_after(first, DAYS).unwrap_or(first);
    let course: Vec<&Day> = days.iter().filter(|day| day.date >= first && day.date < end).collect();
    let mut blocks = Vec::new();
    let over = today >= end;
    if course.len() >= LEAST {
        blocks.extend(result(&course, &tracker.value, holding, view));
    } else if !course.is_empty() {
        blocks.push(Block::inset(say!(words, "plans-home-few", days = course.len())));
    }
    blocks.push(Block::DoDont(DoDont {
        is_do: true,
        title: say!(words, "plans-home-how"),
        items: ["plans-home-sit", "plans-home-two", "plans-home-twice", "plans-home-days"]
            .iter()
            .map(|id| words.get(id))
            .collect(),
    }));
    blocks.push(Block::small(say!(words, "plans-home-source")));
    if !over {
        blocks.push(Block::paragraph(next(&course, view)));
    }
    if holding.may_write(Scope::Health) {
        let log = Place::Track(track::Screen::Log(tracker.id));
        let log = Button::primary(say!(words, "plans-home-write"), log).icon(Icon::Plus);
        blocks.push(Block::buttons(vec![log]));
    }
    if !course.is_empty() {
        blocks.push(table(&course, &tracker.value, view));
    }
    blocks.extend(choices(&days, first, tracker.id, view));
    Page {
        name: "plans.home".into(),
        title: say!(words, "plans-home"),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// What comes next, in words.
fn next(course: &[&Day], view: View<'_>) -> String {
    let words = view.words;
    let now = view.now.ms.div_euclid(1000);
    let wall = when::wall_at(now, &view.now.zone);
    let morning = wall.hour() < 12;
    let of_today = course.iter().find(|day| day.date == view.today());
    let half = of_today.map_or(0, |day| half(day, morning).count());
    let day = match of_today {
        Some(_) => course.len(),
        None => course.len() + 1,
    };
    match (half, morning) {
        (0, _) => say!(words, "plans-home-first", day = day),
        (1, _) => say!(words, "plans-home-second", day = day),
        (_, true) => say!(words, "plans-home-evening", day = day),
        (_, false) => say!(words, "plans-home-tomorrow", day = day),
    }
}

fn half(day: &Day, morning: bool) -> impl Iterator<Item = &Entry<Reading>> {
    day.readings.iter().filter(move |entry| (when::wall(&entry.happened).hour() < 12) == morning)
}

fn table(course: &[&Day], tracker: &Tracker, view: View<'_>) -> Block {
    let words = view.words;
    let texts = |day: &Day, morning| {
        let all: Vec<String> = half(day, morning)
            .map(|entry| {
                let time = when::time(when::wall(&entry.happened).time());
                let value = track::value_text(words, tracker, &entry.value);
                say!(words, "plans-home-at", value = value, time = time)
            })
            .collect();
        if all.is_empty() { say!(words, "plans-home-none") } else { all.join("; ") }
    };
    let rows = course.iter().enumerate().map(|(at, day)| {
        let mut date = Cell::new(when::near_day(words, day.date, view.today()));
        date.note = (at == 0).then(|| say!(words, "plans-home-left-out"));
        Row::new(vec![date, Cell::new(texts(day, true)), Cell::new(texts(day, false))])
    });
    let column = |id: &str| Column { title: words.get(id), numeric: false };
    Block::Table(Table {
        caption: say!(words, "plans-home-table"),
        columns: ["plans-home-day", "plans-home-am", "plans-home-pm"].map(column).into(),
        rows: rows.collect(),
        more: None,
    })
}

/// The average, and where it falls by the person's own numbers.
fn result(course: &[&Day], tracker: &Tracker, holding: &Holding, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let counted: Vec<&Entry<Reading>> =
        course.iter().skip(1).flat_map(|day| &day.readings).collect();
    let upper = average(counted.iter().map(|entry| entry.value.value));
    let lower = average(counted.iter().filter_map(|entry| entry.value.second));
    let Some(upper) = upper else { return Vec::new() };
    let figures = track::figures;
    let value = match lower.map(figures) {
        Some(lower) => say!(words, "track-value-pressure", upper = figures(upper), lower = lower),
        None => say!(words, "track-value-upper", upper = figures(upper)),
    };
    let said = say!(
        words,
        "plans-home-average",
        value = value.as_str(),
        count = counted.len(),
        days = course.len() - 1
    );
    let plans = judge::plans(&holding.record, view);
    let falls = judge::average(view, holding, &plans, tracker, (upper, lower));
    let mut blocks = now::cards(view, &plans, &falls);
    blocks.push(Block::lede(said));
    if falls.is_empty() {
        blocks.push(Block::paragraph(say!(words, "plans-home-no-numbers")));
    } else {
        let rows = marks::rows(words, &plans, &falls);
        blocks.push(Block::SummaryList(SummaryList { rows }));
    }
    blocks
}

/// The days that can be the first.
fn choices(days: &[Day], first: Date, tracker: EntryId, view: View<'_>) -> Option<Block> {
    let words = view.words;
    if days.len() < 2 {
        return None;
    }
    let buttons = days.iter().map(|day| {
        let of = (day.date.year(), day.date.month(), day.date.day());
        let label = when::near_day(words, day.date, view.today());
        Button::secondary(label, Press::Plans(Intent::Begun(tracker, of))).chosen(day.date == first)
    });
    let label = Some(say!(words, "plans-home-begun"));
    Some(Block::Buttons(Buttons { buttons: buttons.collect(), label }))
}
