//! Finding an operation by its id. A writer's counters are contiguous, and a
//! block holds a run of them, so a few numbers per block find every operation
//! in it: folding needs no hashing.

use crate::few::Few;
use crate::ids::{OpId, Writer};

/// Ids to indexes, run by run.
#[derive(Debug, Default)]
pub(super) struct Runs {
    writers: Few<Writer, Vec<Run>>,
}

/// Counters `first..first + count` stand at `index..index + count`.
#[derive(Debug, Clone, Copy)]
struct Run {
    first: u32,
    count: u32,
    index: u32,
}

impl Run {
    /// The counter after its last.
    fn end(self) -> u64 {
        u64::from(self.first) + u64::from(self.count)
    }
}

impl Runs {
    /// Where an operation stands.
    pub(super) fn get(&self, id: OpId) -> Option<u32> {
        let runs = self.writers.get(&id.writer)?;
        let after = runs.partition_point(|run| run.first <= id.counter);
        let run = runs.get(after.checked_sub(1)?)?;
        (u64::from(id.counter) < run.end()).then(|| run.index + (id.counter - run.first))
    }

    /// Whether any of these counters is here.
    pub(super) fn any(&self, writer: Writer, first: u32, count: u32) -> bool {
        let end = u64::from(first) + u64::from(count);
        self.writers.get(&writer).is_some_and(|runs| {
            let before_end = runs.partition_point(|run| u64::from(run.first) < end);
            runs[..before_end].last().is_some_and(|run| run.end() > u64::from(first))
        })
    }

    /// The last counter of a writer that is here; 0 for none.
    pub(super) fn last(&self, writer: Writer) -> u32 {
        self.writers
            .get(&writer)
            .and_then(|runs| runs.last())
            .map_or(0, |run| run.first + (run.count - 1))
    }

    /// Who has anything here.
    pub(super) fn writers(&self) -> impl Iterator<Item = Writer> + '_ {
        self.writers.keys().copied()
    }

    /// Adds counters that are not here yet.
    pub(super) fn insert(&mut self, writer: Writer, first: u32, count: u32, index: u32) {
        if count == 0 {
            return;
        }
        let runs = self.writers.or_default(writer);
        let at = runs.partition_point(|run| run.first < first);
        if let Some(before) = at.checked_sub(1).and_then(|before| runs.get_mut(before))
            && before.end() == u64::from(first)
            && before.index + before.count == index
        {
            before.count += count;
        } else {
            runs.insert(at, Run { first, count, index });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_order_they_come_in_each_is_found_where_it_stands(
            pieces in proptest::collection::vec((1_u32..4, 1_u32..60, 1_u32..8), 0..40),
        ) {
            let mut runs = Runs::default();
            let mut plain = BTreeMap::new();
            let mut index = 0;
            for (writer, first, count) in pieces {
                let writer = Writer(writer);
                let here = (first..first + count)
                    .any(|counter| plain.contains_key(&OpId { writer, counter }));
                prop_assert_eq!(runs.any(writer, first, count), here);
                if here {
                    continue;
                }
                runs.insert(writer, first, count, index);
                for counter in first..first + count {
                    plain.insert(OpId { writer, counter }, index);
                    index += 1;
                }
            }
            for writer in (0..5).map(Writer) {
                for counter in 0..70 {
                    let id = OpId { writer, counter };
                    prop_assert_eq!(runs.get(id), plain.get(&id).copied());
                }
                let last = plain.keys().filter(|id| id.writer == writer).map(|id| id.counter).max();
                prop_assert_eq!(runs.last(writer), last.unwrap_or(0));
            }
        }
    }
}
