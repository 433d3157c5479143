//! The readings of one tracker: the picture, its sentence, and the table.

use jiff::civil::Date;
use record::kinds::Tracker;
use record::state::Entry;
use record::time::Zone;
use record::{EntryId, Record, Scope};
use serde::{Deserialize, Serialize};

use super::names::{context_text, tracker_name, unit_text};
use super::points::{self, Taken};
use super::readings::with;
use super::{Intent, Screen, axis, line, summary};
use crate::entry::{self, gone};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Cell, Chart, Column, Icon, Page, Row, Table};
use crate::words::{Words, say};
use crate::{action_plan, experiments, when};

/// How many rows of the table stand on one page.
const ROWS: usize = 20;

/// How far back a chart goes; all end today.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Range {
    /// Today.
    Day,
    /// The last two weeks.
    #[default]
    TwoWeeks,
    /// The last three months.
    ThreeMonths,
    /// The last year.
    Year,
}

impl Range {
    const ALL: [Self; 4] = [Self::Day, Self::TwoWeeks, Self::ThreeMonths, Self::Year];

    /// Its first day.
    pub(super) fn start(self, today: Date) -> Date {
        let before = match self {
            Self::Day => return today,
            Self::TwoWeeks => when::days_after(today, -14),
            Self::ThreeMonths => when::months_before(today, 3),
            Self::Year => when::months_before(today, 12),
        };
        before.and_then(|before| before.tomorrow().ok()).unwrap_or(today)
    }

    fn label(self, words: &Words) -> String {
        match self {
            Self::Day => say!(words, "track-range-day"),
            Self::TwoWeeks => say!(words, "track-range-weeks"),
            Self::ThreeMonths => say!(words, "track-range-months"),
            Self::Year => say!(words, "track-range-year"),
        }
    }

    /// "in the last 2 weeks".
    pub(super) fn words_for(self, words: &Words) -> String {
        match self {
            Self::Day => say!(words, "track-span-day"),
            Self::TwoWeeks => say!(words, "track-span-weeks"),
            Self::ThreeMonths => say!(words, "track-span-months"),
            Self::Year => say!(words, "track-span-year"),
        }
    }
}

/// The page.
pub(super) fn page(id: EntryId, range: Range, skip: usize, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let id = holding.record.own(id);
    let Some(tracker) = holding.record.get::<Tracker>(id) else { return gone(view) };
    let name = tracker_name(words, &tracker.value);
    let page = Page {
        name: "track.chart".into(),
        title: name.clone(),
        caption: view.owner(),
        ..Page::default()
    };
    let all = with(view, holding, |readings| readings.of_tracker(id).to_vec());
    let write = holding.may_write(Scope::Health);
    let away = tracker.value.put_away == Some(true);
    let add =
        Button::primary(say!(words, "track-add"), Place::Track(Screen::Log(id))).icon(Icon::Plus);
    let home = action_plan::home_link(words, &tracker).filter(|_| write && !away);
    let new = Place::Experiments(experiments::Screen::New(Some(id)));
    let out = Button::quiet(say!(words, "experiments-try"), new);
    let mut blocks = Vec::new();
    if all.is_empty() {
        blocks.push(Block::empty(
            Icon::Chart,
            say!(words, "track-no-readings"),
            say!(words, "track-no-readings-text"),
            (write && !away).then_some(add),
        ));
        blocks.extend(home.map(|home| Block::buttons(vec![home])));
    } else if skip > 0 {
        blocks.push(Block::Table(table(view, holding, &tracker, &all, (range, skip))));
    } else {
        if write && !away {
            blocks.push(Block::buttons([add].into_iter().chain(home).chain([out]).collect()));
        }
        blocks.push(Block::Chart(chart(view, holding, &tracker, &all, range)));
        blocks.push(Block::Table(table(view, holding, &tracker, &all, (range, 0))));
    }
    if write && skip == 0 {
        blocks.push(Block::buttons(vec![if away {
            Button::quiet(say!(words, "track-bring-back"), Press::Track(Intent::BringBack(id)))
                .spoken(say!(words, "track-bring-back-what", name = name))
        } else {
            Button::quiet(say!(words, "track-put-away"), Press::Track(Intent::PutAway(id)))
                .spoken(say!(words, "track-put-away-what", name = name))
        }]));
        blocks.push(Block::small(say!(words, "track-put-away-text")));
    }
    Page { blocks, ..page }
}

/// Those of the readings (oldest first) that lie in a range, newest first.
fn taken(record: &Record, all: &[(i64, EntryId)], (start, zone): (Date, &str)) -> Vec<Taken> {
    let midnight = when::happened(start, jiff::civil::Time::midnight(), zone).at;
    // Where somebody travels, a wall's day begins up to a day earlier.
    let earliest = midnight - 86_400;
    all.iter()
        .rev()
        .take_while(|(at, _)| *at >= earliest)
        .filter_map(|(_, id)| record.get(*id))
        .map(|entry| {
            let wall = when::wall(&entry.happened);
            Taken { entry, wall }
        })
        .filter(|taken| taken.wall.date() >= start)
        .collect()
}

fn chart(
    view: View<'_>,
    holding: &Holding,
    tracker: &Entry<Tracker>,
    all: &[(i64, EntryId)],
    range: Range,
) -> Chart {
    let words = view.words;
    let today = view.today();
    let zone = Zone::new(&view.now.zone);
    let taken = taken(&holding.record, all, (range.start(today), zone.name()));
    let how = points::thinned(&taken, view.now);
    let across = axis::across(words, range, today);
    let lines: Vec<points::Line> = points::parts(words, &tracker.value)
        .iter()
        .map(|part| points::line(words, &tracker.value, part, &taken, (how, today, view.now)))
        .collect();
    let name = tracker_name(words, &tracker.value);
    let unit = unit_text(words, &tracker.value);
    let title = if unit.is_empty() {
        name
    } else {
        say!(words, "track-chart-title", name = name, unit = unit)
    };
    let as_table = points::as_table(words, &title, &lines);
    let series: Vec<_> = lines.into_iter().map(points::Line::series).collect();
    let values = series.iter().flat_map(|series| &series.points).map(|point| point.y);
    let up = axis::up(&tracker.value, values);
    let (zones, said) = action_plan::chart_zones(view, holding, &tracker.value, (up.from, up.to));
    let sentence = summary::sentence(words, &tracker.value, &taken, (range, how), today);
    Chart {
        title,
        sentence: [sentence].into_iter().chain(said).collect::<Vec<_>>().join(" "),
        ranges: Range::ALL
            .into_iter()
            .map(|other| {
                Button::secondary(
                    other.label(words),
                    Press::Track(Intent::Range(tracker.id, other)),
                )
                .chosen(other == range)
            })
            .collect(),
        series,
        zones,
        across,
        up,
        table: as_table,
    }
}

fn table(
    view: View<'_>,
    holding: &Holding,
    tracker: &Entry<Tracker>,
    all: &[(i64, EntryId)],
    (range, skip): (Range, usize),
) -> Table {
    let words = view.words;
    let today = view.today();
    let rows = all
        .iter()
        .rev()
        .skip(skip)
        .take(ROWS)
        .filter_map(|(_, id)| holding.record.get::<record::kinds::Reading>(*id))
        .map(|entry| {
            let mut note: Vec<String> = Vec::new();
            note.extend(entry.value.context.map(|context| context_text(words, context)));
            note.extend(entry.value.note.clone());
            note.extend(line::authors(words, holding, &entry));
            Row {
                cells: vec![
                    Cell::new(when::near(words, &entry.happened, today)),
                    Cell {
                        text: line::values(words, &tracker.value, &entry),
                        note: (!note.is_empty()).then(|| note.join(" · ")),
                        tag: entry::differs(words, &entry).or_else(|| {
                            action_plan::reading_tag(view, holding, &tracker.value, &entry)
                        }),
                        strong: true,
                    },
                ],
                action: Some(Place::Entry(entry::Screen::Whole(entry.id)).into()),
            }
        })
        .collect();
    let next = skip + ROWS;
    Table {
        caption: if skip == 0 {
            say!(words, "track-latest-table")
        } else {
            say!(words, "track-older-table")
        },
        columns: vec![
            Column { title: say!(words, "track-when"), numeric: false },
            Column { title: say!(words, "track-reading"), numeric: false },
        ],
        rows,
        more: (all.len() > next).then(|| {
            Button::secondary(
                say!(words, "track-older"),
                Place::Track(Screen::Chart { tracker: tracker.id, range, skip: next }),
            )
        }),
    }
}
