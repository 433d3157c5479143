//! A device's disk: what survives a power cut, and what does not.
//!
//! A commit is whole: it is on the disk once it was answered. A device that
//! dies in the middle of one has all of it or none. The two broken disks are for
//! proving that the world notices.

use std::collections::BTreeMap;

use shared::effects::store::{APART, LogRow, Opened, StoreProblem, Write};

/// How a disk fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Health {
    /// Well.
    Well,
    /// No room left.
    Full,
    /// Every write fails.
    Failing,
}

/// How a disk is broken on purpose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Broken {
    /// It is not.
    #[default]
    No,
    /// It says that it has synced, and has not.
    NoSync,
    /// A power cut in the middle of a commit leaves the beginning of it.
    Torn,
}

/// What is written.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Rows of logs, by slot and position.
    pub rows: BTreeMap<(u64, u64), Vec<u8>>,
    /// Values by name.
    pub values: BTreeMap<String, Vec<u8>>,
}

/// A device's disk.
#[derive(Clone, Debug)]
pub struct Disk {
    /// As the running app finds it.
    pub content: Content,
    /// How it fares.
    pub health: Health,
    /// How it is broken on purpose.
    pub broken: Broken,
    /// As of the last sync, where that was long ago.
    synced: Option<Content>,
    /// Rows written since they were last looked at.
    fresh: Vec<(u64, u64)>,
    /// The signing key on it is the n-th.
    pub key: u8,
}

impl Default for Disk {
    fn default() -> Self {
        Self {
            content: Content::default(),
            health: Health::Well,
            broken: Broken::No,
            synced: None,
            fresh: Vec::new(),
            key: 0,
        }
    }
}

impl Content {
    fn write(&mut self, write: &Write) {
        match write {
            Write::Append { slot, position, body } => {
                self.rows.insert((*slot, *position), body.clone());
            }
            Write::Remove { slot, from, to } => {
                let gone: Vec<_> =
                    self.rows.range((*slot, *from)..=(*slot, *to)).map(|(at, _)| *at).collect();
                for at in gone {
                    self.rows.remove(&at);
                }
            }
            Write::Put { key, body } => {
                self.values.insert(key.clone(), body.clone());
            }
            Write::Forget { key } => {
                self.values.remove(key);
            }
        }
    }
}

impl Disk {
    /// Everything on it.
    #[must_use]
    pub fn opened(&self) -> Opened {
        let rows = self.content.rows.range(..(APART, 0)).map(|((slot, position), body)| LogRow {
            slot: *slot,
            position: *position,
            body: body.clone(),
        });
        Opened {
            durable: true,
            rows: rows.collect(),
            values: self.content.values.clone().into_iter().collect(),
        }
    }

    /// The rows of one log.
    #[must_use]
    pub fn rows(&self, slot: u64) -> Vec<LogRow> {
        let rows = self.content.rows.range((slot, 0)..=(slot, u64::MAX));
        rows.map(|((slot, position), body)| LogRow {
            slot: *slot,
            position: *position,
            body: body.clone(),
        })
        .collect()
    }

    /// Carries out a commit.
    ///
    /// # Errors
    /// As the disk fares; then nothing was written.
    pub fn commit(&mut self, writes: &[Write]) -> Result<(), StoreProblem> {
        match self.health {
            Health::Well => {}
            Health::Full => return Err(StoreProblem::Full),
            Health::Failing => return Err(StoreProblem::Unavailable),
        }
        if self.broken == Broken::NoSync && self.synced.is_none() {
            self.synced = Some(self.content.clone());
        }
        for write in writes {
            self.write(write);
        }
        Ok(())
    }

    /// The power is cut in the middle of a commit.
    pub fn torn(&mut self, writes: &[Write], whole: bool) {
        if self.health != Health::Well {
            return;
        }
        let kept = match (whole, self.broken) {
            (true, _) => writes.len(),
            (false, Broken::Torn) => writes.len() / 2,
            (false, _) => 0,
        };
        for write in &writes[..kept] {
            self.write(write);
        }
    }

    fn write(&mut self, write: &Write) {
        if let Write::Append { slot, position, .. } = write {
            self.fresh.push((*slot, *position));
        }
        self.content.write(write);
    }

    /// Where something was written since this was last asked.
    pub fn fresh(&mut self) -> Vec<(u64, u64)> {
        std::mem::take(&mut self.fresh)
    }

    /// The power is cut: what was not synced is gone.
    pub fn cut(&mut self) {
        if let Some(synced) = self.synced.take() {
            self.content = synced;
        }
    }

    /// Forgets everything.
    pub fn erase(&mut self) {
        self.content = Content::default();
        self.synced = None;
    }
}
