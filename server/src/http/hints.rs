//! Hints: "something is new", to whoever may see what is. Never what, never
//! whose.

use std::collections::HashMap;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use record::{RecordId, Scope, Scopes};
use tokio::sync::mpsc;
use tokio::time::{Interval, MissedTickBehavior, Sleep};

use crate::store::Store;

/// How often a quiet line says that it is still there.
const BEAT: Duration = Duration::from_secs(20);
/// The most lines at once; beyond it a device polls.
const MOST: usize = 20_000;

const HELLO: &[u8] = b"retry: 5000\n: open\n\n";
const NEW: &[u8] = b"event: new\ndata:\n\n";
const STILL_HERE: &[u8] = b": still here\n\n";

/// Everybody who listens.
#[derive(Default)]
pub struct Hub {
    lines: Mutex<HashMap<u64, Line>>,
    next: AtomicU64,
    /// Says the same on the other servers of the same database.
    relay: OnceLock<Box<Relay>>,
}

/// Passes a word on.
type Relay = dyn Fn(&[u8]) + Send + Sync;

impl std::fmt::Debug for Hub {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hub")
    }
}

/// What grew, as servers say it to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Word {
    record: RecordId,
    grew: Scopes,
    /// Whether consent may have changed, or somebody only looked.
    looked: bool,
}

impl Word {
    fn bytes(self) -> [u8; 25] {
        let mut bytes = [0; 25];
        bytes[..16].copy_from_slice(&self.record.0);
        bytes[16..24].copy_from_slice(&self.grew.bits().to_le_bytes());
        bytes[24] = u8::from(self.looked);
        bytes
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; 25] = bytes.try_into().ok()?;
        Some(Self {
            record: RecordId(*bytes.first_chunk()?),
            grew: Scopes::from_bits(u64::from_le_bytes(bytes[16..24].try_into().ok()?)),
            looked: bytes[24] == 1,
        })
    }
}

#[derive(Debug)]
struct Line {
    /// What its listener may see, when the line was opened.
    sees: Vec<(RecordId, Scopes)>,
    /// Holds one hint: more would say the same.
    hints: mpsc::Sender<()>,
}

impl Hub {
    /// Opens a line, until `until` has passed. None where too many are open.
    #[must_use]
    pub fn listen(
        self: &Arc<Self>,
        sees: Vec<(RecordId, Scopes)>,
        until: Duration,
    ) -> Option<Listener> {
        let (hints, hinted) = mpsc::channel(1);
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let mut lines = self.lines();
        if lines.len() >= MOST {
            return None;
        }
        lines.insert(id, Line { sees, hints });
        drop(lines);
        let mut beat = tokio::time::interval_at(tokio::time::Instant::now() + BEAT, BEAT);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Some(Listener {
            hub: Arc::clone(self),
            id,
            greeted: false,
            hinted,
            beat,
            until: Box::pin(tokio::time::sleep(until)),
        })
    }

    /// Lets the hubs of other servers over the same store tell what this one
    /// tells, and this one what they tell.
    pub fn join(self: &Arc<Self>, store: &Arc<dyn Store>) {
        let passes_on = Arc::clone(store);
        let relay: Box<Relay> = Box::new(move |word| passes_on.tell(word));
        if self.relay.set(relay).is_err() {
            return;
        }
        let hub = Arc::downgrade(self);
        store.listen(Box::new(move |word| {
            let (Some(hub), Some(word)) = (hub.upgrade(), Word::read(word)) else { return };
            if word.looked {
                hub.tell_here_of_look(word.record);
            } else {
                hub.tell_here(word.record, word.grew);
            }
        }));
    }

    fn pass_on(&self, word: Word) {
        if let Some(relay) = self.relay.get() {
            relay(&word.bytes());
        }
    }

    /// Tells whoever may see these scopes of this record, on every server. Where
    /// consent itself changed, the lines to this record are closed besides: they
    /// open again knowing what may now be seen.
    pub fn tell(&self, record: RecordId, grew: Scopes) {
        self.tell_here(record, grew);
        self.pass_on(Word { record, grew, looked: false });
    }

    fn tell_here(&self, record: RecordId, grew: Scopes) {
        let consent = grew.has(Scope::Sharing);
        self.lines().retain(|_, line| {
            let Some((_, sees)) = line.sees.iter().find(|(known, _)| *known == record) else {
                return true;
            };
            if !sees.and(grew).is_empty() {
                // A full line has its hint already; a closed one needs none.
                let _ = line.hints.try_send(());
            }
            !consent || *sees == Scopes::ALL
        });
    }

    /// Tells that somebody looked: the sharing stream grew, but no consent
    /// changed.
    pub fn tell_of_look(&self, record: RecordId) {
        self.tell_here_of_look(record);
        self.pass_on(Word { record, grew: Scopes::of(&[Scope::Sharing]), looked: true });
    }

    fn tell_here_of_look(&self, record: RecordId) {
        let sharing = Scopes::of(&[Scope::Sharing]);
        for line in self.lines().values() {
            let sees = |(known, sees): &(RecordId, Scopes)| {
                *known == record && !sees.and(sharing).is_empty()
            };
            if line.sees.iter().any(sees) {
                let _ = line.hints.try_send(());
            }
        }
    }

    /// Closes every line: the server stops.
    pub fn close(&self) {
        self.lines().clear();
    }

    /// How many listen.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines().len()
    }

    /// Whether nobody listens.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn lines(&self) -> std::sync::MutexGuard<'_, HashMap<u64, Line>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One open line, as the bytes of an event stream.
#[derive(Debug)]
pub struct Listener {
    hub: Arc<Hub>,
    id: u64,
    greeted: bool,
    hinted: mpsc::Receiver<()>,
    beat: Interval,
    until: Pin<Box<Sleep>>,
}

impl Stream for Listener {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let say = |bytes| Poll::Ready(Some(Ok(Bytes::from_static(bytes))));
        if !self.greeted {
            self.greeted = true;
            return say(HELLO);
        }
        if self.until.as_mut().poll(cx).is_ready() {
            return Poll::Ready(None);
        }
        match self.hinted.poll_recv(cx) {
            Poll::Ready(Some(())) => return say(NEW),
            Poll::Ready(None) => return Poll::Ready(None),
            Poll::Pending => {}
        }
        if self.beat.poll_tick(cx).is_ready() {
            return say(STILL_HERE);
        }
        Poll::Pending
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.hub.lines().remove(&self.id);
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;

    use super::*;

    const RECORD: RecordId = RecordId([1; 16]);
    const LONG: Duration = Duration::from_mins(1);

    async fn next(listener: &mut Listener) -> Option<Bytes> {
        poll_fn(|cx| Pin::new(&mut *listener).poll_next(cx)).await.map(|item| item.unwrap())
    }

    async fn quiet(listener: &mut Listener) -> bool {
        tokio::time::timeout(Duration::from_millis(20), next(listener)).await.is_err()
    }

    #[tokio::test]
    async fn only_who_may_see_it_is_told_and_two_hints_are_one() {
        let hub = Arc::new(Hub::default());
        let diary = Scopes::of(&[Scope::Diary]);
        let mut listener = hub.listen(vec![(RECORD, diary)], LONG).unwrap();
        assert_eq!(next(&mut listener).await.unwrap(), HELLO);
        hub.tell(RECORD, Scopes::of(&[Scope::Health]));
        hub.tell(RecordId([2; 16]), diary);
        assert!(quiet(&mut listener).await);
        hub.tell(RECORD, diary);
        hub.tell(RECORD, diary);
        assert_eq!(next(&mut listener).await.unwrap(), NEW);
        assert!(quiet(&mut listener).await);
    }

    #[test]
    fn words_between_servers_are_read_back() {
        for looked in [true, false] {
            let word = Word { record: RECORD, grew: Scopes::of(&[Scope::Diary]), looked };
            assert_eq!(Word::read(&word.bytes()), Some(word));
        }
        assert_eq!(Word::read(b"short"), None);
    }

    #[tokio::test]
    async fn what_one_server_tells_is_heard_at_another() {
        let Some(database) = crate::store::TestDatabase::new() else { return };
        let [here, there]: [Arc<dyn Store>; 2] =
            [Arc::new(database.open()), Arc::new(database.open())];
        let (hub, other) = (Arc::new(Hub::default()), Arc::new(Hub::default()));
        hub.join(&here);
        other.join(&there);
        let diary = Scopes::of(&[Scope::Diary]);
        let mut listener = other.listen(vec![(RECORD, diary)], LONG).unwrap();
        assert_eq!(next(&mut listener).await.unwrap(), HELLO);
        // The other one may not hear yet: a word may be lost, and is said again.
        while quiet(&mut listener).await {
            hub.tell(RECORD, Scopes::of(&[Scope::Health]));
            hub.tell(RECORD, diary);
        }
        let mut carer = other.listen(vec![(RECORD, diary)], LONG).unwrap();
        assert_eq!(next(&mut carer).await.unwrap(), HELLO);
        hub.tell(RECORD, Scopes::of(&[Scope::Sharing]));
        while next(&mut carer).await.is_some() {}
    }

    #[tokio::test]
    async fn a_line_ends_with_its_token_with_the_server_and_when_consent_changes() {
        let hub = Arc::new(Hub::default());
        let diary = Scopes::of(&[Scope::Diary]);
        let mut short = hub.listen(vec![(RECORD, diary)], Duration::from_millis(10)).unwrap();
        assert_eq!(next(&mut short).await.unwrap(), HELLO);
        assert_eq!(next(&mut short).await, None);

        let mut carer = hub.listen(vec![(RECORD, diary)], LONG).unwrap();
        let mut person = hub.listen(vec![(RECORD, Scopes::ALL)], LONG).unwrap();
        next(&mut carer).await;
        next(&mut person).await;
        hub.tell(RECORD, Scopes::of(&[Scope::Sharing]));
        assert_eq!(next(&mut carer).await, None);
        assert_eq!(next(&mut person).await.unwrap(), NEW);
        hub.close();
        assert_eq!(next(&mut person).await, None);
        drop((short, carer, person));
        assert!(hub.is_empty());
    }
}
