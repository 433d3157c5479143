//! One note or dose: what it says, who wrote it, what is in doubt about it, and
//! crossing it out.

use record::kinds::{DiaryNote, DoseTaken};
use record::state::{Conflict, Entry, HAPPENED, Version};
use record::{EntryId, Kind, OpId, Scope};

use super::told::Told;
use super::{Intent, Screen, gone, may_write};
use crate::app::Cmd;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{Act, Go};
use crate::screen::{
    Block, Button, CareCard, Field, Page, Question, SummaryList, SummaryRow, Tag, Tone, Urgency,
};
use crate::track::{self, Said};
use crate::when;
use crate::words::{Words, say};

/// The most characters of a reason.
const MOST_REASON: usize = 200;

/// The word on an entry that two people wrote at once.
pub(super) fn differs<K>(words: &Words, entry: &Entry<K>) -> Option<Tag> {
    (!entry.conflicts.is_empty() || entry.disputed.is_some())
        .then(|| Tag::new(say!(words, "diary-differs"), Tone::Amber))
}

fn who(words: &Words, holding: &Holding, id: OpId) -> String {
    let author = holding.author(id.writer);
    match (author.me, author.name.as_str(), author.role.as_str()) {
        (true, ..) => say!(words, "diary-by-me"),
        (false, "", _) => say!(words, "diary-by-unknown"),
        (false, name, "") => name.to_owned(),
        (false, name, role) => format!("{name}, {role}"),
    }
}

/// The page.
pub(super) fn page<K: Told>(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(entry) = holding.record.get::<K>(id) else { return gone(view) };
    let write = may_write(holding, id.scope);
    let in_doubt = !entry.conflicts.is_empty() || entry.disputed.is_some();
    let mut blocks = Vec::new();
    blocks.extend(doubt(view, holding, &entry, write));
    let mut rows = Vec::new();
    let lines = entry.value.lines(words);
    if !lines.is_empty() {
        let mut row = SummaryRow::new(say!(words, "diary-says"), String::new());
        row.value = lines;
        rows.push(row);
    }
    rows.push(SummaryRow::new(
        say!(words, "diary-when"),
        when::near(words, &entry.happened, view.today()),
    ));
    rows.push(SummaryRow::new(say!(words, "diary-who"), who(words, holding, entry.created.id)));
    if entry.versions > 1 && entry.retracted.is_none() {
        let corrected = say!(
            words,
            "diary-corrected-by",
            who = who(words, holding, entry.last.id),
            when = written(view, &entry.last)
        );
        rows.push(SummaryRow::new(say!(words, "diary-corrected"), corrected));
    }
    if let Some(retraction) = &entry.retracted {
        let by = say!(
            words,
            "diary-crossed-out-by",
            who = who(words, holding, retraction.by.id),
            when = written(view, &retraction.by)
        );
        let mut row = SummaryRow::new(say!(words, "diary-crossed-out"), by);
        row.value.insert(0, retraction.reason.clone());
        rows.insert(0, row);
    }
    blocks.push(Block::SummaryList(SummaryList { rows }));
    if write && entry.retracted.is_some() {
        blocks.push(Block::buttons(vec![Button::secondary(
            say!(words, "diary-put-back"),
            Press::Diary(Intent::PutBack(id)),
        )]));
    } else if write && !in_doubt {
        let mut buttons = Vec::new();
        if K::CORRECTED_HERE {
            buttons.push(Button::secondary(
                say!(words, "diary-correct"),
                Press::Diary(Intent::Correct(id)),
            ));
        }
        buttons.push(Button::quiet(
            say!(words, "diary-cross-out"),
            Place::Diary(Screen::CrossOut(id)),
        ));
        blocks.push(Block::buttons(buttons));
    }
    Page {
        name: "diary.entry".into(),
        title: entry.value.title(words),
        caption: track::owner(view),
        blocks,
        ..Page::default()
    }
}

/// When an operation was written down, as the wall here says.
fn written(view: View<'_>, version: &Version) -> String {
    let at = version.recorded.ms().div_euclid(1000);
    let zone = record::time::Zone::new(&view.now.zone);
    when::near(view.words, &record::time::Happened { at, zone }, view.today())
}

/// What two people said at the same time, with a button for each.
fn doubt<K: Told>(
    view: View<'_>,
    holding: &Holding,
    entry: &Entry<K>,
    write: bool,
) -> Option<Block> {
    let words = view.words;
    let card = |title: String, text: Vec<String>, actions: Vec<Button>| {
        Some(Block::CareCard(CareCard {
            urgency: Urgency::NonUrgent,
            title,
            text,
            items: Vec::new(),
            actions: if write { actions } else { Vec::new() },
        }))
    };
    if let Some(disputed) = &entry.disputed {
        let who = who(words, holding, disputed.by.id);
        let reason = disputed.reason.as_str();
        return card(
            say!(words, "diary-disputed"),
            vec![say!(words, "diary-disputed-text", who = who, reason = reason)],
            vec![
                Button::secondary(
                    say!(words, "diary-keep"),
                    Press::Diary(Intent::PutBack(entry.id)),
                ),
                Button::quiet(
                    say!(words, "diary-cross-out"),
                    Place::Diary(Screen::CrossOut(entry.id)),
                ),
            ],
        );
    }
    let conflict: &Conflict<K> = entry.conflicts.first()?;
    let text_of = |version: &Version, value: &K| {
        if conflict.field.number == HAPPENED.number {
            when::near(words, &version.happened, view.today())
        } else {
            value.text(words)
        }
    };
    let mut text = Vec::new();
    let mut actions = Vec::new();
    for (version, value) in &conflict.values {
        let said = text_of(version, value);
        let who = who(words, holding, version.id);
        text.push(say!(words, "diary-conflict-value", who = who, value = said.as_str()));
        let said_by = Said {
            field: conflict.field.number,
            writer: version.id.writer,
            counter: version.id.counter,
        };
        actions.push(Button::secondary(
            say!(words, "diary-keep-value", value = said),
            Press::Diary(Intent::Keep(entry.id, said_by)),
        ));
    }
    card(say!(words, "diary-conflict"), text, actions)
}

/// Says which of several values is right.
pub(super) fn keep<K: Told>(id: EntryId, said: Said, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding().filter(|h| may_write(h, id.scope)) else {
        return Cmd::done();
    };
    let Some(entry) = holding.record.get::<K>(id) else { return Cmd::done() };
    let is_said =
        |version: &Version| (version.id.writer, version.id.counter) == (said.writer, said.counter);
    let Some(conflict) = entry.conflicts.iter().find(|c| c.field.number == said.field) else {
        return Cmd::done();
    };
    let Some((version, chosen)) = conflict.values.iter().find(|(v, _)| is_said(v)) else {
        return Cmd::done();
    };
    let mut act = Act::new(holding, cx.now);
    if said.field == HAPPENED.number {
        act.change(holding, id, &entry.value, &entry.value, version.happened.clone());
    } else if let Some((_, other)) = conflict.values.iter().find(|(v, _)| !is_said(v)) {
        // Against the other value, so that the field is written even where the
        // chosen one is the one on show.
        act.change(holding, id, other, chosen, entry.happened.clone());
    } else {
        return Cmd::done();
    }
    let notice = track::saved_notice(cx.open, cx.words, holding);
    act.save(cx, Go::Stay, Some(notice))
}

/// Says that an entry holds after all.
pub(super) fn put_back<K: Kind>(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding().filter(|h| may_write(h, id.scope)) else {
        return Cmd::done();
    };
    let Some(entry) = holding.record.get::<K>(id) else { return Cmd::done() };
    let mut act = Act::new(holding, cx.now);
    act.change(holding, id, &entry.value, &entry.value, entry.happened);
    let notice = track::saved_notice(cx.open, cx.words, holding);
    act.save(cx, Go::Stay, Some(notice))
}

fn cross_out_form(holding: &Holding, id: EntryId) -> String {
    let EntryId { scope, writer, counter } = holding.record.own(id);
    format!("diary.cross-out.{}.{}.{}.{counter}", holding.index, scope.code(), writer.0)
}

/// The page that asks why.
pub(super) fn cross_out_page<K: Told>(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding().filter(|h| may_write(h, id.scope)) else {
        return gone(view);
    };
    let Some(entry) = holding.record.get::<K>(id) else { return gone(view) };
    Page {
        name: "diary.cross-out".into(),
        title: say!(words, "diary-cross-out"),
        caption: track::owner(view),
        blocks: vec![
            Block::inset(entry.value.text(words)),
            Block::paragraph(say!(words, "diary-cross-out-text")),
            Block::form(
                cross_out_form(holding, id),
                vec![Field::text(
                    Question::new("why", say!(words, "diary-why"))
                        .hint(say!(words, "diary-why-hint")),
                )],
                vec![Button::warning(
                    say!(words, "diary-cross-out"),
                    Press::Diary(Intent::CrossOut(id)),
                )],
            ),
        ],
        ..Page::default()
    }
}

/// Crosses an entry out, where it is said why.
pub(super) fn cross_out(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = cx.open.holding().filter(|h| may_write(h, id.scope)) else {
        return Cmd::done();
    };
    let standing = match id.scope {
        Scope::Diary => holding.record.get::<DiaryNote>(id).map(|e| e.retracted.is_none()),
        _ => holding.record.get::<DoseTaken>(id).map(|e| e.retracted.is_none()),
    };
    if standing != Some(true) {
        return Cmd::done();
    }
    let form = cross_out_form(holding, id);
    let draft = cx.open.forms.get(&form);
    let reason = draft.text("why");
    let error = if reason.is_empty() {
        Some(say!(words, "diary-why-none"))
    } else if reason.chars().count() > MOST_REASON {
        Some(say!(words, "diary-too-long", most = MOST_REASON))
    } else {
        None
    };
    if let Some(error) = error {
        cx.open.forms.refuse(&form, vec![("why", error)]);
        return Cmd::done();
    }
    let mut act = Act::new(holding, cx.now);
    act.retract(holding, id, reason);
    act.finish_form(&form);
    let notice = track::saved_notice(cx.open, words, holding);
    act.save(cx, Go::Back, Some(notice))
}
