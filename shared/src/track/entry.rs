//! One reading or symptom: what it says, who wrote it, how it was corrected,
//! what is in doubt about it, and crossing it out.

use crux_core::Command;
use record::kinds::{Reading, Symptom, Tracker};
use record::state::{Conflict, Entry, HAPPENED, Version};
use record::time::{Happened, Zone};
use record::{EntryId, Kind, OpId, Record, Writer};
use serde::{Deserialize, Serialize};

use super::names::{context_text, tracker_name, value_text};
use super::steps::{Did, Step, steps};
use super::symptom::symptom_text;
use super::{Intent, Screen, gone, may_write, owner, readings, saved_notice};
use crate::app::Cmd;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{Act, Go};
use crate::screen::{
    Block, Button, CareCard, Page, SummaryList, SummaryRow, Tag, Timeline, TimelineItem, Tone,
    Urgency,
};
use crate::when;
use crate::words::{Words, say};

/// One of several values that stand at once, by who wrote it.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The field; 0 for when it happened.
    pub field: u16,
    /// Who wrote it.
    pub writer: Writer,
    /// Which of theirs.
    pub counter: u32,
}

/// A kind that has this page.
pub(super) trait Shown: Kind {
    /// The heading of the page.
    fn title(words: &Words, record: &Record, value: &Self) -> String;
    /// All of it in one line.
    fn text(words: &Words, record: &Record, value: &Self) -> String;
    /// Its parts.
    fn rows(words: &Words, record: &Record, value: &Self) -> Vec<(String, String)>;
    /// What corrects it.
    fn correct(id: EntryId) -> Intent;
}

fn tracker(record: &Record, reading: &Reading) -> Option<Tracker> {
    readings::tracker_of_reading(record, reading).map(|entry| entry.value)
}

impl Shown for Reading {
    fn title(words: &Words, record: &Record, value: &Self) -> String {
        tracker(record, value)
            .map_or_else(|| say!(words, "track-reading"), |tracker| tracker_name(words, &tracker))
    }

    fn text(words: &Words, record: &Record, value: &Self) -> String {
        let mut text = tracker(record, value)
            .map_or_else(|| value.value.to_string(), |tracker| value_text(words, &tracker, value));
        for more in
            value.context.map(|context| context_text(words, context)).iter().chain(&value.note)
        {
            text.push_str(", ");
            text.push_str(more);
        }
        text
    }

    fn rows(words: &Words, record: &Record, value: &Self) -> Vec<(String, String)> {
        let bare = Self { context: None, note: None, ..value.clone() };
        let mut rows = vec![(say!(words, "track-reading"), Self::text(words, record, &bare))];
        rows.extend(value.context.map(|c| (say!(words, "track-context"), context_text(words, c))));
        rows.extend(value.note.clone().map(|note| (say!(words, "track-note"), note)));
        rows
    }

    fn correct(id: EntryId) -> Intent {
        Intent::Correct(id)
    }
}

impl Shown for Symptom {
    fn title(words: &Words, _: &Record, _: &Self) -> String {
        say!(words, "track-symptom")
    }

    fn text(words: &Words, _: &Record, value: &Self) -> String {
        let text = symptom_text(words, value);
        value.note.as_ref().map_or_else(|| text.clone(), |note| format!("{text}, {note}"))
    }

    fn rows(words: &Words, _: &Record, value: &Self) -> Vec<(String, String)> {
        let bare = Self { note: None, ..value.clone() };
        let mut rows = vec![(say!(words, "track-symptom"), symptom_text(words, &bare))];
        rows.extend(value.note.clone().map(|note| (say!(words, "track-note"), note)));
        rows
    }

    fn correct(id: EntryId) -> Intent {
        Intent::CorrectSymptom(id)
    }
}

/// The page of a reading or a symptom.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let Some(holding) = view.open.holding() else { return gone(view) };
    if let Some(entry) = holding.record.get::<Reading>(id) {
        return shown(view, holding, &entry);
    }
    match holding.record.get::<Symptom>(id) {
        Some(entry) => shown(view, holding, &entry),
        None => gone(view),
    }
}

fn shown<K: Shown>(view: View<'_>, holding: &Holding, entry: &Entry<K>) -> Page {
    let words = view.words;
    let record = &holding.record;
    let today = view.today();
    let write = may_write(holding);
    let mut blocks = Vec::new();
    blocks.extend(in_doubt(view, holding, entry, write));

    let mut rows: Vec<SummaryRow> = K::rows(words, record, &entry.value)
        .into_iter()
        .map(|(key, value)| SummaryRow::new(key, value))
        .collect();
    rows.push(SummaryRow::new(
        say!(words, "track-when"),
        when::near(words, &entry.happened, today),
    ));
    rows.push(SummaryRow::new(say!(words, "track-who"), who(words, holding, entry.created.id)));
    if let (Some(retraction), Some(row)) = (&entry.retracted, rows.first_mut()) {
        row.tag = Some(Tag::new(say!(words, "track-crossed-out"), Tone::Neutral));
        let by = who(words, holding, retraction.by.id);
        let mut why = SummaryRow::new(say!(words, "track-why"), retraction.reason.clone());
        why.value.push(by);
        rows.insert(1, why);
    }
    blocks.push(Block::SummaryList(SummaryList { rows }));

    let in_doubt = !entry.conflicts.is_empty() || entry.disputed.is_some();
    if write && entry.retracted.is_some() {
        blocks.push(Block::buttons(vec![Button::secondary(
            say!(words, "track-put-back"),
            Press::Track(Intent::PutBack(entry.id)),
        )]));
    } else if write && !in_doubt {
        blocks.push(Block::buttons(vec![
            Button::secondary(say!(words, "track-correct"), Press::Track(K::correct(entry.id))),
            Button::quiet(say!(words, "track-cross-out"), Place::Track(Screen::CrossOut(entry.id))),
        ]));
    }
    if entry.versions > 1 {
        blocks.push(Block::heading(say!(words, "track-history")));
        let items = steps::<K>(record, entry.id)
            .iter()
            .enumerate()
            .map(|(at, step)| step_item(view, holding, at == 0, step))
            .rev()
            .collect();
        blocks.push(Block::Timeline(Timeline { items, more: None }));
    }
    Page {
        name: "track.entry".into(),
        title: K::title(words, record, &entry.value),
        caption: owner(view),
        blocks,
        ..Page::default()
    }
}

/// The name of who wrote an operation.
fn who(words: &Words, holding: &Holding, id: OpId) -> String {
    let author = holding.author(id.writer);
    match (author.me, author.name.as_str(), author.role.as_str()) {
        (true, ..) => say!(words, "track-by-me"),
        (false, "", _) => say!(words, "track-by-unknown"),
        (false, name, "") => name.to_owned(),
        (false, name, role) => format!("{name}, {role}"),
    }
}

/// When an operation was written down, as the wall here said.
fn written(view: View<'_>, recorded: record::time::Hlc) -> String {
    let happened = Happened { at: recorded.ms().div_euclid(1000), zone: Zone::new(&view.now.zone) };
    when::near(view.words, &happened, view.today())
}

fn step_item<K: Shown>(
    view: View<'_>,
    holding: &Holding,
    first: bool,
    step: &Step<K>,
) -> TimelineItem {
    let words = view.words;
    let (title, time) = match &step.did {
        Did::Wrote(value) => {
            let text = K::text(words, &holding.record, value);
            let title = if first {
                say!(words, "track-step-wrote", value = text)
            } else {
                say!(words, "track-step-corrected", value = text)
            };
            let happened = when::near(words, &step.happened, view.today());
            (title, Some(happened).filter(|happened| *happened != written(view, step.recorded)))
        }
        Did::CrossedOut(reason) => (say!(words, "track-step-crossed", reason = reason), None),
    };
    let mut lines = Vec::new();
    lines.extend(time.map(|time| say!(words, "track-step-for", when = time)));
    lines.push(who(words, holding, step.id));
    TimelineItem {
        when: written(view, step.recorded),
        title,
        lines,
        icon: None,
        tag: None,
        action: None,
    }
}

/// What two people said at the same time, with a button for each, one question
/// after the other: when it happened first.
fn in_doubt<K: Shown>(
    view: View<'_>,
    holding: &Holding,
    entry: &Entry<K>,
    write: bool,
) -> Option<Block> {
    let words = view.words;
    let card = |title, text, actions| {
        Some(Block::CareCard(CareCard {
            urgency: Urgency::NonUrgent,
            title,
            text,
            items: Vec::new(),
            actions: if write { actions } else { Vec::new() },
        }))
    };
    if let Some(disputed) = &entry.disputed {
        let text = vec![
            say!(
                words,
                "track-disputed",
                who = who(words, holding, disputed.by.id),
                reason = disputed.reason.as_str()
            ),
            say!(words, "track-disputed-ask"),
        ];
        let actions = vec![
            Button::secondary(say!(words, "track-keep"), Press::Track(Intent::PutBack(entry.id))),
            Button::quiet(say!(words, "track-cross-out"), Place::Track(Screen::CrossOut(entry.id))),
        ];
        return card(say!(words, "track-disputed-title"), text, actions);
    }
    let conflict = first_conflict(entry)?;
    let today = view.today();
    let text_of = |version: &Version, value: &K| {
        if conflict.field.number == HAPPENED.number {
            when::near(words, &version.happened, today)
        } else {
            K::text(words, &holding.record, value)
        }
    };
    let text = conflict
        .values
        .iter()
        .map(|(version, value)| {
            say!(
                words,
                "track-conflict-value",
                value = text_of(version, value),
                who = who(words, holding, version.id),
                when = written(view, version.recorded)
            )
        })
        .chain([say!(words, "track-conflict-text")])
        .collect();
    let actions = conflict
        .values
        .iter()
        .map(|(version, value)| {
            let said = Said {
                field: conflict.field.number,
                writer: version.id.writer,
                counter: version.id.counter,
            };
            Button::secondary(
                say!(words, "track-keep-value", value = text_of(version, value)),
                Press::Track(Intent::Keep(entry.id, said)),
            )
        })
        .collect();
    card(say!(words, "track-conflict-title"), text, actions)
}

fn first_conflict<K>(entry: &Entry<K>) -> Option<&Conflict<K>> {
    entry.conflicts.iter().min_by_key(|conflict| conflict.field.number)
}

/// Says which of several values is right.
pub(super) fn keep(id: EntryId, said: Said, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding().filter(|holding| may_write(holding)) else {
        return Command::done();
    };
    let mut act = Act::new(holding, cx.now);
    if let Some(entry) = holding.record.get::<Reading>(id) {
        settle(&mut act, holding, &entry, said);
    } else if let Some(entry) = holding.record.get::<Symptom>(id) {
        settle(&mut act, holding, &entry, said);
    }
    if act.is_empty() {
        return Command::done();
    }
    let notice = saved_notice(cx.open, cx.words, holding);
    act.save(cx, Go::Stay, Some(notice))
}

fn settle<K: Kind>(act: &mut Act, holding: &Holding, entry: &Entry<K>, said: Said) {
    let is_said =
        |version: &Version| (version.id.writer, version.id.counter) == (said.writer, said.counter);
    let Some(conflict) =
        entry.conflicts.iter().find(|conflict| conflict.field.number == said.field)
    else {
        return;
    };
    let Some((version, chosen)) = conflict.values.iter().find(|(version, _)| is_said(version))
    else {
        return;
    };
    if said.field == HAPPENED.number {
        act.change(holding, entry.id, &entry.value, &entry.value, version.happened.clone());
    } else if let Some((_, other)) = conflict.values.iter().find(|(version, _)| !is_said(version)) {
        // Against the other value, so that the field is written even where the
        // chosen one is the one on show.
        act.change(holding, entry.id, other, chosen, entry.happened.clone());
    }
}

/// Says that an entry holds after all.
pub(super) fn put_back(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding().filter(|holding| may_write(holding)) else {
        return Command::done();
    };
    let mut act = Act::new(holding, cx.now);
    if let Some(entry) = holding.record.get::<Reading>(id) {
        act.change(holding, id, &entry.value, &entry.value, entry.happened);
    } else if let Some(entry) = holding.record.get::<Symptom>(id) {
        act.change(holding, id, &entry.value, &entry.value, entry.happened);
    } else {
        return Command::done();
    }
    let notice = saved_notice(cx.open, cx.words, holding);
    act.save(cx, Go::Stay, Some(notice))
}
