//! The readings of one tracker: the picture, its sentence, and the table.

use record::kinds::{Reading, Tracker};
use record::state::Entry;
use record::{EntryId, Record, Scope};

use super::names::{context_text, tracker_name, unit_text};
use super::points::{self, Taken};
use super::readings::with;
use super::span::{Range, Span, Window};
use super::{Intent, Screen, axis, lanes, line, summary};
use crate::entry::{self, gone};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Cell, Chart, Column, Icon, Page, Row, Table};
use crate::words::say;
use crate::{action_plan, experiments, when};

/// How many rows of the table stand on one page.
const ROWS: usize = 20;

/// The page.
pub(super) fn page(id: EntryId, span: Span, skip: usize, view: View<'_>) -> Page {
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
        blocks.push(Block::Table(table(view, holding, &tracker, &all, (span, skip))));
    } else {
        if write && !away {
            blocks.push(Block::buttons([add].into_iter().chain(home).chain([out]).collect()));
        }
        blocks.push(Block::Chart(chart(view, holding, &tracker, &all, span)));
        let mut ways = steps(view, holding, &all, span, |span| Intent::Chart(id, span));
        let range = if span.range == Range::Day { Range::Month } else { span.range };
        let patterns = Screen::Patterns { tracker: id, span: Span { range, ..span } };
        let patterns = Place::Track(patterns);
        ways.push(Button::quiet(say!(words, "track-patterns"), patterns).icon(Icon::Clock));
        blocks.push(Block::buttons(ways));
        blocks.push(Block::Table(table(view, holding, &tracker, &all, (span, 0))));
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

/// Buttons to what is older and what is newer.
pub(super) fn steps(
    view: View<'_>,
    holding: &Holding,
    all: &[(i64, EntryId)],
    span: Span,
    press: impl Fn(Span) -> Intent,
) -> Vec<Button> {
    let day = |id| {
        let entry: Entry<Reading> = holding.record.get(id)?;
        Some(when::own_date(when::wall(&entry.happened), view.now))
    };
    let (earlier, later) = span.window(view).steps(all, &day);
    let button = |id: &str, span: Option<Span>| {
        span.map(|span| Button::secondary(view.words.get(id), Press::Track(press(span))))
    };
    [button("track-earlier", earlier), button("track-later", later)].into_iter().flatten().collect()
}

/// Those of the readings (oldest first) that lie in a stretch of time, newest first.
pub(super) fn taken(record: &Record, all: &[(i64, EntryId)], window: &Window<'_>) -> Vec<Taken> {
    let (from, to) = window.reach();
    let place = |end: i64| all.partition_point(|(at, _)| *at < end);
    let near = all.get(place(from)..place(to)).unwrap_or_default();
    near.iter()
        .rev()
        .filter_map(|(_, id)| record.get(*id))
        .map(|entry| {
            let wall = when::wall(&entry.happened);
            Taken { entry, wall }
        })
        .filter(|taken| window.holds(taken.wall))
        .collect()
}

fn chart(
    view: View<'_>,
    holding: &Holding,
    tracker: &Entry<Tracker>,
    all: &[(i64, EntryId)],
    span: Span,
) -> Chart {
    let words = view.words;
    let window = span.window(view);
    let taken = taken(&holding.record, all, &window);
    let how = points::thinned(&taken, &window);
    let lines: Vec<points::Line> = points::parts(words, &tracker.value)
        .iter()
        .map(|part| points::line(words, &tracker.value, part, &taken, (how, &window)))
        .collect();
    let beside = lanes::rows(view, holding, &window, &taken);
    let name = tracker_name(words, &tracker.value);
    let unit = unit_text(words, &tracker.value);
    let title = if unit.is_empty() {
        name
    } else {
        say!(words, "track-chart-title", name = name, unit = unit)
    };
    let up = axis::up(&tracker.value, lines.iter().flat_map(points::Line::values));
    let (zones, said) = action_plan::chart_zones(
        view,
        holding,
        &tracker.value,
        (up.from, up.to),
        points::parting(&lines),
    );
    let sentence = summary::sentence(words, &tracker.value, &taken, (how, &window), view.today());
    let sentences = [sentence].into_iter().chain(said).chain(lanes::said(words, &beside));
    Chart {
        sentence: sentences.collect::<Vec<_>>().join(" "),
        ranges: span.choices(words, |span| Press::Track(Intent::Chart(tracker.id, span))),
        series: lines.iter().map(points::Line::series).collect(),
        bars: points::bars(how, &lines),
        lanes: beside.iter().map(|row| row.lane(words)).collect(),
        zones,
        across: axis::across(words, &window),
        up,
        table: points::as_table(words, &title, &lines, &beside),
        title,
    }
}

fn table(
    view: View<'_>,
    holding: &Holding,
    tracker: &Entry<Tracker>,
    all: &[(i64, EntryId)],
    (span, skip): (Span, usize),
) -> Table {
    let words = view.words;
    let today = view.today();
    let rows = all
        .iter()
        .rev()
        .skip(skip)
        .take(ROWS)
        .filter_map(|(_, id)| holding.record.get::<Reading>(*id))
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
                Place::Track(Screen::Chart { tracker: tracker.id, span, skip: next }),
            )
        }),
    }
}
