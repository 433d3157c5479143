//! Every item that a standard marks as mandatory or required has its place in the
//! record, or its reason for not being there; `docs/STANDARDS.md` is the table.
//!
//! The data sets are read from beside the project (`../shared/data/prsb`), and none
//! of them is in it. A person edits `docs/standards/items.tsv`: a data set (or `*`),
//! an item (`*` stands for anything), its places (`kind.field`, several with commas; where
//! a kind is of many sorts of things, with the sort: `plan_item.who (Review)`), and a reason
//! or a remark. Of several lines that fit the longest counts.
//!
//! `WRITE_STANDARDS=1` writes the table anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use record::kinds::{KINDS, PartOf, PlanSort};

use crate::items::{Line, Marked, SETS, fits, line_of, lines, read, root};

fn is_place(place: &str) -> bool {
    let (place, sort) = match place.split_once(" (") {
        Some((place, sort)) => (place, sort.strip_suffix(')')),
        None => (place, None),
    };
    let Some((kind, field)) = place.rsplit_once('.') else { return false };
    let sorts: Vec<String> = match kind {
        "plan_item" => PlanSort::ALL.iter().map(|sort| format!("{sort:?}")).collect(),
        "decision_part" => PartOf::ALL.iter().map(|sort| format!("{sort:?}")).collect(),
        _ => Vec::new(),
    };
    sort.is_none_or(|sort| sorts.iter().any(|known| known == sort))
        && KINDS
            .iter()
            .any(|spec| spec.name == kind && spec.fields.iter().any(|known| known.name == field))
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
    assert!(is_place("plan_item.who (Review)") && !is_place("plan_item.who (Tool)"));
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
         mandatory (bold) or required, and its place in the record (`kind.field`, and of which sort) \
         or why it has none. Made by `record/tests/proofs/standards.rs` from the data sets and from \
         [standards/items.tsv](standards/items.tsv); edit that file, not this one. How many \
         there may be stands after an item where that is not “none or one”.\n",
    );
    let mut used = BTreeSet::new();
    for (set, title) in SETS {
        let Some(part) = table(set, title, &lines, &mut used) else { return };
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
