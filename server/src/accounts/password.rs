//! Passwords: argon2id, a bounded number at once, and the same work whether or
//! not there is such an account.

use argon2::{Algorithm, Argon2, Params, Version};
use record::api::{ProblemCode, Secret};
use tokio::sync::Semaphore;

use crate::chance::{Chance, draw};
use crate::refused::Refused;

/// Memory in KiB, passes and lanes, as OWASP recommends for argon2id.
const COST: (u32, u32, u32) = (19_456, 2, 1);

/// How many passwords are hashed at once, and how many more may wait.
const AT_ONCE: usize = 2;
const WAITING: usize = 64;

/// A password as it is kept.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct PasswordRow {
    #[serde(with = "crate::hex")]
    salt: [u8; 16],
    #[serde(with = "crate::hex")]
    hash: [u8; 32],
    /// Memory, passes, lanes: kept with each, so that they may rise.
    cost: (u32, u32, u32),
}

impl std::fmt::Debug for PasswordRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordRow")
    }
}

/// Hashes passwords beside everything else.
#[derive(Debug)]
pub struct Passwords {
    slots: Semaphore,
    queue: Semaphore,
}

impl Default for Passwords {
    fn default() -> Self {
        Self { slots: Semaphore::new(AT_ONCE), queue: Semaphore::new(WAITING) }
    }
}

impl Passwords {
    /// Hashes a new password.
    ///
    /// # Errors
    /// [`ProblemCode::Busy`] where too many wait already.
    pub async fn hash(
        &self,
        password: &Secret,
        chance: &dyn Chance,
    ) -> Result<PasswordRow, Refused> {
        let salt = draw::<16>(chance)?;
        let hash = self.compute(password.clone(), salt, COST).await?;
        Ok(PasswordRow { salt, hash, cost: COST })
    }

    /// Whether it is the password. Where there is no account, does the same
    /// work and says no.
    ///
    /// # Errors
    /// As [`Passwords::hash`].
    pub async fn check(
        &self,
        password: &Secret,
        kept: Option<PasswordRow>,
    ) -> Result<bool, Refused> {
        let against =
            kept.clone().unwrap_or(PasswordRow { salt: [0; 16], hash: [0; 32], cost: COST });
        let hash = self.compute(password.clone(), against.salt, against.cost).await?;
        // All bytes are compared, however many agree.
        let differ =
            hash.iter().zip(against.hash).fold(0, |differ, (one, other)| differ | (one ^ other));
        Ok(differ == 0 && kept.is_some())
    }

    async fn compute(
        &self,
        password: Secret,
        salt: [u8; 16],
        (memory, passes, lanes): (u32, u32, u32),
    ) -> Result<[u8; 32], Refused> {
        let busy = || Refused::Later(ProblemCode::Busy, 5);
        let _place = self.queue.try_acquire().map_err(|_| busy())?;
        let _slot = self.slots.acquire().await.map_err(|_| busy())?;
        tokio::task::spawn_blocking(move || {
            let params = Params::new(memory, passes, lanes, Some(32)).ok()?;
            let mut hash = [0; 32];
            Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
                .hash_password_into(password.reveal().as_bytes(), &salt, &mut hash)
                .ok()?;
            Some(hash)
        })
        .await
        .ok()
        .flatten()
        .ok_or(Refused::Rule(ProblemCode::Fault))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SystemChance;

    #[tokio::test]
    async fn only_the_password_is_the_password() {
        let passwords = Passwords::default();
        let secret = Secret::new("a garden in May");
        let row = passwords.hash(&secret, &SystemChance::default()).await.unwrap();
        assert_eq!(passwords.check(&secret, Some(row.clone())).await, Ok(true));
        let wrong = Secret::new("a garden in June");
        assert_eq!(passwords.check(&wrong, Some(row.clone())).await, Ok(false));
        assert_eq!(passwords.check(&secret, None).await, Ok(false));
        assert!(!serde_json::to_string(&row).unwrap().contains("garden"));
    }
}
