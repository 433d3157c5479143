//! Every item that a standard marks as mandatory or required has its place in the
//! record, or its reason for not being there; `docs/STANDARDS.md` is the table.
//!
//! The data sets are read from beside the project (`../shared/data/prsb`), and none
//! of them is in it. A person edits `docs/standards/items.tsv`: a data set (or `*`),
//! an item (`*` stands for anything), its places (`kind.field`, several with commas),
//! and a reason or a remark. Of several lines that fit the longest counts.
//!
//! `WRITE_STANDARDS=1` writes the table anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use record::kinds::KINDS;
use serde_json::Value;

const SETS: [(&str, &str); 4] = [
    ("AboutMe", "About Me"),
    ("PersonalisedCSP", "Personalised care and support plan"),
    ("SharedDecisionMaking", "Shared decision making"),
    ("PalliativeEOLC", "Palliative and end of life care"),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// An item that is marked: a group where it is mandatory, an item where it is either.
struct Marked {
    path: Vec<String>,
    mark: String,
    many: String,
}

fn walk(concept: &Value, above: &[String], found: &mut Vec<Marked>) {
    let text = |key: &str| concept[key].as_str().unwrap_or_default().trim().to_owned();
    let mut path = above.to_vec();
    path.push(text("name"));
    let (mark, item) = (text("mro"), text("type") == "item");
    if mark == "M" || mark == "R" && item {
        let many = format!("{}..{}", text("minimumMultiplicity"), text("maximumMultiplicity"));
        found.push(Marked { path: path.clone(), mark, many });
    }
    for inner in concept["concept"].as_array().into_iter().flatten() {
        walk(inner, &path, found);
    }
}

fn read(set: &str) -> Option<(String, Vec<Marked>)> {
    let file = root().join(format!("../shared/data/prsb/{set}.json"));
    let text = std::fs::read_to_string(file).ok()?;
    let json: Value = serde_json::from_str(&text).unwrap();
    let dataset = &json["dataset"][0];
    let mut found = Vec::new();
    for concept in dataset["concept"].as_array().unwrap() {
        walk(concept, &[], &mut found);
    }
    Some((dataset["version"].as_str().unwrap_or_default().to_owned(), found))
}

/// A line of the file that a person edits.
#[derive(Debug)]
struct Line {
    at: usize,
    set: String,
    pattern: String,
    places: Vec<String>,
    says: String,
}

fn lines() -> Vec<Line> {
    let text = std::fs::read_to_string(root().join("docs/standards/items.tsv")).unwrap();
    let line = |(at, line): (usize, &str)| {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), 4, "items.tsv:{}: four columns: {line}", at + 1);
        let (set, pattern, says) = (cells[0], cells[1], cells[3]);
        let places = cells[2].split(',').map(|place| place.trim().to_owned());
        Line {
            at: at + 1,
            set: set.into(),
            pattern: pattern.into(),
            places: places.filter(|place| !place.is_empty()).collect(),
            says: says.into(),
        }
    };
    let all = text.lines().enumerate().skip(1);
    all.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')).map(line).collect()
}

/// Whether a pattern fits all of a text; `*` stands for anything.
fn fits(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut last = None;
    for part in parts {
        last = Some(part);
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    // What comes after the last star ends the text.
    rest.is_empty() || last.is_some_and(|last| text.ends_with(last))
}

fn line_of<'a>(lines: &'a [Line], set: &str, path: &str) -> Option<&'a Line> {
    let fit = |line: &&Line| (line.set == "*" || line.set == set) && fits(&line.pattern, path);
    lines.iter().filter(fit).max_by_key(|line| (line.pattern.len(), line.set.len()))
}

fn is_place(place: &str) -> bool {
    let Some((kind, field)) = place.rsplit_once('.') else { return false };
    KINDS.iter().any(|spec| spec.name == kind && spec.fields.iter().any(|it| it.name == field))
}

#[test]
fn every_line_names_what_is_in_the_record_or_gives_a_reason() {
    for line in lines() {
        let at = format!("items.tsv:{}", line.at);
        assert!(!line.places.is_empty() || line.says.len() > 10, "{at}: a place or a reason");
        for place in &line.places {
            assert!(is_place(place), "{at}: no kind has “{place}”");
        }
        let known = line.set == "*" || SETS.iter().any(|(set, _)| *set == line.set);
        assert!(known, "{at}: “{}” is no data set", line.set);
    }
}

#[test]
fn a_pattern_fits_as_it_is_meant() {
    for (pattern, text, fit) in [
        ("A > B", "A > B", true),
        ("A > B", "A > B > C", false),
        ("A > *", "A > B > C", true),
        ("* > Name", "A > B > Name", true),
        ("* > Name", "A > B > Name of it", false),
        ("A > * > Name", "A > B > Name", true),
        ("A > * > Name", "B > A > Name", false),
        ("*", "A", true),
    ] {
        assert_eq!(fits(pattern, text), fit, "{pattern}: {text}");
    }
    assert!(is_place("about me.people") && !is_place("about me.hair") && !is_place("people"));
}

/// The part of the table of one data set.
fn table(set: &str, title: &str, lines: &[Line], used: &mut BTreeSet<usize>) -> Option<String> {
    let (version, marked) = read(set)?;
    let mut out = format!("\n## {title} {version}\n\n");
    let (mut found, mut rows) = (0, Vec::<(String, Vec<String>, &Line)>::new());
    for Marked { path, mark, many } in &marked {
        let whole = path.join(" > ");
        let line = line_of(lines, set, &whole);
        assert!(line.is_some(), "{set}: no line in items.tsv for “{whole}”");
        let line = line.unwrap();
        used.insert(line.at);
        found += usize::from(!line.places.is_empty());
        let (name, above) = path.split_last().unwrap();
        let name = match (mark.as_str(), many.as_str()) {
            ("M", many) => format!("**{name}** {many}"),
            (_, "0..1") => name.clone(),
            (_, many) => format!("{name} {many}"),
        };
        let above = above.join(" › ");
        match rows.last_mut() {
            Some((last, names, same)) if *last == above && same.at == line.at => names.push(name),
            _ => rows.push((above, vec![name], line)),
        }
    }
    writeln!(
        out,
        "{} items are marked; {found} have a place in the record.\n\n\
         | where | items | place | |\n|---|---|---|---|",
        marked.len()
    )
    .unwrap();
    for (above, names, Line { places, says, .. }) in rows {
        let places: Vec<String> = places.iter().map(|place| format!("`{place}`")).collect();
        let (names, places) = (names.join(", "), places.join(", "));
        writeln!(out, "| {above} | {names} | {places} | {says} |").unwrap();
    }
    Some(out)
}

#[test]
fn the_table_of_the_standards_items_is_whole_and_as_it_is_now() {
    let lines = lines();
    let mut out = String::from(
        "# Standards\n\nEvery item that the Professional Record Standards Body marks as \
         mandatory (bold) or required, and its place in the record (`kind.field`) or why it has \
         none. Made by `record/tests/proofs/standards.rs` from the data sets and from \
         [standards/items.tsv](standards/items.tsv); edit that file, not this one. How many \
         there may be stands after an item where that is not “none or one”.\n",
    );
    let mut used = BTreeSet::new();
    for (set, title) in SETS {
        let Some(part) = table(set, title, &lines, &mut used) else {
            println!("skipped: ../shared/data/prsb/{set}.json is not at hand");
            return;
        };
        out.push_str(&part);
    }
    for line in &lines {
        assert!(used.contains(&line.at), "items.tsv:{}: fits no item that is marked", line.at);
    }
    let file = root().join("docs/STANDARDS.md");
    if std::env::var_os("WRITE_STANDARDS").is_some() {
        std::fs::write(&file, &out).unwrap();
    }
    let now = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(now == out, "docs/STANDARDS.md is out of date: run this with WRITE_STANDARDS=1");
}
