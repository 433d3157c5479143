//! Who has looked: the audit that the server writes into the record.

use record::kinds::{Forgotten, Look};
use record::time::Happened;

use super::{Intent, scope_names};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Intent as Press;
use crate::screen::{Block, Button, Icon, Page, Timeline, TimelineItem};
use crate::when;
use crate::words::say;

/// How many come at a time.
pub(super) const PAGE: usize = 30;
/// The most on one page.
const MOST: usize = 100;

/// The page of so many looks.
pub(super) fn page(count: usize, view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "sharing.looks".into(),
        title: say!(words, "sharing-looks-title"),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else {
        return page;
    };
    let count = count.min(MOST);
    let items = items(holding, count, view);
    page.blocks.push(Block::paragraph(say!(words, "sharing-looks-text")));
    if items.is_empty() {
        page.blocks.push(Block::empty(
            Icon::Eye,
            say!(words, "sharing-looks-none-title"),
            say!(words, "sharing-looks-none"),
            None,
        ));
        return page;
    }
    let more = items.len() == count && count < MOST && holding.record.ids::<Look>().count() > count;
    page.blocks.push(Block::Timeline(Timeline {
        items,
        more: more.then(|| {
            Button::quiet(
                say!(words, "sharing-looks-older"),
                Press::Sharing(Intent::Looks(count + PAGE)),
            )
        }),
    }));
    page
}

/// Devices that have forgotten what is no longer shared with them, newest first.
pub(super) fn forgotten(holding: &Holding, view: View<'_>) -> Vec<TimelineItem> {
    let words = view.words;
    holding
        .record
        .all::<Forgotten>()
        .rev()
        .take(10)
        .map(|entry| TimelineItem {
            when: moment(&entry.happened, view),
            title: say!(words, "sharing-forgot", who = entry.value.who.as_str()),
            lines: vec![scope_names(words, entry.value.parts)],
            icon: Some(Icon::Check),
            tag: None,
            action: None,
        })
        .collect()
}

/// When the server wrote something: in its own zone; shown in the person's.
fn moment(happened: &Happened, view: View<'_>) -> String {
    let wall = when::wall_at(happened.at, &view.now.zone);
    let day = when::near_day(view.words, wall.date(), view.today());
    say!(view.words, "day-time", day = day, time = when::time(wall.time()))
}

/// The last looks, newest first.
pub(super) fn items(holding: &Holding, count: usize, view: View<'_>) -> Vec<TimelineItem> {
    let words = view.words;
    holding
        .record
        .ids::<Look>()
        .rev()
        .take(count)
        .filter_map(|id| holding.record.get::<Look>(id))
        .map(|entry| {
            let mut lines = Vec::new();
            if let Some(reason) = &entry.value.reason {
                lines.push(say!(words, "sharing-look-why", why = reason));
            }
            let saw = scope_names(words, entry.value.saw);
            lines.push(say!(words, "sharing-look-saw", saw = saw));
            TimelineItem {
                when: moment(&entry.happened, view),
                title: entry.value.who,
                lines,
                icon: Some(Icon::Eye),
                tag: None,
                action: None,
            }
        })
        .collect()
}
