//! Somebody reads for an hour while others write.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use record::Scope;
use record::api::paths;
use record::stream::Cursor;

use crate::people::{Before, Door, OCTETS, Person};

const MIB: u64 = 1024 * 1024;
/// Where SQLite begins to put the log back into the file: 1,000 pages of 4 KiB.
/// Twice that, for what is written until it has.
const BOUND: u64 = 8 * MIB;

/// Asks for all that there is, and reads the answer a byte at a time for as
/// long as the connection is open.
fn ask_and_dawdle(base: &str, sam: &Person) -> TcpStream {
    let mut asked = sam.request(Vec::new());
    asked.cursors = Scope::ALL.map(|scope| (scope, Cursor::default())).to_vec();
    let body = asked.encode();
    let mut stream = TcpStream::connect(base.strip_prefix("http://").unwrap()).unwrap();
    write!(
        stream,
        "POST {} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {}\r\ncontent-type: {OCTETS}\r\ncontent-length: {}\r\n\r\n",
        paths::SYNC,
        sam.token().reveal(),
        body.len()
    )
    .unwrap();
    stream.write_all(&body).unwrap();
    stream.read_exact(&mut [0]).unwrap();
    stream
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_reader_of_an_answer_does_not_hold_the_log() {
    let before = Before::the_fault().await;
    let mut sam = before.sam.clone();
    let program = before.house.start();
    let door = Door::to(&program.base);
    for _ in 0..60 {
        sam.write(2_000);
    }
    while sam.sent.iter().any(|sent| sent.accepted.is_none()) {
        send_some(&mut sam, &door).await;
    }
    let mut slow: Vec<TcpStream> = (0..8).map(|_| ask_and_dawdle(&program.base, &sam)).collect();
    let mut longest = 0;
    // Four times the bound, were it held.
    for round in 0..1000 {
        sam.write(1_000);
        send_some(&mut sam, &door).await;
        if round % 10 == 0 {
            for stream in &mut slow {
                let _ = stream.read(&mut [0]);
            }
        }
        longest = longest.max(fs::metadata(before.house.wal()).unwrap().len());
    }
    println!("the log was {} KiB at its longest", longest / 1024);
    assert!(longest < BOUND, "{longest} bytes");
    sam.check(&door).await;
    before.nobody_elses_changed(&door).await;
}

/// Sends what waits, in requests that are not too large.
async fn send_some(sam: &mut Person, door: &Door) {
    let waiting: Vec<_> = sam.sent.iter().filter(|sent| sent.accepted.is_none()).collect();
    let push = waiting.iter().take(20).map(|sent| sent.block.clone()).collect();
    let answer = door.sync(sam.token(), &sam.request(push)).await.unwrap();
    sam.took(&answer);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_process_that_reads_for_an_hour_stops_nobody_and_leaves_no_mark() {
    let before = Before::the_fault().await;
    let mut sam = before.sam.clone();
    let program = before.house.start();
    let door = Door::to(&program.base);
    // The operator's backup, say, that takes its time.
    let reading = rusqlite::Connection::open(before.house.database()).unwrap();
    reading.execute_batch("BEGIN").unwrap();
    let seen: i64 = count(&reading);
    for _ in 0..250 {
        sam.write(1_000);
        send_some(&mut sam, &door).await;
    }
    assert_eq!(count(&reading), seen, "it reads one moment, whatever is written");
    let during = fs::metadata(before.house.wal()).unwrap().len();
    assert!(during > 5 * MIB, "the log had to grow, or this shows nothing: {during} bytes");
    drop(reading);
    // Once it has gone, the log is put back and written from its beginning: it
    // does not go on growing.
    tokio::time::sleep(Duration::from_millis(200)).await;
    for _ in 0..250 {
        sam.write(1_000);
        send_some(&mut sam, &door).await;
    }
    let after = fs::metadata(before.house.wal()).unwrap().len();
    println!("the log: {} KiB with the reader, {} KiB after", during / 1024, after / 1024);
    assert!(after < during + MIB, "it grew on: {during} bytes, then {after}");
    before.is_whole(&door, &mut sam).await;
}

fn count(connection: &rusqlite::Connection) -> i64 {
    connection.query_row("SELECT count(*) FROM entries", [], |row| row.get(0)).unwrap()
}
