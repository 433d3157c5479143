//! Your data on this device: what is saved, what has been sent, a copy to keep,
//! and removing everything.

mod aside;
mod copy;
mod erase;
mod overview;
#[cfg(test)]
pub(crate) mod tests;

use crux_core::Command;
use crux_core::render::render;
use serde::{Deserialize, Serialize};

use crate::app::{Cmd, Signal as AppSignal, after_saving};
use crate::command::ask;
use crate::effects::platform::{Handed, OutgoingFile, PlatformOperation, PlatformOutput};
use crate::model::{Cx, View};
use crate::screen::{Notice, NoticeTone, Page};
use crate::words::say;

pub use copy::{Counts, NotWhole, archive};
pub(crate) use copy::{ReadableTable, printed};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// What is here, what has been sent, and what can be done with it.
    Overview,
    /// Removing everything from this device: asked once more.
    Erase,
    /// What others wrote and might no longer add.
    Aside,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Make the copy and hand it over.
    Copy,
    /// Remove everything, where that has been typed.
    Erase,
    /// Add what was set aside to the record.
    AddAside {
        /// The number of the last that was on the page.
        up_to: u64,
    },
    /// Put it away.
    PutAsideAway {
        /// The number of the last that was on the page.
        up_to: u64,
    },
}

/// What is remembered between presses.
#[derive(Default)]
pub struct State {
    /// What the copy handed over last holds.
    copied: Option<Counts>,
}

/// What this feature tells itself.
#[derive(Debug)]
pub enum Signal {
    /// What became of the copy.
    Copied(Counts, PlatformOutput),
    /// For removing everything.
    Erase(erase::Signal),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Copy => hand_over(cx),
        Intent::Erase => erase::erase(cx),
        Intent::AddAside { up_to } => aside::add(cx, up_to),
        Intent::PutAsideAway { up_to } => aside::put_away(cx, up_to),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::Overview => overview::page(view),
        Screen::Erase => erase::page(view),
        Screen::Aside => aside::page(view),
    }
}

/// Takes in a signal.
pub fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    match signal {
        Signal::Copied(counts, output) => {
            let words = cx.words;
            let problem = |title| Some(Notice::new(NoticeTone::Problem, title));
            cx.open.notice = match output {
                PlatformOutput::HandOver(Handed::Saved) => {
                    let title = say!(words, "your-data-copied", entries = counts.entries);
                    cx.open.your_data.copied = Some(counts);
                    Some(Notice::new(NoticeTone::Success, title))
                }
                PlatformOutput::HandOver(Handed::Cancelled) => None,
                _ => problem(say!(words, "your-data-copy-failed")),
            };
            render()
        }
        Signal::Erase(signal) => {
            let stayed = erase::signal(signal, cx);
            if stayed { after_saving(cx) } else { render() }
        }
    }
}

/// Makes the copy, whole, and hands it to the person.
fn hand_over(cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Command::done() };
    let Ok((content, counts)) = archive(holding, cx.words, cx.now) else {
        let title = say!(cx.words, "your-data-not-whole");
        cx.open.notice = Some(Notice::new(NoticeTone::Problem, title));
        return Command::done();
    };
    let file = OutgoingFile {
        name: format!("what-matters-{}.zip", cx.today()),
        media_type: "application/zip".into(),
        content,
    };
    ask(PlatformOperation::HandOver(file), move |output| {
        AppSignal::YourData(Signal::Copied(counts, output))
    })
}
