//! Pictures, sound and film: what a page says of each, how a picked file is kept, and
//! how bytes come to the page and go between devices. Every one has a text that says
//! the same; the text is the record, and stands wherever the rest cannot be shown.
//!
//! Where to start: [`Said`] for one of the record; [`pick`] for how it gets there;
//! [`show`] for what a page says; [`give`] for its way to the shell; [`travel`] for its
//! way to the server and back. What is on the device: [`crate::holding::apart`].
//! Why: `docs/decisions/0038`.

pub(crate) mod give;
pub(crate) mod pick;
pub(crate) mod show;
#[cfg(test)]
pub(crate) mod tests;
mod tidy;
pub(crate) mod travel;

use crux_core::render::render;
use record::kinds::{AboutMedia, DecisionMedia, MediaType};
use record::media::MediaHash;
use record::state::Entry;
use record::{EntryId, Kind, Scope};
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::effects::network::NetworkOutput;
use crate::effects::platform::{Handed, PlatformOutput};
use crate::effects::store::StoreOutput;
use crate::holding::Holding;
use crate::model::Cx;
use crate::screen::{Notice, NoticeTone};
use crate::words::say;

pub(crate) use tidy::{ask_again, keep, tidy};
pub use travel::{State, Trouble};

/// One of the record.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Said {
    /// The entry; none for what is no part of the record.
    pub(crate) id: Option<EntryId>,
    /// Whose consent it goes by.
    pub(crate) scope: Scope,
    pub(crate) hash: MediaHash,
    pub(crate) media: MediaType,
    pub(crate) bytes: u64,
    /// The text that says the same. Several where it was changed in two places.
    pub(crate) words: String,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Fetch it from the server.
    Fetch(MediaHash),
    /// Hand it over, for another app to open.
    Open(MediaHash),
}

/// What this feature tells itself.
#[derive(Debug)]
pub enum Signal {
    /// A part that is to be sent, from the store.
    Read(travel::At, StoreOutput),
    /// What came of sending a part; none where nobody is signed in.
    Sent(travel::At, Option<NetworkOutput>),
    /// What came of asking for a part.
    Fetched(travel::At, Option<NetworkOutput>),
    /// All of one that came is kept, or is not.
    Kept(travel::At, u64, StoreOutput),
    /// What came of having the server forget one.
    Forgot(travel::At, Option<NetworkOutput>),
    /// What lies here is not what its hash says.
    Damaged(travel::At),
    /// What became of one that was handed over.
    Handed(PlatformOutput),
    /// The store has kept something that no page waits for.
    Done,
}

/// Carries out a press.
pub(crate) fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Fetch(hash) => travel::want(hash, cx),
        Intent::Open(hash) => give::hand_over(hash, cx),
    }
}

/// Takes in a signal.
pub(crate) fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    match signal {
        Signal::Read(at, output) => travel::read(at, output, cx),
        Signal::Sent(at, output) => travel::sent(at, output, cx),
        Signal::Fetched(at, output) => travel::fetched(at, output, cx),
        Signal::Kept(at, bytes, output) => travel::kept(at, bytes, &output, cx),
        Signal::Forgot(at, output) => travel::forgot(at, output.as_ref(), cx),
        Signal::Damaged(at) => travel::damaged(at, cx),
        Signal::Handed(output) => {
            if output != PlatformOutput::HandOver(Handed::Saved)
                && output != PlatformOutput::HandOver(Handed::Cancelled)
            {
                let title = say!(cx.words, "media-not-opened");
                cx.open.notice = Some(Notice::new(NoticeTone::Problem, title));
            }
            render()
        }
        Signal::Done => Cmd::done(),
    }
}

impl Said {
    fn of<K: Kind>(entry: &Entry<K>, of: impl Fn(&K) -> (MediaHash, MediaType, u64, &str)) -> Self {
        let (hash, media, bytes, words) = of(&entry.value);
        let mut all = vec![words];
        for (_, value) in entry.conflicts.iter().flat_map(|conflict| &conflict.values) {
            let (.., words) = of(value);
            if !all.contains(&words) {
                all.push(words);
            }
        }
        let words = all.join("\n");
        Self { id: Some(entry.id), scope: entry.id.scope, hash, media, bytes, words }
    }

    pub(crate) fn about(entry: &Entry<AboutMedia>) -> Self {
        Self::of(entry, |value| (value.hash, value.media, value.bytes, &value.words))
    }

    pub(crate) fn decision(entry: &Entry<DecisionMedia>) -> Self {
        Self::of(entry, |value| (value.hash, value.media, value.bytes, &value.words))
    }

    /// The name of its file in a copy, which says nothing of what is in it.
    pub(crate) fn file(&self) -> String {
        file(self.hash, self.media)
    }
}

/// The name of a file in a copy, which says nothing of what is in it.
pub(crate) fn file(hash: MediaHash, media: MediaType) -> String {
    let hex = hash.hex();
    format!("media/{}.{}", hex.get(..16).unwrap_or(&hex), media.ending())
}

/// All that stand in a record.
pub(crate) fn all(holding: &Holding) -> Vec<Said> {
    let about = holding.record.current::<AboutMedia>().map(|entry| Said::about(&entry));
    let decisions = holding.record.current::<DecisionMedia>().map(|entry| Said::decision(&entry));
    about.chain(decisions).collect()
}

/// One of a record, or a recording that is on this device alone.
pub(crate) fn find(holding: &Holding, hash: MediaHash) -> Option<Said> {
    let found = all(holding).into_iter().find(|said| said.hash == hash);
    found.or_else(|| {
        let recording = holding.apart.recording(hash)?;
        Some(Said {
            id: None,
            scope: Scope::Decisions,
            hash,
            media: recording.media(),
            bytes: recording.bytes,
            words: recording.words.clone(),
        })
    })
}
