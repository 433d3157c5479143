//! All the real diaries, where they are at hand.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

use super::super::parse::item::Reason;
use super::super::parse::rows::count_lines;
use super::{adds_up, read};
use crate::testing::Journey;

/// All of them by name; where they are not at hand, none, and that is said.
pub(crate) fn diaries() -> Option<Vec<(String, Vec<u8>)>> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/diaries"));
    let Ok(folder) = std::fs::read_dir(folder) else {
        assert!(std::env::var_os("CI").is_none(), "the real diaries are not beside the project");
        eprintln!("skipped: the real diaries are not at hand (../shared/data/diaries)");
        return None;
    };
    let mut found: Vec<(String, Vec<u8>)> = folder
        .flatten()
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
        .filter(|(name, _)| name.starts_with("data-"))
        .map(|(name, path)| (name, std::fs::read(path).unwrap()))
        .collect();
    found.sort();
    Some(found)
}

#[test]
fn every_line_of_every_real_diary_is_taken_or_refused() {
    let Some(diaries) = diaries() else { return };
    assert_eq!(diaries.len(), 35);
    let mut why: BTreeMap<String, usize> = BTreeMap::new();
    let (mut taken, mut lines) = (0, 0);
    for (name, bytes) in &diaries {
        let (diary, plan) = read(bytes, &HashSet::new());
        adds_up(&diary, &plan);
        assert!(plan.taken.len() > 40, "{name}");
        taken += plan.taken.len();
        lines += count_lines(&diary.text) as usize;
        for refused in &plan.refused {
            let reason = match &refused.reason {
                Reason::SameAs(_) => "SameAs".to_owned(),
                reason => format!("{reason:?}"),
            };
            *why.entry(reason).or_default() += 1;
        }
    }
    insta::assert_snapshot!(format!("{taken} of {lines}\n{why:#?}"));
}

#[test]
fn a_real_diary_brought_in_twice_adds_nothing_the_second_time() {
    let Some(diaries) = diaries() else { return };
    let (name, bytes) = &diaries[0];
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    let bring_in = |journey: &mut Journey| {
        journey.press("More").press("Bring in a diary");
        journey.pick("Choose the file", name, bytes).press("Look at the file");
    };
    bring_in(&mut journey);
    insta::assert_snapshot!("first_time", journey.text());
    journey.press("Bring in 943 entries");
    assert!(journey.text().contains("Brought in 943 entries"), "{}", journey.text());
    let mut journey = journey.restarted();
    bring_in(&mut journey);
    assert!(journey.text().contains("Everything in this file is in the record already."));
    assert!(!journey.text().contains("<Bring in"));
    // On a device in another zone it is still the same diary.
    journey.zone = "Asia/Kolkata".into();
    bring_in(&mut journey);
    assert!(journey.text().contains("Everything in this file is in the record already."));
}
