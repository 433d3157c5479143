//! One experiment: both runs of days beside each other, in words and in a table.

use jiff::civil::Date;
use record::kinds::{Experiment, Tracker};
use record::state::Entry;
use record::{Decimal, EntryId, Scope};

use super::weeks::{self, Alike, Beside, Counted, Is, Line};
use super::{Intent, dates, looked_at};
use crate::entry::{self, gone};
use crate::holding::Holding;
use crate::medicines::each;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Cell, Column, Icon, Page, Row, SummaryList, SummaryRow, Table};
use crate::track::{figures, number_text};
use crate::when;
use crate::words::{Words, say};

/// Where it stands today.
pub(super) fn stands(experiment: &Experiment, view: View<'_>) -> String {
    let words = view.words;
    let today = view.own_day();
    let day = |date| when::day(words, date, today);
    if let Some(stopped) = experiment.stopped {
        return say!(words, "experiments-stopped-on", day = day(stopped));
    }
    let [usual, change] = [experiment.weeks.usual, experiment.weeks.change];
    let nth = |(first, _): (Date, u64)| today.duration_since(first).as_hours() / 24 + 1;
    if today < usual.0 {
        say!(words, "experiments-begins", day = day(usual.0))
    } else if today <= weeks::last(usual) {
        let count = i64::try_from(usual.1).unwrap_or(0);
        say!(words, "experiments-day-usual", nth = nth(usual), count = count)
    } else if today < change.0 {
        say!(words, "experiments-change-begins", day = day(change.0))
    } else if today <= weeks::last(change) {
        let count = i64::try_from(change.1).unwrap_or(0);
        say!(words, "experiments-day-change", nth = nth(change), count = count)
    } else {
        say!(words, "experiments-over", day = day(weeks::last(change)))
    }
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(entry) = holding.record.get::<Experiment>(id) else { return gone(view) };
    let experiment = &entry.value;
    let part = |say: &dyn Fn(&Experiment) -> Option<String>| each(words, &entry, say);
    let question = part(&|experiment| Some(experiment.question.clone())).unwrap_or_default();
    let whole = || Place::Entry(entry::Screen::Whole(entry.id));
    let differs = !entry.conflicts.is_empty() || entry.disputed.is_some();
    let mut blocks = vec![Block::lede(stands(experiment, view))];
    if differs {
        blocks.push(Block::inset(say!(words, "experiments-differs")));
        let look = Button::primary(say!(words, "plans-look-at-both"), whole());
        blocks.push(Block::buttons(vec![look]));
    }
    let tracker = weeks::tracker_of(holding, experiment);
    let mut rows = vec![
        SummaryRow::new(
            say!(words, "experiments-change"),
            part(&|experiment| Some(experiment.change.clone())).unwrap_or_default(),
        ),
        SummaryRow::new(
            say!(words, "experiments-what"),
            looked_at(words, &holding.record, experiment),
        ),
    ];
    if let Some(thoughts) = part(&|experiment| experiment.thoughts.clone()) {
        let mut row = SummaryRow::new(say!(words, "experiments-thoughts"), String::new());
        row.value = thoughts.lines().map(str::to_owned).collect();
        rows.push(row);
    }
    blocks.push(Block::SummaryList(SummaryList { rows }));
    // Days that two people set differently are not counted by either's.
    if !differs {
        blocks.extend(said(experiment, tracker.as_ref(), holding, view));
    }
    if tracker.as_ref().is_some_and(|tracker| tracker.value.put_away == Some(true)) {
        blocks.push(Block::small(say!(words, "experiments-away-now")));
    }
    let mut buttons = Vec::new();
    if holding.may_write(Scope::Health) {
        let press = |label: &str, intent| (words.get(label), Press::Experiments(intent));
        let (think, to) = press("experiments-think", Intent::Think(entry.id));
        buttons.push(Button::secondary(think, to).icon(Icon::Pencil));
        let over = view.own_day() > weeks::last(experiment.weeks.change);
        if experiment.stopped.is_some() || !over {
            let stop = experiment.stopped.is_none();
            let label = if stop { "experiments-stop" } else { "experiments-go-on" };
            let (label, to) = press(label, Intent::Stop(entry.id, stop));
            buttons.push(Button::secondary(label, to));
        }
        let (change, to) = press("experiments-edit", Intent::Change(entry.id));
        buttons.push(Button::quiet(change, to));
    }
    buttons.push(Button::quiet(say!(words, "plans-history"), whole()));
    blocks.push(Block::buttons(buttons));
    Page {
        name: "experiments.one".into(),
        title: question,
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// What the days say, and what they cannot.
fn said(
    experiment: &Experiment,
    tracker: Option<&Entry<Tracker>>,
    holding: &Holding,
    view: View<'_>,
) -> Vec<Block> {
    let words = view.words;
    let number = |number: Decimal| match tracker {
        Some(tracker) => number_text(words, &tracker.value, number),
        None => say!(words, "experiments-of-ten", number = figures(number)),
    };
    // Where both runs are weeks they are called so.
    let weeks = experiment.weeks;
    let week = i64::from(weeks.usual.1 == 7 && weeks.change.1 == 7);
    let mut blocks = vec![Block::heading(say!(words, "experiments-beside"))];
    let lines = weeks::lines(experiment, holding, view);
    for line in &lines {
        let [usual, change] = [0, 1].map(|side: usize| Counted::of(&line.sides[side]));
        let name = line.name.map(|name| words.get(name));
        if let Some(name) = &name {
            blocks.push(Block::paragraph(format!("{name}:")));
        }
        for sentence in sentences(words, week, &usual, &change, &number) {
            blocks.push(Block::paragraph(sentence));
        }
        blocks.push(table(words, name, [&usual, &change], &number));
        blocks.push(every_day(experiment, line, &number, view));
    }
    if tracker.is_none() {
        blocks.push(Block::small(say!(words, "experiments-symptom")));
    }
    blocks.push(Block::inset(say!(words, "experiments-cause")));
    blocks
}

fn sentences(
    words: &Words,
    week: i64,
    usual: &Counted,
    change: &Counted,
    number: &dyn Fn(Decimal) -> String,
) -> Vec<String> {
    let Beside::Said { lower, same, higher, alike } = weeks::beside(usual, change) else {
        return vec![say!(words, "experiments-too-few")];
    };
    let middle = usual.middle().map(number).unwrap_or_default();
    let all = change.numbers.len();
    let mut said = vec![words.get(match alike {
        Alike::Most if week == 1 => "experiments-alike-weeks",
        Alike::Most => "experiments-alike",
        Alike::Some => "experiments-alike-some",
        Alike::None => "experiments-alike-none",
    })];
    for (count, way) in [(lower, "lower"), (same, "same"), (higher, "higher")] {
        if count > 0 {
            said.push(say!(
                words,
                "experiments-than",
                count = count,
                all = all,
                week = week,
                way = way,
                middle = middle.as_str()
            ));
        }
    }
    said.push(say!(words, "experiments-chance", usual = usual.numbers.len(), change = all));
    said
}

/// Both runs side by side.
fn table(
    words: &Words,
    name: Option<String>,
    sides: [&Counted; 2],
    number: &dyn Fn(Decimal) -> String,
) -> Block {
    let shown = |value: Option<Decimal>| Cell::new(value.map_or_else(|| "–".to_owned(), number));
    let row = |id: &str, cells: [Cell; 2]| {
        Row::new([Cell::new(words.get(id))].into_iter().chain(cells).collect())
    };
    let written = sides.map(|side| {
        let mut cell =
            Cell::new(say!(words, "experiments-written-of", count = side.written, all = side.days));
        cell.note =
            (side.left_out > 0).then(|| say!(words, "experiments-left-out", count = side.left_out));
        cell
    });
    Block::Table(Table {
        caption: name.unwrap_or_else(|| say!(words, "experiments-table")),
        columns: columns(words, say!(words, "copy-what")),
        rows: vec![
            row("experiments-written", written),
            row("experiments-lowest", sides.map(|side| shown(side.numbers.first().copied()))),
            row("experiments-middle", sides.map(|side| shown(side.middle()))),
            row("experiments-highest", sides.map(|side| shown(side.numbers.last().copied()))),
        ],
        more: None,
    })
}

fn columns(words: &Words, first: String) -> Vec<Column> {
    [first, say!(words, "experiments-usual"), say!(words, "experiments-changed")]
        .into_iter()
        .map(|title| Column { title, numeric: false })
        .collect()
}

/// Each day of both runs.
fn every_day(
    experiment: &Experiment,
    line: &Line,
    number: &dyn Fn(Decimal) -> String,
    view: View<'_>,
) -> Block {
    let words = view.words;
    let cell = |day: Option<&weeks::Day>| {
        let Some(day) = day else { return Cell::default() };
        let mut cell = Cell::new(match day.is {
            Is::Number(value) => number(value),
            Is::Noted => say!(words, "experiments-noted"),
            Is::LeftOut => say!(words, "experiments-is-out"),
            Is::Nothing | Is::NotCome => "–".to_owned(),
        });
        cell.note = Some(when::day(words, day.date, view.today()));
        cell
    };
    let [usual, change] = &line.sides;
    let rows = (0..usual.len().max(change.len())).map(|at| {
        let nth = say!(words, "experiments-nth", nth = at + 1);
        Row::new(vec![Cell::new(nth), cell(usual.get(at)), cell(change.get(at))])
    });
    let weeks = experiment.weeks;
    let runs = [weeks.usual, weeks.change].map(|run| dates(words, run, view.today()));
    let [usual, change] = runs;
    Block::Table(Table {
        caption: say!(words, "experiments-every-day", usual = usual, change = change),
        columns: columns(words, say!(words, "experiments-day")),
        rows: rows.collect(),
        more: None,
    })
}
