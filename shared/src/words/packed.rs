//! How messages lie in the app: read by `words`, written by `build/words.rs`,
//! which both have this file.

/// A message ends.
pub(super) const END: char = '\u{0}';
/// An argument begins: its name, [`CLOSE`].
pub(super) const ARGUMENT: char = '\u{1}';
/// An argument ends.
pub(super) const CLOSE: char = '\u{2}';
/// A choice begins: its argument's name, variants, [`CHOSEN`].
pub(super) const CHOICE: char = '\u{3}';
/// A variant of a choice begins: its key (none for the one that is left when no
/// other fits, which is the last), [`KEY`], its words.
pub(super) const VARIANT: char = '\u{4}';
/// The key of a variant ends.
pub(super) const KEY: char = '\u{5}';
/// A choice ends.
pub(super) const CHOSEN: char = '\u{6}';

/// What an id becomes: FNV-1a. A build fails where two ids come to the same.
pub(super) const fn hash(id: &str) -> u32 {
    let bytes = id.as_bytes();
    let mut hash = 0x811c_9dc5_u32;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}
