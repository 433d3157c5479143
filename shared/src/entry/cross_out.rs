//! Crossing an entry out, with the reason. It stays in the record.

use record::EntryId;

use super::Intent;
use super::page::gone;
use super::sight::{self, Sight};
use crate::app::Cmd;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Choice, ChoiceField, Field, Page, Question};
use crate::words::say;

/// The most characters of a reason.
const MAX_REASON: usize = 200;

/// The reason that is in the person's own words alone.
const OTHER: &str = "other";

fn form_of(holding: &Holding, id: EntryId) -> String {
    let EntryId { scope, writer, counter } = holding.record.own(id);
    format!("entry.cross-out.{}.{}.{}.{counter}", holding.index, scope.code(), writer.0)
}

/// What may be crossed out here: what holds, in a record that may be written.
fn standing(id: EntryId, view: View<'_>) -> Option<(&Holding, Sight)> {
    let holding = view.open.holding().filter(|held| held.may_write(id.scope))?;
    let (sight, _) = sight::find(view, holding, id)?;
    (sight.may && sight.crossed_out.is_none()).then_some((holding, sight))
}

/// The page that asks why.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some((holding, sight)) = standing(id, view) else { return gone(view) };
    let choices = sight
        .reasons
        .iter()
        .map(|(value, label)| (*value, words.get(label)))
        .chain([(OTHER, say!(words, "entry-why-other"))])
        .map(|(value, label)| Choice {
            value: value.into(),
            label,
            hint: None,
            icon: None,
            chosen: false,
        })
        .collect();
    Page {
        name: "entry.cross-out".into(),
        title: say!(words, "entry-cross-out"),
        caption: view.owner(),
        blocks: vec![
            Block::inset(sight.named),
            Block::paragraph(say!(words, "entry-cross-out-text")),
            Block::form(
                form_of(holding, id),
                vec![
                    Field::Choice(ChoiceField {
                        question: Question::new("why", say!(words, "entry-why-ask")),
                        choices,
                    }),
                    Field::text(Question::new("words", say!(words, "entry-why-words")).optional()),
                ],
                vec![Button::warning(
                    say!(words, "entry-cross-out"),
                    Press::Entry(Intent::CrossOut(id)),
                )],
            ),
        ],
        ..Page::default()
    }
}

/// Crosses an entry out, where it is said why.
pub(super) fn save(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some((holding, sight)) = standing(id, cx.view()) else { return Cmd::done() };
    let form = form_of(holding, id);
    let draft = cx.open.forms.get(&form);
    let own = draft.text("words").to_owned();
    let reason = draft
        .choice("why")
        .and_then(|why| sight.reasons.iter().find(|(value, _)| *value == why))
        .map(|(_, label)| words.get(label));
    let wrong = match (draft.choice("why"), &reason) {
        (None, _) if own.is_empty() => Some(("why", say!(words, "entry-why-none"))),
        (_, None) if own.is_empty() => Some(("words", say!(words, "entry-why-words-none"))),
        _ if own.chars().count() > MAX_REASON => {
            Some(("words", say!(words, "too-long", most = MAX_REASON)))
        }
        _ => None,
    };
    if let Some(wrong) = wrong {
        cx.open.forms.refuse(&form, vec![wrong]);
        return Cmd::done();
    }
    let reason = match reason {
        Some(reason) if own.is_empty() => reason,
        Some(reason) => format!("{reason}: {own}"),
        None => own,
    };
    let mut act = Act::new(holding, cx.now).says(sight.voice);
    act.retract(holding, id, &reason);
    act.finish_form(&form);
    let notice = saving::notice(cx.open, words, holding).text(say!(words, "entry-was-crossed-out"));
    act.save(cx, Go::Back, Some(notice))
}
