//! Connections that take all the time there is. Each ends within bounds, and
//! nobody else notices.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use record::api::paths;

use crate::people::{Before, Door, OCTETS, Person};

/// No connection that gets nowhere may last longer. The server's own bounds are
/// 10 seconds for headers and 30 for bodies and answers; the rest is for a busy
/// machine. This is no measurement: without a bound these last for ever.
const BOUND: Duration = Duration::from_secs(75);

fn connect(base: &str) -> TcpStream {
    TcpStream::connect(base.strip_prefix("http://").unwrap()).unwrap()
}

/// Says something, then one byte more each second, until the server hangs up.
/// Answers whether it did so within the bound.
fn trickles(mut stream: TcpStream, first: &[u8], then: u8) -> bool {
    stream.write_all(first).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(1))).unwrap();
    let until = Instant::now() + BOUND;
    let mut answer = [0; 512];
    while Instant::now() < until {
        match stream.read(&mut answer) {
            Ok(0) => return true,
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
                if then != 0 && stream.write_all(&[then]).is_err() {
                    return true;
                }
            }
            Err(_) => return true,
        }
    }
    false
}

/// Asks again and again for the largest answer, and reads none of it.
fn never_reads(mut stream: TcpStream, request: &[u8]) -> bool {
    stream.set_write_timeout(Some(Duration::from_secs(1))).unwrap();
    let until = Instant::now() + BOUND;
    while Instant::now() < until {
        if let Err(error) = stream.write_all(request)
            && error.kind() != std::io::ErrorKind::WouldBlock
        {
            return true;
        }
        thread::sleep(Duration::from_millis(100));
    }
    false
}

fn push_head(sam: &Person) -> String {
    format!(
        "POST {} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {}\r\ncontent-type: {OCTETS}\r\ncontent-length: 100000\r\n\r\n",
        paths::SYNC,
        sam.token().reveal()
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn each_ends_within_bounds_and_others_get_through() {
    let before = Before::the_fault().await;
    let mut sam = before.sam.clone();
    let program = before.house.start();
    let head = push_head(&sam);
    let beginnings: [(&str, Vec<u8>, u8); 7] = [
        ("says nothing at all", Vec::new(), 0),
        ("trickles a first line", b"G".to_vec(), b'E'),
        ("trickles headers", b"GET /healthz HTTP/1.1\r\nhost: x\r\nx-a: ".to_vec(), b'a'),
        ("stops after half of HTTP/2's greeting", b"PRI * HTT".to_vec(), 0),
        ("stops after HTTP/2's greeting", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(), 0),
        ("trickles a body", head.clone().into_bytes(), b'b'),
        ("stops in a body", [head.as_bytes(), b"begun"].concat(), 0),
    ];
    let mut slow: Vec<(&str, thread::JoinHandle<bool>)> = Vec::new();
    for (name, first, then) in beginnings {
        for _ in 0..20 {
            let (stream, first) = (connect(&program.base), first.clone());
            slow.push((name, thread::spawn(move || trickles(stream, &first, then))));
        }
    }
    // The description is long, and needs no account.
    let ask = format!("GET {} HTTP/1.1\r\nhost: x\r\n\r\n", paths::OPENAPI).into_bytes();
    let stream = connect(&program.base);
    slow.push(("never reads", thread::spawn(move || never_reads(stream, &ask))));

    let door = Door::to(&program.base);
    let mut pushes = 0;
    while slow.iter().any(|(_, one)| !one.is_finished()) {
        sam.push(&door).await.unwrap();
        pushes += 1;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    let endless: Vec<&str> =
        slow.into_iter().filter_map(|(name, one)| (!one.join().unwrap()).then_some(name)).collect();
    assert!(endless.is_empty(), "these went on: {endless:?}");
    println!("{pushes} pushes beside them");
    before.is_whole(&door, &mut sam).await;
}
