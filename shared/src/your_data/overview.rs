//! What is here, what has been sent, and what can be done with it.

use record::Kind;
use record::kinds::{
    AboutMe, AboutMedia, ActionPlan, Allergy, AppointmentSummary, Card, DecisionMedia, DiaryNote,
    Dose, DoseTaken, Experiment, Forgotten, Look, Medicine, Message, Outcome, OwnDay, Reading,
    Reminder, Share, Supply, Symptom, Tell, Threshold, Told, Tracker,
};
use record::{Record, Scope};

use super::{Intent, Screen, aside};
use crate::holding::{Holding, Parked, Why};
use crate::media::show as media;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, Cell, Column, Icon, Page, Row, SummaryList, SummaryRow, Table, Tag, Tone,
};
use crate::words::{Words, say};
use crate::{settings, sharing, sync, track};

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "your_data".into(),
        title: say!(words, "more-your-data"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else {
        page.blocks.push(Block::paragraph(say!(words, "your-data-none")));
        return page;
    };
    page.blocks.push(Block::lede(if view.open.durable && holding.kept {
        say!(words, "your-data-kept")
    } else {
        say!(words, "your-data-not-kept")
    }));
    page.blocks.push(Block::heading(say!(words, "your-data-here")));
    let mut rows = here(words, &holding.record);
    rows.extend(apart(words, holding));
    page.blocks.push(Block::SummaryList(SummaryList { rows }));
    page.blocks.push(Block::heading(say!(words, "your-data-sent")));
    sent(view, holding, &mut page.blocks);
    parked(view, holding, &mut page.blocks);
    set_aside(view, holding, &mut page.blocks);
    page.blocks.push(Block::heading(say!(words, "your-data-copy")));
    page.blocks.push(Block::paragraph(say!(words, "your-data-copy-text")));
    if let Some(counts) = &view.open.your_data.copied {
        page.blocks.push(Block::inset(say!(
            words,
            "your-data-copy-holds",
            entries = counts.entries,
            operations = counts.operations,
            files = counts.files
        )));
    }
    page.blocks.push(Block::buttons(vec![
        Button::primary(say!(words, "your-data-make-copy"), Press::YourData(Intent::Copy))
            .icon(Icon::Download),
    ]));
    page.blocks.push(Block::heading(say!(words, "your-data-remove")));
    let (text, place) = if view.open.session().is_some() {
        (say!(words, "your-data-remove-signed-in"), Place::Settings(settings::Screen::SignOut))
    } else {
        (say!(words, "your-data-remove-text"), Place::YourData(Screen::Erase))
    };
    page.blocks.push(Block::paragraph(text));
    page.blocks.push(Block::buttons(vec![
        Button::secondary(say!(words, "your-data-remove-all"), place).icon(Icon::Bin),
    ]));
    page
}

fn count<K: Kind>(record: &Record) -> usize {
    record.ids::<K>().count()
}

/// How many entries there are of all kinds.
pub(super) fn entries(words: &Words, record: &Record) -> usize {
    counts(words, record).iter().map(|(_, count)| count).sum()
}

/// How many entries of each kind are here, those crossed out among them.
fn counts(words: &Words, record: &Record) -> [(String, usize); 15] {
    [
        (say!(words, "your-data-readings"), count::<Reading>(record)),
        (say!(words, "your-data-symptoms"), count::<Symptom>(record)),
        (say!(words, "your-data-doses"), count::<DoseTaken>(record) + count::<Dose>(record)),
        (
            say!(words, "medicines-title"),
            count::<Medicine>(record) + count::<Allergy>(record) + count::<Supply>(record),
        ),
        (say!(words, "plans-title"), count::<ActionPlan>(record) + count::<Threshold>(record)),
        (say!(words, "experiments-title"), count::<Experiment>(record)),
        (say!(words, "appointment-title"), count::<AppointmentSummary>(record)),
        (say!(words, "your-data-notes"), count::<DiaryNote>(record)),
        (say!(words, "your-data-messages"), count::<Message>(record)),
        (say!(words, "your-data-trackers"), count::<Tracker>(record)),
        (
            say!(words, "reminders-title"),
            count::<Reminder>(record) + count::<Outcome>(record) + count::<OwnDay>(record),
        ),
        (say!(words, "media-all"), count::<AboutMedia>(record) + count::<DecisionMedia>(record)),
        (say!(words, "your-data-about"), count::<AboutMe>(record) + count::<Card>(record)),
        (
            say!(words, "your-data-sharing"),
            count::<Share>(record)
                + count::<Look>(record)
                + count::<Forgotten>(record)
                + count::<Tell>(record)
                + count::<Told>(record),
        ),
        (say!(words, "your-data-unknown"), record.unknown()),
    ]
}

fn here(words: &Words, record: &Record) -> Vec<SummaryRow> {
    let rows: Vec<SummaryRow> = counts(words, record)
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(label, count)| SummaryRow::new(label, figures(count)))
        .collect();
    if rows.is_empty() {
        return vec![SummaryRow::new(say!(words, "your-data-entries"), figures(0))];
    }
    rows
}

/// What lies apart, and how much room it takes here.
fn apart(words: &Words, holding: &Holding) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    let (count, bytes) = holding.apart.size();
    if count > 0 {
        let size =
            say!(words, "media-all-size", count = figures(count), size = media::size(words, bytes));
        rows.push(SummaryRow::new(say!(words, "media-all-here"), size));
    }
    let recordings = holding.apart.recordings.len();
    if recordings > 0 {
        rows.push(SummaryRow::new(say!(words, "media-recordings"), figures(recordings)));
    }
    rows
}

fn figures(count: usize) -> String {
    track::figures(record::Decimal::whole(i64::try_from(count).unwrap_or(i64::MAX)))
}

fn refused(holding: &Holding) -> usize {
    holding.parked.iter().map(|parked| parked.piece.header.count as usize).sum()
}

fn sent(view: View<'_>, holding: &Holding, blocks: &mut Vec<Block>) {
    let words = view.words;
    let Some(session) = view.open.session() else {
        blocks.push(Block::paragraph(say!(words, "your-data-alone")));
        return;
    };
    let all: usize = Scope::ALL.into_iter().map(|scope| holding.record.count(scope)).sum();
    let unsent = holding.unsent() as usize;
    let mut rows = vec![SummaryRow::new(
        say!(words, "your-data-sent-count"),
        figures(all.saturating_sub(unsent + refused(holding))),
    )];
    let mut waiting = SummaryRow::new(say!(words, "your-data-unsent-count"), figures(unsent));
    if unsent > 0 {
        waiting.tag = Some(Tag::new(say!(words, "your-data-waiting"), Tone::Amber));
    }
    rows.push(waiting);
    blocks.push(Block::SummaryList(SummaryList { rows }));
    blocks.push(Block::small(say!(words, "your-data-writings")));
    if unsent > 0 {
        if session.ended {
            blocks.push(Block::paragraph(say!(words, "your-data-signed-out")));
        } else {
            blocks.push(Block::buttons(vec![Button::secondary(
                say!(words, "your-data-send-now"),
                Press::Sync(sync::Intent::Now),
            )]));
        }
    }
}

/// What others wrote and might no longer add: the person decides.
fn set_aside(view: View<'_>, holding: &Holding, blocks: &mut Vec<Block>) {
    let words = view.words;
    if aside::waiting(holding).next().is_none() {
        return;
    }
    blocks.push(Block::heading(say!(words, "aside-title")));
    blocks.push(Block::paragraph(say!(words, "aside-lead")));
    blocks.push(Block::buttons(vec![Button::secondary(
        say!(words, "aside-open"),
        Place::YourData(Screen::Aside),
    )]));
}

/// What the server did not take: kept here, and shown.
fn parked(view: View<'_>, holding: &Holding, blocks: &mut Vec<Block>) {
    let words = view.words;
    if holding.parked.is_empty() {
        return;
    }
    let mut counts: Vec<((Scope, Why), usize)> = Vec::new();
    for Parked { why, piece } in &holding.parked {
        let key = (piece.header.scope, *why);
        let count = piece.header.count as usize;
        match counts.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => *known += count,
            None => counts.push((key, count)),
        }
    }
    let rows = counts.into_iter().map(|((scope, why), count)| {
        Row::new(vec![
            Cell::new(sharing::scope_name(words, scope)),
            Cell::new(figures(count)),
            Cell::new(reason(words, why)),
        ])
    });
    blocks.push(Block::heading(say!(words, "your-data-refused")));
    blocks.push(Block::paragraph(say!(words, "your-data-refused-text")));
    blocks.push(Block::Table(Table {
        caption: say!(words, "your-data-refused"),
        columns: vec![
            Column { title: say!(words, "your-data-part"), numeric: false },
            Column { title: say!(words, "your-data-entries"), numeric: true },
            Column { title: say!(words, "your-data-why"), numeric: false },
        ],
        rows: rows.collect(),
        more: None,
    }));
}

/// Why the server did not take something, in words.
fn reason(words: &Words, why: Why) -> String {
    match why {
        Why::NotAllowed => say!(words, "your-data-refused-share"),
        Why::Signature => say!(words, "your-data-refused-key"),
        Why::Malformed => say!(words, "your-data-refused-unreadable"),
        Why::Reserved => say!(words, "your-data-refused-reserved"),
        Why::SetAside => say!(words, "your-data-refused-aside"),
        Why::Lost => say!(words, "your-data-refused-lost"),
        Why::Copied => say!(words, "your-data-refused-copied"),
        Why::NotTheirs => say!(words, "your-data-refused-theirs"),
    }
}
