//! Rows that every request looks at, opened, in memory: who asks, what they may,
//! where streams stand. One hand writes ([`Store::writes_alone`]), so it can say
//! of each row when what is in memory no longer holds.
//!
//! - An act that changes a row makes it *touched* until its outcome is told. A
//!   touched row is not in memory, and nobody can put it there.
//! - When the outcome is told, the row as it was written is put in, and the
//!   *turn* of its shard moves on.
//! - What a look has read it may put in only if the turn is the one in which it
//!   began, so that nothing older than what is durable comes back.
//!
//! [`Store::writes_alone`]: super::Store::writes_alone

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::books::{Plain, Plains};
use super::{StoreError, TableId};

const SHARDS: usize = 64;
/// The most rows of a shard; beyond it the shard begins again.
const ROWS: usize = 2048;
/// A row or a list, opened.
#[derive(Clone)]
pub(super) enum Known {
    /// A row, or that there is none.
    Row(Option<Plain>),
    /// All rows whose keys begin so.
    List(Plains),
}

/// What is known: a row by its key, or a list by its prefix.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Name {
    table: TableId,
    list: bool,
    key: Vec<u8>,
}

/// The turns of all shards at one moment.
pub(super) struct Turns([u64; SHARDS]);

/// The rows in memory.
pub(super) struct Cache {
    /// For how long what may change beside the server is believed.
    believed: Duration,
    shards: [Mutex<Shard>; SHARDS],
}

#[derive(Default)]
struct Shard {
    turn: u64,
    known: HashMap<Name, (Known, Instant)>,
    touched: HashMap<Name, u32>,
}

/// How long the keys are by which rows of these tables are listed; none for
/// tables that are never kept in memory.
fn prefix(table: TableId) -> Option<usize> {
    match table {
        TableId::Meta
        | TableId::Accounts
        | TableId::Sessions
        | TableId::Records
        | TableId::Members
        | TableId::Reaches
        | TableId::Writers
        | TableId::Streams
        | TableId::Grants
        | TableId::Patients => Some(16),
        // What the operator's commands change beside the server, and what is
        // looked at once.
        TableId::Usernames
        | TableId::Devices
        | TableId::Invitations
        | TableId::Teams
        | TableId::Pushes
        | TableId::Heard
        | TableId::Tellings
        | TableId::Due
        | TableId::Vapid
        | TableId::Calendars
        | TableId::Follows
        | TableId::Media
        | TableId::MediaParts => None,
    }
}

impl Turns {
    /// Turns in which nothing is learned.
    pub(super) fn never() -> Self {
        Self([u64::MAX; SHARDS])
    }
}

impl Name {
    /// A row's. None where it is not to be kept in memory.
    pub(super) fn row(table: TableId, key: &[u8]) -> Option<Self> {
        prefix(table).map(|_| Self { table, list: false, key: key.to_vec() })
    }

    /// A list's. None where it is not to be kept in memory.
    pub(super) fn list(table: TableId, key: &[u8]) -> Option<Self> {
        (prefix(table)? == key.len()).then(|| Self { table, list: true, key: key.to_vec() })
    }

    /// The list that this row is in.
    fn listed(&self) -> Option<Self> {
        Self::list(self.table, self.key.get(..prefix(self.table)?)?)
    }
}

impl Cache {
    /// With nothing in it.
    pub(super) fn new(believed: Duration) -> Self {
        Self { believed, shards: std::array::from_fn(|_| Mutex::default()) }
    }

    /// The shard of a name: the same in each run, so that a simulated server does
    /// the same again. Keys begin with what the server drew, so nobody can choose it.
    fn at(name: &Name) -> usize {
        let mixed = name.key.iter().fold(u64::from(name.list), |sum, byte| {
            (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        // Below 64, whatever the platform.
        usize::try_from((mixed >> 32) % SHARDS as u64).unwrap_or(0)
    }

    fn shard(&self, at: usize) -> MutexGuard<'_, Shard> {
        // The remainder is within the array.
        self.shards[at % SHARDS].lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where all shards are now: asked for before a look begins.
    pub(super) fn turns(&self) -> Turns {
        Turns(std::array::from_fn(|at| self.shard(at).turn))
    }

    /// What is known of it.
    pub(super) fn get(&self, name: &Name) -> Option<Known> {
        let shard = self.shard(Self::at(name));
        let (known, since) = shard.known.get(name)?;
        let believed = name.table != TableId::Meta || since.elapsed() < self.believed;
        believed.then(|| known.clone())
    }

    /// The same for an act, which must not build on what somebody else may have
    /// changed.
    pub(super) fn get_in_act(&self, name: &Name) -> Option<Known> {
        if name.table == TableId::Meta { None } else { self.get(name) }
    }

    /// A look that began in these turns read this.
    pub(super) fn learn(&self, turns: &Turns, name: Name, known: &Known) {
        let at = Self::at(&name);
        let mut shard = self.shard(at);
        if turns.0.get(at) == Some(&shard.turn) {
            shard.put(name, known.clone());
        }
    }

    /// The writing thread read this, within an act.
    pub(super) fn learn_in_act(&self, name: Name, known: &Known) {
        if name.table != TableId::Meta {
            self.shard(Self::at(&name)).put(name, known.clone());
        }
    }

    /// An act changes this row.
    pub(super) fn touch(&self, name: &Name) {
        for name in [Some(name.clone()), name.listed()].into_iter().flatten() {
            let mut shard = self.shard(Self::at(&name));
            shard.known.remove(&name);
            *shard.touched.entry(name).or_default() += 1;
        }
    }

    /// What became of a change: the row as it is now, or nothing where that is
    /// not known.
    pub(super) fn told(&self, name: &Name, now: Option<Known>) {
        if let Some(list) = name.listed() {
            self.shard(Self::at(&list)).settle(&list, None);
        }
        self.shard(Self::at(name)).settle(name, now);
    }
}

impl Shard {
    fn put(&mut self, name: Name, known: Known) {
        if self.touched.contains_key(&name) {
            return;
        }
        if self.known.len() >= ROWS {
            self.known.clear();
        }
        self.known.insert(name, (known, Instant::now()));
    }

    /// One act fewer has this in hand; the last of them knows how it is now.
    fn settle(&mut self, name: &Name, now: Option<Known>) {
        self.turn += 1;
        self.known.remove(name);
        let Some(touching) = self.touched.get_mut(name) else { return };
        *touching -= 1;
        if *touching > 0 {
            return;
        }
        self.touched.remove(name);
        if let Some(now) = now {
            self.put(name.clone(), now);
        }
    }
}

impl Known {
    /// As a row.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] for a list, which is never under a row's name.
    pub(super) fn into_row(self) -> Result<Option<Plain>, StoreError> {
        match self {
            Self::Row(row) => Ok(row),
            Self::List(_) => Err(StoreError::Damaged),
        }
    }

    /// As a list.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] for a row, which is never under a list's name.
    pub(super) fn into_list(self) -> Result<Plains, StoreError> {
        match self {
            Self::List(list) => Ok(list),
            Self::Row(_) => Err(StoreError::Damaged),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::books::{Opened, typed};
    use crate::store::tables::Table;

    fn name() -> Name {
        Name::row(TableId::Grants, &[7; 16]).unwrap()
    }

    fn row(byte: u8) -> Known {
        Known::Row(Some(Opened::new(byte.to_string().into_bytes())))
    }

    struct Byte;

    impl Table for Byte {
        type Key = ();
        type Row = u8;
        const ID: TableId = TableId::Grants;
    }

    fn kept(cache: &Cache) -> Option<u8> {
        let row = cache.get(&name()).and_then(|known| known.into_row().unwrap());
        row.map(|row| typed::<Byte>(&row, true).unwrap())
    }

    #[test]
    fn what_a_look_read_is_kept_unless_the_row_changed_since_it_began() {
        let cache = Cache::new(Duration::from_secs(1));
        let before = cache.turns();
        cache.learn(&before, name(), &row(1));
        assert_eq!(kept(&cache), Some(1));

        // A look that began before the change, and ends in the middle of it or
        // after it, brings nothing old back.
        cache.touch(&name());
        assert_eq!(kept(&cache), None);
        cache.learn(&before, name(), &row(1));
        cache.learn(&cache.turns(), name(), &row(1));
        assert_eq!(kept(&cache), None);
        cache.told(&name(), Some(row(2)));
        assert_eq!(kept(&cache), Some(2));
        cache.learn(&before, name(), &row(1));
        assert_eq!(kept(&cache), Some(2));
    }

    #[test]
    fn of_several_changes_at_once_the_last_one_holds_and_one_undone_says_nothing() {
        let cache = Cache::new(Duration::from_secs(1));
        cache.touch(&name());
        cache.touch(&name());
        cache.told(&name(), Some(row(1)));
        assert_eq!(kept(&cache), None, "the second is not told yet");
        cache.told(&name(), Some(row(2)));
        assert_eq!(kept(&cache), Some(2));
        cache.touch(&name());
        cache.told(&name(), None);
        assert_eq!(kept(&cache), None);
    }

    #[test]
    fn a_list_goes_when_a_row_in_it_changes() {
        let cache = Cache::new(Duration::from_secs(1));
        let list = Name::list(TableId::Writers, &[7; 16]).unwrap();
        cache.learn(&cache.turns(), list.clone(), &Known::List(std::sync::Arc::from([])));
        assert!(cache.get(&list).is_some());
        let row_of_it = Name::row(TableId::Writers, &[7; 20]).unwrap();
        cache.touch(&row_of_it);
        assert!(cache.get(&list).is_none());
        cache.learn(&cache.turns(), list.clone(), &Known::List(std::sync::Arc::from([])));
        assert!(cache.get(&list).is_none());
        cache.told(&row_of_it, Some(row(1)));
        cache.learn(&cache.turns(), list.clone(), &Known::List(std::sync::Arc::from([])));
        assert!(cache.get(&list).is_some());
    }

    #[test]
    fn what_others_may_change_is_never_kept() {
        assert!(Name::row(TableId::Teams, &[1; 16]).is_none());
        assert!(Name::row(TableId::Invitations, &[1; 32]).is_none());
        let cache = Cache::new(Duration::from_secs(1));
        let meta = Name::row(TableId::Meta, &[]).unwrap();
        cache.learn(&cache.turns(), meta.clone(), &row(1));
        assert!(cache.get_in_act(&meta).is_none());
    }
}
