//! The page that others get: shown, printed, saved as a file, or put into a message.

use jiff::civil::Date;
use record::EntryId;

use super::fill::{Section, sections};
use super::told::{title, when_text};
use super::{Intent, nothing, shown};
use crate::app::{Cmd, Signal};
use crate::command::ask;
use crate::effects::platform::{OutgoingFile, PlatformOperation};
use crate::entry::gone;
use crate::event::Platform;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::screen::{Block, Button, Icon, Page};
use crate::words::say;
use crate::your_data::{self, ReadableTable};
use crate::{messages, when};

struct Sheet {
    title: String,
    /// With whom and when; when it was correct.
    lead: Vec<String>,
    sections: Vec<Section>,
    says: String,
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
    Some(Sheet {
        title: match holding.about.name.trim() {
            "" => say!(words, "appointment-sheet-title"),
            name => say!(words, "appointment-sheet-title-of", name = name),
        },
        lead: with.into_iter().chain([correct]).collect(),
        sections: sections(&entry.value, holding, view),
        says: says.join(" "),
    })
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(sheet) = find(id, view) else { return gone(view) };
    let mut blocks: Vec<Block> = sheet.lead.into_iter().map(Block::lede).collect();
    let empty = sheet.sections.is_empty();
    for section in sheet.sections {
        blocks.push(Block::heading(section.title));
        let lines = section.text.lines().filter(|line| !line.trim().is_empty());
        blocks.extend(lines.map(Block::paragraph));
    }
    if empty {
        blocks.push(Block::paragraph(say!(words, "appointment-sheet-empty")));
    } else {
        blocks.push(Block::small(sheet.says));
        blocks.extend(ways(id, view));
    }
    Page {
        name: "appointment.sheet".into(),
        title: sheet.title,
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// What can be done with it.
fn ways(id: EntryId, view: View<'_>) -> [Block; 3] {
    let words = view.words;
    let keep = Press::Appointment(Intent::Sheet(id));
    let keep = Button::primary(say!(words, "medicines-sheet-keep"), keep).icon(Icon::Download);
    let mut buttons = vec![keep];
    let can =
        view.open.holding().is_some_and(|holding| messages::can_be_sent(holding, view.now.ms));
    let how = if can {
        let share = Press::Appointment(Intent::Share(id));
        let share = Button::secondary(say!(words, "appointment-share"), share);
        buttons.push(share.icon(Icon::Messages));
        say!(words, "appointment-share-text")
    } else {
        say!(words, "appointment-share-none")
    };
    let print = match view.launch.platform {
        Platform::Web => say!(words, "medicines-sheet-print-browser"),
        _ => say!(words, "medicines-sheet-print"),
    };
    let print = Block::details(say!(words, "medicines-sheet-how"), vec![print]);
    [Block::buttons(buttons), Block::small(how), print]
}

/// Hands the page over as a file.
pub(super) fn hand_over(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let sheet = find(id, cx.view()).filter(|sheet| !sheet.sections.is_empty());
    let Some(sheet) = sheet else { return nothing() };
    let part = |section: Section| {
        let table = ReadableTable { title: section.title, columns: Vec::new(), rows: Vec::new() };
        (table, section.text)
    };
    let parts: Vec<_> = sheet.sections.into_iter().map(part).collect();
    let page = your_data::printed(
        &sheet.title,
        &sheet.lead.join("\n"),
        &parts,
        &sheet.says,
        cx.words.is_easy(),
    );
    let file = OutgoingFile {
        name: format!("appointment-{}.html", cx.today()),
        media_type: "text/html".into(),
        content: page.into_bytes(),
    };
    // What is said of it afterwards is the same for every page that is handed over.
    ask(PlatformOperation::HandOver(file), Signal::Medicines)
}

/// Puts the page into the message that is being written. The person sends it.
pub(super) fn share(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let sheet = find(id, cx.view()).filter(|sheet| !sheet.sections.is_empty());
    let Some(sheet) = sheet else { return nothing() };
    let mut text = vec![sheet.title, sheet.lead.join("\n")];
    text.extend(sheet.sections.into_iter().map(|part| format!("{}\n{}", part.title, part.text)));
    text.push(sheet.says);
    messages::begin(&text.join("\n\n"), cx)
}
