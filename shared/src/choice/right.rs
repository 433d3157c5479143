//! One choice: whether it is a right, what it does not cover, how to use it, and
//! what to say.

use record::EntryId;

use super::wording::day_text;
use super::{Intent, Letter, list, rules};
use crate::entry::gone;
use crate::model::View;
use crate::nav::Intent as Press;
use crate::screen::{Block, Button, Icon, Page, SummaryList, SummaryRow, Target};
use crate::words::say;

/// The page.
pub(super) fn page(rule: &str, referral: Option<EntryId>, view: View<'_>) -> Page {
    let words = view.words;
    let Some(rule) = rules::find(rule) else { return gone(view) };
    let mut state = SummaryRow::new(say!(words, "choice-is-it"), String::new());
    state.tag = Some(list::tag(words, &rule));
    let version = rule.version.parse().ok().map(|day| day_text(words, day));
    state.value = vec![match (rule.from, rule.until) {
        (Some(from), Some(until)) => say!(
            words,
            "choice-was-in-force",
            from = day_text(words, from),
            until = day_text(words, until)
        ),
        (Some(from), None) => say!(words, "choice-in-force", day = day_text(words, from)),
        (None, _) => {
            say!(words, "choice-known-on", day = version.clone().unwrap_or_default())
        }
    }];
    let source = match version {
        Some(day) => say!(words, "choice-version", source = rule.source, day = day),
        None => rule.source.to_owned(),
    };
    let rows = vec![state, SummaryRow::new(say!(words, "choice-source-of"), source)];
    let mut blocks = vec![Block::SummaryList(SummaryList { rows })];
    for (heading, id) in [("choice-limits", rule.limits), ("choice-how", rule.how)] {
        blocks.push(Block::heading(words.get(heading)));
        blocks.push(Block::paragraph(words.get(id)));
    }
    blocks.push(Block::heading(say!(words, "choice-say")));
    blocks.push(Block::quote(words.get(rule.words)));
    blocks.push(Block::small(say!(words, "choice-no-advice")));
    let open = Button::quiet(say!(words, "choice-read"), Target::Open(rule.address.to_owned()));
    let letter = Letter { rule: rule.id.to_owned(), of: referral };
    let letter = Press::Choosing(Intent::Letter(letter));
    let letter = Button::primary(say!(words, "choice-letter"), letter).icon(Icon::File);
    blocks.push(Block::buttons(vec![letter, open]));
    Page { name: "choice.right".into(), title: words.get(rule.title), blocks, ..Page::default() }
}
