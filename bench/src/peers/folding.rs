//! Yjs, Automerge and Loro: a year in memory again, and stored.

use std::error::Error;
use std::io::Write;
use std::process::Command;

use serde_json::json;

use super::{lines, script};
use crate::house;
use crate::life::Life;

/// What one of them takes.
pub(crate) struct Folded {
    pub(crate) name: String,
    pub(crate) milliseconds: f64,
    /// Bytes of an operation at rest.
    pub(crate) stored: f64,
}

pub(crate) fn all(life: &Life) -> Result<Vec<Folded>, Box<dyn Error>> {
    if !script("../../target/peers/npm/node_modules/yjs").exists() {
        lines(&mut Command::new(script("npm")))?;
    }
    let folder = house::folder()?;
    let path = folder.path().join("life.jsonl");
    let mut file = std::io::BufWriter::new(std::fs::File::create(&path)?);
    for told in &life.told {
        let mut document = told.as_document().clone();
        document.insert("day".to_owned(), json!(told.day));
        writeln!(file, "{}", serde_json::Value::Object(document))?;
    }
    file.into_inner()?.sync_all()?;
    let rows = lines(Command::new("node").arg(script("fold.mjs")).arg(&path))?;
    rows.into_iter()
        .map(|cells| {
            let [name, milliseconds, bytes] = cells.as_slice() else {
                return Err(format!("{cells:?} is no measure").into());
            };
            let bytes: f64 = bytes.parse()?;
            #[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
            let stored = bytes / life.told.len() as f64;
            Ok(Folded { name: name.clone(), milliseconds: milliseconds.parse()?, stored })
        })
        .collect()
}
