//! How often somebody may try: buckets that a try empties and time fills.
//!
//! Kept in memory alone: a restart forgives everybody, which an attacker cannot
//! bring about.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use record::api::ProblemCode;

use crate::clock::Moment;
use crate::keys::digest;
use crate::refused::Refused;

/// The most buckets; the fullest are forgotten beyond this.
const MOST: usize = 100_000;

/// What is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trying {
    /// To sign in as one account from one address.
    SignIn,
    /// To sign in as anybody from one address.
    SignInFrom,
    /// To make an account from one address.
    SignUp,
    /// An invitation's code from one address.
    Code,
    /// The address of a calendar from one address: few of those that ask for them
    /// have many people's.
    Calendar,
}

impl Trying {
    /// How many tries at once, and how many milliseconds give one back.
    fn allowance(self) -> (f64, f64) {
        match self {
            Self::SignIn => (10.0, 30_000.0),
            Self::SignInFrom => (100.0, 1_000.0),
            Self::SignUp => (60.0, 10_000.0),
            Self::Code => (30.0, 20_000.0),
            Self::Calendar => (200.0, 200.0),
        }
    }
}

/// The tries that are left to everybody.
#[derive(Debug, Default)]
pub struct Limits(Mutex<HashMap<(Trying, [u8; 32]), Bucket>>);

#[derive(Clone, Copy, Debug)]
struct Bucket {
    left: f64,
    at: Moment,
}

impl Limits {
    /// Takes one try; the account, where one is tried, is remembered as a hash.
    ///
    /// # Errors
    /// [`ProblemCode::TooManyTries`] with the seconds until the next.
    pub fn take(
        &self,
        trying: Trying,
        from: Option<IpAddr>,
        account: &str,
        now: Moment,
    ) -> Result<(), Refused> {
        let from = from.map(|address| address.to_string()).unwrap_or_default();
        let key = (trying, digest(from.as_bytes(), account.as_bytes()));
        let (most, refill) = trying.allowance();
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST {
            buckets.retain(|(trying, _), bucket| {
                let (most, refill) = trying.allowance();
                filled(*bucket, most, refill, now).left < most
            });
        }
        let bucket = buckets.entry(key).or_insert(Bucket { left: most, at: now });
        *bucket = filled(*bucket, most, refill, now);
        if bucket.left < 1.0 {
            let wait = (1.0 - bucket.left) * refill / 1000.0;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between 0 and an hour"
            )]
            let seconds = wait.ceil().clamp(1.0, 3600.0) as u32;
            return Err(Refused::Later(ProblemCode::TooManyTries, seconds));
        }
        bucket.left -= 1.0;
        Ok(())
    }
}

fn filled(bucket: Bucket, most: f64, refill: f64, now: Moment) -> Bucket {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds since the last try")]
    let elapsed = now.since(bucket.at).max(0) as f64;
    Bucket { left: (bucket.left + elapsed / refill).min(most), at: now.max(bucket.at) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_run_out_and_come_back_with_time() {
        let limits = Limits::default();
        let here: Option<IpAddr> = "192.0.2.1".parse().ok();
        let there: Option<IpAddr> = "192.0.2.2".parse().ok();
        let now = Moment(1_000_000);
        for _ in 0..10 {
            assert_eq!(limits.take(Trying::SignIn, here, "sam", now), Ok(()));
        }
        assert_eq!(
            limits.take(Trying::SignIn, here, "sam", now),
            Err(Refused::Later(ProblemCode::TooManyTries, 30))
        );
        assert_eq!(limits.take(Trying::SignIn, here, "pat", now), Ok(()));
        assert_eq!(limits.take(Trying::SignIn, there, "sam", now), Ok(()));
        let later = now.plus_seconds(30);
        assert_eq!(limits.take(Trying::SignIn, here, "sam", later), Ok(()));
        assert!(limits.take(Trying::SignIn, here, "sam", later).is_err());
    }

    #[test]
    fn a_clock_that_goes_back_gives_nothing() {
        let limits = Limits::default();
        let now = Moment(1_000_000_000);
        for _ in 0..10 {
            limits.take(Trying::SignIn, None, "sam", now).unwrap();
        }
        assert!(limits.take(Trying::SignIn, None, "sam", Moment(0)).is_err());
        assert!(limits.take(Trying::SignIn, None, "sam", now).is_err());
    }
}
