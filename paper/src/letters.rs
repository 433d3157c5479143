//! What people typed, as it can be set: whatever they typed, a page comes of it.

use crate::fonts;

/// Stands for a letter or a picture that no font has.
pub(crate) const MARK: char = '\u{25a1}';

/// Text as it can be set: lines end in one way, and what cannot be shown becomes a
/// mark that can be seen. A run of marks is one.
pub(crate) fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' | ' ' | '\u{a0}' | '\u{2002}'..='\u{200a}' => out.push(' '),
            letter if is_silent(letter) => {
                if fonts::has(letter) {
                    out.push(letter);
                }
            }
            letter if is_refused(letter) || !fonts::has(letter) => {
                if !out.ends_with(MARK) {
                    out.push(MARK);
                }
            }
            letter => out.push(letter),
        }
    }
    out
}

/// Changes how others are written and is not written itself: which way they run, how
/// they are joined, in which colour.
fn is_silent(letter: char) -> bool {
    matches!(
        letter,
        '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0020}'..='\u{e007f}'
            | '\u{ad}'
    )
}

/// What PDF/UA-1 does not take as text: controls, and what has no agreed meaning.
fn is_refused(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{feff}'
                | '\u{fff0}'..='\u{ffff}'
                | '\u{e000}'..='\u{f8ff}'
                | '\u{f0000}'..='\u{10ffff}'
        )
}

/// Lets what has no space in it for long be broken, so that nothing is cut off at the
/// edge: words up to so many letters stay as they are.
pub(crate) fn broken(text: &str, most: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for run in text.split_inclusive(char::is_whitespace) {
        let long = run.trim_end().chars().count() > most;
        for (at, letter) in run.chars().enumerate() {
            if long && at > 0 && at % (most / 2).max(1) == 0 {
                out.push('\u{200b}');
            }
            out.push(letter);
        }
    }
    out
}
