//! From a file's words to rows and cells, with the numbers of their lines.
//!
//! Every line of the file belongs to exactly one row, so that what is taken and
//! what is refused add up to the lines of the file.

/// A row: its place in the file, and its cells or what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The number of its first line, from 1.
    pub line: u32,
    /// How many lines it takes: more than one where a quoted cell holds lines.
    pub lines: u32,
    /// Where its words begin and end in the file, bytes.
    pub at: (usize, usize),
    /// Its cells, without the space around them; none where a quote is opened
    /// and never closed.
    pub cells: Option<Vec<String>>,
}

/// The most lines that one quoted cell may hold: a quote that was opened by
/// mistake must not swallow the rest of the file.
const MOST_LINES: u32 = 40;

/// Walks the rows of a file.
#[derive(Clone)]
pub struct Rows<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    separator: char,
    quotes: bool,
}

impl<'a> Rows<'a> {
    /// Over a file's words.
    #[must_use]
    pub fn of(text: &'a str, separator: char, quotes: bool) -> Self {
        Self { text, at: 0, line: 1, separator, quotes }
    }

    /// The end of the line that begins at `from`, and where the next begins.
    fn line_end(&self, from: usize) -> (usize, usize) {
        let rest = self.text.get(from..).unwrap_or_default();
        match rest.find(['\n', '\r']) {
            None => (self.text.len(), self.text.len()),
            Some(at) => {
                let end = from + at;
                let two = rest.get(at..).is_some_and(|rest| rest.starts_with("\r\n"));
                (end, end + if two { 2 } else { 1 })
            }
        }
    }

    /// Cells of a row that may be quoted. None where a quote is not closed
    /// within `end`.
    fn quoted(&self, words: &str) -> Option<Vec<String>> {
        let mut cells = Vec::new();
        let mut cell = String::new();
        let mut chars = words.chars().peekable();
        let mut inside = false;
        while let Some(c) = chars.next() {
            match c {
                '"' if inside && chars.peek() == Some(&'"') => {
                    chars.next();
                    cell.push('"');
                }
                '"' if inside => inside = false,
                '"' if cell.trim().is_empty() => {
                    cell.clear();
                    inside = true;
                }
                c if c == self.separator && !inside => {
                    cells.push(cell.trim().to_owned());
                    cell.clear();
                }
                c => cell.push(c),
            }
        }
        if inside {
            return None;
        }
        cells.push(cell.trim().to_owned());
        Some(cells)
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        if self.at >= self.text.len() {
            return None;
        }
        let (start, line) = (self.at, self.line);
        let (end, mut next) = self.line_end(start);
        let words = self.text.get(start..end).unwrap_or_default();
        let mut row = Row { line, lines: 1, at: (start, end), cells: None };
        if !self.quotes || !words.contains('"') {
            row.cells =
                Some(words.split(self.separator).map(|cell| cell.trim().to_owned()).collect());
        } else {
            let (mut last, mut lines) = (end, 1);
            loop {
                let words = self.text.get(start..last).unwrap_or_default();
                // An odd number of quotes leaves one open: no need to look closer.
                if words.matches('"').count() % 2 == 0
                    && let Some(cells) = self.quoted(words)
                {
                    (row.cells, row.lines, row.at) = (Some(cells), lines, (start, last));
                    break;
                }
                if lines == MOST_LINES || next >= self.text.len() {
                    // Never closed: this line alone is at fault.
                    next = self.line_end(start).1;
                    break;
                }
                (last, next) = self.line_end(next);
                lines += 1;
            }
        }
        self.at = next;
        self.line += row.lines;
        Some(row)
    }
}

/// How many lines a file has; an end of line at the very end begins no other.
#[must_use]
pub fn count_lines(text: &str) -> u32 {
    let rows = Rows::of(text, '\u{0}', false);
    rows.fold(0, |lines, row| lines + row.lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Option<Vec<String>>> {
        Rows::of(text, ',', true).map(|row| row.cells).collect()
    }

    #[test]
    fn quotes_hold_separators_quotes_and_lines() {
        let text = "a,\"b, c\",\"he said \"\"no\"\"\"\r\n1,\"two\nlines\",3\nlast";
        let rows: Vec<Row> = Rows::of(text, ',', true).collect();
        assert_eq!(rows[0].cells.as_deref().unwrap(), ["a", "b, c", "he said \"no\""]);
        assert_eq!(rows[1].cells.as_deref().unwrap(), ["1", "two\nlines", "3"]);
        assert_eq!((rows[1].line, rows[1].lines), (2, 2));
        assert_eq!((rows[2].line, rows[2].lines), (4, 1));
        assert_eq!(count_lines(text), 4);
    }

    #[test]
    fn a_quote_that_never_closes_costs_its_own_line_alone() {
        let found = cells("a,b\n1,\"oops\n2,fine\n3,fine");
        assert_eq!(found[1], None);
        assert_eq!(found[2].as_deref().unwrap(), ["2", "fine"]);
        assert_eq!(found.len(), 4);
    }

    #[test]
    fn every_kind_of_line_end_counts_once() {
        assert_eq!(count_lines(""), 0);
        assert_eq!(count_lines("a\n"), 1);
        assert_eq!(count_lines("a\r\nb\rc\nd"), 4);
        assert_eq!(count_lines("\n\n"), 2);
    }
}
