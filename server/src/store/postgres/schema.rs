//! The tables: made where there are none, and left alone where a newer version
//! made them.

use super::link::Link;
use crate::store::StoreError;

/// The newest format this program knows. The second may have segments in it,
/// which a program of the first would take for damage; nothing else is otherwise.
const FORMAT: i32 = 2;

/// Taken while tables are made: two servers may start on one empty database.
const MAKING: i64 = 0x7768_6174_6d61_6b65;

/// `home` says where a row is at home: the first four bytes of its key. A
/// record's rows and the entries of its logs have one home, so that both can be
/// kept on one shard by it (docs/scaling-postgres.md).
///
/// Rows and bodies are sealed, and do not get smaller: nothing tries.
const CREATE: &str = "
    CREATE SCHEMA IF NOT EXISTS what_matters;
    CREATE TABLE what_matters.rows (
        home integer NOT NULL,
        tab smallint NOT NULL,
        key bytea NOT NULL,
        row bytea NOT NULL,
        PRIMARY KEY (tab, home, key)
    ) WITH (fillfactor = 80);
    CREATE TABLE what_matters.entries (
        home integer NOT NULL,
        log integer NOT NULL,
        place bigint NOT NULL,
        body bytea NOT NULL,
        PRIMARY KEY (home, log, place)
    );
    ALTER TABLE what_matters.rows ALTER COLUMN row SET STORAGE EXTERNAL;
    ALTER TABLE what_matters.entries ALTER COLUMN body SET STORAGE EXTERNAL;
    CREATE TABLE what_matters.beat (at timestamptz NOT NULL);
    INSERT INTO what_matters.beat VALUES (now());
    CREATE TABLE what_matters.format (version integer NOT NULL);
    INSERT INTO what_matters.format VALUES (2);
";

/// The format of the tables; 0 where there are none.
fn found(link: &mut Link) -> Result<i32, StoreError> {
    // Asked of the catalogue itself: `to_regclass` may answer from before a lock
    // was waited for.
    let there: bool = link
        .client
        .query_one(
            "SELECT EXISTS (
                 SELECT FROM pg_catalog.pg_class AS tables
                 JOIN pg_catalog.pg_namespace AS schemas ON schemas.oid = tables.relnamespace
                 WHERE schemas.nspname = 'what_matters' AND tables.relname = 'format'
             )",
            &[],
        )?
        .get(0);
    if !there {
        return Ok(0);
    }
    Ok(link
        .client
        .query_opt("SELECT version FROM what_matters.format", &[])?
        .map_or(0, |row| row.get(0)))
}

/// Looks at the tables, and makes them where there are none, within a
/// transaction that the caller began.
pub(super) fn make(link: &mut Link) -> Result<(), StoreError> {
    let version = found(link)?;
    if version > FORMAT {
        return Err(StoreError::Newer { found: i64::from(version), known: i64::from(FORMAT) });
    }
    if version == FORMAT {
        return Ok(());
    }
    link.client.execute("SELECT pg_advisory_xact_lock($1)", &[&MAKING])?;
    // Another server may have made them since.
    if found(link)? == 0 {
        link.client.batch_execute(CREATE)?;
    } else {
        link.client.execute("UPDATE what_matters.format SET version = $1", &[&FORMAT])?;
    }
    Ok(())
}

/// Looks at the tables, and makes nothing.
pub(super) fn check(link: &mut Link) -> Result<(), StoreError> {
    match found(link)? {
        0 => Err(StoreError::Missing),
        version if version > FORMAT => {
            Err(StoreError::Newer { found: i64::from(version), known: i64::from(FORMAT) })
        }
        _ => Ok(()),
    }
}

/// Whether nothing is kept: no tables, or nothing in them.
pub(super) fn is_empty(link: &mut Link) -> Result<bool, StoreError> {
    if found(link)? == 0 {
        return Ok(true);
    }
    let row = link.client.query_one(
        "SELECT EXISTS (SELECT FROM what_matters.rows) OR EXISTS (SELECT FROM what_matters.entries)",
        &[],
    )?;
    Ok(!row.get::<_, bool>(0))
}
