//! The server's own key, and what is made from it: seals for what rests on the
//! disk, the signature under what the server itself writes, the next tokens of a
//! session, and the word that it gives devices for each writer.
//!
//! The key is 32 random bytes in a file beside the database, readable by the
//! server's user alone. Without it the database says nothing about anybody; a
//! backup of the one must be kept apart from a backup of the other.

#[cfg(feature = "proved")]
#[path = "keys/proved.rs"]
pub mod proved;

use std::io::{Read, Write};
use std::path::Path;

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hkdf::{HKDF_SHA256, KeyType, Prk, Salt};
use ring::signature::{Ed25519KeyPair, KeyPair};
use zeroize::Zeroizing;

use crate::chance::{Chance, NoChance, draw};

const SALT: usize = 16;

/// The server's keys.
pub struct Keys {
    rows: Prk,
    wrap: Prk,
    tokens: ring::hmac::Key,
    vouchers: ring::hmac::Key,
    signing: Ed25519KeyPair,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys")
    }
}

/// Why the server has no keys.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file cannot be read or made.
    #[error("the key file {path} cannot be used: {reason}")]
    File {
        /// Which.
        path: String,
        /// Why.
        reason: std::io::Error,
    },
    /// The file is not 32 bytes.
    #[error("the key file {0} is damaged. Put back the one that belongs to this database")]
    Damaged(String),
    /// There is a database and no key.
    #[error(
        "there is a database, but its key file {0} is missing. Put it back; without it the database cannot be read"
    )]
    Missing(String),
    /// The system gives no random bytes.
    #[error(transparent)]
    Chance(#[from] NoChance),
}

/// Sealed bytes that do not open: damaged, moved, or sealed with another key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("sealed bytes do not open")]
pub struct NotOpened;

/// The key under which one record's blocks rest.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey")
    }
}

struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

impl Keys {
    /// Reads the key file; makes it where there is none and there is no
    /// database either.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn open(path: &Path, has_database: bool, chance: &dyn Chance) -> Result<Self, KeyError> {
        let shown = || path.display().to_string();
        let fails = |reason| KeyError::File { path: shown(), reason };
        match std::fs::File::open(path) {
            Ok(mut file) => {
                let mut bytes = Zeroizing::new(Vec::with_capacity(33));
                file.read_to_end(&mut bytes).map_err(fails)?;
                let master: Zeroizing<[u8; 32]> = Zeroizing::new(
                    bytes.as_slice().try_into().map_err(|_| KeyError::Damaged(shown()))?,
                );
                Self::from_master(&master).ok_or_else(|| KeyError::Damaged(shown()))
            }
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(fails(error)),
            Err(_) if has_database => Err(KeyError::Missing(shown())),
            Err(_) => {
                let master = Zeroizing::new(draw::<32>(chance)?);
                make(path, &master, chance)?.map_err(fails)?;
                // What is there now: another process may have been first.
                Self::open(path, true, chance)
            }
        }
    }

    /// From the key itself. None only where the cryptography refuses, which it
    /// has no reason to.
    #[must_use]
    pub fn from_master(master: &[u8; 32]) -> Option<Self> {
        let root = Salt::new(HKDF_SHA256, b"what-matters server v1").extract(master);
        let derive = |purpose: &[u8]| -> Option<Zeroizing<[u8; 32]>> {
            let mut bytes = Zeroizing::new([0; 32]);
            root.expand(&[purpose], Length(32)).ok()?.fill(bytes.as_mut_slice()).ok()?;
            Some(bytes)
        };
        let hmac = |purpose| {
            Some(ring::hmac::Key::new(ring::hmac::HMAC_SHA256, derive(purpose)?.as_slice()))
        };
        let prk = |purpose| Some(Prk::new_less_safe(HKDF_SHA256, derive(purpose)?.as_slice()));
        Some(Self {
            rows: prk(b"rows")?,
            wrap: prk(b"data keys")?,
            tokens: hmac(b"tokens")?,
            vouchers: hmac(b"vouchers")?,
            signing: Ed25519KeyPair::from_seed_unchecked(derive(b"signing")?.as_slice()).ok()?,
        })
    }

    /// The public half of the key under the server's own entries.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        let mut key = [0; 32];
        key.copy_from_slice(self.signing.public_key().as_ref());
        key
    }

    /// The server's signature.
    #[must_use]
    pub fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        let mut signature = [0; 64];
        signature.copy_from_slice(self.signing.sign(bytes).as_ref());
        signature
    }

    /// What follows from a token: the same for the same token, and not to be
    /// guessed without the server's key.
    #[must_use]
    pub fn follow(&self, purpose: &[u8], token: &[u8]) -> [u8; 32] {
        let mut context = ring::hmac::Context::with_key(&self.tokens);
        context.update(&[u8::try_from(purpose.len()).unwrap_or(u8::MAX)]);
        context.update(purpose);
        context.update(token);
        let mut next = [0; 32];
        next.copy_from_slice(context.sign().as_ref());
        next
    }

    /// The server's word that it gave this card out in this record.
    #[must_use]
    pub fn vouch(&self, record: &[u8; 16], card: &[u8]) -> [u8; 32] {
        let mut voucher = [0; 32];
        let tag = ring::hmac::sign(&self.vouchers, &of_record(record, card));
        voucher.copy_from_slice(tag.as_ref());
        voucher
    }

    /// Whether it gave this word: also before it was restored from a backup, for
    /// its key is the same.
    #[must_use]
    pub fn has_vouched(&self, record: &[u8; 16], card: &[u8], voucher: &[u8; 32]) -> bool {
        ring::hmac::verify(&self.vouchers, &of_record(record, card), voucher).is_ok()
    }

    /// Seals a row, bound to its place.
    ///
    /// # Errors
    /// [`NoChance`].
    pub fn seal_row(
        &self,
        place: &[u8],
        row: &[u8],
        chance: &dyn Chance,
    ) -> Result<Vec<u8>, NoChance> {
        seal_salted(&self.rows, place, row, chance)
    }

    /// Opens a row.
    ///
    /// # Errors
    /// [`NotOpened`].
    pub fn open_row(&self, place: &[u8], sealed: Vec<u8>) -> Result<Vec<u8>, NotOpened> {
        open_salted(&self.rows, place, sealed)
    }

    /// A new data key for a record, and the same wrapped, to be kept.
    ///
    /// # Errors
    /// [`NoChance`].
    pub fn new_data_key(
        &self,
        record: &[u8; 16],
        chance: &dyn Chance,
    ) -> Result<(DataKey, Vec<u8>), NoChance> {
        let key = DataKey(Zeroizing::new(draw::<32>(chance)?));
        let wrapped = seal_salted(&self.wrap, record, key.0.as_slice(), chance)?;
        Ok((key, wrapped))
    }

    /// Unwraps a record's data key.
    ///
    /// # Errors
    /// [`NotOpened`].
    pub fn data_key(&self, record: &[u8; 16], wrapped: &[u8]) -> Result<DataKey, NotOpened> {
        let bytes = Zeroizing::new(open_salted(&self.wrap, record, wrapped.to_vec())?);
        let key = bytes.as_slice().try_into().map_err(|_| NotOpened)?;
        Ok(DataKey(Zeroizing::new(key)))
    }
}

impl DataKey {
    /// Seals a block, bound to its place.
    ///
    /// # Errors
    /// [`NoChance`].
    pub fn seal(
        &self,
        place: &[u8],
        block: &[u8],
        chance: &dyn Chance,
    ) -> Result<Vec<u8>, NoChance> {
        let nonce = draw::<NONCE_LEN>(chance)?;
        let mut sealed = Vec::with_capacity(NONCE_LEN + block.len() + AES_256_GCM.tag_len());
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(block);
        seal_behind(&self.0, nonce, place, &mut sealed).map_err(|_| NoChance)?;
        Ok(sealed)
    }

    /// Opens a block.
    ///
    /// # Errors
    /// [`NotOpened`].
    pub fn open(&self, place: &[u8], mut sealed: Vec<u8>) -> Result<Vec<u8>, NotOpened> {
        let nonce = *sealed.first_chunk::<NONCE_LEN>().ok_or(NotOpened)?;
        open_behind(&self.0, nonce, NONCE_LEN, place, &mut sealed)?;
        Ok(sealed)
    }
}

fn of_record(record: &[u8; 16], card: &[u8]) -> Vec<u8> {
    [&record[..], card].concat()
}

/// The hash under which a token, a code or a username is kept.
#[must_use]
pub fn digest(purpose: &[u8], secret: &[u8]) -> [u8; 32] {
    let mut context = ring::digest::Context::new(&ring::digest::SHA256);
    context.update(purpose);
    context.update(&[0]);
    context.update(secret);
    let mut hash = [0; 32];
    hash.copy_from_slice(context.finish().as_ref());
    hash
}

/// Whether a block's signature is its writer's.
#[must_use]
pub fn verify(key: &[u8; 32], bytes: &[u8], signature: &[u8]) -> bool {
    #[cfg(feature = "proved")]
    if proved::is(key, bytes, signature) {
        return true;
    }
    ring::signature::UnparsedPublicKey::new(&ring::signature::ED25519, key)
        .verify(bytes, signature)
        .is_ok()
}

// Rows are rewritten without end, so a random 12-byte nonce under one key would
// in time repeat. Each seal has a key of its own instead, from 16 random bytes.
fn salted(prk: &Prk, salt: &[u8]) -> Result<[u8; 32], ring::error::Unspecified> {
    let mut key = [0; 32];
    prk.expand(&[salt], Length(32))?.fill(&mut key)?;
    Ok(key)
}

fn seal_salted(
    prk: &Prk,
    place: &[u8],
    plain: &[u8],
    chance: &dyn Chance,
) -> Result<Vec<u8>, NoChance> {
    let salt = draw::<SALT>(chance)?;
    let key = salted(prk, &salt).map_err(|_| NoChance)?;
    let mut sealed = Vec::with_capacity(SALT + plain.len() + AES_256_GCM.tag_len());
    sealed.extend_from_slice(&salt);
    sealed.extend_from_slice(plain);
    let nonce = [0; NONCE_LEN];
    let tag = aead(&key)
        .and_then(|aead| {
            aead.seal_in_place_separate_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(place),
                &mut sealed[SALT..],
            )
        })
        .map_err(|_| NoChance)?;
    sealed.extend_from_slice(tag.as_ref());
    Ok(sealed)
}

fn open_salted(prk: &Prk, place: &[u8], mut sealed: Vec<u8>) -> Result<Vec<u8>, NotOpened> {
    let salt = *sealed.first_chunk::<SALT>().ok_or(NotOpened)?;
    let key = salted(prk, &salt).map_err(|_| NotOpened)?;
    open_behind(&key, [0; NONCE_LEN], SALT, place, &mut sealed)?;
    Ok(sealed)
}

/// Makes the key file, whole or not at all: where this stops half-way, or
/// another process does the same, there is no file or one that is complete.
fn make(
    path: &Path,
    master: &[u8; 32],
    chance: &dyn Chance,
) -> Result<std::io::Result<()>, NoChance> {
    let unique = u64::from_le_bytes(draw::<8>(chance)?);
    let draft = path.with_extension(format!("{unique:016x}"));
    let write = || {
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&draft)?;
        file.write_all(master)?;
        file.sync_all()?;
        match std::fs::hard_link(&draft, path) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
            _ => Ok(()),
        }
    };
    let written = write();
    // Where it stays it is a key to nothing.
    let _ = std::fs::remove_file(&draft);
    Ok(written.and_then(|()| sync_folder(path)))
}

/// Makes a file's name in its folder as durable as the file.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn seal_behind(
    key: &[u8; 32],
    nonce: [u8; NONCE_LEN],
    place: &[u8],
    sealed: &mut Vec<u8>,
) -> Result<(), ring::error::Unspecified> {
    let tag = aead(key)?.seal_in_place_separate_tag(
        Nonce::assume_unique_for_key(nonce),
        Aad::from(place),
        &mut sealed[NONCE_LEN..],
    )?;
    sealed.extend_from_slice(tag.as_ref());
    Ok(())
}

/// Opens what stands behind `skip` bytes, and leaves only that.
fn open_behind(
    key: &[u8; 32],
    nonce: [u8; NONCE_LEN],
    skip: usize,
    place: &[u8],
    sealed: &mut Vec<u8>,
) -> Result<(), NotOpened> {
    let length = aead(key)
        .and_then(|aead| {
            let nonce = Nonce::assume_unique_for_key(nonce);
            Ok(aead.open_within(nonce, Aad::from(place), sealed, skip..)?.len())
        })
        .map_err(|_| NotOpened)?;
    sealed.truncate(length);
    Ok(())
}

fn aead(key: &[u8; 32]) -> Result<LessSafeKey, ring::error::Unspecified> {
    Ok(LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key)?))
}

#[cfg(test)]
#[path = "keys/tests.rs"]
mod tests;
