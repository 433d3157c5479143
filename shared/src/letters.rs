//! Capitals and small letters, for comparing what people write.
//!
//! As the standard library has it, letter by letter, from a table that is a
//! tenth of its own (`build/letters.rs`).

/// Runs of capitals: the first, the last, how far apart, and how far away the
/// small letters are.
#[allow(clippy::unreadable_literal, reason = "written by the build")]
static RUNS: &[(u32, u32, u8, i32)] = &include!(concat!(env!("OUT_DIR"), "/letters.rs"));

/// Words in small letters, for comparing.
#[must_use]
pub(crate) fn small(text: &str) -> String {
    text.chars().map(small_letter).collect()
}

/// A letter's small one.
#[must_use]
pub(crate) fn small_letter(letter: char) -> char {
    let at = u32::from(letter);
    RUNS.iter()
        .take_while(|(first, ..)| *first <= at)
        .find(|(first, last, step, _)| at <= *last && (at - first).is_multiple_of((*step).into()))
        .and_then(|(_, _, _, by)| char::from_u32(at.wrapping_add_signed(*by)))
        .unwrap_or(letter)
}

/// A letter's capital.
#[must_use]
pub(crate) fn capital(letter: char) -> char {
    let small = u32::from(letter);
    RUNS.iter()
        .find_map(|(first, last, step, by)| {
            let at = small.wrapping_add_signed(-by);
            ((*first..=*last).contains(&at) && (at - first).is_multiple_of((*step).into()))
                .then(|| char::from_u32(at))?
        })
        .unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_as_the_standard_library_has_them() {
        for letter in '\0'..=char::MAX {
            let mut theirs = letter.to_lowercase();
            // İ alone has a second, its dot.
            assert_eq!(Some(small_letter(letter)), theirs.next(), "{letter}");
            assert!(theirs.next().is_none() || letter == 'İ');
            // Where the capital's own small letter is this one.
            let capitals: Vec<char> = letter.to_uppercase().collect();
            if let [one] = capitals[..]
                && one.to_lowercase().eq([letter])
            {
                assert_eq!(capital(letter), one, "{letter}");
            }
        }
        assert_eq!(small("Größe ÅÇ ΣΟΦΟΣ Łódź"), "größe åç σοφοσ łódź");
    }
}
