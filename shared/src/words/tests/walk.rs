//! The app itself, walked in Easy Read: everything is pressed and every form filled in,
//! and no page of care planning may say anything in standard words.

use std::collections::{BTreeMap, BTreeSet};

use record::Scope;

use super::easy_read::SAME;
use super::{Id, files, ids_in};
use crate::holding::RecordSide;
use crate::items::tests::{become_another, numbered};
use crate::screen::Page;
use crate::testing::Journey;
use crate::testing::walk::Walk;

/// What is pressed: the places and presses of these features.
const PRESSED: [&str; 15] = [
    "AboutMe",
    "AdvanceCare",
    "Choosing",
    "Contingency",
    "Deciding",
    "Entry",
    "Help",
    "Media",
    "More",
    "Own",
    "Plan",
    "Reminders",
    "Sheet",
    "Today",
    "Track",
];

/// Whose pages must say all in Easy Read.
const HELD: [&str; 13] = [
    "about_me",
    "advance_care",
    "choice",
    "contingency",
    "decisions",
    "entry",
    "help",
    "more",
    "own",
    "plan",
    "reminders",
    "today",
    "track.own",
];

/// Pages that nobody comes to without a file of sound or film at hand.
const UNSEEN: [&str; 2] = ["about_me.words", "decisions.delete"];

fn is_held(page: &str) -> bool {
    let below = |of: &str| page.strip_prefix(of).is_some_and(|rest| rest.starts_with('.'));
    HELD.iter().any(|held| *held == page || below(held))
}

#[test]
fn no_page_of_care_planning_says_anything_in_standard_words() {
    let mut seen = BTreeSet::new();
    let mut standard: BTreeMap<usize, String> = BTreeMap::new();
    let mut look = |journey: &Journey, page: &Page| {
        if is_held(&page.name) {
            seen.insert(page.name.clone());
            let at = |id| (id, page.name.clone());
            standard.extend(journey.in_standard().into_iter().map(at));
        }
    };
    let mut walk = Walk { pressed: &PRESSED, times: 3, mark: 0 };
    let mut journey = numbered();
    journey.press("Easy Read").press("More");
    walk.walk(&mut journey, &mut look);
    // A daughter who may add, and so proposes; and the person, who answers.
    let all = [Scope::About, Scope::Plan, Scope::Decisions, Scope::Health, Scope::Diary];
    for side in [RecordSide::Carer, RecordSide::Person] {
        become_another(&mut journey, side, &all, &all);
        journey.press("More");
        walk.walk(&mut journey, &mut look);
    }
    // A reminder that is due, on a device on which nobody has stopped it.
    let mut journey = numbered();
    journey.press("Easy Read").press("More").press("Reminders").press("Make a reminder");
    journey.type_in("Your own words", "Walk").type_in("What time?", "08:00").press("Save");
    journey.later(60);
    journey.press("Today");
    Walk { pressed: &["Reminders", "Today"], ..walk }.walk(&mut journey, &mut look);
    let held = crate::nav::PAGES.iter().copied().filter(|page| is_held(page));
    let unseen: Vec<&str> = held.filter(|page| !seen.contains(*page)).collect();
    assert_eq!(unseen, UNSEEN, "never looked at");
    let files = files();
    let ids = files.iter().flat_map(|file| ids_in(file)).filter(|id| !SAME.contains(id));
    let said: Vec<String> = ids
        .filter_map(|id| Some((id, standard.get(&Id::find(id)?.0)?)))
        .map(|(id, page)| format!("{id} on {page}"))
        .collect();
    assert!(said.is_empty(), "in standard words: {said:#?}");
}
