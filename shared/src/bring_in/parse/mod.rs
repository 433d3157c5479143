//! Reading a diary's file. Pure: bytes in, rows and items out; nothing here
//! panics, whatever the bytes.

mod check;
pub mod coded;
pub mod dates;
pub mod item;
mod line;
pub mod meaning;
pub mod meters;
pub mod numbers;
pub mod plan;
pub mod rows;
pub mod table;
pub mod text;

use table::Table;
use text::NotADiary;

/// How a diary's file is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Day, time, code, value, parted by tabs.
    Coded,
    /// In columns.
    Table(Table),
}

/// A diary's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diary {
    /// Its words.
    pub text: String,
    /// Its layout.
    pub layout: Layout,
}

/// Makes out a diary.
///
/// # Errors
/// [`NotADiary`] where it is none.
pub fn diary(bytes: &[u8]) -> Result<Diary, NotADiary> {
    let text = text::words_of(bytes)?;
    let layout =
        if coded::looks_coded(&text) { Layout::Coded } else { Layout::Table(table::look(&text)?) };
    Ok(Diary { text, layout })
}
