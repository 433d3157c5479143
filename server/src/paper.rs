//! A page as a PDF, for whoever may see the record that it is of. What stands on it is
//! what the caller's own device has, so nothing is looked up; nothing of it is kept and
//! nothing of it is logged. A colleague has opened the record before, which the person
//! sees: a page that they print is no further look.

use std::sync::Arc;
use std::time::Duration;

use record::Scopes;
use record::api::{Paper, ProblemCode};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::clock::Moment;
use crate::records::Standing;
use crate::refused::Refused;

/// How many are made at once: each keeps cores busy.
const AT_ONCE: usize = 2;
/// How long one waits for a place.
const WITHIN: Duration = Duration::from_secs(10);
/// How many seconds after who got no place may ask again.
const SOON: u32 = 5;

/// Makes a PDF of a page, at a time in seconds since 1970. The program brings it: what
/// else is built of the server needs no typesetter.
pub type Typeset = fn(&Paper, i64) -> Result<Vec<u8>, ProblemCode>;

/// Where pages are made.
#[derive(Clone, Debug)]
pub struct Press {
    typeset: Typeset,
    places: Arc<Semaphore>,
    within: Duration,
}

impl Press {
    /// One with all its places free.
    #[must_use]
    pub fn of(typeset: Typeset) -> Self {
        Self { typeset, places: Arc::new(Semaphore::new(AT_ONCE)), within: WITHIN }
    }

    /// Makes the PDF.
    ///
    /// # Errors
    /// [`ProblemCode::NotAllowed`] to whom nothing of the record is shared any more;
    /// [`ProblemCode::Busy`]; what the typesetter says.
    pub async fn pdf(
        &self,
        standing: &Standing,
        paper: Paper,
        now: Moment,
    ) -> Result<Vec<u8>, Refused> {
        if standing.see == Scopes::NONE {
            return Err(ProblemCode::NotAllowed.into());
        }
        let place = timeout(self.within, Arc::clone(&self.places).acquire_owned()).await;
        let Ok(Ok(place)) = place else {
            return Err(Refused::Later(ProblemCode::Busy, SOON));
        };
        let typeset = self.typeset;
        let made = tokio::task::spawn_blocking(move || {
            // Until it is made, whether or not anybody still waits for it.
            let _place = place;
            typeset(&paper, now.seconds())
        });
        Ok(made.await.map_err(|_| ProblemCode::Fault)??)
    }
}

#[cfg(test)]
mod tests {
    use record::{Member, RecordId};

    use super::*;
    use crate::records::Role;

    const NOW: Moment = Moment(1_800_000_000_000);

    fn standing(see: Scopes) -> Standing {
        let (record, member) = (RecordId([1; 16]), Member(3));
        Standing { record, member, role: Role::Carer, see, add: Scopes::NONE, open: true }
    }

    #[tokio::test]
    async fn who_gets_no_place_is_told_to_ask_again_and_the_next_gets_one() {
        let press = Press {
            within: Duration::from_millis(10),
            ..Press::of(|_, at| Ok(at.to_string().into_bytes()))
        };
        let standing = standing(Scopes::ALL);
        let taken = Arc::clone(&press.places).acquire_many_owned(2).await.unwrap();
        let refused = press.pdf(&standing, Paper::default(), NOW).await;
        assert_eq!(refused, Err(Refused::Later(ProblemCode::Busy, SOON)));
        drop(taken);
        for _ in 0..=AT_ONCE {
            let made = press.pdf(&standing, Paper::default(), NOW).await;
            assert_eq!(made, Ok(b"1800000000".to_vec()));
        }
    }

    #[tokio::test]
    async fn a_typesetter_that_fails_is_a_fault_and_keeps_no_place() {
        let press = Press::of(|_, _| Err(ProblemCode::Fault));
        for _ in 0..=AT_ONCE {
            let failed = press.pdf(&standing(Scopes::ALL), Paper::default(), NOW).await;
            assert_eq!(failed, Err(ProblemCode::Fault.into()));
        }
        let nobody = press.pdf(&standing(Scopes::NONE), Paper::default(), NOW).await;
        assert_eq!(nobody, Err(ProblemCode::NotAllowed.into()));
    }
}
