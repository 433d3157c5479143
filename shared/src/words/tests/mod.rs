//! Every message is asked for, and says what Fluent's own reader says. That an
//! id is not in the files, or is there twice, the compiler finds.

mod easy_read;
mod pages;
mod walk;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use super::*;

/// The English files.
fn files() -> Vec<String> {
    files_of("en-GB")
}

fn files_of(language: &str) -> Vec<String> {
    let folder = format!("{}/locales/{language}", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(folder).unwrap();
    files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect()
}

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
fn messages_say_what_fluent_says() {
    let (files, words) = (files(), Words::default());
    let mut bundle = FluentBundle::new(vec!["en-GB".parse().unwrap()]);
    bundle.set_use_isolating(false);
    for file in &files {
        bundle.add_resource(FluentResource::try_new(file.clone()).unwrap()).unwrap();
    }
    // Every argument that any file names, as one number and as text.
    let names: BTreeSet<&str> = files
        .iter()
        .flat_map(|file| file.split('$').skip(1))
        .map(|rest| rest.split([' ', '}']).next().unwrap())
        .collect();
    let mut said = 0;
    for id in files.iter().flat_map(|file| ids_in(file)) {
        let pattern = bundle.get_message(id).unwrap().value().unwrap();
        let id = Id::find(id).unwrap();
        for number in [None, Some(-1_i64), Some(0), Some(1), Some(2), Some(1_234_567)] {
            let mut args = FluentArgs::new();
            let mut ours = Vec::new();
            for name in &names {
                match number {
                    Some(number) => args.set(*name, number),
                    None => args.set(*name, "some of it"),
                }
                ours.push((*name, number.map_or_else(|| Arg::from("some of it"), Arg::from)));
            }
            let theirs = bundle.format_pattern(pattern, Some(&args), &mut Vec::new());
            assert_eq!(words.say(id, &ours), theirs);
            said += 1;
        }
        let nothing = bundle.format_pattern(pattern, None, &mut Vec::new());
        assert_eq!(words.say(id, &[]), nothing);
    }
    assert!(said > 3000, "{said}");
    assert_eq!(words.get("no-such-message"), "no-such-message");
}

#[test]
fn every_message_is_asked_for() {
    let mut source = all_source();
    // A table of the app's own names messages too, a cell each.
    for cell in include_str!("../../choice/rules.tsv").split(['\t', '\n']) {
        source.extend(["\"", cell, "\""]);
    }
    let files = files();
    let unused: Vec<_> = files
        .iter()
        .flat_map(|file| ids_in(file))
        .filter(|id| !source.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "never asked for: {unused:?}");
}
