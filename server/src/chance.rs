//! Where unpredictable bytes come from: the operating system, or a test's seed.

/// A source of bytes.
pub trait Chance: Send + Sync {
    /// Fills the whole of it.
    ///
    /// # Errors
    /// [`NoChance`] where the system has none to give; nothing may be made then.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoChance>;
}

/// The system could give no random bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the system gives no random bytes")]
pub struct NoChance;

/// So many bytes.
///
/// # Errors
/// [`NoChance`].
pub fn draw<const N: usize>(chance: &dyn Chance) -> Result<[u8; N], NoChance> {
    let mut bytes = [0; N];
    chance.fill(&mut bytes)?;
    Ok(bytes)
}

/// The operating system's.
#[derive(Debug)]
pub struct SystemChance(ring::rand::SystemRandom);

impl Default for SystemChance {
    fn default() -> Self {
        Self(ring::rand::SystemRandom::new())
    }
}

impl Chance for SystemChance {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoChance> {
        ring::rand::SecureRandom::fill(&self.0, bytes).map_err(|_| NoChance)
    }
}
