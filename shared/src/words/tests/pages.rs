//! What the pages of care planning say is there in Easy Read, whichever feature's words
//! they use: by what their sources ask for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::easy_read::SAME;
use super::{EASY_READ, Id, files, ids_in, sources};

/// Whose sources are read: features whole, and of others what those pages lead to (what a
/// step of a plan becomes, whose parts are shared, what a team reads of it).
const READ: [&str; 26] = [
    "about_me",
    "advance_care",
    "choice",
    "contingency",
    "deciding",
    "entry",
    "forms",
    "forms.rs",
    "help",
    "items",
    "media",
    "more.rs",
    "outcomes.rs",
    "own",
    "plan",
    "reminders",
    "rules",
    "saving.rs",
    "sharing/scopes.rs",
    "sheet",
    "staff/person.rs",
    "today",
    "track/choose.rs",
    "track/moment.rs",
    "track/names.rs",
    "when.rs",
];

/// What looks like an id there and is not one.
const NOT_WORDS: [(&str, &str); 2] =
    [("no", "a cell of choice/rules.tsv"), ("yes", "a cell of choice/rules.tsv")];

/// Every text between quotes in these sources, tests left out.
fn quoted() -> BTreeSet<String> {
    let mut all = Vec::new();
    for name in READ {
        let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).join(name);
        if path.is_dir() { sources(&path, &mut all) } else { all.push(path) }
    }
    let is_test = |path: &PathBuf| {
        let parts: Vec<_> = path.iter().collect();
        parts.iter().any(|part| *part == "tests" || *part == "tests.rs")
    };
    all.retain(|path| !is_test(path));
    let mut quoted = BTreeSet::new();
    for path in all {
        let source = std::fs::read_to_string(path).unwrap();
        quoted.extend(source.split('"').map(str::to_owned));
    }
    let table = include_str!("../../choice/rules.tsv");
    quoted.extend(table.split(['\t', '\n']).map(str::to_owned));
    quoted
}

#[test]
fn all_that_their_sources_ask_for_is_there() {
    let (quoted, files) = (quoted(), files());
    let ids: BTreeSet<&str> = files.iter().flat_map(|file| ids_in(file)).collect();
    let asked: Vec<&str> = ids.into_iter().filter(|id| quoted.contains(*id)).collect();
    assert!(asked.len() > 1_100, "{}", asked.len());
    let not = |id: &str| NOT_WORDS.iter().any(|(one, _)| *one == id);
    let missing: Vec<&&str> = asked
        .iter()
        .filter(|id| EASY_READ[Id::find(id).unwrap().0].is_none() && !SAME.contains(*id))
        .filter(|id| !not(id))
        .collect();
    assert!(missing.is_empty(), "only in standard words: {missing:?}");
    for (id, why) in NOT_WORDS {
        assert!(asked.contains(&id), "{id} ({why}) is no longer there");
    }
}
