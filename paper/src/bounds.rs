//! What is set at all. A page far beyond these is no page that anybody prints, and
//! would keep a core busy for long.

use record::api::Paper;

use crate::NotMade;

/// The most parts of a page.
pub const MOST_PARTS: usize = 100;
/// The most columns of a part.
pub const MOST_COLUMNS: usize = 16;
/// The most rows, of all parts together.
pub const MOST_ROWS: usize = 2000;
/// The most characters, of everything together.
pub const MOST_CHARACTERS: usize = 200_000;
/// The most characters of what stands at the foot of every page, each.
const MOST_FOOT: usize = 300;

/// Whether it may be set.
pub(crate) fn check(paper: &Paper) -> Result<(), NotMade> {
    let parts = &paper.parts;
    if paper.title.trim().is_empty() {
        return Err(NotMade::Wrong);
    }
    let whole = |columns: usize, row: &Vec<String>| columns > 0 && row.len() == columns;
    if !parts.iter().all(|part| part.rows.iter().all(|row| whole(part.columns.len(), row))) {
        return Err(NotMade::Wrong);
    }
    let long = |text: &String| text.chars().count() > MOST_FOOT;
    let rows: usize = parts.iter().map(|part| part.rows.len()).sum();
    if [&paper.title, &paper.owner, &paper.correct].into_iter().any(long)
        || parts.len() > MOST_PARTS
        || parts.iter().any(|part| part.columns.len() > MOST_COLUMNS)
        || rows > MOST_ROWS
        || texts(paper).map(|text| text.chars().count()).sum::<usize>() > MOST_CHARACTERS
    {
        return Err(NotMade::TooLarge);
    }
    Ok(())
}

fn texts(paper: &Paper) -> impl Iterator<Item = &String> {
    let of_parts = paper.parts.iter().flat_map(|part| {
        let within = part.columns.iter().chain(part.rows.iter().flatten());
        [&part.title, &part.none].into_iter().chain(within)
    });
    let pictures = paper.pictures.iter().flat_map(|one| [&one.words, &one.picture]);
    [&paper.title, &paper.owner, &paper.correct, &paper.says]
        .into_iter()
        .chain(of_parts)
        .chain(pictures)
}
