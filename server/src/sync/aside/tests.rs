//! What was set aside reaches the person once, also after a restore.

use record::Scope;
use record::block;

use super::super::tests::{NOW, World};
use super::{after, keep};
use crate::refused::Refused;
use crate::store::books::Read;
use crate::store::tables::Records;

impl World {
    async fn set_aside(&self, text: &str) {
        let (record, block) = (self.record, self.block(Scope::Diary, 1, 1, text));
        let late =
            vec![super::Checked { header: block::header(&block).unwrap(), block: block.clone() }];
        self.books.write(move |pen| keep(pen, record, late, NOW)).await.unwrap();
    }

    /// The numbers of what a device is told that has those up to `held`.
    async fn asides(&self, held: u64) -> Vec<u64> {
        let record = self.record;
        let all = self.books.read(move |page| after(page, record, held)).await.unwrap();
        all.into_iter().map(|aside| aside.number).collect()
    }

    /// Goes on from a backup that held the first `count` of them.
    async fn restored(&self, count: u64) {
        let record = self.record;
        self.books
            .write(move |pen| {
                let mut row = pen.get(Records, &record)?.unwrap();
                row.set_aside = match row.set_aside {
                    // What came after it is not in the backup's log.
                    Some(_) if count == 0 => None,
                    Some((log, _)) => {
                        let new = pen.new_log(record)?;
                        for entry in pen.entries(log, 0, usize::MAX)? {
                            if entry.place <= count {
                                pen.append(new, entry.place, &entry.body)?;
                            }
                        }
                        Some((new, count))
                    }
                    None => None,
                };
                row.skip(64);
                Ok::<_, Refused>(pen.put(Records, &record, &row)?)
            })
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn after_a_restore_a_number_means_one_thing_still() {
    let world = World::new().await;
    for text in ["one", "two", "three"] {
        world.set_aside(text).await;
    }
    assert_eq!(world.asides(0).await, [1, 2, 3]);
    // A device has all three; the backup had one.
    world.restored(1).await;
    assert_eq!(world.asides(0).await, [1]);
    assert!(world.asides(3).await.is_empty());
    world.set_aside("four").await;
    assert_eq!(world.asides(3).await, [66], "and not the second, which that device has");
    assert_eq!(world.asides(1).await, [66]);
    assert_eq!(world.asides(0).await, [1, 66]);
    assert!(world.asides(66).await.is_empty());
    // Twice from there, with nothing between, and on.
    world.restored(2).await;
    world.restored(2).await;
    world.set_aside("five").await;
    world.set_aside("six").await;
    assert_eq!(world.asides(0).await, [1, 66, 195, 196]);
    for (held, left) in [(1, 3), (65, 3), (66, 2), (70, 2), (194, 2), (195, 1), (196, 0)] {
        assert_eq!(world.asides(held).await.len(), left, "{held}");
    }
}

#[tokio::test]
async fn a_backup_that_held_nothing_set_aside_gives_no_number_twice_either() {
    let world = World::new().await;
    world.set_aside("lost with the server").await;
    world.restored(0).await;
    world.set_aside("since").await;
    assert_eq!(world.asides(1).await, [65]);
}
