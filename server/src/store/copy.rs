//! Copying all that one store keeps into another, whatever both are made of:
//! what backups, restores and moves have in common.

use ring::digest::{SHA256, digest};

use super::{Entry, LogId, Reads, StoreError, TableId};

/// Rows, and bytes of entries, that are read at once.
const ROWS: usize = 1000;
const BYTES: usize = 4 * 1024 * 1024;

/// Something empty that is being filled, whole or not at all: before it is
/// finished there is nothing there for anybody else.
pub trait Fill {
    /// Keeps a row.
    ///
    /// # Errors
    /// [`StoreError`].
    fn put(&mut self, table: TableId, key: Vec<u8>, row: Vec<u8>) -> Result<(), StoreError>;

    /// Keeps an entry of a log.
    ///
    /// # Errors
    /// [`StoreError`].
    fn append(&mut self, log: LogId, entry: Entry) -> Result<(), StoreError>;

    /// Looks at what is there so far.
    ///
    /// # Errors
    /// What `look` says; [`StoreError`].
    fn look(
        &mut self,
        look: &mut dyn FnMut(&dyn Reads) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// Lets it be there, durably.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing is there.
    fn finish(self: Box<Self>) -> Result<(), StoreError>;
}

/// What was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Rows.
    pub rows: u64,
    /// Entries of logs.
    pub entries: u64,
    /// The sum of the hashes of all of them: the same for the same rows and
    /// entries, in whatever order they came.
    pub sum: u128,
}

impl Count {
    fn row(&mut self, table: TableId, key: &[u8], row: &[u8]) {
        self.rows += 1;
        self.add(&[&[table as u8], &length(key), key, row]);
    }

    fn entry(&mut self, log: LogId, entry: &Entry) {
        self.entries += 1;
        self.add(&[&[0], &log.0.to_be_bytes(), &entry.place.to_be_bytes(), &entry.body]);
    }

    fn add(&mut self, parts: &[&[u8]]) {
        let hash = digest(&SHA256, &parts.concat());
        let first: [u8; 16] = hash.as_ref().first_chunk().copied().unwrap_or_default();
        self.sum = self.sum.wrapping_add(u128::from_be_bytes(first));
    }
}

fn length(key: &[u8]) -> [u8; 8] {
    (key.len() as u64).to_be_bytes()
}

/// What is walked over.
#[derive(Debug)]
pub enum Item<'a> {
    /// A row.
    Row(TableId, &'a [u8], &'a [u8]),
    /// An entry of a log; those of one log come one after the other.
    Entry(LogId, &'a Entry),
}

/// Walks over everything.
///
/// # Errors
/// What `visit` says; [`StoreError`].
pub fn walk(
    reads: &dyn Reads,
    visit: &mut dyn FnMut(Item<'_>) -> Result<(), StoreError>,
) -> Result<Count, StoreError> {
    let mut count = Count::default();
    for table in TableId::ALL {
        let mut after: Option<Vec<u8>> = None;
        loop {
            let rows = reads.rows_after(table, after.as_deref(), ROWS)?;
            for (key, row) in &rows {
                count.row(table, key, row);
                visit(Item::Row(table, key, row))?;
            }
            match rows.into_iter().last() {
                Some((key, _)) => after = Some(key),
                None => break,
            }
        }
    }
    let mut after = None;
    loop {
        let entries = reads.all_entries(after, BYTES)?;
        for (log, entry) in &entries {
            count.entry(*log, entry);
            visit(Item::Entry(*log, entry))?;
        }
        match entries.last() {
            Some((log, entry)) => after = Some((*log, entry.place)),
            None => return Ok(count),
        }
    }
}

/// Copies everything as it is.
///
/// # Errors
/// [`StoreError`].
pub fn copy(
    from: &dyn Reads,
    to: &mut dyn Fill,
    progress: &mut dyn FnMut(Count),
) -> Result<Count, StoreError> {
    copy_changed(from, to, &mut |_, _, row| Ok(row.to_vec()), progress)
}

/// What becomes of a row that is copied: of its table, with its key.
pub type Change<'a> = dyn FnMut(TableId, &[u8], &[u8]) -> Result<Vec<u8>, StoreError> + 'a;

/// Copies everything, each row as `change` makes it.
///
/// # Errors
/// What `change` says; [`StoreError`].
pub fn copy_changed(
    from: &dyn Reads,
    to: &mut dyn Fill,
    change: &mut Change<'_>,
    progress: &mut dyn FnMut(Count),
) -> Result<Count, StoreError> {
    let mut done = Count::default();
    walk(from, &mut |item| {
        match item {
            Item::Row(table, key, row) => {
                let row = change(table, key, row)?;
                done.row(table, key, &row);
                to.put(table, key.to_vec(), row)?;
            }
            Item::Entry(log, entry) => {
                done.entry(log, entry);
                to.append(log, entry.clone())?;
            }
        }
        if (done.rows + done.entries).is_multiple_of(100_000) {
            progress(done);
        }
        Ok(())
    })?;
    Ok(done)
}
