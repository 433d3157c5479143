//! Sorting with little code for each type: `sort_by_key` brings 4 KB of its own
//! for every type and key, and there are twenty. For where it matters how long a
//! long list takes, it is still the better one.

use std::cmp::{Ordering, Reverse};

use crate::ids::EntryId;

/// Up to so many are sorted where they lie.
const FEW: usize = 20;

/// Sorts by a key; what is alike stays in order.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a comparison; what is alike stays in order.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() <= FEW {
        for end in 1..items.len() {
            let mut at = end;
            while at > 0 && compare(&items[at - 1], &items[at]).is_gt() {
                items.swap(at - 1, at);
                at -= 1;
            }
        }
        return;
    }
    let mut order = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    // Each round of places that give way to each other, once.
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// Sorts entries by when they happened: as fast as it can be, for all of a
/// record's at once.
pub fn times(entries: &mut [(i64, EntryId)]) {
    entries.sort_unstable();
}

/// Leaves so many entries that happened last, the last one first. Only they need
/// to be put in order.
pub fn newest(entries: &mut Vec<(i64, EntryId)>, most: usize) {
    if entries.len() > most {
        entries.select_nth_unstable_by_key(most, |key| Reverse(*key));
        entries.truncate(most);
    }
    times(entries);
    entries.reverse();
}

/// Which comes first, second and so on: the only copy of all that sorts.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(
            mut items in prop::collection::vec((0_u8..30, any::<u32>()), 0..200)
        ) {
            let mut theirs = items.clone();
            theirs.sort_by_key(|item| item.0);
            by_key(&mut items, |item| item.0);
            prop_assert_eq!(items, theirs);
        }
    }
}
