//! The page that others get: shown, printed, saved as a file, or put into a message.

use jiff::civil::Date;
use record::EntryId;

use super::fill::{Section, sections};
use super::told::{title, when_text};
use super::{Intent, nothing, shown};
use crate::app::Cmd;
use crate::entry::gone;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::screen::{Block, Button, Icon, Page};
use crate::sheet::{self, Sheet, Which};
use crate::words::say;
use crate::your_data::ReadableTable;
use crate::{messages, when};

/// What stands on the page of one; none where nothing does yet.
pub(crate) fn for_others(id: EntryId, view: View<'_>) -> Option<Sheet> {
    find(id, view).filter(|sheet| !sheet.parts.is_empty())
}

fn find(id: EntryId, view: View<'_>) -> Option<Sheet> {
    let (holding, entry) = shown(id, view)?;
    let words = view.words;
    let wall = when::wall_at(view.now.ms.div_euclid(1000), &view.now.zone);
    // Seen from another year, so that the year is always said.
    let day = when::day(words, wall.date(), Date::ZERO);
    let time = when::time(wall.time());
    let correct = say!(words, "appointment-sheet-correct", day = day, time = time);
    let mut with: Vec<String> =
        entry.value.with.is_some().then(|| title(words, &entry.value)).into_iter().collect();
    with.extend(when_text(words, &entry.value, Date::ZERO));
    let with = (!with.is_empty()).then(|| with.join(", "));
    let mut says = vec![say!(words, "appointment-sheet-says")];
    if !entry.conflicts.is_empty() {
        says.push(say!(words, "appointment-differs"));
    }
    let part = |section: Section| {
        let table = ReadableTable { title: section.title, columns: Vec::new(), rows: Vec::new() };
        (table, section.text)
    };
    Some(Sheet {
        page: "appointment.sheet",
        pictures: Vec::new(),
        file: "appointment",
        title: match holding.about.name.trim() {
            "" => say!(words, "appointment-sheet-title"),
            name => say!(words, "appointment-sheet-title-of", name = name),
        },
        // With whom and when first.
        correct: with.into_iter().chain([correct]).collect::<Vec<_>>().join("\n"),
        parts: sections(&entry.value, holding, view).into_iter().map(part).collect(),
        says: says.join(" "),
    })
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let Some(found) = find(id, view) else { return gone(view) };
    if found.parts.is_empty() {
        let mut page = sheet::bare(view, Sheet { says: String::new(), ..found });
        page.blocks.push(Block::paragraph(say!(view.words, "appointment-sheet-empty")));
        return page;
    }
    let mut page = sheet::page(Which::Appointment(id), view);
    page.blocks.extend(share_it(id, view));
    page
}

/// Putting it into a message, or why that cannot be.
fn share_it(id: EntryId, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let can =
        view.open.holding().is_some_and(|holding| messages::can_be_sent(holding, view.now.ms));
    if !can {
        return vec![Block::small(say!(words, "appointment-share-none"))];
    }
    let share = Press::Appointment(Intent::Share(id));
    let share = Button::secondary(say!(words, "appointment-share"), share).icon(Icon::Messages);
    let how = Block::small(say!(words, "appointment-share-text"));
    vec![Block::buttons(vec![share]), how]
}

/// Puts the page into the message that is being written. The person sends it.
pub(super) fn share(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(sheet) = for_others(id, cx.view()) else { return nothing() };
    let mut text = vec![sheet.title, sheet.correct];
    text.extend(sheet.parts.into_iter().map(|(part, said)| format!("{}\n{said}", part.title)));
    text.push(sheet.says);
    messages::begin(&text.join("\n\n"), cx)
}
