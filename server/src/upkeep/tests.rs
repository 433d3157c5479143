//! The tools over real files and a real PostgreSQL, with real blocks in them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use record::api::{AccountId, DeviceKey};
use record::block;
use record::kinds::{DiaryNote, DiaryTopic, Kind};
use record::op::{Act, Operation};
use record::time::{Happened, Hlc, Zone};
use record::{Member, OpId, RecordId, Scope, Scopes, Writer};
use ring::signature::{Ed25519KeyPair, KeyPair};

use super::*;
use crate::accounts::{AccountKind, AccountRow};
use crate::chance::{Chance, SystemChance};
use crate::clock::Moment;
use crate::http::{StartError, open_books, open_books_at};
use crate::keys::Keys;
use crate::records::{self, Role, Standing};
use crate::refused::Refused;
use crate::sessions::{Caller, SessionId};
use crate::store::books::{Books, Pen, Read};
use crate::store::tables::{Accounts, Records, Streams};
use crate::store::{PostgresOptions, TestDatabase};
use crate::sync::gather::Rule;
use crate::sync::{self, push};

const NOW: Moment = Moment(1_800_000_000_000);
const HOUR: i64 = 3_600_000;

/// Two people who write, in a data folder.
struct House {
    folder: tempfile::TempDir,
    books: Books,
    people: Vec<(RecordId, Writer)>,
    key: Ed25519KeyPair,
}

fn silent() -> Say {
    Arc::new(|_| ())
}

fn note(text: &str) -> Vec<u8> {
    DiaryNote { topic: DiaryTopic::Note, text: text.into(), amount: None, mood: None }
        .payload(Writer::ME)
}

fn enrol(books: &Books, account: AccountId, record: RecordId, device: DeviceKey) -> Writer {
    let caller = Caller {
        session: SessionId([0; 16]),
        account,
        kind: AccountKind::Person,
        device,
        until: NOW,
        opened: Vec::new(),
    };
    books
        .write_now(move |pen| {
            Ok::<_, Refused>(records::enrol(pen, &caller, &person(record))?.writer)
        })
        .unwrap()
}

fn person(record: RecordId) -> Standing {
    Standing {
        record,
        member: Member::PERSON,
        role: Role::Person,
        see: Scopes::ALL,
        add: Scopes::ALL,
        open: true,
    }
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let books = open_books(folder.path()).unwrap();
        Self::over(folder, books)
    }

    fn over(folder: tempfile::TempDir, books: Books) -> Self {
        let key = Ed25519KeyPair::from_seed_unchecked(&[9; 32]).unwrap();
        let device = DeviceKey(key.public_key().as_ref().try_into().unwrap());
        let mut house = Self { folder, books, people: Vec::new(), key };
        for number in 1..=2 {
            let account = AccountId([number; 16]);
            let password = r#"{"salt":"00000000000000000000000000000000","hash":"0000000000000000000000000000000000000000000000000000000000000000","cost":[8,1,1]}"#;
            let row = AccountRow {
                username: format!("sam{number}"),
                name: "Sam".into(),
                kind: AccountKind::Person,
                password: serde_json::from_str(password).unwrap(),
                made: NOW,
                passwords: 0,
                easy_read: None,
            };
            let record = house
                .books
                .write_now(move |pen| {
                    pen.put(Accounts, &account, &row)?;
                    records::create(pen, account, NOW)
                })
                .unwrap();
            let writer = enrol(&house.books, account, record, device);
            house.people.push((record, writer));
        }
        for person in 0..2 {
            for number in 0..5 {
                house.write(person, 1 + 2 * number, NOW);
            }
        }
        house
    }

    /// A block of two notes; says when it is said to have arrived.
    fn write(&self, person_number: usize, first: u32, now: Moment) -> i64 {
        let (record, writer) = self.people[person_number];
        let operations: Vec<Operation> = (first..first + 2)
            .map(|counter| Operation {
                id: OpId { writer, counter },
                act: Act::Create(DiaryNote::SPEC.id),
                happened: Happened { at: NOW.seconds(), zone: Zone::new("Europe/London") },
                recorded: Hlc::new(NOW.0 + i64::from(counter), 0),
                on_behalf: None,
                payload: note("Secret words"),
            })
            .collect();
        let draft = block::encode(Scope::Diary, writer, &operations).unwrap();
        let signature = self.key.sign(&block::signing_bytes(record, &draft));
        let block = block::sign(draft, signature.as_ref().try_into().unwrap());
        let key: [u8; 32] = self.key.public_key().as_ref().try_into().unwrap();
        let push::Judged::Good(checked) =
            push::check(&person(record), writer, &key, block).unwrap()
        else {
            panic!("it is good")
        };
        let taken = self
            .books
            .write_now(move |pen| {
                let now = pen.arrival(now)?;
                push::take(pen, &person(record), vec![checked], now)
            })
            .unwrap();
        taken.accepted[0].arrived
    }

    fn data(&self) -> &Path {
        self.folder.path()
    }

    fn place(&self) -> Place {
        Place::embedded(self.data())
    }

    fn backup(&self, name: &str, now: Moment) -> PathBuf {
        let to = self.data().join(name);
        let made = backup(&self.books, &self.place(), &to, now, &silent()).unwrap();
        assert!(made.report.is_whole());
        to
    }

    /// Spoils a file: by SQL, or one bit of what `flip TABLE.COLUMN BYTE WHERE …`
    /// names.
    fn spoil(file: &Path, how: &str) {
        let connection = rusqlite::Connection::open(file).unwrap();
        let Some(flip) = how.strip_prefix("flip ") else {
            assert!(connection.execute(how, []).unwrap() > 0, "{how}");
            return;
        };
        let [place, byte, filter] = flip.splitn(3, ' ').collect::<Vec<_>>().try_into().unwrap();
        let (table, column) = place.split_once('.').unwrap();
        let old: Vec<u8> = connection
            .query_row(&format!("SELECT {column} FROM {table} {filter} LIMIT 1"), [], |row| {
                row.get(0)
            })
            .unwrap();
        let mut new = old.clone();
        new[byte.parse::<usize>().unwrap()] ^= 1;
        let update = format!("UPDATE {table} SET {column} = ?1 WHERE {column} = ?2");
        assert_eq!(connection.execute(&update, [new, old]).unwrap(), 1);
    }
}

fn restore_to(
    data: &Path,
    from: &Path,
    keys: &Arc<Keys>,
    now: Moment,
) -> Result<Restored, UpkeepError> {
    let chance: Arc<dyn Chance> = Arc::new(SystemChance::default());
    restore(from, &Place::embedded(data), keys, &chance, now, &silent())
}

/// What is old enough by now, whatever little it is.
const RULE: Rule = Rule { older_than: 0, least: 1, full: 100_000 };

fn gather_now(books: &Books, rule: Rule) -> Gathered {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(gather(books, NOW, rule, std::time::Duration::ZERO)).unwrap()
}

/// All that is in the streams, whatever it lies in.
fn blocks(books: &Books) -> Vec<record::stream::Placed> {
    let read = |pen: &mut Pen<'_>| {
        let mut all = Vec::new();
        for ((record, scope), _) in pen.list(Streams, &())? {
            sync::walk(pen, record, scope, |placed| {
                all.push(placed);
                true
            })?;
        }
        Ok::<_, Refused>(all)
    };
    books.write_now(read).unwrap()
}

fn meta(books: &Books) -> crate::store::tables::MetaRow {
    books.write_now(|pen| Ok::<_, Refused>(pen.meta()?)).unwrap()
}

fn heads(books: &Books) -> Vec<record::stream::Head> {
    books
        .write_now(|pen| {
            Ok::<_, Refused>(
                pen.list(Streams, &())?.into_iter().map(|(_, row)| row.head()).collect(),
            )
        })
        .unwrap()
}

#[test]
fn a_backup_says_exactly_what_is_safe() {
    let house = House::new();
    assert_eq!(meta(&house.books).safe_before, 0);
    house.backup("one", Moment(NOW.0 + 10));
    assert_eq!(meta(&house.books).safe_before, NOW.0 + 10);
    // A clock that goes back does not make what came later look safe.
    assert_eq!(house.write(0, 11, Moment(NOW.0 - 5)), NOW.0 + 10);
    assert_eq!(house.write(0, 13, Moment(NOW.0 + 500)), NOW.0 + 500);
    assert_eq!(house.write(0, 15, NOW), NOW.0 + 500, "nor does a stream go back");
    // Nothing of a backup that fails is safe.
    let there = house.data().join("one");
    let again = backup(&house.books, &house.place(), &there, Moment(NOW.0 + 900), &silent());
    assert!(matches!(again, Err(UpkeepError::Taken(_))));
    assert_eq!(meta(&house.books).safe_before, NOW.0 + 10);
}

#[test]
fn a_restore_is_whole_begins_an_epoch_and_gives_no_number_twice() {
    let house = House::new();
    let file = house.backup("one", NOW);
    let kept = heads(&house.books);
    house.write(0, 11, NOW);
    let (record, writer) = house.people[0];

    let mut given = vec![writer];
    let mut epochs = vec![meta(&house.books).epoch];
    // Restored now, and again from the same file five hours later.
    for hours in [0, 5] {
        let folder = tempfile::tempdir().unwrap();
        let now = Moment(NOW.0 + hours * HOUR);
        let done = restore_to(folder.path(), &file, house.books.keys(), now).unwrap();
        assert_eq!(done.report.operations, 20);
        std::fs::copy(house.data().join("server.key"), folder.path().join("server.key")).unwrap();
        let books = open_books(folder.path()).unwrap();
        assert_eq!(heads(&books), kept);
        assert_eq!(meta(&books).epoch, done.epoch);
        assert_eq!(meta(&books).safe_before, NOW.0, "the backup holds it");
        epochs.push(done.epoch);
        // While devices heal it, no backup speaks for what comes back later.
        let later = |hours| Moment(now.0 + hours * HOUR);
        let place = Place::embedded(folder.path());
        let early = folder.path().join("early");
        let made = backup(&books, &place, &early, later(24), &silent()).unwrap();
        assert_eq!((made.before, meta(&books).safe_before), (NOW.0, NOW.0));
        let late = folder.path().join("late");
        let made = backup(&books, &place, &late, later(15 * 24), &silent()).unwrap();
        assert_eq!(made.before, later(15 * 24).0);
        let next = enrol(
            &books,
            AccountId([1; 16]),
            record,
            DeviceKey([u8::try_from(hours).unwrap(); 32]),
        );
        assert!(next.0 > writer.0 + 64);
        given.push(next);
    }
    // Drawn, and never that of a server which has lost nothing.
    assert!(epochs[1..].iter().all(|epoch| *epoch > 1), "{epochs:?}");
    epochs.sort_unstable();
    epochs.dedup();
    assert_eq!(epochs.len(), 3, "another each time");
    given.dedup();
    assert_eq!(given.len(), 3);

    let occupied = restore_to(house.data(), &file, house.books.keys(), NOW);
    assert!(matches!(occupied, Err(UpkeepError::Taken(_))));
    assert_eq!(meta(&house.books).epoch, 1);
}

#[test]
fn a_database_put_back_by_other_means_begins_an_epoch_too() {
    let house = House::new();
    let (record, _) = house.people[0];
    let before = house
        .books
        .write_now(move |pen| Ok::<_, Refused>(pen.get(Records, &record)?))
        .unwrap()
        .unwrap();
    let first = begin_epoch(&house.books, NOW).unwrap();
    assert_eq!(meta(&house.books).epoch, first);
    assert!(first > 1);
    let after = house
        .books
        .write_now(move |pen| Ok::<_, Refused>(pen.get(Records, &record)?))
        .unwrap()
        .unwrap();
    // Another restore of the same, in the same hour, draws another epoch and so
    // leaves out others.
    let mut skipped = before;
    skipped.skip(64 + first % 8192);
    assert_eq!(after, skipped);
    assert!(check(&house.place(), house.books.keys(), &silent()).unwrap().is_whole());
}

/// Draws these numbers, one after another.
#[derive(Debug)]
struct Drawn(std::sync::Mutex<Vec<u32>>);

impl Chance for Drawn {
    fn fill(&self, out: &mut [u8]) -> Result<(), crate::chance::NoChance> {
        let number = self.0.lock().unwrap().remove(0);
        out.copy_from_slice(&number.to_le_bytes());
        Ok(())
    }
}

#[test]
fn an_epoch_is_never_the_one_before_nor_one_of_nothing_lost() {
    let drawn = Drawn(std::sync::Mutex::new(vec![0, 1, 77, 5, 9]));
    let before = crate::store::tables::MetaRow { epoch: 77, ..Default::default() };
    assert_eq!(before.next_epoch(&drawn).unwrap(), 5, "an earlier number is as good");
    assert_eq!(*drawn.0.lock().unwrap(), [9]);
}

#[test]
fn whatever_is_spoiled_is_found_and_named_and_not_restored() {
    let house = House::new();
    let whole = house.backup("whole", NOW);
    let record = house.people[0].0.to_string();
    let cases = [
        ("flip entries.body 40 WHERE rowid = 3", "it does not open"),
        ("flip entries.body 0 WHERE place = 4", "its hash is not what it was"),
        ("DELETE FROM entries WHERE place = 4", "it begins at 5, and should at 3"),
        ("DELETE FROM entries WHERE place = 10", "it ends at 8, and should at 10"),
        ("DELETE FROM entries", "all its blocks are missing"),
        ("flip rows.row 20 WHERE tab = 2", "of Accounts does not open"),
        ("flip rows.row 0 WHERE tab = 5", "the key of its record does not open"),
        ("DELETE FROM rows WHERE tab = 10", "belongs to no stream"),
        (
            "INSERT INTO entries (log, place, body) SELECT log, 11, body FROM entries WHERE place = 10",
            "block at 11: it does not open",
        ),
    ];
    for (number, (sql, fault)) in cases.into_iter().enumerate() {
        let file = house.data().join(format!("spoiled{number}"));
        std::fs::copy(&whole, &file).unwrap();
        House::spoil(&file, sql);
        let place = Place::File(file.clone());
        let report = check(&place, house.books.keys(), &silent()).unwrap();
        assert!(!report.is_whole(), "{sql}");
        let faults = report.faults.join("\n");
        assert!(faults.contains(fault), "{sql}: {faults}");
        assert!(!faults.contains("Secret"), "{faults}");
        let folder = tempfile::tempdir().unwrap();
        let refused = restore_to(folder.path(), &file, house.books.keys(), NOW);
        assert!(matches!(refused, Err(UpkeepError::NotWhole { .. })), "{sql}: {refused:?}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left");
    }
    let report =
        check(&Place::File(house.data().join("spoiled2")), house.books.keys(), &silent()).unwrap();
    assert!(report.faults.iter().any(|fault| fault.contains(&record)), "{:?}", report.faults);

    let other = Arc::new(Keys::from_master(&[3; 32]).unwrap());
    let report = check(&Place::File(whole), &other, &silent()).unwrap();
    assert!(report.wrong >= report.count.rows, "nothing opens with another key");
}

#[test]
fn segments_are_checked_backed_up_and_restored_and_go_on() {
    let house = House::new();
    let (kept, held) = (heads(&house.books), blocks(&house.books));
    let before = check(&house.place(), house.books.keys(), &silent()).unwrap();
    let gathered = gather_now(&house.books, RULE);
    assert_eq!(gathered, Gathered { segments: 2, blocks: 10, damaged: 0 });
    assert_eq!((heads(&house.books), blocks(&house.books)), (kept.clone(), held.clone()));
    let report = check(&house.place(), house.books.keys(), &silent()).unwrap();
    assert!(report.is_whole(), "{:?}", report.faults);
    let (now, then) = (&report, &before);
    assert_eq!(
        (now.blocks, now.operations, now.latest),
        (then.blocks, then.operations, then.latest)
    );
    assert_eq!((now.segments, now.count.entries, then.segments), (2, 2, 0));
    assert!(report.summary().contains("10 blocks and 20 operations"), "{}", report.summary());

    // It goes on behind them, and a backup holds both.
    house.write(0, 11, NOW);
    let file = house.backup("one", NOW);
    let (kept, held) = (heads(&house.books), blocks(&house.books));
    let folder = tempfile::tempdir().unwrap();
    let done = restore_to(folder.path(), &file, house.books.keys(), NOW).unwrap();
    assert_eq!((done.report.segments, done.report.operations), (2, 22));
    std::fs::copy(house.data().join("server.key"), folder.path().join("server.key")).unwrap();
    let books = open_books(folder.path()).unwrap();
    assert_eq!((heads(&books), blocks(&books)), (kept.clone(), held.clone()));
    // What was restored is gathered on.
    assert_eq!(gather_now(&books, RULE).blocks, 1);
    assert_eq!((heads(&books), blocks(&books)), (kept, held));
    assert!(check(&Place::embedded(folder.path()), books.keys(), &silent()).unwrap().is_whole());
}

#[test]
fn a_segment_that_is_spoiled_is_found_and_named_and_not_restored() {
    let house = House::new();
    gather_now(&house.books, RULE);
    house.write(0, 11, NOW);
    let whole = house.backup("whole", NOW);
    let body: Vec<u8> = rusqlite::Connection::open(&whole)
        .unwrap()
        .query_row("SELECT body FROM entries WHERE place = 10", [], |row| row.get(0))
        .unwrap();
    let length = body.len();
    // A bit of each part of it: nonce, version, hash, signatures, columns, tag.
    let bits = [17, 28, 40, 300, length - 40, length - 1];
    let flips = bits.map(|at| format!("flip entries.body {at} WHERE place = 10"));
    let mut cases: Vec<(&str, &str)> =
        flips.iter().map(|flip| (flip.as_str(), "segment up to 10: it does not open")).collect();
    cases.extend([
        ("flip entries.body 0 WHERE place = 10", "block at 10: its hash is not what it was"),
        ("DELETE FROM entries WHERE place = 10", "all its blocks are missing"),
        ("UPDATE entries SET place = 9 WHERE place = 10", "segment up to 9: it does not open"),
        (
            "UPDATE entries SET body = (SELECT body FROM entries AS other
                 WHERE other.place = 10 AND other.log <> entries.log) WHERE place = 10",
            "segment up to 10: it does not open",
        ),
        // A block where a segment should be, and a segment where a block should.
        (
            "UPDATE entries SET body = (SELECT body FROM entries AS other WHERE other.place = 12)
             WHERE place = 10",
            "segment up to 10: it does not open",
        ),
        (
            "UPDATE entries SET body = (SELECT body FROM entries AS other
                 WHERE other.place = 10 AND other.log = entries.log) WHERE place = 12",
            "block at 12: it does not open",
        ),
    ]);
    for (number, (how, fault)) in cases.into_iter().enumerate() {
        let file = house.data().join(format!("spoiled{number}"));
        std::fs::copy(&whole, &file).unwrap();
        House::spoil(&file, how);
        let report = check(&Place::File(file.clone()), house.books.keys(), &silent()).unwrap();
        let faults = report.faults.join("\n");
        assert!(faults.contains(fault), "{how}: {faults}");
        assert!(!faults.contains("Secret"), "{faults}");
        let folder = tempfile::tempdir().unwrap();
        let refused = restore_to(folder.path(), &file, house.books.keys(), NOW);
        assert!(matches!(refused, Err(UpkeepError::NotWhole { .. })), "{how}: {refused:?}");
    }
}

/// A stream that no row names any more is not one that never was.
#[test]
fn a_stream_whose_rows_key_is_spoiled_does_not_vanish_unseen() {
    let house = House::new();
    let record = house.people[0].0;
    for gathers in [false, true] {
        if gathers {
            gather_now(&house.books, RULE);
        }
        let whole = house.backup(if gathers { "segments" } else { "loose" }, NOW);
        // Of the record's name, and of the scope: one that there is, and none.
        for byte in 0..17 {
            let file = house.data().join(format!("spoiled{byte}{gathers}"));
            std::fs::copy(&whole, &file).unwrap();
            House::spoil(
                &file,
                &format!("flip rows.key {byte} WHERE tab = 10 AND hex(key) LIKE '{record}%'"),
            );
            let report = check(&Place::File(file), house.books.keys(), &silent()).unwrap();
            let faults = report.faults.join("\n");
            assert!(faults.contains("of Streams does not open"), "{byte}: {faults}");
            assert!(faults.contains("belongs to no stream"), "{byte}: {faults}");
        }
        // And where even the table is another, or none that is known.
        for tab in [11, 26] {
            let file = house.data().join(format!("elsewhere{tab}{gathers}"));
            std::fs::copy(&whole, &file).unwrap();
            let sql =
                format!("UPDATE rows SET tab = {tab} WHERE tab = 10 AND hex(key) LIKE '{record}%'");
            House::spoil(&file, &sql);
            let report = check(&Place::File(file), house.books.keys(), &silent()).unwrap();
            let faults = report.faults.join("\n");
            assert!(faults.contains("belongs to no stream"), "{tab}: {faults}");
        }
    }
}

#[test]
fn a_cut_at_any_moment_of_gathering_leaves_all_of_it_in_one_form_or_the_other() {
    let house = House::new();
    let (kept, held) = (heads(&house.books), blocks(&house.books));
    let database = house.data().join("what-matters.sqlite");
    // While somebody looks at it, nothing that is written reaches the file itself,
    // and the log keeps all of it.
    let reader = rusqlite::Connection::open(&database).unwrap();
    let looked: i64 = {
        reader.execute_batch("BEGIN").unwrap();
        reader.query_row("SELECT count(*) FROM entries", [], |row| row.get(0)).unwrap()
    };
    assert_eq!(looked, 10);
    let log_file = house.data().join("what-matters.sqlite-wal");
    let before = std::fs::read(&log_file).unwrap().len();
    gather_now(&house.books, RULE);
    let file = std::fs::read(&database).unwrap();
    let log = std::fs::read(&log_file).unwrap();
    drop(reader);
    let mut forms = std::collections::BTreeSet::new();
    // At every page of the log, and within it.
    let cuts = (before.min(log.len())..=log.len()).step_by(4120 / 2);
    for cut in cuts.chain([log.len()]) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("what-matters.sqlite"), &file).unwrap();
        std::fs::write(folder.path().join("what-matters.sqlite-wal"), &log[..cut]).unwrap();
        std::fs::copy(house.data().join("server.key"), folder.path().join("server.key")).unwrap();
        let books = open_books(folder.path()).unwrap();
        assert_eq!((heads(&books), blocks(&books)), (kept.clone(), held.clone()), "cut at {cut}");
        let place = Place::embedded(folder.path());
        let report = check(&place, books.keys(), &silent()).unwrap();
        assert!(report.is_whole(), "cut at {cut}: {:?}", report.faults);
        forms.insert((report.segments, report.count.entries));
    }
    let forms: Vec<_> = forms.into_iter().collect();
    assert_eq!(forms, [(0, 10), (1, 6), (2, 2)], "each stream by itself");
}

#[test]
fn a_damaged_database_makes_no_backup() {
    let house = House::new();
    House::spoil(&house.data().join("what-matters.sqlite"), "DELETE FROM entries WHERE place = 4");
    let to = house.data().join("one");
    let refused = backup(&house.books, &house.place(), &to, NOW, &silent());
    assert!(matches!(refused, Err(UpkeepError::NotWhole { .. })), "{refused:?}");
    assert!(!to.exists());
    assert_eq!(meta(&house.books).safe_before, 0);
}

#[test]
fn backups_are_rotated_and_nothing_else_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..5 {
        std::fs::write(folder.path().join(backup_name(Moment(NOW.0 + number))), []).unwrap();
    }
    for other in ["what-matters-mine.backup", "what-matters-000000000000001.backup.key", "notes"] {
        std::fs::write(folder.path().join(other), []).unwrap();
    }
    assert_eq!(rotate(folder.path(), 2).unwrap(), 3);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 5);
    assert!(folder.path().join(backup_name(Moment(NOW.0 + 4))).exists());
    assert_eq!(rotate(folder.path(), 0).unwrap(), 1, "the last one stays");
}

#[test]
fn a_move_brings_everything_and_marks_what_it_left() {
    let Some(database) = TestDatabase::new() else { return };
    let to = Place::Postgres(database.options());
    let house = House::new();
    gather_now(&house.books, RULE);
    house.write(0, 11, NOW);
    let House { folder, books, .. } = house;
    let held = blocks(&books);
    let (kept, keys) = (heads(&books), Arc::clone(books.keys()));
    let used = move_to(folder.path(), &to, &keys, &silent());
    assert!(matches!(used, Err(UpkeepError::InUse(_))), "{used:?}");
    drop(books);

    let moved = move_to(folder.path(), &to, &keys, &silent()).unwrap();
    assert!(!moved.again && moved.report.operations == 22, "{:?}", moved.report);
    assert_eq!(moved.report.segments, 2);
    assert!(matches!(open_books(folder.path()), Err(StartError::Moved(_))));
    let books = open_books_at(folder.path(), Some(&database.options())).unwrap();
    assert_eq!((heads(&books), blocks(&books)), (kept.clone(), held.clone()));
    // Gathered on where it is now.
    assert_eq!(gather_now(&books, RULE).blocks, 1);
    assert_eq!((heads(&books), blocks(&books)), (kept, held));
    drop(books);
    let other = TestDatabase::new().unwrap();
    let to = Place::Postgres(other.options());
    let (database, _gathered) = (other, database);
    std::fs::remove_file(moved_mark(folder.path())).unwrap();
    move_to(folder.path(), &to, &keys, &silent()).unwrap();
    let books = open_books_at(folder.path(), Some(&database.options())).unwrap();

    // Broken off before its last step: done again, it sees that all is there.
    drop(books);
    std::fs::remove_file(moved_mark(folder.path())).unwrap();
    assert!(move_to(folder.path(), &to, &keys, &silent()).unwrap().again);
    // What has since become another database is not written over.
    let books = open_books_at(folder.path(), Some(&database.options())).unwrap();
    begin_epoch(&books, NOW).unwrap();
    drop(books);
    let taken = move_to(folder.path(), &to, &keys, &silent());
    assert!(matches!(taken, Err(UpkeepError::Taken(_))), "{taken:?}");
}

#[test]
fn a_move_that_breaks_off_leaves_nothing() {
    let Some(database) = TestDatabase::new() else { return };
    let House { folder, books, .. } = House::new();
    let keys = Arc::clone(books.keys());
    drop(books);
    House::spoil(&folder.path().join("what-matters.sqlite"), "DELETE FROM entries WHERE place = 4");
    let to = Place::Postgres(database.options());
    let refused = move_to(folder.path(), &to, &keys, &silent());
    assert!(matches!(refused, Err(UpkeepError::NotWhole { .. })));
    // So does one that ends in the middle.
    let mut fill = to.fill().unwrap();
    fill.put(crate::store::TableId::Meta, b"a".to_vec(), vec![7; 3_000_000]).unwrap();
    drop(fill);
    assert!(to.is_empty().unwrap());
    assert!(!moved_mark(folder.path()).exists());
}

#[test]
fn postgres_is_backed_up_and_restored_like_the_other() {
    let (Some(database), Some(other)) = (TestDatabase::new(), TestDatabase::new()) else { return };
    let folder = tempfile::tempdir().unwrap();
    let options: PostgresOptions = database.options();
    let books = open_books_at(folder.path(), Some(&options)).unwrap();
    let house = House::over(folder, books);
    let file = house.data().join("one");
    let from = Place::Postgres(options);
    let (kept, held) = (heads(&house.books), blocks(&house.books));
    let gathered = gather_now(&house.books, RULE);
    assert_eq!(gathered, Gathered { segments: 2, blocks: 10, damaged: 0 });
    assert_eq!((heads(&house.books), blocks(&house.books)), (kept.clone(), held.clone()));
    let made = backup(&house.books, &from, &file, NOW, &silent()).unwrap();
    assert_eq!((made.report.operations, made.before), (20, NOW.0));
    assert_eq!(meta(&house.books).safe_before, NOW.0);

    let to = Place::Postgres(other.options());
    let chance: Arc<dyn Chance> = Arc::new(SystemChance::default());
    let keys = house.books.keys();
    let done = restore(&file, &to, keys, &chance, NOW, &silent()).unwrap();
    assert!(done.epoch > 1);
    let report = check(&to, keys, &silent()).unwrap();
    assert!(report.is_whole() && report.segments == 2, "{:?}", report.faults);
    let twice = restore(&file, &to, keys, &chance, NOW, &silent());
    assert!(matches!(twice, Err(UpkeepError::Taken(_))), "{twice:?}");
    // And to the embedded engine, whatever it was made from.
    let folder = tempfile::tempdir().unwrap();
    let again = restore_to(folder.path(), &file, keys, NOW).unwrap();
    assert!(again.epoch > 1 && again.epoch != done.epoch, "restored twice, at one moment");
    // With the wrong key it is not opened.
    let other_key = open_books_at(folder.path(), Some(&other.options()));
    assert!(matches!(other_key, Err(StartError::Key(_))), "a missing key is not made anew");
}
