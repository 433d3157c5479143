//! From a file's bytes to its words: what is text, and what is no diary.

/// Why a file is no diary at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADiary {
    /// There is nothing in it.
    Empty,
    /// A spreadsheet's own file, or another program's: can be saved as CSV.
    Spreadsheet,
    /// A picture, a document, a program.
    NotText,
    /// Text, but not in columns.
    NoColumns,
    /// Columns, but no dates among them.
    NoDates,
}

/// The words of a file. Letters that cannot be read become U+FFFD; the lines
/// that hold one are refused later, by number.
///
/// # Errors
/// [`NotADiary`] where it holds something else than text.
pub fn words_of(bytes: &[u8]) -> Result<String, NotADiary> {
    let text = match bytes {
        [] => return Err(NotADiary::Empty),
        // A zip is how spreadsheets and documents are kept today; the other is
        // how they were.
        [b'P', b'K', 3 | 5, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            return Err(NotADiary::Spreadsheet);
        }
        [b'%', b'P', b'D', b'F', ..] => return Err(NotADiary::NotText),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => String::from_utf8_lossy(bytes).into_owned(),
    };
    let odd = |c: &char| (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || *c == '\u{fffd}';
    let (mut strange, mut all) = (0_usize, 0_usize);
    for c in text.chars().take(8_192) {
        strange += usize::from(odd(&c));
        all += 1;
        if c == '\0' {
            return Err(NotADiary::NotText);
        }
    }
    if text.trim().is_empty() {
        return Err(NotADiary::Empty);
    }
    if strange * 10 > all { Err(NotADiary::NotText) } else { Ok(text) }
}

fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|c| c.unwrap_or('\u{fffd}'))
        .collect()
}
