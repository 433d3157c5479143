//! Hints: "something is new", to whoever may see what is. Never what, never
//! whose.

use std::collections::HashMap;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use record::{RecordId, Scope, Scopes};
use tokio::sync::mpsc;
use tokio::time::{Interval, MissedTickBehavior, Sleep};

/// How often a quiet line says that it is still there.
const BEAT: Duration = Duration::from_secs(20);
/// The most lines at once; beyond it a device polls.
const MOST: usize = 20_000;

const HELLO: &[u8] = b"retry: 5000\n: open\n\n";
const NEW: &[u8] = b"event: new\ndata:\n\n";
const STILL_HERE: &[u8] = b": still here\n\n";

/// Everybody who listens.
#[derive(Debug, Default)]
pub struct Hub {
    lines: Mutex<HashMap<u64, Line>>,
    next: AtomicU64,
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

    /// Tells whoever may see these scopes of this record. Where consent itself
    /// changed, the lines to this record are closed besides: they open again
    /// knowing what may now be seen.
    pub fn tell(&self, record: RecordId, grew: Scopes) {
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
