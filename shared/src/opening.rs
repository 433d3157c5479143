//! Opening what is on the device, and what is said where it cannot be opened.

#[cfg(test)]
mod tests;

use crux_core::Command;
use crux_core::render::render;
use serde::{Deserialize, Serialize};

use crate::app::{Cmd, Signal, tick};
use crate::command::ask;
use crate::effects::platform::{PlatformOperation, PlatformOutput, PutAside};
use crate::effects::store::{Opened, StoreOutput, StoreProblem};
use crate::event::Launch;
use crate::forms::Forms;
use crate::holding::{About, Holding};
use crate::json;
use crate::model::{Cx, Model, Open, Stage};
use crate::nav::{self, Intent as Press, Screen};
use crate::screen::{Action, Block, Button, Notice, NoticeTone, Page};
use crate::words::{Words, say};
use crate::{account, link, lock, outside, sync, today};

/// The name of the value that lists the records on this device.
pub const RECORDS: &str = "records";

/// The name of the value that holds the settings.
pub const SETTINGS: &str = "settings";

/// What is on the device cannot be opened.
#[derive(Debug)]
pub struct Shut {
    why: StoreProblem,
    step: Step,
}

/// How far the person has come with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// They have been told, and offered to sign in again.
    Told,
    /// They are asked once more: what was never sent stays behind.
    Sure,
    /// It could not be put aside.
    Failed,
}

/// What the buttons of its page do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Sign in again: asks once more.
    Again,
    /// Leave it as it is.
    Leave,
    /// Put it aside, and begin as new.
    Aside,
}

/// Stops at what cannot be opened; what the shell said meanwhile is answered.
fn shut(model: &mut Model, why: StoreProblem) -> Cmd {
    model.stage = Stage::Broken(Shut { why, step: Step::Told });
    let early = std::mem::take(&mut model.early).into_iter();
    Command::all(early.map(|event| Command::event(Signal::from(event)))).and(render())
}

/// Carries out a press on its page.
pub(crate) fn pressed(shut: &mut Shut, action: &Action) -> Cmd {
    let Some(Press::Opening(intent)) = Press::read(action) else { return Command::done() };
    match intent {
        Intent::Again => shut.step = Step::Sure,
        Intent::Leave => shut.step = Step::Told,
        // Only where the person has just been told what stays behind.
        Intent::Aside if shut.step == Step::Sure => {
            return ask(PlatformOperation::SetAside, Signal::Aside);
        }
        Intent::Aside => {}
    }
    render()
}

/// It could not be put aside; else another core has begun.
pub(crate) fn put_aside(shut: &mut Shut, signal: &Signal) -> Cmd {
    if !matches!(signal, Signal::Aside(PlatformOutput::SetAside(PutAside::Failed))) {
        return Command::done();
    }
    shut.step = Step::Failed;
    render()
}

/// The store has answered.
pub fn opened(model: &mut Model, output: StoreOutput) -> Cmd {
    let opened = match output {
        StoreOutput::Opened(opened) => opened,
        StoreOutput::Failed(why) => {
            return shut(model, why);
        }
        StoreOutput::Done | StoreOutput::Rows(_) => {
            return shut(model, StoreProblem::Unavailable);
        }
    };
    match open(&opened) {
        Ok(mut open) => {
            if let Some(place) = &model.launch.place {
                nav::return_to(&mut open, place);
            }
            model.words.read_easily(open.settings.easy_read);
            model.stage = Stage::Open(Box::new(open));
            let Stage::Open(open) = &mut model.stage else {
                return render();
            };
            model.now.agreed = outside::agreed(open, &model.now.zone);
            let mut cx = Cx { words: &model.words, now: &model.now, launch: &model.launch, open };
            let early = std::mem::take(&mut model.early);
            let early = early.into_iter().map(|event| Command::event(Signal::from(event)));
            let link = cx.launch.link.as_deref();
            let followed = link.map_or_else(Command::done, |link| link::follow(link, &mut cx));
            let going_on = match nav::filled_by(cx.open.screen()) {
                Some(intent) => crate::app::carry_out(intent, &mut cx),
                None => crate::app::entered(&mut cx),
            };
            Command::all(
                [
                    lock::begin(&mut cx),
                    outside::begin(&mut cx),
                    sync::begin(&mut cx),
                    account::look_soon(&mut cx),
                    followed,
                    going_on,
                    tick(),
                    render(),
                ]
                .into_iter()
                .chain(early),
            )
        }
        Err(why) => shut(model, why),
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
pub fn broken(words: &Words, launch: &Launch, shut: &Shut) -> Page {
    let (title, text) = match shut.why {
        StoreProblem::Newer => (say!(words, "store-newer-title"), say!(words, "store-newer-text")),
        StoreProblem::Unreadable => {
            (say!(words, "store-unreadable-title"), say!(words, "store-unreadable-text"))
        }
        StoreProblem::Full => (say!(words, "store-full-title"), say!(words, "store-full-text")),
        StoreProblem::Unavailable => {
            (say!(words, "store-unavailable-title"), say!(words, "store-unavailable-text"))
        }
    };
    let mut page = Page { name: "broken".into(), title, ..Page::default() };
    page.blocks.push(Block::paragraph(text));
    // No key of this device opens it: without it, too, there is the way back to what
    // was sent.
    if shut.why == StoreProblem::Unreadable && launch.abilities.aside {
        page.blocks.extend(again(words, shut.step));
        if shut.step == Step::Failed {
            let title = say!(words, "aside-failed");
            page.notices.push(Notice::new(NoticeTone::Problem, title.clone()));
            page.announce = Some(title);
        }
    }
    page.blocks.extend(crate::help::cards(words));
    page
}

fn again(words: &Words, step: Step) -> Vec<Block> {
    let press = Press::Opening;
    if step == Step::Sure {
        return vec![
            Block::heading(say!(words, "aside-sure-title")),
            Block::paragraph(say!(words, "aside-sure")),
            Block::buttons(vec![
                Button::warning(say!(words, "aside-now"), press(Intent::Aside)),
                Button::quiet(say!(words, "cancel"), press(Intent::Leave)),
            ]),
        ];
    }
    vec![
        Block::paragraph(say!(words, "aside-what")),
        Block::buttons(vec![Button::secondary(say!(words, "aside-again"), press(Intent::Again))]),
    ]
}

/// A button that opens the help page.
#[must_use]
pub fn help_button(words: &Words) -> Button {
    Button::quiet(say!(words, "help-open"), Screen::Help)
}
