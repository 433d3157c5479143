//! What matters most to the person, in their own words.

use crux_core::Command;
use record::kinds::AboutMe;
use record::state::Entry;
use record::{EntryId, Record, Scope};

use super::day::person;
use super::{Intent, Screen};
use crate::app::Cmd;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Card, CardLayout, Cards, Field, Page, Question};
use crate::track;
use crate::words::say;

/// The most characters.
const MOST: usize = 500;

/// The field's number in its kind.
const FIELD: u16 = 1;

/// One thing that was said to matter most, and by which operation.
struct Said {
    text: String,
    by: record::state::Version,
}

/// Everything that stands: more than one where it was written in two places.
fn said(record: &Record) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    for entry in record.current::<AboutMe>() {
        let conflict = entry.conflicts.iter().find(|conflict| conflict.field.number == FIELD);
        let values = match conflict {
            Some(conflict) => conflict
                .values
                .iter()
                .map(|(version, value)| (version.clone(), value.most_important.clone()))
                .collect(),
            None => vec![(entry.last.clone(), entry.value.most_important.clone())],
        };
        for (by, text) in values {
            let Some(text) = text.filter(|text| !text.trim().is_empty()) else { continue };
            if found.iter().all(|known| known.text != text) {
                found.push(Said { text, by });
            }
        }
    }
    found
}

fn form(holding: &Holding) -> String {
    format!("today.matters.{}", holding.index)
}

/// The part of the day's page.
pub(super) fn blocks(view: View<'_>, holding: &Holding) -> Vec<Block> {
    let words = view.words;
    let write = holding.may_write(Scope::About);
    let said = said(&holding.record);
    if said.is_empty() && !write {
        return Vec::new();
    }
    let heading = match person(holding) {
        Some(name) => say!(words, "today-matters-to", name = name),
        None => say!(words, "today-matters"),
    };
    // What is spoken begins with the words that are seen, for those who speak to
    // their device (WCAG 2.5.3).
    let button = |label: String| {
        let spoken = say!(
            words,
            "today-matters-button",
            button = label.as_str(),
            heading = heading.as_str()
        );
        Button::quiet(label, Press::Today(Intent::Matters)).spoken(spoken)
    };
    let mut blocks = vec![Block::heading(heading.clone())];
    if said.is_empty() {
        let (title, line) = match person(holding) {
            Some(name) => (
                say!(words, "today-matters-none-of", name = name),
                say!(words, "today-matters-none-of-line"),
            ),
            None => (say!(words, "today-matters-none"), say!(words, "today-matters-none-line")),
        };
        let mut card = Card::new(title).line(line);
        card.buttons.push(button(say!(words, "today-matters-add")));
        blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards: vec![card] }));
        return blocks;
    }
    if said.len() > 1 {
        blocks.push(Block::paragraph(say!(words, "today-matters-two")));
    }
    let two = said.len() > 1;
    for said in said {
        blocks.push(Block::quote(said.text));
        blocks.extend(track::author_line(words, holding, &said.by).map(Block::small));
    }
    if write {
        let label = if two { say!(words, "today-matters-settle") } else { say!(words, "change") };
        blocks.push(Block::buttons(vec![button(label)]));
    }
    blocks
}

/// Opens the form, filled in with what stands.
pub(super) fn open(cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Command::done() };
    let name = form(holding);
    let texts: Vec<String> = said(&holding.record).into_iter().map(|said| said.text).collect();
    if !cx.open.forms.has(&name) {
        cx.open.forms.set(&name, "text", texts.join("\n"));
    }
    cx.open.go(Place::Today(Screen::Matters));
    Command::done()
}

/// The page with the form.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let page = Page {
        name: "today.matters".into(),
        title: say!(words, "today-matters"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    let blocks = vec![Block::form(
        form(holding),
        vec![Field::long_text(
            Question::new("text", say!(words, "today-matters-ask"))
                .hint(say!(words, "today-matters-hint")),
            4,
            u32::try_from(MOST).unwrap_or(u32::MAX),
        )],
        vec![Button::primary(say!(words, "save"), Press::Today(Intent::SaveMatters))],
    )];
    Page { blocks, ..page }
}

/// Saves it: one text that stands for all that stood before.
pub(super) fn save(cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = cx.open.holding().filter(|holding| holding.may_write(Scope::About)) else {
        return Command::done();
    };
    let name = form(holding);
    let draft = cx.open.forms.get(&name);
    let text = draft.text("text");
    let wrong = match text.chars().count() {
        0 => Some(say!(words, "today-matters-empty")),
        count if count > MOST => Some(say!(words, "too-long", most = MOST)),
        _ => None,
    };
    if let Some(wrong) = wrong {
        cx.open.forms.refuse(&name, vec![("text", wrong)]);
        return Command::done();
    }
    let mut act = Act::new(holding, cx.now);
    write(&mut act, holding, text);
    let notice = (!act.is_empty()).then(|| saving::notice(cx.open, words, holding));
    act.finish_form(&name);
    act.save(cx, Go::Back, notice)
}

fn write(act: &mut Act, holding: &Holding, text: &str) {
    let entries: Vec<Entry<AboutMe>> = holding.record.current().collect();
    let stands = said(&holding.record);
    if let [only] = stands.as_slice()
        && only.text == text
    {
        return;
    }
    let mut first: Option<EntryId> = None;
    for entry in &entries {
        let now = act.happened_now();
        if first.is_none() {
            first = Some(entry.id);
            let new = AboutMe { most_important: Some(text.to_owned()), ..entry.value.clone() };
            // Against nothing, so that the text is written even where it is one
            // of several that stand.
            let old = AboutMe { most_important: None, ..entry.value.clone() };
            act.change(holding, entry.id, &old, &new, now);
        } else if entry.value.most_important.is_some() {
            let new = AboutMe { most_important: None, ..entry.value.clone() };
            act.change(holding, entry.id, &entry.value, &new, now);
        }
    }
    if first.is_none() {
        let now = act.happened_now();
        act.create(&AboutMe { most_important: Some(text.to_owned()), ..AboutMe::default() }, now);
    }
}
