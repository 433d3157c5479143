//! One page while it is prepared: everything that stands on it, each with what can
//! be changed, and who can read it.

use record::{EntryId, Scope};

use super::fill::{Section, sections};
use super::told::{title, when_text};
use super::{Intent, Screen, shown};
use crate::entry::{self, gone};
use crate::holding::{Holding, RecordSide};
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Icon, Link, Page, SummaryList, SummaryRow};
use crate::words::say;
use crate::{reminders, sharing};

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some((holding, entry)) = shown(id, view) else { return gone(view) };
    let of = &entry.value;
    let write = holding.may_write(Scope::Diary);
    let whole = || Place::Entry(entry::Screen::Whole(entry.id));
    let mut blocks = Vec::new();
    blocks.extend(when_text(words, of, view.today()).map(Block::lede));
    if !entry.conflicts.is_empty() || entry.disputed.is_some() {
        blocks.push(Block::inset(say!(words, "appointment-differs")));
        let look = Button::secondary(say!(words, "plans-look-at-both"), whole());
        blocks.push(Block::buttons(vec![look]));
    }
    blocks.extend(readers(holding, view).map(Block::small));
    let rows: Vec<SummaryRow> = sections(of, holding, view)
        .into_iter()
        .map(|section| row(section, entry.id, write, view))
        .collect();
    let reminded = of.reminder.and_then(|of| reminders::row(holding, of, view));
    let to_come = reminded.is_none() && of.on >= Some(view.today());
    let mut rows = rows;
    rows.extend(reminded);
    if rows.is_empty() {
        blocks.push(Block::paragraph(say!(words, "appointment-sheet-empty")));
    } else {
        blocks.push(Block::SummaryList(SummaryList { rows }));
    }
    let to = Place::Appointment;
    let see = Button::primary(say!(words, "appointment-see"), to(Screen::Sheet(entry.id)));
    let mut buttons = vec![see.icon(Icon::File)];
    if write {
        if to_come && holding.may_write(Scope::Health) {
            buttons.push(reminders::button(entry.id, view));
        }
        let ask = to(Screen::Questions(entry.id));
        buttons.push(Button::secondary(say!(words, "appointment-questions"), ask));
        let change = Press::Appointment(Intent::Change(entry.id));
        buttons.push(Button::secondary(say!(words, "appointment-change"), change));
    }
    buttons.push(Button::quiet(say!(words, "plans-history"), whole()));
    blocks.push(Block::buttons(buttons));
    Page {
        name: "appointment.one".into(),
        title: title(words, of),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

fn row(section: Section, id: EntryId, write: bool, view: View<'_>) -> SummaryRow {
    let words = view.words;
    let mut row = SummaryRow::new(section.title.clone(), String::new());
    row.value = section.text.lines().map(str::to_owned).collect();
    if let Some(part) = section.part.filter(|_| write) {
        let part = Press::Appointment(Intent::Part(id, part.code()));
        let spoken = say!(words, "appointment-change-words-of", part = section.title);
        row.actions.push(Link::to(say!(words, "appointment-change-words"), part).spoken(spoken));
    }
    row
}

/// Who else can read it as it is written.
fn readers(holding: &Holding, view: View<'_>) -> Option<String> {
    if holding.about.side != RecordSide::Person {
        return None;
    }
    let words = view.words;
    let names = sharing::readers(holding, Scope::Diary, view.now.ms.div_euclid(1000));
    Some(if names.is_empty() {
        say!(words, "appointment-readers-none")
    } else {
        say!(words, "appointment-readers", who = names.join(", "))
    })
}
