//! A page as a tagged PDF (PDF/UA-1) that prints well and that screen readers read.
//!
//! Pure: what is to stand on it and when it is made are handed in. What people wrote
//! reaches the typesetter as data that a fixed template reads (`page.typ`), never as
//! markup; the template reaches no file but that data and the pictures of Easy Read,
//! and no network.
//!
//! [`bounds`] says what is refused, [`letters`] what becomes of what no font can show.

mod bounds;
mod fonts;
mod letters;
mod sheet;
#[cfg(test)]
mod tests;
mod world;

use record::api::{Paper, ProblemCode};
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

pub use bounds::{MOST_CHARACTERS, MOST_COLUMNS, MOST_PARTS, MOST_ROWS};

use sheet::Sheet;
use world::Desk;

/// Why a page was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotMade {
    /// It has too many parts, rows or letters.
    #[error("the page is too large")]
    TooLarge,
    /// It has no title, or a row has another number of cells than there are columns.
    #[error("the page is not one that can be set")]
    Wrong,
    /// The typesetter could not. What it says may hold what the page says, and so is
    /// not passed on.
    #[error("the page could not be set")]
    NotSet,
}

impl From<NotMade> for ProblemCode {
    fn from(why: NotMade) -> Self {
        match why {
            NotMade::TooLarge => Self::TooLarge,
            NotMade::Wrong => Self::Invalid,
            NotMade::NotSet => Self::Fault,
        }
    }
}

/// Makes the PDF. It says of itself that it was made at `made`, in seconds since 1970.
///
/// # Errors
/// [`NotMade`].
pub fn pdf(paper: &Paper, made: i64) -> Result<Vec<u8>, NotMade> {
    bounds::check(paper)?;
    let bytes = set(paper).and_then(|document| {
        let options = PdfOptions {
            creator: Smart::Custom(Some("What Matters".to_owned())),
            timestamp: moment(made).map(Timestamp::new_utc),
            standards: PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|_| NotMade::NotSet)?,
            tagged: true,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(not_set)
    });
    // What was set is not kept for the next page to be set faster: it is somebody's.
    typst::comemo::evict(0);
    bytes
}

/// As the typesetter has it.
fn moment(seconds: i64) -> Option<Datetime> {
    let at = jiff::Timestamp::from_second(seconds).ok()?;
    let at = jiff::tz::Offset::UTC.to_datetime(at);
    let [month, day, hour, minute, second] =
        [at.month(), at.day(), at.hour(), at.minute(), at.second()].map(i8::unsigned_abs);
    Datetime::from_ymd_hms(at.year().into(), month, day, hour, minute, second)
}

/// The sides of a sheet.
const SIDES: usize = 2;

/// Sets the page. What is to be one sheet, and is more at 12 pt, is set at 10 pt where
/// it then is: who needs larger words asks for large print.
fn set(paper: &Paper) -> Result<PagedDocument, NotMade> {
    let page = set_as(&Sheet::of(paper, false))?;
    if !paper.one_sheet || paper.large || paper.easy || page.pages().len() <= SIDES {
        return Ok(page);
    }
    let close = set_as(&Sheet::of(paper, true))?;
    Ok(if close.pages().len() <= SIDES { close } else { page })
}

fn set_as(sheet: &Sheet) -> Result<PagedDocument, NotMade> {
    let desk = Desk::of(sheet)?;
    typst::compile::<PagedDocument>(&desk).output.map_err(not_set)
}

/// What the typesetter says is dropped: see [`NotMade::NotSet`].
fn not_set(_: EcoVec<SourceDiagnostic>) -> NotMade {
    NotMade::NotSet
}
