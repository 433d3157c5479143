//! Gathering old blocks of all streams into segments, beside a server that goes
//! on: part by part, each segment in an act of its own.

use std::sync::Arc;
use std::time::Duration;

use record::{RecordId, Scope};

use crate::chance::Chance;
use crate::clock::Moment;
use crate::store::books::{Books, Read};
use crate::store::tables::{ReadKey, Streams, open_row};
use crate::store::{StoreError, TableId};
use crate::sync::gather::{self, Found, Made, Rule};

/// How many streams are looked through at once.
const STREAMS: usize = 500;

/// What was gathered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// Segments that were made.
    pub segments: u64,
    /// Blocks that got a place in them.
    pub blocks: u64,
    /// Streams in which something is damaged, and nothing was changed.
    pub damaged: u64,
}

/// Where packing is done, so that it holds nobody up.
pub trait Beside {
    /// Packs what was found.
    fn make(
        &self,
        found: Found,
        rule: Rule,
        now: Moment,
        chance: Arc<dyn Chance>,
    ) -> impl Future<Output = Result<Option<Made>, StoreError>> + Send;

    /// Lets others go first, after each segment.
    fn rest(&self) -> impl Future<Output = ()> + Send;
}

/// On a thread of the runtime's for what takes long, with a rest.
struct OnRuntime(Duration);

impl Beside for OnRuntime {
    async fn make(
        &self,
        found: Found,
        rule: Rule,
        now: Moment,
        chance: Arc<dyn Chance>,
    ) -> Result<Option<Made>, StoreError> {
        // Packing takes milliseconds: not where requests are answered.
        tokio::task::spawn_blocking(move || found.make(rule, now, &*chance))
            .await
            .map_err(|error| StoreError::Failed(error.to_string()))?
    }

    async fn rest(&self) {
        tokio::time::sleep(self.0).await;
    }
}

/// Gathers what is old in all streams. Rests after each segment, so that nothing
/// else ever waits behind many of them. A break at any moment does no harm.
///
/// # Errors
/// [`StoreError`]; what was gathered before it stays so.
pub async fn gather(
    books: &Books,
    now: Moment,
    rule: Rule,
    rest: Duration,
) -> Result<Gathered, StoreError> {
    gather_beside(books, now, rule, &OnRuntime(rest)).await
}

/// As [`gather`], and packs where it is told to.
///
/// # Errors
/// As [`gather`].
pub async fn gather_beside(
    books: &Books,
    now: Moment,
    rule: Rule,
    beside: &impl Beside,
) -> Result<Gathered, StoreError> {
    let mut done = Gathered::default();
    let mut after = None;
    loop {
        let (streams, last) = part(books, after, rule).await?;
        for (record, scope) in streams {
            match stream(books, (record, scope), now, rule, beside, &mut done).await {
                Ok(()) => {}
                Err(StoreError::Damaged) => {
                    done.damaged += 1;
                    tracing::error!(
                        %record, ?scope,
                        "a stream is damaged, and nothing of it was gathered: run verify"
                    );
                }
                Err(error) => return Err(error),
            }
        }
        match last {
            Some(last) => after = Some(last),
            None => return Ok(done),
        }
    }
}

/// The streams that the rule may concern, of those after a key, and the last key.
async fn part(
    books: &Books,
    after: Option<Vec<u8>>,
    rule: Rule,
) -> Result<(Vec<(RecordId, Scope)>, Option<Vec<u8>>), StoreError> {
    books
        .read(move |page| {
            let rows = page.reads().rows_after(TableId::Streams, after.as_deref(), STREAMS)?;
            let last = rows.last().map(|(key, _)| key.clone());
            let concerned = rows.into_iter().filter_map(|(key, row)| {
                // One that does not open is for `verify` to name.
                let row = open_row::<Streams>(page.keys(), &key, row).ok()?;
                rule.concerns(&row).then(|| <(RecordId, Scope)>::read(&key))?
            });
            Ok((concerned.collect(), last))
        })
        .await
}

/// Gathers what is old in one stream: as many segments as it makes.
async fn stream(
    books: &Books,
    (record, scope): (RecordId, Scope),
    now: Moment,
    rule: Rule,
    beside: &impl Beside,
    done: &mut Gathered,
) -> Result<(), StoreError> {
    loop {
        let found = books.read(move |page| gather::look(page, record, scope, rule, now)).await?;
        let Some(found) = found else { return Ok(()) };
        let made = beside.make(found, rule, now, Arc::clone(books.chance())).await?;
        let Some(made) = made else { return Ok(()) };
        let blocks = made.blocks;
        if books.write_of(&record, move |pen| gather::put(pen, &made)).await? {
            done.segments += 1;
            done.blocks += blocks;
        } else {
            // Another server was first.
            return Ok(());
        }
        beside.rest().await;
    }
}
