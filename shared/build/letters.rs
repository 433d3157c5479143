//! What small letter each capital has, as runs: what the standard library knows,
//! in a tenth of its tables.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

/// Capitals from `first` to `last`, each `step` after the one before, have the
/// letter that lies `by` after them.
struct Run {
    first: u32,
    last: u32,
    step: u32,
    by: i64,
}

pub(super) fn write(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut runs: Vec<Run> = Vec::new();
    for capital in '\0'..=char::MAX {
        let mut small = capital.to_lowercase();
        let Some(first) = small.next() else { continue };
        // One capital has two (İ), of which the second is its dot.
        if first == capital {
            continue;
        }
        let at = u32::from(capital);
        let by = i64::from(u32::from(first)) - i64::from(at);
        match runs.last_mut() {
            Some(run) if run.by == by && run.first == run.last && at - run.last <= 2 => {
                (run.step, run.last) = (at - run.last, at);
            }
            Some(run) if run.by == by && at - run.last == run.step => run.last = at,
            _ => runs.push(Run { first: at, last: at, step: 1, by }),
        }
    }
    let mut text = String::from("[");
    for Run { first, last, step, by } in runs {
        write!(text, "({first},{last},{step},{by}),")?;
    }
    text.push(']');
    std::fs::write(out.join("letters.rs"), text)?;
    Ok(())
}
