//! Crossing out a reading or symptom, with the reason. It stays in the record.

use crux_core::Command;
use record::EntryId;
use record::kinds::{Reading, Symptom};

use super::entry::Shown;
use super::{Intent, gone, may_write, owner, saved_notice};
use crate::app::Cmd;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::{Act, Go};
use crate::screen::{Block, Button, Choice, ChoiceField, Field, Page, Question};
use crate::words::say;

/// The most characters of a reason.
const MAX_REASON: usize = 200;

fn form_of(holding: &Holding, id: EntryId) -> String {
    let EntryId { writer, counter, .. } = holding.record.own(id);
    format!("track.cross-out.{}.{}.{counter}", holding.index, writer.0)
}

const REASONS: [(&str, &str); 3] =
    [("typed", "track-why-typed"), ("twice", "track-why-twice"), ("meter", "track-why-meter")];

/// The page that asks why.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let what = if let Some(entry) = holding.record.get::<Reading>(id) {
        let title = Reading::title(words, &holding.record, &entry.value);
        format!("{title} {}", Reading::text(words, &holding.record, &entry.value))
    } else if let Some(entry) = holding.record.get::<Symptom>(id) {
        Symptom::text(words, &holding.record, &entry.value)
    } else {
        return gone(view);
    };
    let choices = REASONS
        .iter()
        .map(|(value, label)| (*value, words.get(label)))
        .chain([("other", say!(words, "track-why-other"))])
        .map(|(value, label)| Choice {
            value: value.into(),
            label,
            hint: None,
            icon: None,
            chosen: false,
        })
        .collect();
    Page {
        name: "track.cross-out".into(),
        title: say!(words, "track-cross-out"),
        caption: owner(view),
        blocks: vec![
            Block::inset(what),
            Block::paragraph(say!(words, "track-cross-out-text")),
            Block::form(
                form_of(holding, id),
                vec![
                    Field::Choice(ChoiceField {
                        question: Question::new("why", say!(words, "track-why-ask")),
                        choices,
                    }),
                    Field::text(Question::new("words", say!(words, "track-why-words")).optional()),
                ],
                vec![Button::warning(
                    say!(words, "track-cross-out"),
                    Press::Track(Intent::CrossOut(id)),
                )],
            ),
        ],
        ..Page::default()
    }
}

/// Crosses an entry out.
pub(super) fn save(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = cx.open.holding().filter(|holding| may_write(holding)) else {
        return Command::done();
    };
    let form = form_of(holding, id);
    let draft = cx.open.forms.get(&form);
    let own = draft.text("words").to_owned();
    let reason = draft
        .choice("why")
        .and_then(|why| REASONS.iter().find(|(value, _)| *value == why))
        .map(|(_, label)| words.get(label));
    let wrong = match (draft.choice("why"), &reason) {
        (None, _) if own.is_empty() => Some(("why", say!(words, "track-why-none"))),
        (_, None) if own.is_empty() => Some(("words", say!(words, "track-why-words-none"))),
        _ if own.chars().count() > MAX_REASON => {
            Some(("words", say!(words, "track-note-long", most = MAX_REASON)))
        }
        _ => None,
    };
    if let Some(wrong) = wrong {
        cx.open.forms.refuse(&form, vec![wrong]);
        return Command::done();
    }
    let reason = match reason {
        Some(reason) if own.is_empty() => reason,
        Some(reason) => format!("{reason}: {own}"),
        None => own,
    };
    let mut act = Act::new(holding, cx.now);
    act.retract(holding, id, &reason);
    act.finish_form(&form);
    let notice = saved_notice(cx.open, words, holding).text(say!(words, "track-was-crossed-out"));
    act.save(cx, Go::Back, Some(notice))
}
