//! Names to pick from (see `README.md` for where they come from).

use crate::letters;

/// One a line, in order.
const NAMES: &str = include_str!("names.txt");

/// As many as are shown.
const MOST: usize = 8;

/// The fewest letters that are looked for.
const LEAST: usize = 2;

/// Those that fit what was typed: first those that begin with it.
pub(super) fn find(typed: &str) -> Vec<&'static str> {
    let typed = letters::small(typed.trim());
    if typed.chars().count() < LEAST {
        return Vec::new();
    }
    let mut found = Vec::new();
    for begins in [true, false] {
        for name in NAMES.lines() {
            let at = letters::small(name).find(&typed);
            if at.is_some_and(|at| (at == 0) == begins) {
                found.push(name);
            }
        }
    }
    found.truncate(MOST);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_stand_in_order_and_each_once() {
        let names: Vec<&str> = NAMES.lines().collect();
        assert!(names.is_sorted_by(|one, next| one < next));
        assert!(names.iter().all(|name| name.trim() == *name && !name.is_empty()));
        assert!((300..500).contains(&names.len()), "{}", names.len());
    }

    #[test]
    fn what_begins_with_it_comes_first() {
        assert_eq!(find("metf"), ["Metformin"]);
        assert_eq!(find("GLARG"), ["Insulin glargine"]);
        let found = find("pred");
        assert_eq!(found.first(), Some(&"Prednisolone"));
        assert!(find("m").is_empty() && find(" ").is_empty() && find("zzz").is_empty());
        assert_eq!(find("in").len(), MOST);
    }
}
