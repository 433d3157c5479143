//! The operator's tools: checking all that is kept, backing it up, putting it
//! back, and moving it to another engine.
//!
//! All of them wait for disks and databases: none may be called where an async
//! runtime runs. Only [`gather`], which a server does by itself, is for there.

mod backup;
mod gathering;
mod moving;
mod places;
mod restore;
mod verify;

pub use backup::{BackedUp, backup, backup_begins, backup_holds, backup_name, rotate};
pub use gathering::{Beside, Gathered, gather, gather_beside};
pub use moving::{Moved, move_to, moved_mark};
pub use places::{Place, lock, lock_shared};
pub use restore::{Leap, Restored, begin_epoch, restore};
pub use verify::{Report, check, verify};

use std::sync::Arc;

use crate::chance::NoChance;
use crate::keys::KeyError;
use crate::store::StoreError;

/// Hears what a tool says on its way, for whoever waits.
pub type Say = Arc<dyn Fn(&str) + Send + Sync>;

/// Why a tool did not do what it was to do: what is wrong, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum UpkeepError {
    /// The engine.
    #[error("{what}: {reason}")]
    Store {
        /// Which place.
        what: String,
        /// Why.
        reason: StoreError,
    },
    /// There is something already.
    #[error(
        "{0} has something in it already, and is never written over. Nothing was changed. Give another place, or move that away first"
    )]
    Taken(String),
    /// There is nothing.
    #[error("there is no database at {0}. Look whether the place is right")]
    Missing(String),
    /// A server runs.
    #[error("a server is using {0}. Stop it first, then do this again")]
    InUse(String),
    /// It cannot be read or made.
    #[error("{path} cannot be used: {reason}")]
    File {
        /// Which file.
        path: String,
        /// Why.
        reason: std::io::Error,
    },
    /// There is no key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// What was checked is not whole.
    #[error("{what} is not whole: {} Nothing was put in its place.", .report.summary())]
    NotWhole {
        /// Which place.
        what: String,
        /// What is wrong.
        report: Box<Report>,
    },
    /// A copy is not what it was made from.
    #[error(
        "the copy is not the same as what it was made from, and was given up. Do it again; if it happens again, look at the disks"
    )]
    NotTheSame,
    /// The system gives no random bytes.
    #[error(transparent)]
    Chance(#[from] NoChance),
}

impl UpkeepError {
    fn store(place: &Place) -> impl Fn(StoreError) -> Self + use<> {
        let what = place.to_string();
        move |reason| match reason {
            StoreError::NotEmpty => Self::Taken(what.clone()),
            StoreError::Missing => Self::Missing(what.clone()),
            reason => Self::Store { what: what.clone(), reason },
        }
    }

    fn file(path: &std::path::Path) -> impl Fn(std::io::Error) -> Self + use<> {
        let path = path.display().to_string();
        move |reason| Self::File { path: path.clone(), reason }
    }
}

#[cfg(test)]
mod tests;
