//! A decision replayed: what was decided and why, beside what was written down in
//! the trackers, and of symptoms, before and after. It says what was written, and not
//! what caused it.

use jiff::civil::Date;
use record::kinds::{Reading, StepOf, Symptom, Tracker};
use record::state::Entry;
use record::{Decimal, EntryId, Scope};

use super::one;
use super::whole::{last, whole};
use super::wording::day_text;
use crate::entry::gone;
use crate::holding::{Holding, RecordSide};
use crate::model::View;
use crate::screen::{Block, Cell, Column, Page, Row, Table};
use crate::words::say;
use crate::{letters, track, when};

/// The most days on either side.
const MOST: i32 = 90;

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(whole) = whole(holding, id) else { return gone(view) };
    let mut blocks = vec![Block::lede(whole.decision.value.about.clone())];
    blocks.push(one::timeline(&whole, holding, view));
    if let Some(step) = last(&whole.steps, StepOf::Decided) {
        blocks.push(Block::heading(say!(words, "deciding-then")));
        blocks.extend(beside(when::wall(&step.happened).date(), holding, view));
    }
    Page {
        name: "decisions.diary".into(),
        title: say!(words, "deciding-diary"),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// The trackers before a day and from it on, as many days on either side.
fn beside(decided: Date, holding: &Holding, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let health =
        holding.about.side == RecordSide::Person || holding.about.scopes.has(Scope::Health);
    if !health {
        return vec![Block::paragraph(say!(words, "deciding-then-hidden"))];
    }
    // From the day itself, to and with today.
    let days = view.today().since(decided).map_or(0, |span| span.get_days()) + 1;
    let days = days.clamp(1, MOST);
    let start = when::days_after(decided, -days);
    let end = when::days_after(decided, days);
    let (Some(start), Some(end)) = (start, end) else { return Vec::new() };
    let (shown, _) = track::trackers(&holding.record);
    let trackers = shown.iter();
    let mut rows: Vec<Row> =
        trackers.filter_map(|tracker| row(tracker, (start, decided, end), holding, view)).collect();
    rows.extend(symptoms((start, decided, end), holding, view));
    if rows.is_empty() {
        return vec![Block::paragraph(say!(words, "deciding-then-none"))];
    }
    let columns = ["deciding-then-what", "deciding-before", "deciding-after"];
    vec![
        Block::paragraph(say!(
            words,
            "deciding-then-text",
            days = i64::from(days),
            day = day_text(words, decided)
        )),
        Block::Table(Table {
            caption: say!(words, "deciding-then"),
            columns: columns
                .iter()
                .map(|id| Column { title: words.get(id), numeric: false })
                .collect(),
            rows,
            more: None,
        }),
    ]
}

/// A tracker's cells; none where nothing was written on either side.
fn row(
    tracker: &Entry<Tracker>,
    (start, decided, end): (Date, Date, Date),
    holding: &Holding,
    view: View<'_>,
) -> Option<Row> {
    let words = view.words;
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for entry in track::readings_since(view, holding, tracker.id, start) {
        if entry.retracted.is_some() {
            continue;
        }
        let day = when::wall(&entry.happened).date();
        if day < decided {
            before.push(entry);
        } else if day < end {
            after.push(entry);
        }
    }
    if before.is_empty() && after.is_empty() {
        return None;
    }
    let cell = |readings: &[Entry<Reading>]| {
        let mut parts: Vec<Vec<Decimal>> = vec![Vec::new(); 2];
        for entry in readings {
            parts[0].push(entry.value.value);
            parts[1].extend(entry.value.second);
        }
        let range = |values: &[Decimal]| {
            let by = |a: &&Decimal, b: &&Decimal| a.to_f64().total_cmp(&b.to_f64());
            let (low, high) = (values.iter().min_by(by)?, values.iter().max_by(by)?);
            let number = |value: &Decimal| track::number_text(words, &tracker.value, *value);
            Some(say!(words, "deciding-range", low = number(low), high = number(high)))
        };
        let ranges: Vec<String> = parts.iter().filter_map(|part| range(part)).collect();
        let mut cell = Cell::new(say!(words, "deciding-readings", count = readings.len()));
        cell.note = (!ranges.is_empty()).then(|| ranges.join("; "));
        cell
    };
    let name = Cell::new(track::tracker_name(words, &tracker.value));
    Some(Row::new(vec![name, cell(&before), cell(&after)]))
}

/// A symptom by its name: what it is called, and how bad it was each time, before and after.
#[derive(Default)]
struct Felt {
    name: String,
    before: Vec<Option<u64>>,
    after: Vec<Option<u64>>,
}

/// A row for each symptom that was written down on either side.
fn symptoms(
    (start, decided, end): (Date, Date, Date),
    holding: &Holding,
    view: View<'_>,
) -> Vec<Row> {
    let words = view.words;
    let mut found: Vec<(String, Felt)> = Vec::new();
    for entry in holding.record.current::<Symptom>() {
        let day = when::wall(&entry.happened).date();
        if day < start || day >= end {
            continue;
        }
        let Symptom { what, severity, .. } = entry.value;
        let small = letters::small(&what);
        let at = found.iter().position(|(known, _)| *known == small).unwrap_or(found.len());
        if at == found.len() {
            found.push((small, Felt { name: what, ..Felt::default() }));
        }
        let felt = &mut found[at].1;
        if day < decided { &mut felt.before } else { &mut felt.after }.push(severity);
    }
    let cell = |times: &[Option<u64>]| {
        let bad = || times.iter().copied().flatten();
        let mut cell = Cell::new(say!(words, "deciding-times", count = times.len()));
        cell.note = bad().min().zip(bad().max()).map(|(low, high)| {
            let (low, high) = (low.to_string(), high.to_string());
            say!(words, "deciding-severity", low = low, high = high)
        });
        cell
    };
    let row = |(_, felt): (String, Felt)| {
        Row::new(vec![Cell::new(felt.name), cell(&felt.before), cell(&felt.after)])
    };
    found.into_iter().map(row).collect()
}
