//! Symptoms: something felt, not measured.

use crux_core::Command;
use record::kinds::Symptom;
use record::state::Entry;
use record::{EntryId, Scope};

use super::form::{MAX_NOTE, note_field};
use super::{Errors, Intent, Screen, line, moment, scale};
use crate::action_plan;
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::Draft;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Icon, Page, Question, Timeline};
use crate::words::{Words, say};
use record::sort;

/// The most characters of what a symptom is called.
const MAX_WHAT: usize = 120;

/// How many stand on one page of the list.
const PAGE: usize = 50;

fn form(holding: &Holding, correcting: Option<EntryId>) -> String {
    match correcting {
        None => format!("track.symptom.{}", holding.index),
        Some(id) => {
            let EntryId { writer, counter, .. } = holding.record.own(id);
            format!("track.symptom.{}.{}.{counter}", holding.index, writer.0)
        }
    }
}

/// A symptom in words: "Dizzy, 4 out of 10".
#[must_use]
pub fn symptom_text(words: &Words, symptom: &Symptom) -> String {
    match symptom.severity {
        Some(severity) => say!(
            words,
            "track-symptom-severity",
            what = symptom.what.as_str(),
            severity = severity.to_string()
        ),
        None => symptom.what.clone(),
    }
}

/// Opens the form of a correction, filled in with what stands.
pub(super) fn correct(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Command::done() };
    let Some(entry) = holding.record.get::<Symptom>(id) else { return Command::done() };
    let (saw, value) = (entry.sight(), entry.value);
    let name = form(holding, Some(id));
    let forms = &mut cx.open.forms;
    if forms.opens(&name, vec![saw]) {
        forms.set(&name, "what", value.what);
        if let Some(severity) = value.severity {
            forms.set(&name, "severity", severity.to_string());
        }
        forms.set(&name, "note", value.note.unwrap_or_default());
    }
    cx.open.go(Place::Track(Screen::CorrectSymptom(id)));
    Command::done()
}

/// The page on which one is written down or corrected.
pub(super) fn page(correcting: Option<EntryId>, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let draft = view.open.forms.get(&form(holding, correcting));
    let before = correcting.and_then(|id| draft.stood::<Symptom>(&holding.record, id));
    if correcting.is_some() && before.is_none() {
        return gone(view);
    }
    let moment = before.map_or_else(|| moment::present(view.now), |symptom| symptom.happened);
    let mut fields = vec![
        Field::text(
            Question::new("what", say!(words, "track-symptom-what"))
                .hint(say!(words, "track-symptom-hint")),
        ),
        scale::severity(words),
    ];
    fields.extend(moment::fields(words, &moment));
    fields.push(note_field(words));
    let intent = match correcting {
        None => Intent::LogSymptom,
        Some(id) => Intent::SaveSymptom(id),
    };
    Page {
        name: "track.symptom".into(),
        title: match correcting {
            None => say!(words, "track-symptom-title"),
            Some(_) => say!(words, "track-symptom-correct"),
        },
        caption: view.owner(),
        blocks: vec![Block::form(
            form(holding, correcting),
            fields,
            vec![Button::primary(say!(words, "save"), Press::Track(intent))],
        )],
        ..Page::default()
    }
}

fn read(words: &Words, draft: &Draft) -> Result<Symptom, Errors> {
    let mut errors = Errors::new();
    let what = draft.text("what");
    if what.is_empty() {
        errors.push(("what", say!(words, "track-symptom-none")));
    } else if what.chars().count() > MAX_WHAT {
        errors.push(("what", say!(words, "too-long", most = MAX_WHAT)));
    }
    let severity = match draft.text("severity") {
        "" => None,
        text => match text.parse::<u64>() {
            Ok(severity) if severity <= 10 => Some(severity),
            _ => {
                errors.push(("severity", say!(words, "track-choose-number")));
                None
            }
        },
    };
    let note = draft.text("note");
    if note.chars().count() > MAX_NOTE {
        errors.push(("note", say!(words, "too-long", most = MAX_NOTE)));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let note = (!note.is_empty()).then(|| note.to_owned());
    Ok(Symptom { what: what.to_owned(), severity, note })
}

/// Saves what has been typed.
pub(super) fn save(correcting: Option<EntryId>, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = cx.open.holding().filter(|holding| holding.may_write(Scope::Health)) else {
        return Command::done();
    };
    let name = form(holding, correcting);
    let draft = cx.open.forms.get(&name);
    let before = correcting.and_then(|id| draft.stood::<Symptom>(&holding.record, id));
    if correcting.is_some() && before.is_none() {
        return Command::done();
    }
    let base =
        before.as_ref().map_or_else(|| moment::present(cx.now), |symptom| symptom.happened.clone());
    let (symptom, happened) =
        match (read(words, &draft), moment::read(words, &draft, &base, cx.now)) {
            (Ok(symptom), Ok(happened)) => (symptom, happened),
            (symptom, happened) => {
                let mut errors = symptom.err().unwrap_or_default();
                errors.extend(happened.err().unwrap_or_default());
                cx.open.forms.refuse(&name, errors);
                return Command::done();
            }
        };
    let mut act = Act::new(holding, cx.now);
    let id = match &before {
        Some(before) if before.value == symptom && before.happened == happened => before.id,
        Some(before) => {
            act.change(before.sight(), &before.value, &symptom, happened.clone());
            before.id
        }
        None => act.create(&symptom, happened.clone()),
    };
    let after = (!act.is_empty())
        .then(|| action_plan::after_symptom(cx.view(), holding, &symptom, (id, &happened)))
        .flatten();
    let mut notice = (!act.is_empty())
        .then(|| saving::notice(cx.open, words, holding).text(symptom_text(words, &symptom)));
    act.finish_form(&name);
    let go = after.map_or(Go::Back, |after| after.go(&mut notice));
    act.save(cx, go, notice)
}

/// The newest symptoms, `skip` of them passed over.
pub(super) fn newest(holding: &Holding, skip: usize, count: usize) -> Vec<Entry<Symptom>> {
    let mut all: Vec<Entry<Symptom>> = holding.record.current().collect();
    sort::by_key(&mut all, |entry| std::cmp::Reverse((entry.happened.at, entry.id)));
    all.into_iter().skip(skip).take(count).collect()
}

/// All symptoms, newest first, a part at a time.
pub(super) fn list(skip: usize, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let mut found = newest(holding, skip, PAGE + 1);
    let more = (found.len() > PAGE).then(|| {
        Button::secondary(
            say!(words, "track-older"),
            Place::Track(Screen::Symptoms { skip: skip + PAGE }),
        )
    });
    found.truncate(PAGE);
    let today = view.today();
    let items =
        found.iter().map(|entry| line::symptom(view, holding, entry, line::When::Day(today)));
    let items: Vec<_> = items.collect();
    let blocks = if items.is_empty() {
        vec![Block::empty(
            Icon::Face,
            say!(words, "track-symptoms-empty"),
            say!(words, "track-symptoms-empty-text"),
            None,
        )]
    } else {
        vec![Block::Timeline(Timeline { items, more })]
    };
    Page {
        name: "track.symptoms".into(),
        title: say!(words, "track-symptoms"),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}
