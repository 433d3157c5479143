//! Signatures that need no proof, for the simulated world (`tests/world`): it has
//! just made them itself. A key, words or a signature that is not bit for bit what
//! was signed is checked as ever, so a wrong one is found wrong.
//!
//! Only with the feature `proved`, which no build without debug assertions accepts.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::digest;

thread_local! {
    static PROVED: RefCell<Option<BTreeSet<[u8; 32]>>> = const { RefCell::new(None) };
}

/// All three at once; the lengths of the first two are always the same.
fn sum(key: &[u8; 32], bytes: &[u8], signature: &[u8; 64]) -> [u8; 32] {
    digest(b"proved", &[&key[..], signature, bytes].concat())
}

/// From now on, this thread's own signatures need no proof; or they do, again.
pub fn trust(own: bool) {
    PROVED.set(own.then(BTreeSet::new));
}

/// This was signed on this thread, with this key.
pub fn signed(key: &[u8; 32], bytes: &[u8], signature: &[u8]) {
    PROVED.with_borrow_mut(|proved| {
        if let (Some(proved), Ok(signature)) = (proved, signature.try_into()) {
            proved.insert(sum(key, bytes, signature));
        }
    });
}

/// Whether it was.
pub(super) fn is(key: &[u8; 32], bytes: &[u8], signature: &[u8]) -> bool {
    PROVED.with_borrow(|proved| match (proved, signature.try_into()) {
        (Some(proved), Ok(signature)) => proved.contains(&sum(key, bytes, signature)),
        _ => false,
    })
}
