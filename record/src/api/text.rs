//! The small strings of the API: secrets that never print, ids that read and write as
//! hexadecimal, and days.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A password or a token. Prints as `Secret`, so that no log can hold it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps it.
    #[must_use]
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// The secret itself, for the one place that needs it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// An invitation's code: 12 letters and figures of [`Code::ALPHABET`], written
/// in three groups, `K7QP-2MXD-9RTB`. As good as a password until it is used,
/// so it prints as `Code`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code([u8; Self::LENGTH]);

impl Code {
    /// Its figures: none that is easily taken for another.
    pub const ALPHABET: &'static [u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    /// How many it has.
    pub const LENGTH: usize = 12;

    /// From random bytes: five bits of each choose a figure.
    #[must_use]
    pub fn from_random(random: [u8; Self::LENGTH]) -> Self {
        Self(random.map(|byte| Self::ALPHABET[usize::from(byte % 32)]))
    }

    /// The figures without their groups.
    #[must_use]
    pub fn figures(&self) -> &[u8] {
        &self.0
    }
}

impl FromStr for Code {
    type Err = NotACode;

    /// Takes it however it was typed: any case, any spaces and dashes.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let mut code = [0; Self::LENGTH];
        let mut length = 0;
        for typed in text.chars() {
            if matches!(typed, ' ' | '-' | '\u{2010}'..='\u{2015}') {
                continue;
            }
            let figure = typed.to_ascii_uppercase();
            let byte = u8::try_from(figure).map_err(|_| NotACode)?;
            if length == Self::LENGTH || !Self::ALPHABET.contains(&byte) {
                return Err(NotACode);
            }
            code[length] = byte;
            length += 1;
        }
        if length == Self::LENGTH { Ok(Self(code)) } else { Err(NotACode) }
    }
}

impl TryFrom<String> for Code {
    type Error = NotACode;

    fn try_from(text: String) -> Result<Self, NotACode> {
        text.parse()
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.to_string()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, figure) in self.0.iter().enumerate() {
            if place > 0 && place % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*figure))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code")
    }
}

/// The text cannot be an invitation's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an invitation's code is 12 letters and figures, such as K7QP-2MXD-9RTB")]
pub struct NotACode;

/// Bytes that travel as lower-case hexadecimal.
macro_rules! hexadecimal {
    ($(#[$doc:meta])* $name:ident, $bytes:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub [u8; $bytes]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:02x}…)"), self.0[0])
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                from_hexadecimal(&text).map(Self).ok_or_else(|| {
                    serde::de::Error::custom(concat!(
                        stringify!($bytes),
                        " bytes as hexadecimal figures are needed"
                    ))
                })
            }
        }
    };
}

hexadecimal!(
    /// An account, for as long as it lives.
    AccountId,
    16
);
hexadecimal!(
    /// The public half of a device's Ed25519 key.
    DeviceKey,
    32
);

hexadecimal!(
    /// A care team.
    TeamId,
    16
);

hexadecimal!(
    /// What a sign is called between the devices of one account.
    SignName,
    8
);

impl SignName {
    /// Of what only the account's devices put together: nobody can read it back.
    #[must_use]
    pub fn of(parts: &[&[u8]]) -> Self {
        use sha2::{Digest, Sha256};

        let mut sha = Sha256::new();
        for part in parts {
            sha.update([u8::try_from(part.len()).unwrap_or(u8::MAX)]);
            sha.update(part);
        }
        let mut name = [0; 8];
        name.copy_from_slice(&sha.finalize()[..8]);
        Self(name)
    }
}

fn from_hexadecimal<const N: usize>(text: &str) -> Option<[u8; N]> {
    let figures = text.as_bytes();
    if figures.len() != 2 * N || !figures.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(figures.chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// A day as `2026-11-22`.
pub(super) mod day {
    use jiff::civil::Date;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands it so")]
    pub(crate) fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| D::Error::custom("no day"))
    }
}
