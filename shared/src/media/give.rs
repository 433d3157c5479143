//! From the store to the shell: part by part to a page that shows it, or whole to
//! another app.

use record::media::{Hashing, MediaHash, PART, parts};

use super::travel::{self, At};
use super::{Said, Signal, find};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::{ask, run};
use crate::effects::platform::{
    MediaChunk, MediaShown, OutgoingFile, PlatformOperation, PlatformOutput,
};
use crate::effects::store::{StoreOperation, StoreOutput};
use crate::holding::Holding;
use crate::holding::apart;
use crate::model::Cx;

/// A page shows one, and the shell wants its bytes. One that is not here and can be
/// fetched is fetched.
pub(crate) fn asked(id: &str, cx: &mut Cx<'_>) -> Cmd {
    let Some(hash) = MediaHash::from_hex(id) else { return Cmd::done() };
    let Some(holding) = cx.open.holding() else { return Cmd::done() };
    let Some(said) = find(holding, hash) else { return Cmd::done() };
    match source(holding, &said) {
        Some(source) => show(&said, source),
        None => travel::want(hash, cx),
    }
}

/// Where bytes that are here come from.
enum Source {
    Memory(Vec<u8>),
    Slot(At, u64),
}

fn source(holding: &Holding, said: &Said) -> Option<Source> {
    let looked = holding.apart.looked.iter().find(|(hash, _)| *hash == said.hash);
    if let Some((_, bytes)) = looked {
        return Some(Source::Memory(bytes.clone()));
    }
    let held = holding.apart.find(said.scope, said.hash);
    let here = held.is_some_and(|held| held.state != apart::HeldState::Leaving)
        || said.id.is_none() && holding.apart.recording(said.hash).is_some();
    let at = At { index: holding.index, scope: said.scope, hash: said.hash };
    here.then(|| Source::Slot(at, apart::slot(holding.index, said.scope, said.hash)))
}

fn show(said: &Said, source: Source) -> Cmd {
    let (hash, bytes, media_type) = (said.hash, said.bytes, said.media.name());
    run(move |ctx| async move {
        let mut hashing = Hashing::default();
        let last = parts(bytes).saturating_sub(1);
        for part in 0..=last {
            let content = match &source {
                Source::Memory(bytes) => bytes.chunks(PART).nth(part as usize).map(<[u8]>::to_vec),
                Source::Slot(_, slot) => {
                    let position = u64::from(part);
                    let row = StoreOperation::Row { slot: *slot, position };
                    match ctx.request_from_shell(row).await {
                        StoreOutput::Rows(rows) => rows.into_iter().next().map(|row| row.body),
                        // The store is away for now: what lies in it may be whole.
                        _ => return,
                    }
                }
            };
            let content = content.unwrap_or_default();
            hashing.take(&content);
            let wrong = part == last && std::mem::take(&mut hashing).finish() != hash;
            if content.is_empty() || wrong {
                if let Source::Slot(at, _) = &source {
                    ctx.send_event(AppSignal::Media(Signal::Damaged(*at)));
                }
                return;
            }
            let chunk = MediaChunk {
                id: hash.hex(),
                media_type: media_type.into(),
                bytes,
                offset: u64::from(part) * PART as u64,
                content,
            };
            let told = ctx.request_from_shell(PlatformOperation::Media(chunk)).await;
            if told != PlatformOutput::Media(MediaShown::Taken) {
                return;
            }
        }
    })
}

/// Hands it over whole, for another app to open.
pub(super) fn hand_over(hash: MediaHash, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Cmd::done() };
    let Some(said) = find(holding, hash) else { return Cmd::done() };
    let Some(source) = source(holding, &said) else { return travel::want(hash, cx) };
    let file = |content| OutgoingFile {
        name: format!("{}.{}", name(said.media), said.media.ending()),
        media_type: said.media.name().into(),
        content,
    };
    match source {
        Source::Memory(bytes) => {
            let file = PlatformOperation::HandOver(file(bytes));
            ask(file, |output| AppSignal::Media(Signal::Handed(output)))
        }
        Source::Slot(at, slot) => {
            let empty = file(Vec::new());
            run(move |ctx| async move {
                let content = match ctx.request_from_shell(StoreOperation::Rows { slot }).await {
                    StoreOutput::Rows(rows) => joined(rows.into_iter().map(|row| row.body)),
                    _ => return,
                };
                if MediaHash::of(&content) != at.hash {
                    ctx.send_event(AppSignal::Media(Signal::Damaged(at)));
                    return;
                }
                let file = PlatformOperation::HandOver(OutgoingFile { content, ..empty });
                let output = ctx.request_from_shell(file).await;
                ctx.send_event(AppSignal::Media(Signal::Handed(output)));
            })
        }
    }
}

/// A name that says nothing of what is in it.
fn name(media: record::media::MediaType) -> &'static str {
    match media.sort() {
        Some(record::media::Sort::Picture) => "picture",
        Some(record::media::Sort::Sound) => "sound",
        Some(record::media::Sort::Film) => "film",
        None => "file",
    }
}

/// Parts as one.
pub(crate) fn joined(parts: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    parts.fold(Vec::new(), |mut all, mut part| {
        all.append(&mut part);
        all
    })
}
