//! One thing that only the person sees, and sharing it.

use record::EntryId;
use record::kinds::{DecisionPart, OwnNote, OwnPlace, PartOf, PlanItem, PlanSort};

use super::{Intent, mine, name, seen_by, texts};
use crate::about_me::{self, Item};
use crate::app::Cmd;
use crate::entry::{self, gone};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{Act, Go};
use crate::screen::{Block, Button, Notice, NoticeTone, Page};
use crate::words::say;

/// The page: what it says, and what would become of it if it were shared.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let found = mine(view).and_then(|held| Some((held, held.record.get::<OwnNote>(id)?)));
    let Some((holding, entry)) = found.filter(|(_, entry)| entry.retracted.is_none()) else {
        return gone(view);
    };
    let place = entry.value.place;
    let mut blocks = vec![Block::lede(say!(words, "own-only-you"))];
    blocks.extend(texts(&entry).into_iter().map(Block::quote));
    let whole = Place::Entry(entry::Screen::Whole(entry.id));
    blocks.push(Block::buttons(vec![
        Button::secondary(say!(words, "change"), Press::Own(Intent::Change(entry.id))),
        Button::quiet(say!(words, "plans-history"), whole),
    ]));
    blocks.push(Block::heading(say!(words, "own-share-title")));
    blocks.push(Block::paragraph(words.get(match place {
        OwnPlace::Plan => "own-share-plan",
        OwnPlace::Decision => "own-share-decision",
        OwnPlace::AboutMe | OwnPlace::Unknown(_) => "own-share-about",
    })));
    blocks.push(Block::paragraph(seen_by(view, holding, place)));
    blocks.push(Block::paragraph(say!(words, "own-share-stays")));
    let share = Press::Own(Intent::Share(entry.id));
    blocks.push(Block::buttons(vec![Button::secondary(say!(words, "own-share"), share)]));
    Page {
        name: "own.one".into(),
        title: name(words, place, entry.value.sort),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Shares it: another entry where others see it, and this one no longer holds.
pub(super) fn share(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let found = mine(cx.view()).and_then(|held| Some((held, held.record.get::<OwnNote>(id)?)));
    let Some((holding, entry)) = found.filter(|(_, entry)| entry.retracted.is_none()) else {
        return Cmd::done();
    };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    let OwnNote { place, of, sort, .. } = entry.value;
    let text = texts(&entry).join("\n");
    let shared = match (place, of) {
        (OwnPlace::Plan, _) => {
            let item = PlanItem { text: Some(text), ..PlanItem::new(PlanSort::from_code(sort)) };
            act.create(&item, now);
            true
        }
        (OwnPlace::Decision, Some(within)) => {
            let part = DecisionPart {
                within,
                of: PartOf::from_code(sort),
                text,
                more: None,
                link: None,
                often: None,
                day: None,
                place: None,
            };
            act.create(&part, now);
            true
        }
        (OwnPlace::AboutMe, _) => {
            let item = Item::ALL.into_iter().find(|item| u64::from(item.number()) == sort);
            item.is_some_and(|item| about_me::add(&mut act, holding, item, &text))
        }
        (OwnPlace::Decision | OwnPlace::Unknown(_), _) => false,
    };
    if !shared {
        let why = say!(words, "own-share-no-room");
        cx.open.notice = Some(Notice::new(NoticeTone::Problem, why));
        return Cmd::done();
    }
    act.retract(holding, entry.id, &say!(words, "own-shared-reason"));
    let notice = Notice::new(NoticeTone::Success, say!(words, "own-shared"));
    act.save(cx, Go::Back, Some(notice))
}
