//! The page: how far back to look, what was found, and bringing it in.

use record::Scope;

use super::look::{Found, New};
use super::{Back, Intent, Screen};
use crate::bring_in::Group;
use crate::event::Platform;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Card, Icon, Page};
use crate::words::say;
use crate::{bring_in, when};

/// The way here, for the list of everything; none where the phone has no such
/// store, or the record is not the reader's to add to.
#[must_use]
pub fn card(view: View<'_>) -> Option<Card> {
    let may = view.open.holding().is_some_and(|holding| holding.may_write(Scope::Health));
    (view.launch.abilities.health && may && view.owner().is_none()).then(|| {
        Card::new(title(view))
            .line(say!(view.words, "measured-line"))
            .icon(Icon::Heart)
            .opens(Place::Measured(Screen::Look))
    })
}

fn title(view: View<'_>) -> String {
    match view.launch.platform {
        Platform::Ios => say!(view.words, "measured-title-ios"),
        Platform::Android => say!(view.words, "measured-title-android"),
        Platform::Web | Platform::Desktop => say!(view.words, "measured-title"),
    }
}

pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let state = &view.open.measured;
    let mut blocks = vec![Block::lede(say!(words, "measured-intro"))];
    match &state.found {
        Some(found) => blocks.extend(found_blocks(found, view)),
        None => blocks.push(Block::paragraph(say!(words, "measured-private"))),
    }
    let look = |label: String, back| Button::secondary(label, Press::Measured(Intent::Look(back)));
    blocks.push(Block::heading(say!(words, "measured-how-far")));
    blocks.push(Block::buttons(vec![
        look(say!(words, "measured-month"), Back::Month),
        look(say!(words, "measured-year"), Back::Year),
        look(say!(words, "measured-all"), Back::All),
    ]));
    Page {
        name: "measured".into(),
        title: title(view),
        blocks,
        busy: state.asking,
        ..Page::default()
    }
}

fn found_blocks(found: &Found, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let mut blocks = Vec::new();
    if found.new.is_empty() {
        // A phone does not say whether it has nothing or may show nothing.
        blocks.push(Block::paragraph(say!(words, "measured-nothing")));
    } else {
        let caption = say!(words, "measured-new", count = found.new.len());
        let groups = groups(&found.new, view);
        blocks.push(Block::Table(bring_in::groups_table(caption, &groups, view)));
    }
    if found.there > 0 {
        blocks.push(Block::small(say!(words, "measured-there", count = found.there)));
    }
    if found.not_possible > 0 {
        blocks.push(Block::small(say!(words, "measured-not", count = found.not_possible)));
    }
    if !found.new.is_empty() {
        blocks.push(Block::buttons(vec![Button::primary(
            say!(words, "measured-bring-in", count = found.new.len()),
            Press::Measured(Intent::BringIn),
        )]));
    }
    blocks
}

/// By measure: how many, and from which day to which.
fn groups(new: &[New], view: View<'_>) -> Vec<Group> {
    let mut groups: Vec<(&New, Group)> = Vec::new();
    for reading in new {
        let day = when::wall_at(reading.happened.at, &view.now.zone).date();
        let known = groups.iter_mut().find(|(first, _)| first.tracker == reading.tracker);
        if let Some((_, group)) = known {
            group.entries += 1;
            group.from = group.from.min(day);
            group.to = group.to.max(day);
        } else {
            let label = bring_in::tracker_label(view.words, &reading.tracker);
            groups.push((reading, Group { label, entries: 1, from: day, to: day }));
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}
