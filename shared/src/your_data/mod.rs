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
use record::media::MediaHash;
use serde::{Deserialize, Serialize};

use crate::app::{Cmd, Signal as AppSignal, after_saving};
use crate::command::{ask, run};
use crate::effects::platform::{Handed, OutgoingFile, PlatformOperation, PlatformOutput};
use crate::effects::store::{StoreOperation, StoreOutput};
use crate::holding::apart;
use crate::media::give::joined;
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
    /// What lies apart was read, each under its name; none where it could not be.
    Read(u32, Option<Vec<(String, Vec<u8>)>>),
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
        Signal::Read(index, large) => with_all(index, large, cx),
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
    let index = holding.index;
    let files: Vec<_> = copy::files(holding)
        .into_iter()
        .map(|(name, said)| (name, apart::slot(index, said.scope, said.hash), said.hash))
        .collect();
    if files.is_empty() {
        return with_all(index, Some(Vec::new()), cx);
    }
    run(move |ctx| async move {
        let mut all = Vec::new();
        for (name, slot, hash) in files {
            let rows = ctx.request_from_shell(StoreOperation::Rows { slot }).await;
            let StoreOutput::Rows(rows) = rows else { break };
            let content = joined(rows.into_iter().map(|row| row.body));
            if MediaHash::of(&content) != hash {
                let none = Signal::Read(index, None);
                ctx.send_event(AppSignal::YourData(none));
                return;
            }
            all.push((name, content));
        }
        ctx.send_event(AppSignal::YourData(Signal::Read(index, Some(all))));
    })
}

/// The same, with all that lies apart.
fn with_all(index: u32, large: Option<Vec<(String, Vec<u8>)>>, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding().filter(|holding| holding.index == index) else {
        return Command::done();
    };
    let Some(large) = large.filter(|all| all.len() == copy::files(holding).len()) else {
        let title = say!(cx.words, "copy-media-unread");
        cx.open.notice = Some(Notice::new(NoticeTone::Problem, title));
        return render();
    };
    let Ok((content, counts)) = copy::archive_with(holding, cx.words, cx.now, large) else {
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
