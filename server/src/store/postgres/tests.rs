//! What only a database that several servers share can show.
//!
//! They need a PostgreSQL, whose address is in `WHAT_MATTERS_POSTGRES`:
//! `scripts/with-postgres cargo test -p server` gives one, as `make test` does.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::channel;

use postgres::{Client, NoTls};

use super::*;
use crate::store::{Keep, LogId, Reads, StoreError, TableId, Writes, conformance};

mod holes;
mod standby;

/// A database of one test.
pub(crate) struct Database {
    server: String,
    name: String,
}

impl Database {
    /// None where there is no server: said loudly, for then nothing is tested.
    pub(crate) fn new() -> Option<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let Ok(server) = std::env::var("WHAT_MATTERS_POSTGRES") else {
            eprintln!(
                "\n*** NOT TESTED: WHAT_MATTERS_POSTGRES is not set. Use scripts/with-postgres. ***\n"
            );
            return None;
        };
        let name = format!("t{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
        let database = Self { server, name };
        database.server(&format!("CREATE DATABASE {}", database.name));
        Some(database)
    }

    /// On a thread of its own: a test may run in a runtime, and the client has
    /// one too.
    fn server(&self, sql: &str) {
        std::thread::scope(|threads| {
            let doing = threads.spawn(|| {
                let mut client = Client::connect(&self.server, NoTls)?;
                client.batch_execute(sql)
            });
            doing.join().unwrap().unwrap();
        });
    }

    pub(crate) fn options(&self) -> PostgresOptions {
        let url = format!("{} dbname={}", self.server, self.name);
        PostgresOptions { url, authority: None }
    }

    pub(crate) fn open(&self) -> PostgresStore {
        PostgresStore::open(&self.options()).unwrap()
    }

    fn client(&self) -> Client {
        Client::connect(&self.options().url, NoTls).unwrap()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // Of a test that failed, it says no more than the test did.
        if !std::thread::panicking() {
            self.server(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        }
    }
}

/// Does it, and waits for what becomes of it.
pub(super) fn act(
    store: &PostgresStore,
    turn: Turn,
    run: impl FnOnce(&mut dyn Writes) -> Result<(), StoreError> + Send + 'static,
) -> Result<(), StoreError> {
    let (tell, told) = channel();
    let (say, said) = channel();
    store.write(Act {
        turn,
        run: Box::new(move |tables| {
            let outcome = run(tables);
            let keep = if outcome.is_ok() { Keep::Yes } else { Keep::No };
            say.send(outcome).unwrap();
            keep
        }),
        done: Box::new(move |outcome| tell.send(outcome).unwrap()),
    })?;
    told.recv().unwrap()?;
    said.recv().unwrap()
}

pub(super) fn look<T: Send + 'static>(
    store: &PostgresStore,
    run: impl FnOnce(&dyn Reads) -> T + Send + 'static,
) -> T {
    let (tell, told) = channel();
    store.read(Box::new(move |tables| tell.send(tables.map(run)).unwrap())).unwrap();
    told.recv().unwrap().unwrap()
}

pub(super) fn put(store: &PostgresStore, key: &'static [u8]) -> Result<(), StoreError> {
    act(store, Turn::Whole, move |tables| tables.put(TableId::Meta, key, b"row"))
}

fn has(store: &PostgresStore, key: &'static [u8]) -> bool {
    look(store, move |tables| tables.get(TableId::Meta, key).unwrap().is_some())
}

#[test]
fn keeps_what_a_store_keeps() {
    let Some(_) = Database::new() else { return };
    let databases = std::cell::RefCell::new(Vec::new());
    conformance::run(&|| {
        let database = Database::new().unwrap();
        let store = database.open();
        databases.borrow_mut().push(database);
        store
    });
    let Some(database) = Database::new() else { return };
    conformance::run_with_others(&database.open(), &database.open());
}

#[test]
fn tables_of_a_newer_version_are_refused_and_left_as_they_are() {
    let Some(database) = Database::new() else { return };
    drop(database.open());
    let mut client = database.client();
    client.batch_execute("UPDATE what_matters.format SET version = 3").unwrap();
    let newer = StoreError::Newer { found: 3, known: 2 };
    assert_eq!(PostgresStore::open(&database.options()).unwrap_err(), newer);
    assert_eq!(PostgresFill::begin(&database.options()).unwrap_err(), newer);
    assert_eq!(PostgresStore::look_at(&database.options(), |_| Ok(())), Err(newer));
    let rows = client.query("SELECT FROM what_matters.rows", &[]).unwrap();
    assert!(rows.is_empty());
}

#[test]
fn servers_may_start_together_on_an_empty_database() {
    let Some(database) = Database::new() else { return };
    let options = database.options();
    assert_eq!(
        PostgresStore::look_at(&options, |_| Ok(())),
        Err(StoreError::Missing),
        "to look makes nothing"
    );
    let starting: Vec<_> = (0..4)
        .map(|_| {
            let options = options.clone();
            std::thread::spawn(move || PostgresStore::open(&options).map(drop))
        })
        .collect();
    for started in starting {
        assert_eq!(started.join().unwrap(), Ok(()));
    }
}

#[test]
fn a_lost_connection_loses_only_what_was_not_told_done() {
    let Some(database) = Database::new() else { return };
    let store = database.open();
    put(&store, b"before").unwrap();
    assert!(has(&store, b"before"));
    let end_all = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                   WHERE application_name = 'what-matters' AND datname = current_database()";
    database.client().batch_execute(end_all).unwrap();
    // Between acts it is not even noticed, whatever the thread.
    for key in [b"a", b"b", b"c", b"d"] {
        assert_eq!(
            act(&store, Turn::Of(key.to_vec()), |tables| tables.put(TableId::Meta, key, b"")),
            Ok(())
        );
    }
    assert!(has(&store, b"before") && has(&store, b"a"));
    // In the middle of an act it is told, and nothing of it is there.
    let mut client = database.client();
    let ended = act(&store, Turn::Whole, move |tables| {
        tables.put(TableId::Meta, b"half", b"")?;
        client.batch_execute(end_all).unwrap();
        tables.get(TableId::Meta, b"other").map(drop)
    });
    assert!(matches!(ended, Err(StoreError::Failed(_))), "{ended:?}");
    assert!(!has(&store, b"half"));
    put(&store, b"after").unwrap();
    assert!(has(&store, b"after"));
}

#[test]
fn an_act_that_goes_on_after_an_error_is_not_kept() {
    let Some(database) = Database::new() else { return };
    let store = database.open();
    let careless = act(&store, Turn::Whole, |tables| {
        tables.put(TableId::Meta, b"a", b"")?;
        // No place of a log is so far; whatever the error, it is not heeded.
        let _ = tables.entry(LogId(1), u64::MAX);
        tables.put(TableId::Meta, b"b", b"")
    });
    assert_eq!(careless, Ok(()), "what never reached the database did no harm");
    database.client().batch_execute("ALTER TABLE what_matters.entries RENAME TO gone").unwrap();
    let careless = act(&store, Turn::Whole, |tables| {
        tables.put(TableId::Meta, b"c", b"")?;
        let _ = tables.entry(LogId(1), 1);
        Ok(())
    });
    assert!(matches!(careless, Err(StoreError::Failed(_))), "{careless:?}");
    database.client().batch_execute("ALTER TABLE what_matters.gone RENAME TO entries").unwrap();
    assert!(has(&store, b"b") && !has(&store, b"c"));
}

#[test]
fn words_reach_the_other_servers_and_nobody_else() {
    let Some(database) = Database::new() else { return };
    let (one, other) = (database.open(), database.open());
    let (tell, told) = channel();
    let mine = tell.clone();
    one.listen(Box::new(move |word| mine.send((1, word.to_vec())).unwrap()));
    other.listen(Box::new(move |word| tell.send((2, word.to_vec())).unwrap()));
    // The other one may not listen yet: a word may be lost, and is said again.
    let heard = loop {
        one.tell(b"new");
        if let Ok(heard) = told.recv_timeout(Duration::from_millis(100)) {
            break heard;
        }
    };
    assert_eq!(heard, (2, b"new".to_vec()));
    for number in 0..2000_u32 {
        one.tell(&number.to_be_bytes());
    }
    let mut numbers: Vec<u32> = Vec::new();
    while !numbers.contains(&1999) {
        let (who, word) = told.recv().unwrap();
        assert_eq!(who, 2);
        numbers.extend(word.try_into().map(u32::from_be_bytes));
    }
    assert_eq!(numbers.len(), 2000, "none is lost while both are there");
}

#[test]
fn nothing_is_safe_without_a_standby() {
    let Some(database) = Database::new() else { return };
    assert!(!database.open().safe_now());
}

#[test]
fn an_address_is_read_or_refused_in_words() {
    let read = |url: &str| {
        Address::read(&PostgresOptions { url: url.to_owned(), authority: None })
            .map(drop)
            .map_err(|error| error.to_string())
    };
    assert_eq!(read("postgres:///care?host=/run/postgresql"), Ok(()));
    assert_eq!(read("host=/run/postgresql dbname=care"), Ok(()));
    assert_eq!(read("postgres://me:secret@db.example/care"), Ok(()));
    assert!(read("postgres:///care").unwrap_err().contains("names no host"));
    assert!(read("postgres://me:secret@db:x/care").unwrap_err().contains("cannot be read"));
}
