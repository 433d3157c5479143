//! Pictures, sound and film. Only what they say is in the record; their bytes lie
//! apart, under the hash that is kept here (`docs/decisions/0038`).

use super::slot::{Owned, Ref, scalar};
use super::{codes, kind};
use crate::codec::DecodeError;
use crate::fields::Value;
use crate::media::MediaHash;

codes! {
    /// What the bytes are.
    MediaType {
        /// A picture: `image/jpeg`.
        1 Jpeg,
        /// A picture: `image/png`.
        2 Png,
        /// A picture: `image/webp`.
        3 Webp,
        /// Sound: `audio/mpeg`.
        4 Mp3,
        /// Sound: `audio/mp4`.
        5 M4a,
        /// Sound: `audio/ogg`.
        6 Ogg,
        /// Sound: `audio/wav`.
        7 Wav,
        /// Sound: `audio/webm`.
        8 WebmSound,
        /// Film: `video/mp4`.
        9 Mp4,
        /// Film: `video/webm`.
        10 Webm,
    }
}

scalar!(
    MediaHash,
    |value, _author| match value {
        Value::Bytes(bytes) => bytes.try_into().map(MediaHash).map_err(|_| DecodeError::Field),
        _ => Err(DecodeError::Field),
    },
    |hash: &MediaHash, _author| Owned::Bytes(&hash.0)
);

kind! {
    /// A picture, sound or film that says more of an item of [`AboutMe`](super::AboutMe).
    AboutMedia = 55 in About as "about media" {
        /// The number of the item's field.
        1 item: u64 => Fixed,
        /// Of all its bytes.
        2 hash: MediaHash => Fixed,
        /// What they are.
        3 media: MediaType => Fixed,
        /// How many.
        4 bytes: u64 => Fixed,
        /// The text that says the same.
        5 words: String => All,
    }
}

kind! {
    /// A picture, sound or film that belongs to a decision: a talk that was recorded.
    DecisionMedia = 56 in Decisions as "decision media" {
        /// The decision.
        1 decision: Ref => Fixed,
        /// Of all its bytes.
        2 hash: MediaHash => Fixed,
        /// What they are.
        3 media: MediaType => Fixed,
        /// How many.
        4 bytes: u64 => Fixed,
        /// The text that says the same.
        5 words: String => All,
        /// Who was there and agreed to be recorded.
        6 agreed: String => Fixed,
    }
}
