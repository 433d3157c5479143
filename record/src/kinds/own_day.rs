//! When the person's day begins.

use super::kind;

kind! {
    /// Somebody who goes to bed at two has their day end then, and not at midnight:
    /// what they do at one belongs to the evening before.
    OwnDay = 36 in Health as "own day" {
        /// In minutes after midnight, by the wall.
        1 start: u64 => Latest,
    }
}
