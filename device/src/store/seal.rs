//! Sealing: what is at rest can be read, and has not been changed or moved,
//! only under this device's key.
//!
//! ChaCha20-Poly1305, not AES-256-GCM: a browser's wasm and the cheapest phones
//! have no AES instructions, and there this is several times faster and needs
//! no table that leaks through the cache; where AES instructions exist,
//! 2 GB/s is still a hundred times what a cold start needs.
//!
//! A sealed body is `version (1) ‖ nonce (12) ‖ ciphertext ‖ tag (16)`. Nonces
//! are random: at one body a second, the chance that any two of a hundred years
//! are equal is below 10⁻¹⁰. Where a body lies (its slot and position, or its
//! name) is authenticated with it, so that bodies cannot be swapped.

use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};

use crate::config::SealingKey;

const VERSION: u8 = 1;
const HEAD: usize = 1 + NONCE_LEN;

/// Where a body lies.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    Row { slot: u64, position: u64 },
    Value(&'a str),
}

impl Place<'_> {
    /// No two places have the same bytes: the first tells the two apart, and
    /// what follows is of fixed length or alone.
    fn with_bytes<T>(self, then: impl FnOnce(Aad<&[u8]>) -> T) -> T {
        match self {
            Place::Row { slot, position } => {
                let mut bytes = [b'L'; 17];
                bytes[1..9].copy_from_slice(&slot.to_be_bytes());
                bytes[9..].copy_from_slice(&position.to_be_bytes());
                then(Aad::from(&bytes))
            }
            Place::Value(name) => then(Aad::from([b"V", name.as_bytes()].concat().as_slice())),
        }
    }
}

/// The body could not be sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the body does not open under this key at this place")]
pub(crate) struct Sealed;

/// Seals and opens bodies.
pub(crate) struct Sealer {
    key: LessSafeKey,
    random: SystemRandom,
}

impl Sealer {
    /// Fails only if the key had a wrong length, which its type rules out.
    pub(crate) fn new(key: &SealingKey) -> Result<Self, Sealed> {
        let key = UnboundKey::new(&CHACHA20_POLY1305, key.bytes()).map_err(|_| Sealed)?;
        Ok(Self { key: LessSafeKey::new(key), random: SystemRandom::new() })
    }

    /// Nonces for so many bodies, drawn at once: in a browser each draw is a
    /// call out of wasm.
    pub(crate) fn nonces(&self, count: usize) -> Result<Nonces, Sealed> {
        let mut bytes = vec![0; count * NONCE_LEN];
        self.random.fill(&mut bytes).map_err(|_| Sealed)?;
        Ok(Nonces(bytes))
    }

    /// Seals a body for its place with a nonce that serves only for it.
    pub(crate) fn seal(
        &self,
        nonces: &mut Nonces,
        place: Place<'_>,
        body: &[u8],
    ) -> Result<Vec<u8>, Sealed> {
        let nonce = nonces.take()?;
        let mut sealed = Vec::with_capacity(HEAD + body.len() + CHACHA20_POLY1305.tag_len());
        sealed.push(VERSION);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(body);
        let tag = place
            .with_bytes(|aad| {
                let nonce = Nonce::assume_unique_for_key(nonce);
                self.key.seal_in_place_separate_tag(nonce, aad, &mut sealed[HEAD..])
            })
            .map_err(|_| Sealed)?;
        sealed.extend_from_slice(tag.as_ref());
        Ok(sealed)
    }

    /// Opens a sealed body that lay at this place.
    pub(crate) fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, Sealed> {
        let (head, rest) = sealed.split_at_checked(HEAD).ok_or(Sealed)?;
        if head[0] != VERSION {
            return Err(Sealed);
        }
        let nonce = Nonce::try_assume_unique_for_key(&head[1..]).map_err(|_| Sealed)?;
        let mut body = rest.to_vec();
        let length = place
            .with_bytes(|aad| {
                self.key.open_in_place(nonce, aad, &mut body).map(|opened| opened.len())
            })
            .map_err(|_| Sealed)?;
        body.truncate(length);
        Ok(body)
    }
}

/// Nonces not used yet.
pub(crate) struct Nonces(Vec<u8>);

impl Nonces {
    fn take(&mut self) -> Result<[u8; NONCE_LEN], Sealed> {
        let rest = self.0.len().checked_sub(NONCE_LEN).ok_or(Sealed)?;
        let nonce = self.0[rest..].try_into().map_err(|_| Sealed)?;
        self.0.truncate(rest);
        Ok(nonce)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: Place<'_> = Place::Row { slot: 1, position: 2 };

    fn sealer(byte: u8) -> Sealer {
        Sealer::new(&SealingKey::new([byte; 32])).unwrap()
    }

    fn sealed(place: Place<'_>, body: &[u8]) -> Vec<u8> {
        let sealer = sealer(1);
        sealer.seal(&mut sealer.nonces(1).unwrap(), place, body).unwrap()
    }

    #[test]
    fn a_body_opens_at_its_own_place_only() {
        let body = sealed(ROW, b"6.2 mmol/L");
        assert_eq!(sealer(1).open(ROW, &body).as_deref(), Ok(b"6.2 mmol/L".as_slice()));
        assert_eq!(sealer(1).open(Place::Row { slot: 2, position: 1 }, &body), Err(Sealed));
        assert_eq!(sealer(1).open(Place::Value("L"), &body), Err(Sealed));
        assert_eq!(sealer(2).open(ROW, &body), Err(Sealed));
    }

    #[test]
    fn any_changed_bit_and_any_length_is_noticed() {
        let body = sealed(Place::Value("draft"), b"tired");
        for bit in 0..body.len() * 8 {
            let mut changed = body.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(sealer(1).open(Place::Value("draft"), &changed), Err(Sealed), "bit {bit}");
        }
        for length in 0..body.len() {
            assert_eq!(sealer(1).open(Place::Value("draft"), &body[..length]), Err(Sealed));
        }
    }

    #[test]
    fn the_same_body_never_looks_the_same_twice_nor_shows_its_words() {
        let (one, two) = (sealed(ROW, b"breathless"), sealed(ROW, b"breathless"));
        assert_ne!(one, two);
        assert!(!one.windows(4).any(|w| w == b"brea"));
    }

    #[test]
    fn a_nonce_serves_once() {
        let sealer = sealer(1);
        let mut nonces = sealer.nonces(1).unwrap();
        assert!(sealer.seal(&mut nonces, ROW, b"one").is_ok());
        assert_eq!(sealer.seal(&mut nonces, ROW, b"two"), Err(Sealed));
    }
}
