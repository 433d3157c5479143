//! One medicine: what is said of it, what is left, and its doses beside what is
//! measured because of it.

use std::cmp::Reverse;

use record::kinds::{DoseTaken, Medicine, Reading, Tracker};
use record::state::Entry;
use record::{EntryId, Scope, sort};

use super::wording::{each, full_name};
use super::{Intent, Screen, Writing, due, facts, stock, times, told};
use crate::entry::{self, gone};
use crate::holding::Holding;
use crate::letters;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, Icon, Inset, Page, SummaryList, SummaryRow, Timeline, TimelineItem,
};
use crate::words::{Words, say};
use crate::{diary, track};

/// How many doses stand on one page.
const MOST: usize = 50;

/// The page, so many of its newest doses passed over.
pub(super) fn page(id: EntryId, skip: usize, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(entry) = holding.record.get::<Medicine>(id) else { return gone(view) };
    let mut blocks = Vec::new();
    if skip == 0 {
        blocks.extend(about(&entry, holding, view));
    }
    blocks.push(Block::heading(say!(words, "medicines-doses")));
    blocks.push(doses(&entry, skip, holding, view));
    Page {
        name: if skip == 0 { "medicines.one".into() } else { "medicines.older".into() },
        title: each(words, &entry, &|medicine| Some(full_name(medicine))).unwrap_or_default(),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// What is said of it, and what can be done.
fn about(entry: &Entry<Medicine>, holding: &Holding, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let mut blocks = Vec::new();
    let whole = || Place::Entry(entry::Screen::Whole(entry.id));
    let in_doubt = !entry.conflicts.is_empty() || entry.disputed.is_some();
    if in_doubt {
        blocks.push(Block::inset(say!(words, "medicines-differs")));
        let look = Button::primary(say!(words, "medicines-look-at-both"), whole());
        blocks.push(Block::buttons(vec![look]));
    }
    let current = entry.value.stopped.is_none_or(|last| last >= view.today());
    if current {
        blocks.extend(ahead(entry, holding, view));
        let facts = facts::sentences(view, holding, entry);
        if !facts.is_empty() {
            blocks.push(Block::Inset(Inset { text: facts }));
        }
    }
    let write = holding.may_write(Scope::Medicines);
    if write {
        blocks.push(Block::buttons(buttons(words, entry, current, in_doubt)));
    }
    // Of several values each is shown, under its name.
    let keys = told::parts(words, &entry.value).into_iter().map(|(key, _)| key);
    let mut all: Vec<&'static str> = keys.collect();
    for (_, other) in entry.conflicts.iter().flat_map(|conflict| &conflict.values) {
        for (key, _) in told::parts(words, other) {
            if !all.contains(&key) {
                all.push(key);
            }
        }
    }
    let part = |medicine: &Medicine, key: &str| {
        told::parts(words, medicine).into_iter().find(|(one, _)| *one == key).map(|(_, text)| text)
    };
    let row = |key: &'static str| {
        let text = each(words, entry, &|medicine| part(medicine, key))?;
        Some(SummaryRow::new(words.get(key), text))
    };
    let mut rows: Vec<SummaryRow> = all.into_iter().filter_map(row).collect();
    let left = stock::line(view, holding, entry);
    rows.extend(left.map(|line| SummaryRow::new(say!(words, "medicines-row-left"), line)));
    blocks.push(Block::SummaryList(SummaryList { rows }));
    if write {
        let mut quiet = Vec::new();
        if current {
            let stop = Place::Medicines(Screen::Stop(entry.id));
            quiet.push(Button::quiet(say!(words, "medicines-stop"), stop));
        } else {
            let again = Press::Medicines(Intent::StartAgain(entry.id));
            quiet.push(Button::quiet(say!(words, "medicines-again"), again));
        }
        quiet.push(Button::quiet(say!(words, "medicines-history"), whole()));
        blocks.push(Block::buttons(quiet));
    }
    if current && entry.value.rule.is_some() && !times::can_say(&entry.value) {
        blocks.push(Block::small(say!(words, "medicines-times-newer")));
    }
    blocks.extend(beside(entry, holding, view));
    blocks
}

/// A last dose that is later than this device's clock: why, and what to do.
fn ahead(entry: &Entry<Medicine>, holding: &Holding, view: View<'_>) -> Vec<Block> {
    let Some(dose) = facts::ahead(view, holding, entry) else { return Vec::new() };
    let look = Place::Entry(entry::Screen::Whole(dose.id));
    let look = Button::secondary(say!(view.words, "medicines-ahead-look"), look);
    vec![
        Block::Inset(Inset { text: facts::ahead_text(view, entry, &dose) }),
        Block::buttons(vec![look]),
    ]
}

fn buttons(words: &Words, entry: &Entry<Medicine>, current: bool, in_doubt: bool) -> Vec<Button> {
    let id = entry.id;
    let mut buttons = Vec::new();
    if current {
        let write = Press::Medicines(Intent::Write(Writing::Besides(id)));
        let write = if in_doubt {
            Button::secondary(say!(words, "medicines-write"), write)
        } else {
            Button::primary(say!(words, "medicines-write"), write)
        };
        buttons.push(write.icon(Icon::Plus));
    }
    let change = Press::Medicines(Intent::Change(id));
    buttons.push(Button::secondary(say!(words, "change"), change).icon(Icon::Pencil));
    if current {
        if times::can_say(&entry.value) {
            let times = Press::Medicines(Intent::Times(id));
            let label = say!(words, "medicines-times");
            buttons.push(Button::secondary(label, times).icon(Icon::Clock));
        }
        let stock = Press::Medicines(Intent::Stock(id));
        buttons.push(Button::secondary(say!(words, "medicines-stock"), stock));
    }
    buttons
}

/// What is measured because of it: the way to write it down.
fn beside(entry: &Entry<Medicine>, holding: &Holding, view: View<'_>) -> Option<Block> {
    let tracker = tracker(entry, holding)?;
    let name = track::tracker_name(view.words, &tracker.value);
    let log = Place::Track(track::Screen::Log(tracker.id));
    let label = say!(view.words, "medicines-beside-write", what = name);
    holding
        .may_write(Scope::Health)
        .then(|| Block::buttons(vec![Button::secondary(label, log).icon(Icon::Track)]))
}

/// The tracker whose readings stand beside its doses.
fn tracker(entry: &Entry<Medicine>, holding: &Holding) -> Option<Entry<Tracker>> {
    let measure = entry.value.beside?;
    let (shown, away) = track::trackers(&holding.record);
    shown.into_iter().chain(away).find(|tracker| tracker.value.measure == measure)
}

/// Its doses and the readings beside them, newest first. What was brought in
/// under the same name is its too.
fn doses(entry: &Entry<Medicine>, skip: usize, holding: &Holding, view: View<'_>) -> Block {
    let words = view.words;
    let mut found = Vec::new();
    for since in due::reaches(view.now.ms.div_euclid(1000)) {
        found = said_of(entry, since, holding, view);
        if found.len() > skip + MOST {
            break;
        }
    }
    if found.is_empty() {
        return Block::paragraph(say!(words, "medicines-doses-none"));
    }
    sort::by_key(&mut found, |(key, _)| Reverse(*key));
    let more = (found.len() > skip + MOST).then(|| {
        let older = Place::Medicines(Screen::Older(entry.id, skip + MOST));
        Button::secondary(say!(words, "track-older"), older)
    });
    let items = found.into_iter().skip(skip).take(MOST).map(|(_, item)| item).collect();
    Block::Timeline(Timeline { items, more })
}

/// What is said of it from that time on, in no order.
fn said_of(
    entry: &Entry<Medicine>,
    since: i64,
    holding: &Holding,
    view: View<'_>,
) -> Vec<((i64, EntryId), TimelineItem)> {
    let words = view.words;
    let record = &holding.record;
    let created = record.own(entry.id).created_by();
    let at = track::When::Day(view.today());
    let mut found = Vec::new();
    for dose in due::doses(record, created, since) {
        let line = told::line(view, holding, &dose, at);
        found.push(((dose.happened.at, dose.id), line));
    }
    let name = letters::small(&entry.value.name);
    for dose in record.since::<DoseTaken>(since) {
        if letters::small(&dose.value.medicine) == name {
            let key = (dose.happened.at, dose.id);
            let when = crate::when::near(words, &dose.happened, view.today());
            let (_, line) = diary::line(view, holding, dose);
            found.push((key, TimelineItem { when, ..line }));
        }
    }
    let oldest = found.iter().map(|((at, _), _)| *at).min();
    if let (Some(tracker), Some(oldest)) = (tracker(entry, holding), oldest) {
        let of_it = |reading: &Entry<Reading>| {
            record.own(track::tracker_id(&reading.value)) == record.own(tracker.id)
        };
        for reading in record.since::<Reading>(since.max(oldest - 86_400)).filter(of_it) {
            let line = track::reading_line(view, holding, Some(&tracker.value), &reading, at);
            found.push(((reading.happened.at, reading.id), line));
        }
    }
    found
}
