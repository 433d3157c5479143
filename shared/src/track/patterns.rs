//! The readings of a tracker by time of day, by day of the week, before and after
//! meals, and day by day: counted, with the lowest, the middle and the highest.
//! Nothing is said of why, and no middle of a few.

use jiff::civil::{Date, Weekday};
use record::kinds::{Context, Reading, Tracker};
use record::{Decimal, EntryId, sort};

use super::Intent;
use super::chart::{steps, taken};
use super::names::{context_text, figures, tracker_name, unit_text};
use super::points::{self, Part, Taken};
use super::readings::with;
use super::span::{Range, Span};
use crate::action_plan::{self, Lowest};
use crate::entry::gone;
use crate::model::View;
use crate::nav::Intent as Press;
use crate::screen::{Block, Buttons, Cell, Column, Page, Row, Table};
use crate::when;
use crate::words::{Words, say};

/// Of fewer readings than this no middle is said.
const LEAST: usize = 5;

/// The times of day, each with its first hour; the last one goes on to midnight.
const BANDS: [(&str, i8); 4] =
    [("track-at-night", 0), ("track-morning", 6), ("track-afternoon", 12), ("track-evening", 18)];

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Readings that belong together, and what they have in common.
type Group<'a> = (String, Vec<&'a Reading>);

/// The page.
pub(super) fn page(id: EntryId, span: Span, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let id = holding.record.own(id);
    let Some(tracker) = holding.record.get::<Tracker>(id) else { return gone(view) };
    let tracker = tracker.value;
    let all = with(view, holding, |readings| readings.of_tracker(id).to_vec());
    let window = span.window(view);
    let taken = taken(&holding.record, &all, &window);
    let limits = action_plan::lowest_limits(view, holding, &tracker);
    let title = say!(words, "track-patterns-title", name = tracker_name(words, &tracker));
    let press = |span| Intent::Patterns(id, span);
    let ranges = span.choices(words, |span| Press::Track(press(span)));
    let mut said =
        vec![say!(words, "track-patterns-count", count = taken.len(), span = window.words(words))];
    if !taken.is_empty() {
        said.extend(limits.iter().map(|limit| {
            let below = taken.iter().filter(|taken| limit.is_above(&taken.entry.value)).count();
            say!(words, "track-patterns-below", limit = limit.title.as_str(), count = below)
        }));
    }
    let mut blocks = vec![
        Block::Buttons(Buttons { buttons: ranges, label: Some(title.clone()) }),
        Block::paragraph(said.join(" ")),
        Block::buttons(steps(view, holding, &all, span, press)),
    ];
    if !taken.is_empty() {
        blocks.push(Block::small(say!(words, "track-patterns-text", least = LEAST)));
        let groups = groups(view, &taken, span.range);
        let parts = points::parts(words, &tracker);
        for (at, (name, part)) in parts.iter().enumerate() {
            // A plan's lowest limits are about the first number.
            let limits = if at == 0 { limits.as_slice() } else { &[] };
            let unit = unit_text(words, &tracker);
            let of = [name.as_str(), &unit].into_iter().filter(|text| !text.is_empty());
            let of: Vec<&str> = of.skip(usize::from(parts.len() == 1)).collect();
            for (caption, groups) in &groups {
                let caption = [&[caption.as_str()], of.as_slice()].concat().join(", ");
                blocks.push(Block::Table(table(words, caption, groups, *part, limits)));
            }
        }
    }
    Page { name: "track.patterns".into(), title, caption: view.owner(), blocks, ..Page::default() }
}

/// All that is counted, each under its heading.
fn groups<'a>(view: View<'_>, taken: &'a [Taken], range: Range) -> Vec<(String, Vec<Group<'a>>)> {
    let words = view.words;
    let of = |is: &dyn Fn(&Taken) -> bool| -> Vec<&'a Reading> {
        taken.iter().filter(|taken| is(taken)).map(|taken| &taken.entry.value).collect()
    };
    let band = |hour: i8| BANDS.iter().rposition(|(_, from)| *from <= hour);
    let day = |taken: &Taken| when::own_date(taken.wall, view.now);
    let bands = BANDS.iter().enumerate();
    let times = bands
        .map(|(at, (name, _))| (words.get(name), of(&|taken| band(taken.wall.hour()) == Some(at))));
    let week = WEEK.map(|weekday| {
        (when::weekday(words, weekday), of(&|taken| day(taken).weekday() == weekday))
    });
    let mut all = vec![
        (say!(words, "track-by-time"), times.collect()),
        (say!(words, "track-by-weekday"), week.into()),
    ];
    if taken.iter().any(|taken| taken.entry.value.context.is_some()) {
        let mut contexts: Vec<Option<Context>> =
            taken.iter().map(|taken| taken.entry.value.context).collect();
        sort::by_key(&mut contexts, |context| context.map_or(u64::MAX, Context::code));
        contexts.dedup();
        let meals = contexts.into_iter().map(|context| {
            let name = context
                .map_or_else(|| say!(words, "track-context-none"), |it| context_text(words, it));
            (name, of(&|taken| taken.entry.value.context == context))
        });
        all.push((say!(words, "track-by-meal"), meals.collect()));
    }
    if range != Range::Year {
        let mut days: Vec<Date> = taken.iter().map(day).collect();
        sort::by_key(&mut days, |date| std::cmp::Reverse(*date));
        days.dedup();
        let days = days.into_iter().map(|date| {
            (when::long_day(words, date, view.today()), of(&|taken| day(taken) == date))
        });
        all.push((say!(words, "track-by-day"), days.collect()));
    }
    all
}

fn table(
    words: &Words,
    caption: String,
    groups: &[Group<'_>],
    part: Part,
    limits: &[Lowest],
) -> Table {
    let column = |title: String| Column { title, numeric: true };
    let mut columns = vec![
        Column { title: say!(words, "track-when"), numeric: false },
        column(say!(words, "track-readings")),
        column(say!(words, "track-lowest")),
        column(say!(words, "track-middle")),
        column(say!(words, "track-highest")),
    ];
    columns.extend(limits.iter().map(|limit| column(limit.title.clone())));
    let row = |(name, readings): &Group<'_>| {
        let mut values: Vec<Decimal> = readings.iter().filter_map(|it| part(it)).collect();
        let middle = points::middle(&mut values);
        let middle = match values.len() {
            0 => String::new(),
            few if few < LEAST => say!(words, "track-few"),
            _ => figures(middle),
        };
        let end = |value: Option<&Decimal>| value.copied().map(figures).unwrap_or_default();
        let mut cells = vec![
            name.clone(),
            values.len().to_string(),
            end(values.first()),
            middle,
            end(values.last()),
        ];
        cells.extend(limits.iter().map(|limit| {
            readings.iter().filter(|reading| limit.is_above(reading)).count().to_string()
        }));
        Row::new(cells.into_iter().map(Cell::new).collect())
    };
    Table { caption, columns, rows: groups.iter().map(row).collect(), more: None }
}
