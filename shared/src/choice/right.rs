//! One choice: whether it is a right, what it does not cover, how to use it, and
//! what to say.

use record::EntryId;

use super::wording::day_text;
use super::{Intent, list, rules};
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
    state.value = vec![match rule.until {
        Some(until) => say!(
            words,
            "choice-was-in-force",
            from = day_text(words, rule.from),
            until = day_text(words, until)
        ),
        None => say!(words, "choice-in-force", day = day_text(words, rule.from)),
    }];
    let source = match rule.version.parse() {
        Ok(version) => {
            let day = day_text(words, version);
            say!(words, "choice-version", source = rule.source, day = day)
        }
        Err(_) => rule.source.to_owned(),
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
    let mut buttons = vec![open];
    if let Some(referral) = referral {
        let letter = Press::Choosing(Intent::Letter(referral));
        let letter = Button::primary(say!(words, "choice-letter"), letter).icon(Icon::File);
        buttons.insert(0, letter);
    }
    blocks.push(Block::buttons(buttons));
    Page { name: "choice.right".into(), title: words.get(rule.title), blocks, ..Page::default() }
}
