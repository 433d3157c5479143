//! A page on its way to the server, to come back as a PDF that prints well. The server
//! keeps nothing of it.

use serde::{Deserialize, Serialize};

use crate::ids::RecordId;

/// The largest body of a page on its way to the server, in bytes.
pub const MAX_PAPER: usize = 1024 * 1024;
/// The media type of what comes back.
pub const PDF: &str = "application/pdf";

/// Asks for a page as a PDF.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaperAsked {
    /// Whose record it is of.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub record: RecordId,
    /// What is to stand on it.
    pub paper: Paper,
}

/// What a page says.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Paper {
    /// What it is called.
    pub title: String,
    /// Whose it is: at the foot of every page.
    pub owner: String,
    /// When it was correct: said first, and at the foot of every page.
    pub correct: String,
    /// Its parts, in order.
    pub parts: Vec<PaperPart>,
    /// Said last; may be empty.
    pub says: String,
    /// Nothing is smaller than 18 pt.
    #[serde(default)]
    pub large: bool,
    /// In Easy Read: nothing is smaller than 16 pt.
    #[serde(default)]
    pub easy: bool,
    /// The pictures that stand beside words, in Easy Read.
    #[serde(default)]
    pub pictures: Vec<PaperPicture>,
    /// It is to be one sheet, both sides, at 10 pt where it is more at 12 pt.
    #[serde(default)]
    pub one_sheet: bool,
}

/// Words and the picture beside them, wherever they are a heading, a sentence or a row.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaperPicture {
    /// The words.
    pub words: String,
    /// The picture's name; one that the server does not have is left out.
    pub picture: String,
}

/// A part of a page: a table, or what is said where it is empty.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaperPart {
    /// Its heading.
    pub title: String,
    /// What the columns are called.
    pub columns: Vec<String>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
    /// Said where there are no rows.
    #[serde(default)]
    pub none: String,
}

// None says what it holds: it is about somebody's health.
impl std::fmt::Debug for PaperAsked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PaperAsked").field("paper", &self.paper).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Paper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Paper({} parts)", self.parts.len())
    }
}

impl std::fmt::Debug for PaperPicture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PaperPicture({})", self.picture)
    }
}

impl std::fmt::Debug for PaperPart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PaperPart({} rows)", self.rows.len())
    }
}
