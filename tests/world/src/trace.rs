//! What happened, as a hash: the same for the same seed, or the world is not
//! one.

use std::fmt::Write as _;

use ring::digest::{Context, SHA256};
use shared::effects::store::Write;

/// A running hash over everything that moves.
pub struct Trace(Context);

impl Default for Trace {
    fn default() -> Self {
        Self(Context::new(&SHA256))
    }
}

impl Trace {
    /// Something moved.
    pub fn add(&mut self, what: &[u8], bytes: &[u8]) {
        self.0.update(what);
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    /// Something is written.
    pub fn writes(&mut self, writes: &[Write]) {
        for write in writes {
            match write {
                Write::Append { slot, position, body } => {
                    self.add(&slot.to_le_bytes(), &position.to_le_bytes());
                    self.add(b"append", body);
                }
                Write::Remove { slot, from, to } => {
                    self.add(&slot.to_le_bytes(), &from.to_le_bytes());
                    self.add(b"remove", &to.to_le_bytes());
                }
                Write::Put { key, body } => self.add(key.as_bytes(), body),
                Write::Forget { key } => self.add(b"forget", key.as_bytes()),
            }
        }
    }

    /// The hash, as figures.
    #[must_use]
    pub fn finish(self) -> String {
        self.0.finish().as_ref()[..16].iter().fold(String::new(), |mut figures, byte| {
            let _ = write!(figures, "{byte:02x}");
            figures
        })
    }
}
