//! Keeping something to oneself that others see. They are told that it no longer holds;
//! what they have seen they have seen, and the page says so first.

use record::kinds::{DecisionPart, OwnNote, OwnPlace, PlanItem};

use super::{Intent, Shared, mine, seen_by, sorts};
use crate::about_me::{self, Item};
use crate::app::Cmd;
use crate::entry::gone;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::{Act, Go};
use crate::screen::{Block, Button, Notice, NoticeTone, Page};
use crate::words::{Words, say};

/// What would be kept.
pub(super) fn found(holding: &Holding, shared: Shared) -> Option<OwnNote> {
    let record = &holding.record;
    let note = match shared {
        Shared::Plan(id) => {
            let entry = record.get::<PlanItem>(id).filter(|entry| entry.retracted.is_none())?;
            let item = entry.value;
            let text = item.text.clone().filter(|_| !item.is_proposal())?;
            OwnNote { place: OwnPlace::Plan, of: None, sort: item.sort.code(), text }
        }
        Shared::Decision(id) => {
            let entry = record.get::<DecisionPart>(id).filter(|entry| entry.retracted.is_none())?;
            let DecisionPart { within, of, text, .. } = entry.value;
            OwnNote { place: OwnPlace::Decision, of: Some(within), sort: of.code(), text }
        }
        Shared::AboutMe(item) => {
            // What is most important is never nothing.
            let said = about_me::said(record, item).into_iter();
            let texts: Vec<String> = said.map(|said| said.text).collect();
            let some = !texts.is_empty() && item != Item::Important;
            let text = some.then(|| texts.join("\n"))?;
            let sort = u64::from(item.number());
            OwnNote { place: OwnPlace::AboutMe, of: None, sort, text }
        }
    };
    let known = sorts(&Words::default(), note.place);
    known.iter().any(|(code, _)| *code == note.sort).then_some(note)
}

/// The page.
pub(super) fn page(shared: Shared, view: View<'_>) -> Page {
    let words = view.words;
    let found = mine(view).and_then(|held| Some((held, found(held, shared)?)));
    let Some((holding, note)) = found else { return gone(view) };
    let keep = Press::Own(Intent::Keep(shared));
    let blocks = vec![
        Block::quote(note.text),
        Block::paragraph(seen_by(view, holding, note.place)),
        Block::inset(say!(words, "own-keep-known")),
        Block::buttons(vec![
            Button::secondary(say!(words, "own-keep"), keep),
            Button::quiet(say!(words, "own-leave"), Press::Back),
        ]),
    ];
    Page {
        name: "own.keep".into(),
        title: say!(words, "own-keep-title"),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Keeps it: a note of one's own, and what others saw no longer holds.
pub(super) fn keep(shared: Shared, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let found = mine(cx.view()).and_then(|held| Some((held, found(held, shared)?)));
    let Some((holding, note)) = found else { return Cmd::done() };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    act.create(&note, now);
    let reason = say!(words, "own-kept-reason");
    let back = match shared {
        Shared::Plan(id) => {
            act.retract(holding, id, &reason);
            2
        }
        Shared::Decision(id) => {
            act.retract(holding, id, &reason);
            1
        }
        Shared::AboutMe(item) => {
            about_me::clear(&mut act, holding, item);
            1
        }
    };
    let notice = Notice::new(NoticeTone::Success, say!(words, "own-kept"));
    act.save(cx, Go::BackBy(back), Some(notice))
}
