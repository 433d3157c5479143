//! How a token is written: the session and 32 secret bytes, as 96 figures.

use record::api::Secret;

use super::SessionId;
use crate::hex;

/// A token that somebody came with. Says nothing of whether it serves.
#[derive(Clone)]
pub struct Token {
    /// The session it names.
    pub session: SessionId,
    /// What proves it.
    pub secret: [u8; 32],
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token")
    }
}

impl Token {
    /// From its writing. None where it is no token.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let bytes = hex::read(text)?;
        let (session, secret) = bytes.split_first_chunk::<16>()?;
        Some(Self { session: SessionId(*session), secret: secret.try_into().ok()? })
    }

    /// As it is handed out.
    #[must_use]
    pub fn write(&self) -> Secret {
        let mut text = hex::write(&self.session.0);
        text.push_str(&hex::write(&self.secret));
        Secret::new(text)
    }
}
