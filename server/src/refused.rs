//! Why a request was not carried out.

use record::api::{Problem, ProblemCode};

use crate::chance::NoChance;
use crate::keys::NotOpened;
use crate::store::StoreError;

/// A refusal by the rules, or a failure beneath them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The rules say no.
    #[error("{}", .0.message())]
    Rule(ProblemCode),
    /// Not now; again after so many seconds.
    #[error("{}", .0.message())]
    Later(ProblemCode, u32),
    /// The store could not.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system gives no random bytes.
    #[error(transparent)]
    Chance(#[from] NoChance),
}

impl From<ProblemCode> for Refused {
    fn from(code: ProblemCode) -> Self {
        Self::Rule(code)
    }
}

impl From<NotOpened> for Refused {
    fn from(_: NotOpened) -> Self {
        Self::Store(StoreError::Damaged)
    }
}

impl Refused {
    /// As it is said to whoever asked. What failed beneath is the operator's
    /// business, and in the log.
    #[must_use]
    pub fn problem(&self) -> Problem {
        match self {
            Self::Rule(code) => (*code).into(),
            Self::Later(code, seconds) => Problem::after(*code, *seconds),
            Self::Store(StoreError::Busy | StoreError::TooLong) => {
                Problem::after(ProblemCode::Busy, 5)
            }
            Self::Store(StoreError::Full | StoreError::Failed(_)) => {
                Problem::after(ProblemCode::Unavailable, 60)
            }
            Self::Store(_) | Self::Chance(_) => ProblemCode::Fault.into(),
        }
    }
}
