//! Pictures, sound and film: what their bytes are, how many there may be, and what is
//! taken out of them before they are kept. Pure; both sides go by it.

mod boxes;
mod jpeg;
mod riff;
mod sniff;
#[cfg(test)]
mod tests;
mod tiff;

use sha2::{Digest, Sha256};

pub use crate::kinds::MediaType;
pub use sniff::sniff;

/// How many bytes of it rest and travel at a time.
pub const PART: usize = 128 * 1024;

/// The most bytes of a picture.
pub const MOST_PICTURE: u64 = 5 * 1024 * 1024;

/// The most bytes of sound or film.
pub const MOST: u64 = 25 * 1024 * 1024;

/// The most bytes that a server keeps of one record.
pub const MOST_OF_RECORD: u64 = 300 * 1024 * 1024;

/// What somebody makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Seen.
    Picture,
    /// Heard.
    Sound,
    /// Both.
    Film,
}

impl Sort {
    /// The most bytes of one.
    #[must_use]
    pub fn most(self) -> u64 {
        match self {
            Self::Picture => MOST_PICTURE,
            Self::Sound | Self::Film => MOST,
        }
    }
}

impl MediaType {
    /// What somebody makes of it; none for what this app does not know.
    #[must_use]
    pub fn sort(self) -> Option<Sort> {
        Some(match self {
            Self::Jpeg | Self::Png | Self::Webp => Sort::Picture,
            Self::Mp3 | Self::M4a | Self::Ogg | Self::Wav | Self::WebmSound => Sort::Sound,
            Self::Mp4 | Self::Webm => Sort::Film,
            Self::Unknown(_) => return None,
        })
    }

    /// Its media type (IANA).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Mp3 => "audio/mpeg",
            Self::M4a => "audio/mp4",
            Self::Ogg => "audio/ogg",
            Self::Wav => "audio/wav",
            Self::WebmSound => "audio/webm",
            Self::Mp4 => "video/mp4",
            Self::Webm => "video/webm",
            Self::Unknown(_) => "application/octet-stream",
        }
    }

    /// How the name of a file of it ends.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Mp3 => "mp3",
            Self::M4a => "m4a",
            Self::Ogg => "ogg",
            Self::Wav => "wav",
            Self::Mp4 => "mp4",
            Self::WebmSound | Self::Webm => "webm",
            Self::Unknown(_) => "bin",
        }
    }
}

/// SHA-256 of all its bytes: the name under which they rest and travel.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MediaHash(pub [u8; 32]);

impl MediaHash {
    /// Of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// In hexadecimal.
    #[must_use]
    pub fn hex(&self) -> String {
        use std::fmt::Write as _;
        self.0.iter().fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// From hexadecimal; none where it is not.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let text = text.as_bytes();
        if text.len() != 64 || !text.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        let digit = |digit: u8| (digit as char).to_digit(16).and_then(|d| u8::try_from(d).ok());
        let mut hash = [0; 32];
        for (byte, pair) in hash.iter_mut().zip(text.chunks(2)) {
            *byte = digit(*pair.first()?)? << 4 | digit(*pair.get(1)?)?;
        }
        Some(Self(hash))
    }
}

// What it names may be known elsewhere: a log must not tell who has it.
impl std::fmt::Debug for MediaHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MediaHash")
    }
}

/// The hash of bytes that come in parts.
#[derive(Default)]
pub struct Hashing(Sha256);

impl Hashing {
    /// Takes the next.
    pub fn take(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Of all that were taken.
    #[must_use]
    pub fn finish(self) -> MediaHash {
        MediaHash(self.0.finalize().into())
    }
}

/// How many parts so many bytes have.
#[must_use]
pub fn parts(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(PART as u64)).unwrap_or(u32::MAX)
}

/// How many bytes a part has, of so many in all; none where there is no such part.
#[must_use]
pub fn part_size(bytes: u64, part: u32) -> Option<usize> {
    let from = u64::from(part) * PART as u64;
    let left = bytes.checked_sub(from).filter(|left| *left > 0)?;
    usize::try_from(left.min(PART as u64)).ok()
}

/// Why a file cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is none of what is known.
    #[error("the file is neither a picture nor sound nor film that is known")]
    Unknown,
    /// A picture as newer phones keep it (HEIC, AVIF), which not every browser shows.
    #[error("the picture is of a kind that not every browser shows")]
    Phone,
    /// It begins as one, and goes on as none.
    #[error("the file is damaged")]
    Damaged,
    /// It has more bytes than one may have.
    #[error("the file is too large")]
    TooLarge(Sort),
}

/// Looks at a file that somebody picked, and takes out of it what tells where, when,
/// by whom and with what it was made. What is left is never larger.
///
/// A picture keeps which side is up. Of Ogg and `WebM` nothing is taken out: what
/// browsers record has nothing of the kind.
///
/// # Errors
/// [`Refused`].
pub fn clean(bytes: Vec<u8>) -> Result<(MediaType, Vec<u8>), Refused> {
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    let media = sniff(&bytes)?;
    let sort = media.sort().ok_or(Refused::Unknown)?;
    if bytes.len() as u64 > sort.most() {
        return Err(Refused::TooLarge(sort));
    }
    let cleaned = match media {
        MediaType::Jpeg => jpeg::clean(&bytes).ok_or(Refused::Damaged)?,
        MediaType::Png => boxes::png(&bytes).ok_or(Refused::Damaged)?,
        MediaType::Webp => riff::webp(&bytes).ok_or(Refused::Damaged)?,
        MediaType::Wav => riff::wav(&bytes).ok_or(Refused::Damaged)?,
        MediaType::M4a | MediaType::Mp4 => boxes::mp4(bytes),
        MediaType::Mp3 => sniff::without_tags(bytes),
        MediaType::Ogg | MediaType::Webm | MediaType::WebmSound | MediaType::Unknown(_) => bytes,
    };
    if cleaned.is_empty() { Err(Refused::Damaged) } else { Ok((media, cleaned)) }
}

impl serde::Serialize for MediaHash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.hex())
    }
}

impl<'de> serde::Deserialize<'de> for MediaHash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_hex(&text)
            .ok_or_else(|| serde::de::Error::custom("a hash is 64 hexadecimal figures"))
    }
}
