//! What differs between two texts, by words.

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// In both.
    Same(String),
    /// Only in the first.
    Out(String),
    /// Only in the second.
    In(String),
}

/// The most pairs of words that are compared: a table of two megabytes. What is
/// larger is said to have been written anew.
const MOST: usize = 1_000_000;

/// As many words of what is the same stand beside what is not.
const AROUND: usize = 8;

/// From the first text to the second.
pub(super) fn diff(old: &str, new: &str) -> Vec<Piece> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.split_whitespace().collect(), new.split_whitespace().collect());
    let start = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let (left, right) = (&old[start..], &new[start..]);
    let end = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[..left.len() - end], &right[..right.len() - end]);
    let mut pieces = Vec::new();
    add(&mut pieces, Piece::Same, &old[..start]);
    if left.len().saturating_mul(right.len()) > MOST {
        add(&mut pieces, Piece::Out, left);
        add(&mut pieces, Piece::In, right);
    } else {
        between(left, right, &mut pieces);
    }
    add(&mut pieces, Piece::Same, &old[old.len() - end..]);
    pieces
}

/// By the longest run of words that both have in the same order.
fn between(left: &[&str], right: &[&str], pieces: &mut Vec<Piece>) {
    let wide = right.len() + 1;
    // How many words the rests from here on have in common.
    let mut common = vec![0_u16; (left.len() + 1) * wide];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            common[i * wide + j] = if left[i] == right[j] {
                common[(i + 1) * wide + j + 1] + 1
            } else {
                common[(i + 1) * wide + j].max(common[i * wide + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < left.len() || j < right.len() {
        let (from_i, from_j) = (i, j);
        while i < left.len() && j < right.len() && left[i] == right[j] {
            (i, j) = (i + 1, j + 1);
        }
        add(pieces, Piece::Same, &left[from_i..i]);
        let (from_i, from_j) = (i, from_j.max(j));
        while i < left.len()
            && (j == right.len()
                || left[i] != right[j] && common[(i + 1) * wide + j] >= common[i * wide + j + 1])
        {
            i += 1;
        }
        add(pieces, Piece::Out, &left[from_i..i]);
        while j < right.len()
            && (i == left.len()
                || left[i] != right[j] && common[i * wide + j + 1] > common[(i + 1) * wide + j])
        {
            j += 1;
        }
        add(pieces, Piece::In, &right[from_j..j]);
    }
}

fn add(pieces: &mut Vec<Piece>, piece: fn(String) -> Piece, words: &[&str]) {
    if !words.is_empty() {
        pieces.push(piece(words.join(" ")));
    }
}

/// A run that is the same, with its middle left out where it is long. `first` and
/// `last` say whether nothing stands before or after it.
pub(super) fn shortened(text: &str, first: bool, last: bool) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (before, after) = (if first { 0 } else { AROUND }, if last { 0 } else { AROUND });
    if words.len() <= before + after + 1 {
        return text.to_owned();
    }
    let (start, end) = (words[..before].join(" "), words[words.len() - after..].join(" "));
    format!("{start} … {end}").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn out(text: &str) -> Piece {
        Piece::Out(text.into())
    }

    fn same(text: &str) -> Piece {
        Piece::Same(text.into())
    }

    fn new(text: &str) -> Piece {
        Piece::In(text.into())
    }

    #[test]
    fn words_that_were_added_and_taken_out_are_told_apart() {
        assert_eq!(diff("walk to the gate", "walk to the gate"), [same("walk to the gate")]);
        assert_eq!(
            diff("walk to the gate twice", "walk slowly to the shop twice"),
            [same("walk"), new("slowly"), same("to the"), out("gate"), new("shop"), same("twice")]
        );
        assert_eq!(diff("", "one"), [new("one")]);
        assert_eq!(diff("one", ""), [out("one")]);
        assert!(diff("", " ").is_empty());
    }

    #[test]
    fn two_long_texts_with_nothing_in_common_are_one_for_the_other() {
        let words = |of: &str| -> String {
            let words: Vec<String> = (0..3_000).map(|n| format!("{of}{n}")).collect();
            words.join(" ")
        };
        let (old, other) = (words("a"), words("b"));
        assert_eq!(diff(&old, &other), [out(&old), new(&other)]);
    }

    #[test]
    fn what_is_the_same_is_shortened_and_never_lengthened() {
        let long: Vec<String> = (0..40).map(|n| n.to_string()).collect();
        let long = long.join(" ");
        assert_eq!(shortened("a b", false, false), "a b");
        assert_eq!(shortened(&long, true, false), "… 32 33 34 35 36 37 38 39");
        assert_eq!(shortened(&long, false, true), "0 1 2 3 4 5 6 7 …");
        assert_eq!(shortened(&long, true, true), "…");
    }

    proptest! {
        #[test]
        fn both_texts_come_out_of_it_again(
            old in prop::collection::vec("[ab]{1,2}", 0..24),
            new in prop::collection::vec("[ab]{1,2}", 0..24),
        ) {
            let (mut one, mut other) = (Vec::new(), Vec::new());
            for piece in diff(&old.join(" "), &new.join(" ")) {
                match piece {
                    Piece::Same(text) => {
                        one.push(text.clone());
                        other.push(text);
                    }
                    Piece::Out(text) => one.push(text),
                    Piece::In(text) => other.push(text),
                }
            }
            prop_assert_eq!(one.join(" "), old.join(" "));
            prop_assert_eq!(other.join(" "), new.join(" "));
        }
    }
}
