//! Numbers as people and meters write them.

use record::Decimal;
use serde::{Deserialize, Serialize};

/// What stands before the decimals.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// 6.8, and a comma may part thousands.
    Point,
    /// 6,8, and a point may part thousands.
    Comma,
}

/// What a cell says about the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// Nothing: whole figures, or no number.
    None,
    /// Only this mark fits.
    Only(Mark),
    /// 1,234 or 1.234: thousands with the one, decimals with the other.
    Either,
}

/// What a cell says about the mark.
#[must_use]
pub fn hint(cell: &str) -> Hint {
    let (figures, _) = split_unit(cell);
    let marks: Vec<(usize, char)> =
        figures.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    if !figures.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'-')) {
        return Hint::None;
    }
    let mark = |c| if c == '.' { Mark::Point } else { Mark::Comma };
    match marks.as_slice() {
        [] => Hint::None,
        [(at, c)] => {
            let behind = figures.len() - at - 1;
            let before = figures.get(..*at).unwrap_or_default().trim_start_matches('-');
            // 0.123 and 1234.123 part no thousands.
            let thousands = behind == 3 && (1..=3).contains(&before.len()) && before != "0";
            if thousands { Hint::Either } else { Hint::Only(mark(*c)) }
        }
        [.., (_, last)] => {
            let first = marks.first().map_or(*last, |(_, c)| *c);
            if first == *last {
                // Several of one kind can only part thousands.
                Hint::Only(if *last == '.' { Mark::Comma } else { Mark::Point })
            } else {
                Hint::Only(mark(*last))
            }
        }
    }
}

/// A number; none where it is none, or would be another with a slip in it.
#[must_use]
pub fn number(text: &str, mark: Mark) -> Option<Decimal> {
    let text = text.trim();
    let (decimal, thousands) = match mark {
        Mark::Point => ('.', ','),
        Mark::Comma => (',', '.'),
    };
    let (whole, rest) = match text.split_once(decimal) {
        Some((whole, rest)) => (whole, Some(rest)),
        None => (text, None),
    };
    if rest.is_some_and(|rest| rest.contains(thousands)) {
        return None;
    }
    let mut figures = String::with_capacity(text.len());
    if whole.contains(thousands) {
        for (i, group) in whole.trim_start_matches('-').split(thousands).enumerate() {
            let fits = if i == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
            if !fits {
                return None;
            }
        }
        figures.extend(whole.chars().filter(|c| *c != thousands));
    } else {
        figures.push_str(whole);
    }
    if let Some(rest) = rest {
        if rest.is_empty() {
            return None;
        }
        figures.push('.');
        figures.push_str(rest);
    }
    figures.parse().ok()
}

/// The figures of a cell, and the words that stand behind them: "6.8 mmol/L".
#[must_use]
pub fn split_unit(cell: &str) -> (&str, &str) {
    let cell = cell.trim();
    let end = cell
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '\u{2212}')))
        .unwrap_or(cell.len());
    let (figures, unit) = cell.split_at(end);
    // "0Hi" is a meter's word for "too high", not 0 of something.
    if unit.starts_with(|c: char| c.is_whitespace() || c == '%') {
        (figures, unit.trim())
    } else {
        (if unit.is_empty() { figures } else { cell }, "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_written() {
        let read = |text, mark| number(text, mark).map(|d| d.to_string());
        assert_eq!(read("6.8", Mark::Point).as_deref(), Some("6.8"));
        assert_eq!(read("6,8", Mark::Comma).as_deref(), Some("6.8"));
        assert_eq!(read("009", Mark::Point).as_deref(), Some("9"));
        assert_eq!(read("1,234", Mark::Point).as_deref(), Some("1234"));
        assert_eq!(read("1.234,5", Mark::Comma).as_deref(), Some("1234.5"));
        for text in ["", "6,8", "0Hi", "3A", "1,23", "1,2345", "6.", "6.8.1", "<1.1", "1 000"] {
            assert_eq!(read(text, Mark::Point), None, "{text}");
        }
    }

    #[test]
    fn what_could_be_either_is_said_to_be() {
        assert_eq!(hint("120"), Hint::None);
        assert_eq!(hint("hello, you"), Hint::None);
        assert_eq!(hint("6.8"), Hint::Only(Mark::Point));
        assert_eq!(hint("6,8 mmol/L"), Hint::Only(Mark::Comma));
        assert_eq!(hint("1,234"), Hint::Either);
        assert_eq!(hint("1.234"), Hint::Either);
        assert_eq!(hint("0.123"), Hint::Only(Mark::Point));
        assert_eq!(hint("1,234.5"), Hint::Only(Mark::Point));
        assert_eq!(hint("1.234.567"), Hint::Only(Mark::Comma));
    }

    #[test]
    fn a_unit_may_stand_behind() {
        assert_eq!(split_unit("6.8 mmol/L"), ("6.8", "mmol/L"));
        assert_eq!(split_unit("97%"), ("97", "%"));
        assert_eq!(split_unit("0Hi"), ("0Hi", ""));
        assert_eq!(split_unit("120/80"), ("120/80", ""));
    }
}
