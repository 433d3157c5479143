//! Opening what is on the device, and what is said where it cannot be opened.

use crux_core::Command;
use crux_core::render::render;

use crate::app::{Cmd, Signal, tick};
use crate::effects::store::{Opened, StoreOutput, StoreProblem};
use crate::forms::Forms;
use crate::holding::{About, Holding};
use crate::json;
use crate::model::{Cx, Model, Open, Stage};
use crate::nav::{self, Screen};
use crate::screen::{Block, Button, Page};
use crate::words::{Words, say};
use crate::{account, sync, today, welcome};

/// The name of the value that lists the records on this device.
pub const RECORDS: &str = "records";

/// The name of the value that holds the settings.
pub const SETTINGS: &str = "settings";

/// The store has answered.
pub fn opened(model: &mut Model, output: StoreOutput) -> Cmd {
    let opened = match output {
        StoreOutput::Opened(opened) => opened,
        StoreOutput::Failed(why) => {
            model.stage = Stage::Broken(why);
            return render();
        }
        StoreOutput::Done | StoreOutput::Rows(_) => {
            model.stage = Stage::Broken(StoreProblem::Unavailable);
            return render();
        }
    };
    match open(&opened) {
        Ok(mut open) => {
            if let Some(place) = &model.launch.place {
                nav::return_to(&mut open, place);
            }
            if let Some(code) = &model.launch.invitation {
                welcome::invited(&mut open, code);
            }
            model.stage = Stage::Open(Box::new(open));
            let Stage::Open(open) = &mut model.stage else {
                return render();
            };
            let mut cx = Cx { words: &model.words, now: &model.now, launch: &model.launch, open };
            let early = std::mem::take(&mut model.early);
            let early = early.into_iter().map(|event| Command::event(Signal::Shell(event)));
            let going_on = match nav::filled_by(cx.open.screen()) {
                Some(intent) => crate::app::carry_out(intent, &mut cx),
                None => crate::app::entered(&mut cx),
            };
            Command::all(
                [sync::begin(&mut cx), account::look_soon(&mut cx), going_on, tick(), render()]
                    .into_iter()
                    .chain(early),
            )
        }
        Err(why) => {
            model.stage = Stage::Broken(why);
            render()
        }
    }
}

/// What was kept, as the app in use.
///
/// # Errors
/// [`StoreProblem::Unreadable`] where a row cannot be read: it was written by
/// something else, or damaged in a way the seal did not show.
fn open(opened: &Opened) -> Result<Open, StoreProblem> {
    let value = |name: &str| {
        opened.values.iter().find(|(key, _)| key == name).map(|(_, body)| body.as_slice())
    };
    let records: Vec<(u32, About)> = match value(RECORDS) {
        Some(body) => json::read(body).ok_or(StoreProblem::Unreadable)?,
        None => Vec::new(),
    };
    let holdings = records
        .into_iter()
        .map(|(index, about)| Holding::load(index, about, opened))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|_| StoreProblem::Unreadable)?;
    let mut open = Open::new(opened.durable, holdings);
    if let Some(body) = value(SETTINGS) {
        open.settings = json::read(body).unwrap_or_default();
    }
    open.session = value(account::SESSION).and_then(json::read);
    let mut forms = Forms::default();
    for (key, body) in &opened.values {
        forms.restore(key, body);
    }
    open.forms = forms;
    if !open.holdings.is_empty() {
        open.restart(Screen::Today(today::Screen::Day));
    }
    Ok(open)
}

/// What a page says where the store cannot be opened. Help still works.
#[must_use]
pub fn broken(words: &Words, why: StoreProblem) -> Page {
    let (title, text) = match why {
        StoreProblem::Newer => (say!(words, "store-newer-title"), say!(words, "store-newer-text")),
        StoreProblem::Unreadable => {
            (say!(words, "store-unreadable-title"), say!(words, "store-unreadable-text"))
        }
        StoreProblem::Full => (say!(words, "store-full-title"), say!(words, "store-full-text")),
        StoreProblem::Unavailable => {
            (say!(words, "store-unavailable-title"), say!(words, "store-unavailable-text"))
        }
    };
    let mut blocks = vec![Block::paragraph(text)];
    blocks.extend(crate::help::cards(words));
    Page { name: "broken".into(), title, blocks, ..Page::default() }
}

/// A button that opens the help page.
#[must_use]
pub fn help_button(words: &Words) -> Button {
    Button::quiet(say!(words, "help-open"), Screen::Help)
}
