//! Checking all that is kept: every row opens, every stream is whole.

use std::collections::BTreeMap;
use std::sync::Arc;

use record::block;
use record::stream::{Head, Placed};
use record::{RecordId, Scope, Writer};

use super::{Place, Say, UpkeepError};
use crate::keys::{DataKey, Keys, verify as signed};
use crate::store::copy::{Count, Item, walk};
use crate::store::tables::{Key, ReadKey, Records, Streams, Table, Writers, open_row, opens};
use crate::store::{Entry, LogId, Reads, StoreError, TableId};
use crate::sync::{self, Opener, StreamRow};

/// The most faults that are told one by one.
const TOLD: usize = 100;

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How much there is.
    pub count: Count,
    /// Streams.
    pub streams: u64,
    /// Blocks, in segments or not, and those that were set aside.
    pub blocks: u64,
    /// Segments that old blocks are gathered in.
    pub segments: u64,
    /// Operations in them.
    pub operations: u64,
    /// The latest arrival, in milliseconds since 1970; 0 for none.
    pub latest: i64,
    /// How many things are wrong.
    pub wrong: u64,
    /// What is wrong and where, the first of them: never what anybody wrote.
    pub faults: Vec<String>,
}

impl Report {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.wrong == 0
    }

    /// In one sentence.
    #[must_use]
    pub fn summary(&self) -> String {
        let what = format!(
            "{} rows and {} streams with {} blocks and {} operations",
            self.count.rows, self.streams, self.blocks, self.operations
        );
        if self.is_whole() {
            format!("{what} were checked, and all of it is whole.")
        } else {
            format!("{what} were checked, and {} things are wrong.", self.wrong)
        }
    }

    fn fault(&mut self, fault: String) {
        self.wrong += 1;
        if self.faults.len() < TOLD {
            self.faults.push(fault);
        }
    }
}

/// A stream, as its row says that it is.
struct Known {
    record: RecordId,
    scope: Scope,
    row: StreamRow,
}

impl Known {
    fn name(&self) -> String {
        format!("stream {:?} of record {}", self.scope, hex(&self.record.0))
    }
}

/// Blocks that were set aside for a record's person.
struct Aside {
    record: RecordId,
    count: u64,
    /// How far they were walked.
    last: u64,
    broken: bool,
}

/// A stream, as far as its blocks were walked.
#[derive(Default)]
struct Walked {
    head: Head,
    arrived: i64,
    counters: BTreeMap<Writer, u32>,
    /// A fault in it was told, and what follows from it is not.
    broken: bool,
}

/// Opens every row and walks every stream: computes each hash anew, counts each
/// writer's operations, and looks at every signature.
///
/// # Errors
/// Where it cannot be read at all. What is wrong in what is read is in the
/// report.
pub fn verify(reads: &dyn Reads, keys: &Keys, say: &Say) -> Result<Report, StoreError> {
    let mut check = Check {
        reads,
        keys,
        report: Report::default(),
        streams: BTreeMap::new(),
        aside: BTreeMap::new(),
        at: None,
        record: None,
    };
    let mut seen = 0_u64;
    let count = walk(reads, &mut |item| {
        seen += 1;
        if seen.is_multiple_of(250_000) {
            say(&format!("{seen} rows and blocks checked"));
        }
        match item {
            Item::Row(table, key, row) => check.row(table, key, row),
            Item::Entry(log, entry) => check.entry(log, entry)?,
        }
        Ok(())
    })?;
    check.end_of_log();
    // Those that no block was found of.
    for known in std::mem::take(&mut check.streams).into_values() {
        if known.row.head() != Head::default() {
            check.report.fault(format!("{}: all its blocks are missing", known.name()));
        }
    }
    for aside in std::mem::take(&mut check.aside).into_values() {
        if aside.last != aside.count && !aside.broken {
            let (record, last, count) = (hex(&aside.record.0), aside.last, aside.count);
            check.report.fault(format!(
                "what was set aside for record {record} ends at {last}, and should at {count}"
            ));
        }
    }
    check.report.count = count;
    Ok(check.report)
}

/// The same for a place, beside a server that uses it.
///
/// # Errors
/// [`UpkeepError`] where it cannot be read at all.
pub fn check(place: &Place, keys: &Arc<Keys>, say: &Say) -> Result<Report, UpkeepError> {
    let (keys, say) = (Arc::clone(keys), say.clone());
    place.look(move |reads| verify(reads, &keys, &say)).map_err(UpkeepError::store(place))
}

/// A record, the key of its blocks where it opens, and the keys of its writers.
type Keyed = (RecordId, Option<DataKey>, BTreeMap<Writer, [u8; 32]>);

struct Check<'a> {
    reads: &'a dyn Reads,
    keys: &'a Keys,
    report: Report,
    /// The streams whose blocks were not met yet.
    streams: BTreeMap<LogId, Known>,
    /// What was set aside, by log.
    aside: BTreeMap<LogId, Aside>,
    /// The log that is being walked, its stream if it has one, and how far.
    at: Option<(LogId, Option<Known>, Walked)>,
    /// The record of the stream that is being walked.
    record: Option<Keyed>,
}

impl Check<'_> {
    fn row(&mut self, table: TableId, key: &[u8], row: &[u8]) {
        if opens(table, self.keys, key, row.to_vec()).is_err() {
            let fault = format!("row {} of {table:?} does not open", hex(key));
            self.report.fault(fault);
            return;
        }
        if table == TableId::Records
            && let Some(record) = RecordId::read(key)
            && let Ok(row) = open_row::<Records>(self.keys, key, row.to_vec())
            && let Some((log, count)) = row.set_aside
        {
            self.aside.insert(log, Aside { record, count, last: 0, broken: false });
        }
        if table != TableId::Streams {
            return;
        }
        let known = <(RecordId, Scope)>::read(key)
            .zip(open_row::<Streams>(self.keys, key, row.to_vec()).ok());
        let Some(((record, scope), row)) = known else {
            self.report.fault(format!("row {} of {table:?} names no stream", hex(key)));
            return;
        };
        self.report.streams += 1;
        let known = Known { record, scope, row };
        let name = known.name();
        if self.streams.insert(known.row.log, known).is_some() {
            self.report.fault(format!("{name}: another stream has the same log"));
        }
    }

    /// A block that was set aside.
    fn set_aside(&mut self, log: LogId, entry: &Entry) -> Result<(), StoreError> {
        let Some(record) = self.aside.get(&log).map(|aside| aside.record) else { return Ok(()) };
        self.meet(record)?;
        self.report.blocks += 1;
        let (Some(aside), Some((_, data_key, _))) = (self.aside.get_mut(&log), &self.record) else {
            return Ok(());
        };
        let opens = data_key.as_ref().is_some_and(|key| sync::aside::opens(key, record, entry));
        if !aside.broken && (!opens || entry.place != aside.last + 1) {
            aside.broken = true;
            let (record, place) = (hex(&record.0), entry.place);
            let fault = if opens { "comes out of turn" } else { "does not open" };
            self.report
                .fault(format!("what was set aside for record {record}: block {place} {fault}"));
        }
        aside.last = entry.place;
        Ok(())
    }

    fn entry(&mut self, log: LogId, entry: &Entry) -> Result<(), StoreError> {
        if self.aside.contains_key(&log) {
            return self.set_aside(log, entry);
        }
        if self.at.as_ref().is_none_or(|(at, ..)| *at != log) {
            self.end_of_log();
            let known = self.streams.remove(&log);
            if let Some(known) = &known {
                self.meet(known.record)?;
            } else {
                self.report.fault(format!("log {:016x} belongs to no stream", log.0));
            }
            self.at = Some((log, known, Walked::default()));
        }
        let Some((_, Some(known), walked)) = &mut self.at else { return Ok(()) };
        if walked.broken {
            return Ok(());
        }
        let Some((_, Some(data_key), writers)) = &self.record else {
            walked.broken = true;
            let fault = format!("{}: the key of its record does not open", known.name());
            self.report.fault(fault);
            return Ok(());
        };
        let opener = Opener::new(data_key.clone(), known.record, known.scope, &known.row);
        let is_segment = entry.place <= known.row.gathered();
        self.report.segments += u64::from(is_segment);
        let Ok(blocks) = opener.open(entry.clone()) else {
            walked.broken = true;
            let what = if is_segment { "segment up to" } else { "block at" };
            let fault = format!("{}, {what} {}: it does not open", known.name(), entry.place);
            self.report.fault(fault);
            return Ok(());
        };
        for (placed, head) in blocks {
            self.report.blocks += 1;
            self.report.operations += placed.count();
            self.report.latest = self.report.latest.max(placed.arrived);
            if let Some(fault) = walked.step(known, &placed, head, writers) {
                walked.broken = true;
                let place = format!("{}, block at {}", known.name(), head.sequence);
                self.report.fault(format!("{place}: {fault}"));
                return Ok(());
            }
        }
        Ok(())
    }

    /// Has the keys of a record at hand.
    fn meet(&mut self, record: RecordId) -> Result<(), StoreError> {
        if self.record.as_ref().is_some_and(|(known, ..)| *known == record) {
            return Ok(());
        }
        let data_key = self
            .reads
            .get(TableId::Records, &record.bytes())?
            .and_then(|row| open_row::<Records>(self.keys, &record.bytes(), row).ok())
            .and_then(|row| row.open_data_key(self.keys, record).ok());
        let mut writers = BTreeMap::new();
        for (key, row) in self.reads.list(TableId::Writers, &record.bytes())? {
            if let (Some((_, writer)), Ok(row)) =
                (<Writers as Table>::Key::read(&key), open_row::<Writers>(self.keys, &key, row))
            {
                writers.insert(writer, row.key);
            }
        }
        self.record = Some((record, data_key, writers));
        Ok(())
    }

    /// Holds what was walked against what the stream's row says.
    fn end_of_log(&mut self) {
        let Some((_, Some(known), walked)) = self.at.take() else { return };
        if walked.broken {
            return;
        }
        let name = known.name();
        let said = known.row.head();
        if said.sequence != walked.head.sequence {
            let (said, found) = (said.sequence, walked.head.sequence);
            self.report.fault(format!("{name}: it ends at {found}, and should at {said}"));
        } else if said.hash != walked.head.hash {
            self.report.fault(format!("{name}: its last hash is not what its row says"));
        }
        if known.row.gathered() > walked.head.sequence {
            self.report.fault(format!("{name}: its row knows of segments that are not there"));
        }
        let counters: BTreeMap<_, _> = known.row.counters().iter().copied().collect();
        if counters != walked.counters {
            self.report.fault(format!("{name}: its row counts its writers' operations otherwise"));
        }
        if known.row.arrived.0 < walked.arrived {
            self.report.fault(format!("{name}: its row is older than its last block"));
        }
    }
}

impl Walked {
    /// One block further. Says what is wrong.
    fn step(
        &mut self,
        known: &Known,
        placed: &Placed,
        said: Head,
        writers: &BTreeMap<Writer, [u8; 32]>,
    ) -> Option<String> {
        let expected = self.head.sequence + 1;
        if placed.first != expected {
            return Some(format!("it begins at {}, and should at {expected}", placed.first));
        }
        let head = self.head.after(placed);
        if head.hash != said.hash {
            return Some("its hash is not what it was".to_owned());
        }
        let Ok((draft, signature)) = block::unsigned(&placed.block) else {
            return Some("it cannot be read".to_owned());
        };
        let Ok(header) = block::header(draft) else {
            return Some("it cannot be read".to_owned());
        };
        if header.scope != known.scope {
            return Some("it belongs to another stream".to_owned());
        }
        let last = self.counters.get(&header.writer).copied().unwrap_or(0);
        if header.first != last + 1 {
            let (writer, first) = (header.writer.0, header.first);
            return Some(format!("writer {writer} goes on at {first}, and should at {}", last + 1));
        }
        // Who is not known any more cannot be asked.
        if let Some(key) = writers.get(&header.writer)
            && !signed(key, &block::signing_bytes(known.record, draft), signature)
        {
            return Some("its signature is not its writer's".to_owned());
        }
        self.counters.insert(header.writer, header.last());
        self.head = head;
        self.arrived = self.arrived.max(placed.arrived);
        None
    }
}

fn hex(bytes: &[u8]) -> String {
    crate::hex::write(bytes)
}
