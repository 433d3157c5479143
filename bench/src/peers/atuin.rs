//! atuin-server: the nearest design, a log for each user and tag.

use std::error::Error;
use std::time::Instant;

use serde_json::{Value, json};

use super::Peer;
use crate::ours::{Fetched, WHILE};
use crate::rate::{Rate, Work, together};
use crate::wire::Wire;

/// A record of 40 bytes as its client seals it (PASETO v4, base64), and the
/// wrapped key that goes with each.
const SEALED: usize = 148;
const WRAPPED_KEY: usize = 260;

/// Somebody signed in, and their next number.
struct User {
    wire: Wire,
    token: String,
    host: String,
    next: usize,
}

impl User {
    fn new(peer: &Peer, number: usize) -> Result<Self, Box<dyn Error>> {
        let mut wire = Wire::to(peer.address)?;
        let body = json!({
            "email": format!("person{number}@example.org"),
            "username": format!("person{number}"),
            "password": "a garden in May",
        });
        let headers = [("content-type", "application/json")];
        let answer = wire.must("POST", "/register", &headers, body.to_string().as_bytes())?;
        let answer: Value = serde_json::from_slice(&answer)?;
        let session = answer["session"].as_str().ok_or("no session")?;
        Ok(Self {
            wire,
            token: format!("Token {session}"),
            host: format!("0192f2b8-c0d0-7f5b-b8a3-{number:012x}"),
            next: 0,
        })
    }

    fn headers(&self) -> [(String, String); 2] {
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        [header("authorization", &self.token), header("content-type", "application/json")]
    }

    fn ask(&mut self, method: &str, path: &str, body: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
        let headers = self.headers();
        let headers: Vec<(&str, &str)> =
            headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.wire.must(method, path, &headers, body)
    }

    /// The next `size` records.
    fn body(&mut self, size: usize) -> Vec<u8> {
        let records: Vec<Value> = (0..size)
            .map(|_| {
                let number = self.next;
                self.next += 1;
                let id = format!("{}{:012x}", &self.host[..24], number);
                json!({
                    "id": id.replacen("0192", &format!("{:04x}", number >> 16 | 0x100), 1),
                    "idx": number,
                    "host": { "id": self.host, "name": "" },
                    "timestamp": 1_798_761_600_000_000_000_u64,
                    "version": "v1",
                    "tag": "notes",
                    "data": {
                        "data": "k".repeat(SEALED),
                        "content_encryption_key": "w".repeat(WRAPPED_KEY),
                    },
                })
            })
            .collect();
        Value::Array(records).to_string().into_bytes()
    }
}

/// Pushes by so many users at once.
pub(crate) fn push(clients: usize, size: usize) -> Result<Rate, Box<dyn Error>> {
    let peer = Peer::start("atuin")?;
    let mut users = Vec::new();
    for number in 0..clients {
        let mut user = User::new(&peer, number)?;
        // Far more than it gets done.
        let bodies: Vec<Vec<u8>> =
            (0..20_000 / size / clients.min(8)).map(|_| user.body(size)).collect();
        // An id is its own in the whole database.
        let bodies: Vec<Vec<u8>> = bodies
            .into_iter()
            .map(|body| {
                let text = String::from_utf8_lossy(&body).into_owned();
                text.replace("7f5b-b8a3", &format!("7f5b-b{number:03x}")).into_bytes()
            })
            .collect();
        users.push((user, bodies.into_iter()));
    }
    let workers = users.iter_mut().map(|(user, bodies)| {
        Box::new(move || {
            let Some(body) = bodies.next() else { return Ok(false) };
            user.ask("POST", "/api/v0/record", &body)?;
            Ok(true)
        }) as Work<'_>
    });
    together(workers.collect(), WHILE)
}

/// A year of one user's records, fetched in hundreds as its client does.
pub(crate) fn year(records: usize) -> Result<Fetched, Box<dyn Error>> {
    let peer = Peer::start("atuin")?;
    let mut user = User::new(&peer, 0)?;
    for _ in 0..records / 100 {
        let body = user.body(100);
        user.ask("POST", "/api/v0/record", &body)?;
    }
    let (before, asked) = (user.wire.bytes, user.wire.requests);
    let started = Instant::now();
    let mut came = 0;
    loop {
        let path =
            format!("/api/v0/record/next?host={}&tag=notes&start={came}&count=100", user.host);
        let page: Value = serde_json::from_slice(&user.ask("GET", &path, &[])?)?;
        let here = page.as_array().map_or(0, Vec::len);
        came += here;
        if here < 100 {
            break;
        }
    }
    if came != records / 100 * 100 {
        return Err(format!("{came} records came of {records}").into());
    }
    #[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
    let bytes = (user.wire.bytes - before) as f64;
    Ok(Fetched {
        bytes,
        requests: user.wire.requests - asked,
        milliseconds: started.elapsed().as_secs_f64() * 1e3,
    })
}
