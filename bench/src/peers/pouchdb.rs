//! pouchdb-server: a database for each person, documents of one entry each.

use std::error::Error;
use std::time::Instant;

use serde_json::{Map, Value, json};

use super::Peer;
use crate::life::Life;
use crate::ours::{Fetched, WHILE};
use crate::rate::{Rate, Work, together};
use crate::told::Told;
use crate::wire::Wire;

const JSON: &[(&str, &str)] = &[("content-type", "application/json")];

/// How many documents the `PouchDB` client asks for at once.
const BATCH: usize = 100;

/// Documents of these names, `size` to a request.
fn requests(life: &Life, count: usize, size: usize) -> Vec<Vec<u8>> {
    let mut number = 0_usize;
    let mut from = life.told.iter().cycle();
    (0..count)
        .map(|_| {
            let documents: Vec<Map<String, Value>> = from
                .by_ref()
                .take(size)
                .map(|told| {
                    number += 1;
                    let mut document = told.document.clone();
                    document.insert("_id".to_owned(), json!(format!("1-2-{number:06}")));
                    document
                })
                .collect();
            json!({ "docs": documents }).to_string().into_bytes()
        })
        .collect()
}

/// Pushes by so many clients at once, `size` documents a request: each into a
/// database of its own, or all into one.
pub(crate) fn push(
    life: &Life,
    clients: usize,
    size: usize,
    apart: bool,
) -> Result<Rate, Box<dyn Error>> {
    let peer = Peer::start("pouchdb")?;
    let mut wires = Vec::new();
    for client in 0..clients {
        let mut wire = Wire::to(peer.address)?;
        let name = if apart { format!("/p{client}") } else { "/p".to_owned() };
        if apart || client == 0 {
            wire.must("PUT", &name, JSON, &[])?;
        }
        // Far more than it gets done.
        let bodies = requests(life, 30_000 / size / clients.min(8), size);
        wires.push((wire, format!("{name}/_bulk_docs"), bodies.into_iter()));
    }
    let one = !apart && clients > 1;
    let workers = wires.iter_mut().enumerate().map(|(client, (wire, path, bodies))| {
        Box::new(move || {
            let Some(mut body) = bodies.next() else { return Ok(false) };
            if one {
                // Other names than the other clients' in the same database.
                let text = String::from_utf8(body)?;
                body = text.replace("\"1-2-", &format!("\"{client}-2-")).into_bytes();
            }
            wire.must("POST", path, JSON, &body)?;
            Ok(true)
        }) as Work<'_>
    });
    together(workers.collect(), WHILE)
}

/// A year, and what it costs.
pub(crate) struct Year {
    peer: Peer,
    documents: usize,
}

impl Year {
    pub(crate) fn new(life: &Life) -> Result<Self, Box<dyn Error>> {
        let peer = Peer::start("pouchdb")?;
        let mut wire = Wire::to(peer.address)?;
        wire.must("PUT", "/p", JSON, &[])?;
        for day in life.told.chunk_by(|one, other| one.day == other.day) {
            let documents: Vec<&Map<String, Value>> = day.iter().map(Told::as_document).collect();
            wire.must(
                "POST",
                "/p/_bulk_docs",
                JSON,
                json!({ "docs": documents }).to_string().as_bytes(),
            )?;
        }
        Ok(Self { peer, documents: life.told.len() })
    }

    /// What an operation takes on its disk, after it has tidied up.
    pub(crate) fn stored(&self) -> Result<f64, Box<dyn Error>> {
        let mut wire = Wire::to(self.peer.address)?;
        wire.must("POST", "/p/_compact", JSON, &[])?;
        #[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
        Ok(self.peer.bytes()? as f64 / self.documents as f64)
    }

    /// All of it in one request, as no client of theirs asks: the least it can
    /// take.
    pub(crate) fn at_once(&self) -> Result<Fetched, Box<dyn Error>> {
        let mut wire = Wire::to(self.peer.address)?;
        let started = Instant::now();
        let body = wire.must("GET", "/p/_changes?include_docs=true&since=0", &[], &[])?;
        let came: Value = serde_json::from_slice(&body)?;
        let came = came["results"].as_array().map_or(0, Vec::len);
        fetched(&wire, started, came, self.documents)
    }

    /// As its client replicates: what changed, then the documents, in hundreds.
    pub(crate) fn replicated(&self, last: Option<usize>) -> Result<Fetched, Box<dyn Error>> {
        let mut wire = Wire::to(self.peer.address)?;
        let started = Instant::now();
        let mut since = json!(last.map_or(0, |last| self.documents - last));
        let mut came = 0;
        loop {
            let path = format!("/p/_changes?style=all_docs&since={since}&limit={BATCH}");
            let changes: Value = serde_json::from_slice(&wire.must("GET", &path, &[], &[])?)?;
            let results = changes["results"].as_array().ok_or("no results")?;
            let wanted: Vec<Value> = results
                .iter()
                .map(|row| json!({ "id": row["id"], "rev": row["changes"][0]["rev"] }))
                .collect();
            if wanted.is_empty() {
                break;
            }
            let body = json!({ "docs": wanted }).to_string();
            let path = "/p/_bulk_get?revs=true&latest=true";
            let got: Value =
                serde_json::from_slice(&wire.must("POST", path, JSON, body.as_bytes())?)?;
            came += got["results"].as_array().map_or(0, Vec::len);
            since = changes["last_seq"].clone();
            if wanted.len() < BATCH {
                break;
            }
        }
        fetched(&wire, started, came, last.unwrap_or(self.documents))
    }
}

fn fetched(
    wire: &Wire,
    started: Instant,
    came: usize,
    expected: usize,
) -> Result<Fetched, Box<dyn Error>> {
    let milliseconds = started.elapsed().as_secs_f64() * 1e3;
    if came != expected {
        return Err(format!("{came} documents came of {expected}").into());
    }
    #[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
    let bytes = wire.bytes as f64;
    Ok(Fetched { bytes, requests: wire.requests, milliseconds })
}
