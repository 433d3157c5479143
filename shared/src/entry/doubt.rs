//! What two people said at the same time, with a button for each.

use record::state::Entry;

use super::by::who;
use super::page::written;
use super::sight::{Doubt, Sight};
use super::{Intent, Screen};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, CareCard, Tag, Tone, Urgency};
use crate::words::{Words, say};

/// The word on an entry that two people wrote at once, in a list.
pub(crate) fn differs<K>(words: &Words, entry: &Entry<K>) -> Option<Tag> {
    (!entry.conflicts.is_empty() || entry.disputed.is_some())
        .then(|| Tag::new(say!(words, "entry-differs"), Tone::Amber))
}

/// The question, where there is one.
pub(super) fn card(view: View<'_>, holding: &Holding, sight: &Sight, write: bool) -> Option<Block> {
    let words = view.words;
    let (title, text, actions) = match sight.doubt.as_ref()? {
        Doubt::CrossedOut { by, reason } => (
            say!(words, "entry-disputed-title"),
            vec![
                say!(
                    words,
                    "entry-disputed",
                    who = who(words, holding, *by),
                    reason = reason.as_str()
                ),
                say!(words, "entry-disputed-ask"),
            ],
            vec![
                Button::secondary(
                    say!(words, "entry-keep"),
                    Press::Entry(Intent::PutBack(sight.id)),
                ),
                Button::quiet(
                    say!(words, "entry-cross-out"),
                    Place::Entry(Screen::CrossOut(sight.id)),
                ),
            ],
        ),
        Doubt::Differs(values) => {
            let said = values.iter().map(|stands| {
                say!(
                    words,
                    "entry-conflict-value",
                    value = stands.text.as_str(),
                    who = who(words, holding, stands.by),
                    when = written(view, stands.recorded)
                )
            });
            let keep = values.iter().map(|stands| {
                Button::secondary(
                    say!(words, "entry-keep-value", value = stands.text.as_str()),
                    Press::Entry(Intent::Keep(sight.id, stands.said)),
                )
            });
            (
                say!(words, "entry-conflict-title"),
                said.chain([say!(words, "entry-conflict-text")]).collect(),
                keep.collect(),
            )
        }
    };
    Some(Block::CareCard(CareCard {
        urgency: Urgency::NonUrgent,
        title,
        text,
        items: Vec::new(),
        actions: if write { actions } else { Vec::new() },
    }))
}
