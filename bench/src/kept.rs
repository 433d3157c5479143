//! A life as a device keeps it: the rows and values that the app itself would
//! have written, in a sealed store in a directory.

use std::error::Error;
use std::path::Path;

use device::store::Memory;
use device::{Config, SealingKey, Storage};
use record::block::{self, SIGNATURE};
use record::rest;
use record::stream::Placed;
use record::sync::{Side, WriterCard};
use record::{Member, RecordId, Scope, Scopes, Writer};
use shared::effects::store::{StoreOperation, StoreOutput, Write};
use shared::holding::slot::{self, Area};
use shared::holding::{About, Holding, RecordSide};
use shared::opening::RECORDS;

use crate::life::{Draft, PERSON};

/// 1 January 2027: all of it has arrived.
const ARRIVED: i64 = 1_798_761_600_000;
const INDEX: u32 = 1;

pub(crate) fn key() -> SealingKey {
    SealingKey::new([7; 32])
}

pub(crate) fn config(directory: &Path) -> Config {
    Config { storage: Storage::Directory(directory.to_owned()), key: key(), server: None }
}

/// Whether the server has said that a backup holds what it has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Backup {
    /// It has, whenever there were enough rows to pack.
    Yes,
    /// It never has: every block keeps its signature.
    No,
}

/// Rows of a stream: each by the number of its first operation.
type Rows = Vec<(u64, Vec<u8>)>;

/// How many rows of a stream lie loose before the app packs them.
const LOOSE: usize = 64;

/// Keeps these as what the server has: each in a row of its own as it came, and
/// packed as the app does it.
pub(crate) fn keep(
    directory: &Path,
    drafts: &[Draft],
    backup: Backup,
) -> Result<(), Box<dyn Error>> {
    let mut streams: Vec<(Scope, usize, Rows)> = Vec::new();
    for (scope, placed) in Streams::default().place(drafts) {
        let at = streams.iter().position(|(known, ..)| *known == scope).unwrap_or_else(|| {
            streams.push((scope, 0, Vec::new()));
            streams.len() - 1
        });
        let (_, loose, rows) = &mut streams[at];
        let mut body = Vec::new();
        placed.put(&mut body);
        rows.push((placed.first, body));
        *loose += 1;
        if backup == Backup::Yes && *loose > LOOSE {
            *loose = 0;
            pack(scope, rows)?;
        }
    }
    let rows = streams.into_iter().flat_map(|(scope, _, rows)| {
        rows.into_iter().map(move |(first, body)| append(Area::Stream, scope, first, body))
    });
    commit(directory, rows.collect())
}

/// As the app packs, full rows left alone.
fn pack(scope: Scope, rows: &mut Rows) -> Result<(), Box<dyn Error>> {
    let bodies: Vec<(u64, &[u8])> =
        rows.iter().map(|(first, body)| (*first, body.as_slice())).collect();
    if let Some(packed) = rest::pack(scope, &bodies, i64::MAX)? {
        let (from, to) = packed.remove;
        rows.retain(|(first, _)| *first < from || *first > to);
        rows.extend(packed.rows);
        rows.sort_by_key(|(first, _)| *first);
    }
    Ok(())
}

/// Keeps these as the outbox of a device that syncs with nobody.
pub(crate) fn keep_unsent(directory: &Path, drafts: &[Draft]) -> Result<(), Box<dyn Error>> {
    let rows = drafts
        .iter()
        .map(|draft| {
            let first = block::header(&draft.bytes)?.first;
            Ok(append(Area::Outbox, draft.scope, u64::from(first), draft.bytes.clone()))
        })
        .collect::<Result<_, record::DecodeError>>()?;
    commit(directory, rows)
}

fn append(area: Area, scope: Scope, position: u64, body: Vec<u8>) -> Write {
    Write::Append { slot: slot::of(INDEX, area, scope), position, body }
}

fn commit(directory: &Path, mut writes: Vec<Write>) -> Result<(), Box<dyn Error>> {
    let about = About {
        record: Some(RecordId([1; 16])),
        writer: PERSON,
        member: Member::PERSON,
        side: RecordSide::Person,
        name: "Rosa".to_owned(),
        scopes: Scopes::ALL,
        ..About::default()
    };
    let card = |writer, member, name: &str, side| WriterCard {
        writer: Writer(writer),
        member: Member(member),
        name: name.to_owned(),
        role: String::new(),
        side,
        key: [0; 32],
    };
    let holding = Holding::new(INDEX, about.clone());
    writes.push(holding.keep_writers(&[
        card(2, 0, "Rosa", Side::Person),
        card(3, 1, "Ada", Side::Carer),
        card(4, 2, "Riverside nurses", Side::Team),
    ]));
    let records = serde_json::to_vec(&[(INDEX, about)])?;
    writes.push(Write::Put { key: RECORDS.to_owned(), body: records });
    let mut memory = Memory::new(Storage::Directory(directory.to_owned()), key());
    match memory.store(StoreOperation::Commit(writes)) {
        StoreOutput::Done => Ok(()),
        other => Err(format!("the store said {other:?}").into()),
    }
}

/// Where each stream has come to.
#[derive(Default)]
struct Streams(Vec<(Scope, u64)>);

impl Streams {
    fn place(mut self, drafts: &[Draft]) -> impl Iterator<Item = (Scope, Placed)> {
        drafts.iter().map(move |draft| {
            let at = self.0.iter().position(|(scope, _)| *scope == draft.scope);
            let at = at.unwrap_or_else(|| {
                self.0.push((draft.scope, 0));
                self.0.len() - 1
            });
            let last = &mut self.0[at].1;
            let placed = Placed {
                first: *last + 1,
                arrived: ARRIVED,
                block: block::sign(draft.bytes.clone(), &[0x5a; SIGNATURE]),
            };
            *last += draft.count as u64;
            (draft.scope, placed)
        })
    }
}

/// All files of a directory together, in kilobytes of 1,000 bytes.
pub(crate) fn kilobytes(directory: &Path) -> std::io::Result<f64> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(directory)? {
        bytes += entry?.metadata()?.len();
    }
    #[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
    Ok(bytes as f64 / 1e3)
}
