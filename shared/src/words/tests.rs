//! Every id that is asked for exists, and every message is asked for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::*;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

fn all_source() -> String {
    let mut files = Vec::new();
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut files);
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

fn ids_in(file: &str) -> Vec<&str> {
    file.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(id, _)| id))
        .collect()
}

#[test]
fn the_files_can_be_read() {
    for file in ENGLISH {
        let read = FluentResource::try_new((*file).to_owned());
        assert!(read.is_ok(), "{:?}", read.err().map(|(_, errors)| errors));
    }
}

#[test]
fn no_id_is_defined_twice() {
    let mut seen = BTreeSet::new();
    for id in ENGLISH.iter().flat_map(|file| ids_in(file)) {
        assert!(seen.insert(id), "{id} is defined twice");
    }
}

#[test]
fn every_id_asked_for_exists() {
    let words = Words::default();
    let source = all_source();
    let mut missing = BTreeSet::new();
    for part in source.split("say!(").skip(1) {
        // `words, "id"`: the first string of the call.
        if let Some((before, rest)) = part.split_once('"')
            && before.matches(',').count() == 1
            && let Some((id, _)) = rest.split_once('"')
            && !id.is_empty()
            && id != "id"
            && !words.has(id)
        {
            missing.insert(id.to_owned());
        }
    }
    assert!(missing.is_empty(), "not in the English files: {missing:?}");
}

#[test]
fn every_message_is_asked_for() {
    let source = all_source();
    let unused: Vec<_> = ENGLISH
        .iter()
        .flat_map(|file| ids_in(file))
        .filter(|id| !source.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "never asked for: {unused:?}");
}
