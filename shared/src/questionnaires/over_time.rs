//! What was answered: just now, and over time. Each score has its own picture, and
//! where there is no score, each question with a number: none is ever added to
//! another.

use record::EntryId;
use record::kinds::QuestionnaireResponse;
use record::state::Entry;

use super::definition::{Definition, Item, What};
use super::number::Number;
use super::{Screen, fill, known, score, told};
use crate::entry::{self, gone};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{
    Axis, Block, Button, Cell, Chart, Column, Icon, Page, Point, Row, Series, SummaryList, Table,
    Tick, Tone,
};
use crate::when;
use crate::words::{Words, say};

/// How many answers stand on one page.
const ROWS: usize = 20;

/// How many points a picture has at most.
const POINTS: usize = 100;

/// What was just answered, with help before anything else where it is called for.
pub(super) fn answered(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(entry) = holding.record.get::<QuestionnaireResponse>(id) else { return gone(view) };
    let mut blocks = Vec::new();
    if fill::called_for_help(holding, &entry.value) {
        blocks.extend(fill::help(words));
    }
    let rows = told::answered_rows(words, &holding.record, &entry.value);
    blocks.push(Block::SummaryList(SummaryList { rows }));
    blocks.push(Block::small(say!(words, "questions-means")));
    let url = entry.value.questionnaire.clone();
    let whole = Place::Entry(entry::Screen::Whole(entry.id));
    blocks.push(Block::buttons(vec![
        Button::secondary(
            say!(words, "questions-over-time"),
            Place::Questionnaires(Screen::OverTime(url, 0)),
        ),
        Button::quiet(say!(words, "questions-entry"), whole),
    ]));
    Page {
        name: "questionnaires.answered".into(),
        title: entry.value.title,
        caption: Some(when::near(words, &entry.happened, view.today())),
        blocks,
        ..Page::default()
    }
}

/// All answers to one.
pub(super) fn page(url: &str, skip: usize, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let all = holding.record.current::<QuestionnaireResponse>();
    let mut all: Vec<Entry<_>> = all.filter(|entry| entry.value.questionnaire == url).collect();
    record::sort::by_key(&mut all, |entry| (entry.happened.at, entry.id));
    let Some(last) = all.last() else { return gone(view) };
    let title = last.value.title.clone();
    let definition = known::find(holding, url);
    let mut blocks = Vec::new();
    if let Some(definition) = definition.as_ref().filter(|_| skip == 0) {
        blocks.extend(
            lines(definition).iter().map(|item| Block::Chart(chart(definition, item, &all, view))),
        );
    }
    blocks.push(Block::Table(table(&all, (url, skip), holding, view)));
    blocks.push(Block::small(say!(words, "questions-means")));
    Page {
        name: "questionnaires.over-time".into(),
        title,
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// What is drawn: scores, or else numbers.
fn lines(definition: &Definition) -> Vec<&Item> {
    let of = |wanted: fn(&What) -> bool| {
        let items = definition.items.iter();
        items.filter(|item| wanted(&item.what)).collect::<Vec<_>>()
    };
    let scores = of(|what| matches!(what, What::Score(_)));
    if scores.is_empty() { of(|what| matches!(what, What::Number { .. })) } else { scores }
}

/// What an item comes to in one answer, and the most that it can be.
fn value(
    definition: &Definition,
    item: &Item,
    of: &QuestionnaireResponse,
) -> Option<(Number, Option<Number>)> {
    match &item.what {
        What::Score(sum) => {
            score::score(definition, sum, &of.answers).map(|(score, most)| (score, Some(most)))
        }
        What::Number { most, .. } => {
            let value = Number::read(of.answers.of(&item.link).first()?)?;
            Some((value, *most))
        }
        _ => None,
    }
}

fn chart(
    definition: &Definition,
    item: &Item,
    all: &[Entry<QuestionnaireResponse>],
    view: View<'_>,
) -> Chart {
    let words = view.words;
    let mut points = Vec::new();
    let mut rows = Vec::new();
    let mut scores = Vec::new();
    let mut top = Number::ZERO;
    for entry in all.iter().rev().take(POINTS).rev() {
        let Some((score, most)) = value(definition, item, &entry.value) else { continue };
        top = top.max(score).max(most.unwrap_or_default());
        let day = when::near(words, &entry.happened, view.today());
        points.push(Point {
            x: when::wall_minutes(&entry.happened),
            y: score.drawn(),
            label: format!("{day}: {score}"),
            tone: Tone::Neutral,
        });
        rows.push(Row::new(vec![Cell::new(day), Cell::new(score.to_string())]));
        scores.push(score);
    }
    let ends = points.first().zip(points.last()).map(|(first, last)| (first.x, last.x));
    let (from, to) = ends.unwrap_or_default();
    let room = ((to - from) / 20.0).max(1440.0);
    let tick = |entry: &Entry<QuestionnaireResponse>| Tick {
        at: when::wall_minutes(&entry.happened),
        label: when::near_day(words, when::wall(&entry.happened).date(), view.today()),
    };
    let mut ticks: Vec<Tick> = all.first().map(tick).into_iter().collect();
    ticks.extend(all.last().filter(|_| to - from > room * 6.0).map(tick));
    let step = (top.floor().saturating_add(2) / 3).max(1);
    let marks = [0, 1, 2, 3].map(|at| Number::whole(step.saturating_mul(at)));
    let title = match &item.what {
        What::Score(_) => definition.title.clone(),
        _ => item.text.clone(),
    };
    Chart {
        sentence: sentence(words, &scores),
        ranges: Vec::new(),
        series: vec![Series { name: title.clone(), points }],
        bars: Vec::new(),
        lanes: Vec::new(),
        zones: Vec::new(),
        across: Axis { from: from - room, to: to + room, ticks },
        up: Axis {
            from: 0.0,
            to: top.max(marks[3]).drawn(),
            ticks: marks.map(|at| Tick { at: at.drawn(), label: at.to_string() }).to_vec(),
        },
        table: Table {
            caption: title.clone(),
            columns: vec![
                Column { title: say!(words, "track-when"), numeric: false },
                Column { title: say!(words, "questions-answer-column"), numeric: true },
            ],
            rows,
            more: None,
        },
        title,
    }
}

fn sentence(words: &Words, scores: &[Number]) -> String {
    let least = scores.iter().min().copied().unwrap_or_default();
    let most = scores.iter().max().copied().unwrap_or_default();
    match scores {
        [] => say!(words, "questions-none-yet"),
        [one] => say!(words, "questions-once", score = one.to_string()),
        _ => say!(
            words,
            "questions-range",
            count = scores.len(),
            least = least.to_string(),
            most = most.to_string()
        ),
    }
}

fn table(
    all: &[Entry<QuestionnaireResponse>],
    (url, skip): (&str, usize),
    holding: &Holding,
    view: View<'_>,
) -> Table {
    let words = view.words;
    let row = |entry: &Entry<QuestionnaireResponse>| {
        let when = when::near(words, &entry.happened, view.today());
        let by = entry::who(words, holding, &entry.created);
        Row {
            cells: vec![Cell::new(when), Cell::new(by)],
            action: Some(Place::Entry(entry::Screen::Whole(entry.id)).into()),
        }
    };
    let next = skip + ROWS;
    Table {
        caption: say!(words, "questions-all"),
        columns: vec![
            Column { title: say!(words, "track-when"), numeric: false },
            Column { title: say!(words, "questions-by"), numeric: false },
        ],
        rows: all.iter().rev().skip(skip).take(ROWS).map(row).collect(),
        more: (all.len() > next).then(|| {
            Button::secondary(
                say!(words, "track-older"),
                Place::Questionnaires(Screen::OverTime(url.to_owned(), next)),
            )
            .icon(Icon::Clock)
        }),
    }
}
