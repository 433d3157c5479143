//! The shelf in RAM: for tests, for staff (who keep nothing on disk), and for
//! browsers that let nothing be kept.

use record::few::Few;
use shared::effects::store::{APART, LogRow, Opened, StoreProblem, Write};

use super::Shelf;

/// Rows and values, for as long as this lives.
#[derive(Default)]
pub(crate) struct Ram {
    rows: Few<(u64, u64), Vec<u8>>,
    values: Few<String, Vec<u8>>,
}

impl Shelf for Ram {
    fn read(&mut self) -> Result<Opened, StoreProblem> {
        let row = |(&(slot, position), body): (&(u64, u64), &Vec<u8>)| LogRow {
            slot,
            position,
            body: body.clone(),
        };
        Ok(Opened {
            durable: false,
            rows: self.rows.iter().filter(|((slot, _), _)| *slot < APART).map(row).collect(),
            values: self.values.iter().map(|(key, body)| (key.clone(), body.clone())).collect(),
        })
    }

    fn rows(&mut self, slot: u64) -> Result<Vec<LogRow>, StoreProblem> {
        let row = |(&(slot, position), body): (&(u64, u64), &Vec<u8>)| LogRow {
            slot,
            position,
            body: body.clone(),
        };
        Ok(self.rows.iter().filter(|((of, _), _)| *of == slot).map(row).collect())
    }

    fn row(&mut self, slot: u64, position: u64) -> Result<Option<LogRow>, StoreProblem> {
        let body = self.rows.get(&(slot, position)).cloned();
        Ok(body.map(|body| LogRow { slot, position, body }))
    }

    fn value(&mut self, key: &str) -> Result<Option<Vec<u8>>, StoreProblem> {
        Ok(self.values.get(key).cloned())
    }

    fn commit(&mut self, writes: &[Write]) -> Result<(), StoreProblem> {
        for write in writes {
            match write {
                Write::Append { slot, position, body } => {
                    self.rows.insert((*slot, *position), body.clone());
                }
                Write::Remove { slot, from, to } => {
                    self.rows.retain(|&(s, p), _| s != *slot || p < *from || p > *to);
                }
                Write::Put { key, body } => {
                    self.values.insert(key.clone(), body.clone());
                }
                Write::Forget { key } => {
                    self.values.remove(key);
                }
            }
        }
        Ok(())
    }
}
