//! Finding an operation by its id: one hash table over packed ids. The standard
//! hasher costs more than the rest of the fold; this one is a multiplication.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::ids::OpId;

/// Ids to indexes.
#[derive(Debug, Default)]
pub(super) struct IdMap(HashMap<u64, u32, BuildHasherDefault<Mix>>);

/// Ids come from the server's own numbering and from signed blocks; whoever
/// could choose them to collide could only slow their own record.
#[derive(Debug, Default)]
pub(super) struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, n: u64) {
        let mixed = (self.0 ^ n).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

fn pack(id: OpId) -> u64 {
    u64::from(id.writer.0) << 32 | u64::from(id.counter)
}

impl IdMap {
    pub(super) fn get(&self, id: OpId) -> Option<u32> {
        self.0.get(&pack(id)).copied()
    }

    pub(super) fn insert(&mut self, id: OpId, index: u32) {
        self.0.insert(pack(id), index);
    }

    pub(super) fn reserve(&mut self, more: usize) {
        self.0.reserve(more);
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}
