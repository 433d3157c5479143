//! The items that a record standard marks, and what `docs/standards/items.tsv` says of
//! each. Read for the record here, and for what the app asks in `shared`.

use std::path::PathBuf;

use serde_json::Value;

/// The data sets: the name of the file, and what it is called.
pub(crate) const SETS: [(&str, &str); 4] = [
    ("AboutMe", "About Me"),
    ("PersonalisedCSP", "Personalised care and support plan"),
    ("SharedDecisionMaking", "Shared decision making"),
    ("PalliativeEOLC", "Palliative and end of life care"),
];

/// The project.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// An item that is marked: a group where it is mandatory, an item where it is either.
pub(crate) struct Marked {
    pub(crate) path: Vec<String>,
    pub(crate) mark: String,
    pub(crate) many: String,
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

/// A data set: its version, and what it marks; none where it is not at hand.
pub(crate) fn read(set: &str) -> Option<(String, Vec<Marked>)> {
    let file = root().join(format!("../shared/data/prsb/{set}.json"));
    let Ok(text) = std::fs::read_to_string(file) else {
        let beside = std::env::var_os("CI").is_some() && root().join("../shared").is_dir();
        assert!(!beside, "../shared/data/prsb/{set}.json is not beside the project");
        println!("skipped: ../shared/data/prsb/{set}.json is not at hand");
        return None;
    };
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
pub(crate) struct Line {
    pub(crate) at: usize,
    pub(crate) set: String,
    pub(crate) pattern: String,
    pub(crate) places: Vec<String>,
    pub(crate) says: String,
}

/// All of the file.
pub(crate) fn lines() -> Vec<Line> {
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
pub(crate) fn fits(pattern: &str, text: &str) -> bool {
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

/// What is said of an item: of several lines that fit the longest counts.
pub(crate) fn line_of<'a>(lines: &'a [Line], set: &str, path: &str) -> Option<&'a Line> {
    let fit = |line: &&Line| (line.set == "*" || line.set == set) && fits(&line.pattern, path);
    lines.iter().filter(fit).max_by_key(|line| (line.pattern.len(), line.set.len()))
}
