//! The pages before the preview and after it.

use super::flow::{Loaded, MOST_BYTES, PICK, thing_form};
use super::labels;
use super::parse::meaning::Meaning;
use super::{Intent, Screen};
use crate::holding::RecordSide;
use crate::model::View;
use crate::nav;
use crate::screen::{Block, Button, Choice, ChoiceField, Field, FileField, Icon, Page, Question};
use crate::track;
use crate::words::say;

/// The person whose record it is, where it is not the reader's own.
#[must_use]
pub(super) fn whose(view: View<'_>) -> Option<String> {
    let about = &view.open.holding()?.about;
    (about.side != RecordSide::Person).then(|| about.name.clone())
}

/// Picking a file.
#[must_use]
pub(super) fn pick(view: View<'_>) -> Page {
    let words = view.words;
    let field = Field::File(FileField {
        question: Question::new("file", say!(words, "bring-in-file"))
            .hint(say!(words, "bring-in-file-hint")),
        value: None,
        accept: Vec::new(),
        max_bytes: MOST_BYTES,
    });
    let read = Button::primary(say!(words, "bring-in-read"), nav::Intent::BringIn(Intent::Read));
    Page {
        name: "bring_in".into(),
        title: say!(words, "bring-in-title"),
        caption: whose(view),
        blocks: vec![
            Block::lede(say!(words, "bring-in-intro")),
            Block::form(PICK, vec![field], vec![read]),
            Block::details(
                say!(words, "bring-in-formats"),
                vec![
                    say!(words, "bring-in-formats-csv"),
                    say!(words, "bring-in-formats-coded"),
                    say!(words, "bring-in-formats-health"),
                    say!(words, "bring-in-formats-private"),
                ],
            ),
        ],
        ..Page::default()
    }
}

/// What one thing of the file is.
#[must_use]
pub(super) fn thing(id: &str, loaded: &Loaded, view: View<'_>) -> Page {
    let words = view.words;
    let Some(found) = loaded.thing(id) else {
        return pick(view);
    };
    let name = labels::thing(words, &found.thing);
    let lines = i64::from(found.lines);
    let (title, text) = if found.thing.what.is_empty() {
        (
            say!(words, "bring-in-thing-title-unnamed"),
            say!(words, "bring-in-thing-lines-unnamed", lines = lines),
        )
    } else {
        (
            say!(words, "bring-in-thing-title", name = name.as_str()),
            say!(words, "bring-in-thing-lines", lines = lines, name = name),
        )
    };
    let choice = |value: String, label: String, icon| Choice {
        value,
        label,
        hint: None,
        icon,
        chosen: false,
    };
    let choices = Meaning::all()
        .into_iter()
        .map(|meaning| {
            let icon = match &meaning {
                Meaning::Tracker(key) => Some(track::icon_of(&key.tracker())),
                Meaning::Own => Some(Icon::Star),
                Meaning::Symptom | Meaning::Symptoms => Some(Icon::Face),
                Meaning::Dose(_) => Some(Icon::Pill),
                Meaning::Note(_) => Some(Icon::Diary),
                Meaning::LeaveOut => None,
            };
            choice(meaning.code(), labels::meaning(words, &found.thing, &meaning), icon)
        })
        .collect();
    let mut blocks = vec![Block::paragraph(text)];
    if found.unit_missing {
        blocks.push(Block::inset(say!(words, "bring-in-thing-unit")));
    }
    blocks.push(Block::form(
        thing_form(id),
        vec![Field::Choice(ChoiceField {
            question: Question::new("meaning", say!(words, "bring-in-thing-question")),
            choices,
        })],
        vec![Button::primary(
            say!(words, "continue"),
            nav::Intent::BringIn(Intent::Thing(id.to_owned())),
        )],
    ));
    Page {
        name: format!("bring_in.thing.{id}"),
        title,
        caption: whose(view),
        blocks,
        ..Page::default()
    }
}

/// It has been brought in.
#[must_use]
pub(super) fn done(entries: usize, left_out: u32, view: View<'_>) -> Page {
    let words = view.words;
    let mut blocks = vec![Block::lede(say!(words, "bring-in-done-text", entries = entries))];
    if left_out > 0 {
        blocks.push(Block::paragraph(say!(
            words,
            "bring-in-done-left-out",
            lines = i64::from(left_out)
        )));
    }
    blocks.push(Block::buttons(vec![
        Button::primary(
            say!(words, "bring-in-see-track"),
            nav::Intent::Tab(nav::Screen::Track(track::Screen::All)),
        ),
        Button::secondary(
            say!(words, "bring-in-see-diary"),
            nav::Intent::Tab(nav::Screen::Diary(crate::diary::Screen::All)),
        ),
        Button::quiet(say!(words, "bring-in-another"), nav::Intent::BringIn(Intent::Another)),
    ]));
    Page {
        name: "bring_in.done".into(),
        title: say!(words, "bring-in-done-title"),
        caption: whose(view),
        blocks,
        ..Page::default()
    }
}

/// Where a link of the preview leads.
#[must_use]
pub(super) fn place(screen: Screen) -> nav::Intent {
    nav::Intent::Go(nav::Screen::BringIn(screen))
}
