//! Filling an empty database, all in one transaction: a break leaves it empty.

use std::sync::Arc;

use super::changes::Changes;
use super::link::{Address, Link};
use super::tables::{Open, Statements};
use super::{PostgresOptions, PostgresStore, away, schema};
use crate::store::copy::Fill;
use crate::store::{Entry, LogId, Reads, StoreError, TableId};

/// How much is gathered before it is sent.
const TOGETHER: usize = 2 * 1024 * 1024;

/// A database that is being filled. Nobody else sees anything of it before
/// [`Fill::finish`].
///
/// It must not be used where an async runtime runs.
pub struct PostgresFill {
    link: Link,
    statements: Statements,
    gathered: Changes,
    size: usize,
}

impl std::fmt::Debug for PostgresFill {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PostgresFill")
    }
}

impl PostgresFill {
    /// Begins.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] where something is kept there already;
    /// [`StoreError`].
    pub fn begin(options: &PostgresOptions) -> Result<Self, StoreError> {
        let mut link = Address::read(options)?.connect()?;
        // A long silence while the source is read is no fault here.
        link.client.batch_execute("SET idle_in_transaction_session_timeout = 0; BEGIN")?;
        schema::make(&mut link)?;
        link.client.batch_execute(
            "LOCK TABLE what_matters.rows, what_matters.entries IN SHARE ROW EXCLUSIVE MODE",
        )?;
        if !schema::is_empty(&mut link)? {
            return Err(StoreError::NotEmpty);
        }
        let statements = Statements::prepare(&mut link)?;
        Ok(Self { link, statements, gathered: Changes::default(), size: 0 })
    }

    fn send(&mut self) -> Result<(), StoreError> {
        self.size = 0;
        std::mem::take(&mut self.gathered).write(&mut self.link)
    }

    fn grown(&mut self, size: usize) -> Result<(), StoreError> {
        self.size += size;
        if self.size > TOGETHER { self.send() } else { Ok(()) }
    }
}

impl Fill for PostgresFill {
    fn put(&mut self, table: TableId, key: Vec<u8>, row: Vec<u8>) -> Result<(), StoreError> {
        let size = key.len() + row.len();
        self.gathered.put(table, key, row);
        self.grown(size)
    }

    fn append(&mut self, log: LogId, entry: Entry) -> Result<(), StoreError> {
        let size = entry.body.len();
        self.gathered.append(log, entry);
        self.grown(size)
    }

    fn look(
        &mut self,
        look: &mut dyn FnMut(&dyn Reads) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.send()?;
        let open = Open::new(&mut self.link, &self.statements);
        look(&open)?;
        open.outcome()
    }

    fn finish(mut self: Box<Self>) -> Result<(), StoreError> {
        self.send()?;
        self.link.commit()
    }
}

impl PostgresStore {
    /// Looks at a database for as long as it takes, beside its servers; makes
    /// nothing.
    ///
    /// # Errors
    /// What `look` says; [`StoreError::Missing`] where there are no tables.
    pub fn look_at<T: Send + 'static>(
        options: &PostgresOptions,
        look: impl FnOnce(&dyn Reads) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let address = Arc::new(Address::read(options)?);
        away(&address, |address| {
            let mut link = address.connect()?;
            schema::check(&mut link)?;
            link.client.batch_execute(
                "SET idle_in_transaction_session_timeout = 0;
                 BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            )?;
            let statements = Statements::prepare(&mut link)?;
            look(&Open::new(&mut link, &statements))
        })
    }
}
