//! Too much: bodies that are too large, that grow when opened, or that are
//! nested without end. All are refused early, in little memory.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use record::api::{Problem, ProblemCode, paths};
use reqwest::Method;

use crate::people::{Before, Door, Failure, OCTETS, PASSWORD};

const MIB: usize = 1024 * 1024;
/// What the program may have used at its most: it starts with about 20 MiB, a
/// password takes 19, and the rest is for the work of an ordinary day.
const MEMORY: u64 = 160;

/// What the program answers first to bytes sent as they are; the rest of them
/// is sent as long as it takes them. Also says how many it took.
fn send(base: &str, head: &str, body: &mut dyn Iterator<Item = Vec<u8>>) -> (String, usize) {
    let mut stream = TcpStream::connect(base.strip_prefix("http://").unwrap()).unwrap();
    stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
    stream.set_write_timeout(Some(Duration::from_mins(1))).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    let mut sent = 0;
    for piece in body {
        match stream.write_all(&piece) {
            Ok(()) => sent += piece.len(),
            Err(error) => {
                let closed = [ErrorKind::BrokenPipe, ErrorKind::ConnectionReset];
                assert!(closed.contains(&error.kind()), "{error}");
                break;
            }
        }
    }
    let mut answer = vec![0; 4096];
    // A connection that was closed upon us may have taken the answer with it.
    let read = stream.read(&mut answer).unwrap_or(0);
    answer.truncate(read);
    (String::from_utf8_lossy(&answer).into_owned(), sent)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_push_of_500_megabytes_is_refused_early_in_little_memory() {
    let before = Before::the_fault().await;
    let program = before.house.start();
    let token = before.sam.token().reveal();
    let head = |length: &str| {
        format!(
            "POST {} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\ncontent-type: {OCTETS}\r\n{length}\r\n\r\n",
            paths::SYNC
        )
    };
    // One that says how much it will be is refused before any of it was sent.
    let announced = head(&format!("content-length: {}", 500 * MIB));
    let (answer, _) = send(&program.base, &announced, &mut std::iter::empty());
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    // One that does not say is cut off soon after the limit.
    let mut piece = format!("{MIB:x}\r\n").into_bytes();
    piece.resize(piece.len() + MIB, b'x');
    piece.extend_from_slice(b"\r\n");
    let mut pieces = std::iter::repeat_n(piece, 500);
    let (answer, sent) = send(&program.base, &head("transfer-encoding: chunked"), &mut pieces);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(sent < 100 * MIB, "it read {sent} bytes");
    // Nobody reads the body of somebody who is not signed in.
    let unknown = head(&format!("content-length: {MIB}")).replace(token, &"0a".repeat(48));
    let (answer, _) = send(&program.base, &unknown, &mut std::iter::empty());
    assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
    let memory = program.most_memory();
    println!("{memory} MiB at most, {sent} bytes of 500 MiB read");
    assert!(memory < MEMORY, "{memory} MiB");
    before.is_whole(&Door::to(&program.base), &mut before.sam.clone()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_large_pushes_at_once_stay_within_memory() {
    const AT_ONCE: usize = 400;
    let before = Before::the_fault().await;
    let program = before.house.start();
    let door = Door::to(&program.base);
    // A body of the largest size that is all but complete, 400 times.
    let mut bodies = Vec::new();
    for _ in 0..AT_ONCE {
        let mut stream = TcpStream::connect(program.base.strip_prefix("http://").unwrap()).unwrap();
        write!(
            stream,
            "POST {} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {}\r\ncontent-type: {OCTETS}\r\ncontent-length: {MIB}\r\n\r\n",
            paths::SYNC,
            before.sam.token().reveal()
        )
        .unwrap();
        stream.set_write_timeout(Some(Duration::from_secs(20))).unwrap();
        // One that is turned away at once may be closed already.
        let _ = stream.write_all(&vec![7; MIB - 1]);
        bodies.push(stream);
    }
    // Whoever sends little still gets through.
    let mut sam = before.sam.clone();
    sam.push(&door).await.unwrap();
    let memory = program.most_memory();
    println!("{memory} MiB at most");
    assert!(memory < 300, "{memory} MiB for {AT_ONCE} bodies of 1 MiB");
    drop(bodies);
    before.is_whole(&door, &mut sam).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_compressed_body_is_refused_unopened() {
    let before = Before::the_fault().await;
    let program = before.house.start();
    let door = Door::to(&program.base);
    // The head of a gzip file, and what could be megabytes when opened. It is
    // small, for a large one is refused so early that the answer may be lost.
    let mut bomb = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    bomb.resize(4_000, 0);
    for encoding in ["gzip", "deflate", "br", "zstd", "identity, gzip"] {
        for (path, media, body) in [
            (paths::SYNC, OCTETS, bomb.clone()),
            (paths::SESSIONS, "application/json", bomb.clone()),
        ] {
            let response = door
                .request(Method::POST, path, Some(before.sam.token()))
                .header("content-type", media)
                .header("content-encoding", encoding)
                .body(body)
                .send()
                .await
                .unwrap();
            let problem: Problem = response.json().await.unwrap();
            assert_eq!(problem.code, ProblemCode::WrongKind, "{encoding} {path}");
        }
    }
    // Uncompressed by name is uncompressed.
    let body = before.sam.request(Vec::new()).encode();
    let response = door
        .request(Method::POST, paths::SYNC, Some(before.sam.token()))
        .header("content-type", OCTETS)
        .header("content-encoding", "identity")
        .body(body)
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 200);
    assert!(program.most_memory() < MEMORY);
}

#[tokio::test(flavor = "multi_thread")]
async fn deeply_nested_json_is_malformed_and_nothing_more() {
    let before = Before::the_fault().await;
    let mut program = before.house.start();
    let door = Door::to(&program.base);
    let deep = |open: &str, close: &str, depth: usize| {
        format!("{{\"username\":{}0{}}}", open.repeat(depth), close.repeat(depth))
    };
    let long = format!("{{\"username\":\"{}\",\"password\":\"{PASSWORD}\"", "a".repeat(60_000));
    for body in [
        deep("[", "]", 30_000),
        deep("{\"a\":", "}", 10_000),
        "[".repeat(60_000),
        "{\"a\":".repeat(12_000),
        format!("{long}}}"),
        format!("{{\"username\":{}}}", "9".repeat(60_000)),
        "\u{0}".repeat(60_000),
    ] {
        let paths = [paths::SESSIONS, paths::ACCOUNTS, paths::REFRESH, paths::LOOK, paths::ACCEPT];
        for path in paths.into_iter().chain([paths::ENROL, paths::INVITATIONS]) {
            let response = door
                .request(Method::POST, path, Some(before.sam.token()))
                .header("content-type", "application/json")
                .body(body.clone())
                .send()
                .await
                .unwrap();
            let problem: Problem = response.json().await.unwrap();
            assert_eq!(problem.code, ProblemCode::Malformed, "{path}: {body:.40}");
        }
    }
    assert!(program.is_running());
    assert!(program.most_memory() < MEMORY);
    before.is_whole(&door, &mut before.sam.clone()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn headers_without_end_are_refused() {
    let before = Before::the_fault().await;
    let program = before.house.start();
    let line = format!("x-{}: {}\r\n", "a".repeat(100), "b".repeat(4_000)).into_bytes();
    let mut lines = std::iter::repeat_n(line, 20_000);
    let (answer, sent) = send(&program.base, "GET /healthz HTTP/1.1\r\nhost: x\r\n", &mut lines);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431"), "{answer}");
    assert!(sent < 16 * MIB, "it read {sent} bytes of headers");
    assert!(program.most_memory() < MEMORY);
    let problem: Result<serde_json::Value, Failure> =
        Door::to(&program.base).post(paths::SESSIONS, None, &"x".repeat(70_000)).await;
    assert_eq!(problem.unwrap_err().said().code, ProblemCode::TooLarge);
}
