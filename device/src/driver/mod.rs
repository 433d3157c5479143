//! Carries out what the core asks for, and sends the answers back as turns.

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod wasm;

use ring::rand::{SecureRandom, SystemRandom};

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::{Answers, Driver};
#[cfg(target_arch = "wasm32")]
pub(crate) use wasm::{Answers, Driver};

/// So many unpredictable bytes; none at all where the system has none to give,
/// rather than predictable ones.
fn random(bytes: u32) -> Vec<u8> {
    let mut buffer = vec![0; bytes.try_into().unwrap_or(0)];
    match SystemRandom::new().fill(&mut buffer) {
        Ok(()) => buffer,
        Err(ring::error::Unspecified) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn randomness_has_the_length_asked_for_and_differs() {
        assert_eq!(super::random(0).len(), 0);
        assert_eq!(super::random(33).len(), 33);
        assert_ne!(super::random(32), super::random(32));
    }
}
