//! Blood pressure as people are told to take it at home, step by step. What counts, and
//! by whose word, is in [`super::course`]; here it is said which days lack what. The
//! average is said as an average; it falls in a part only by the person's own numbers
//! for one.

use jiff::civil::Date;
use record::judge::scaled;
use record::kinds::{Measure, Tracker};
use record::state::Entry;
use record::{Decimal, EntryId, Scope};

use super::course::{self, Comes, Course, Day, Half, LEAST};
use super::{Intent, Screen, judge, marks, nothing, now};
use crate::app::Cmd;
use crate::entry::gone;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, Buttons, Cell, Column, DoDont, Icon, Inset, Page, Row, SummaryList, Table,
};
use crate::words::{Words, say};
use crate::{track, when};

/// A day: its year, month and day.
pub(crate) type Begun = (i16, i8, i8);

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

/// Those days of the last two weeks on which there are readings, oldest first.
fn days(view: View<'_>, holding: &Holding, tracker: EntryId) -> Vec<Day> {
    let Some(start) = when::days_after(view.own_day(), -BACK) else { return Vec::new() };
    course::days(track::readings_since(view, holding, tracker, start).into_iter(), view.now)
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
    let today = view.own_day();
    let days = days(view, holding, tracker.id);
    let chosen = begun.and_then(|(year, month, day)| Date::new(year, month, day).ok());
    let first = chosen.unwrap_or_else(|| first_of(&days, today));
    let course = Course::of(&days, first);
    let mut blocks = Vec::new();
    let whole = course.whole();
    if whole >= LEAST {
        blocks.extend(result(&course, &tracker.value, holding, view));
    } else if !course.days.is_empty() {
        blocks.push(Block::inset(say!(words, "plans-home-few", days = whole)));
    }
    blocks.extend(lacks(&course, view));
    blocks.push(Block::DoDont(DoDont {
        is_do: true,
        title: say!(words, "plans-home-how"),
        items: ["plans-home-sit", "plans-home-two", "plans-home-twice", "plans-home-days"]
            .iter()
            .map(|id| words.get(id))
            .collect(),
    }));
    blocks.push(Block::small(say!(words, "plans-home-source")));
    if today < course.end() {
        blocks.push(Block::paragraph(next(&course, view)));
    }
    if holding.may_write(Scope::Health) {
        let log = Place::Track(track::Screen::Log(tracker.id));
        let log = Button::primary(say!(words, "plans-home-write"), log).icon(Icon::Plus);
        blocks.push(Block::buttons(vec![log]));
    }
    if !course.days.is_empty() {
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

/// Whether it is the second half of the person's day.
fn evening(view: View<'_>) -> bool {
    course::is_evening(when::wall_at(view.now.ms.div_euclid(1000), &view.now.zone), view.now)
}

/// Which days and halves are not counted, and why, in a list of sentences.
fn lacks(course: &Course<'_>, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let lacks = course.lacks(view.own_day(), evening(view));
    if lacks.is_empty() {
        return Vec::new();
    }
    let close = lacks.iter().any(|(.., comes)| *comes == Comes::TooClose);
    let line = |(date, half, comes): &(Date, Option<usize>, Comes)| {
        let day = when::near_day(words, *date, view.own_day());
        let day = match half {
            None => return say!(words, "plans-home-lacks-day", day = day),
            Some(0) => say!(words, "plans-home-lacks-morning", day = day),
            Some(_) => say!(words, "plans-home-lacks-evening", day = day),
        };
        match comes {
            Comes::Empty | Comes::Counts => say!(words, "plans-home-lacks-none", half = day),
            Comes::One => say!(words, "plans-home-lacks-one", half = day),
            Comes::TooClose => say!(words, "plans-home-lacks-apart", half = day),
        }
    };
    let mut text = vec![say!(words, "plans-home-lacks")];
    text.extend(lacks.iter().map(line));
    text.extend(close.then(|| say!(words, "plans-home-lacks-correct")));
    vec![Block::Inset(Inset { text })]
}

/// What comes next, in words.
fn next(course: &Course<'_>, view: View<'_>) -> String {
    let words = view.words;
    let today = view.own_day();
    let evening = evening(view);
    let of_today = course.days.iter().find(|day| day.date == today);
    let half = of_today.and_then(|day| day.halves.get(usize::from(evening)));
    let since = course::days_between(course.first, today);
    let day = if course.days.is_empty() { 1 } else { since + 1 };
    match half.map_or(Comes::Empty, Half::comes) {
        Comes::Empty => say!(words, "plans-home-first", day = day),
        Comes::One => say!(words, "plans-home-second", day = day),
        Comes::TooClose => say!(words, "plans-home-apart", day = day),
        Comes::Counts if evening => say!(words, "plans-home-tomorrow", day = day),
        Comes::Counts => say!(words, "plans-home-evening", day = day),
    }
}

fn table(course: &Course<'_>, tracker: &Tracker, view: View<'_>) -> Block {
    let words = view.words;
    let cell = |half: &Half, first: bool| {
        let all: Vec<String> = half
            .readings
            .iter()
            .map(|entry| {
                let time = when::time(when::wall(&entry.happened).time());
                let value = track::value_text(words, tracker, &entry.value);
                say!(words, "plans-home-at", value = value, time = time)
            })
            .collect();
        if all.is_empty() {
            return Cell::new(say!(words, "plans-home-none"));
        }
        let mut cell = Cell::new(all.join("; "));
        let counted = half.counted().count();
        if !first && counted < half.readings.len() {
            cell.note = Some(say!(words, "plans-home-counted", count = counted));
        }
        cell
    };
    let rows = course.days.iter().map(|day| {
        let first = day.date == course.first;
        let mut date = Cell::new(when::near_day(words, day.date, view.own_day()));
        date.note = first.then(|| say!(words, "plans-home-left-out"));
        let mut cells = vec![date];
        cells.extend(day.halves.iter().map(|half| cell(half, first)));
        Row::new(cells)
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
fn result(course: &Course<'_>, tracker: &Tracker, holding: &Holding, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let (counted, days) = course.counted();
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
        days = days
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
        let label = when::near_day(words, day.date, view.own_day());
        Button::secondary(label, Press::Plans(Intent::Begun(tracker, of))).chosen(day.date == first)
    });
    let label = Some(say!(words, "plans-home-begun"));
    Some(Block::Buttons(Buttons { buttons: buttons.collect(), label }))
}
