//! The writing thread.

use std::sync::mpsc::Receiver;

use rusqlite::{Connection, TransactionBehavior};

use super::checkpointer::Watched;
use super::tables::Open;
use crate::store::{Act, Done, Keep, StoreError};

/// The most acts in one transaction: what a disk of 7,000 flushes a second
/// needs to be kept busy, and no more than a few milliseconds of waiting.
const TOGETHER: usize = 1000;

/// Serves acts until the store is dropped and all of them are written.
pub(super) fn run(mut connection: Connection, waiting: &Receiver<Act>, mut log: Watched) {
    let mut broken: Option<StoreError> = None;
    while let Ok(first) = waiting.recv() {
        let mut acts = vec![first];
        while acts.len() < TOGETHER
            && let Ok(next) = waiting.try_recv()
        {
            acts.push(next);
        }
        if let Some(error) = &broken {
            for act in acts {
                (act.done)(Err(error.clone()));
            }
            continue;
        }
        let mut told: Vec<Done> = Vec::with_capacity(acts.len());
        let passing = log.log().pass();
        let outcome = commit(&mut connection, acts, &mut told);
        drop(passing);
        for done in told {
            done(outcome.clone());
        }
        if let Err(error @ StoreError::Failed(_)) = outcome {
            // After a failed flush nobody knows what the disk holds; to try
            // again could call lost data saved. Only a restart, which reads the
            // file anew, may go on.
            tracing::error!(%error, "the database failed; nothing more will be written");
            broken = Some(error);
        } else {
            log.committed(&connection);
        }
    }
}

/// All of them in one transaction, each undone alone where it asks for it.
/// `told` gets everybody who waits for the outcome.
fn commit(
    connection: &mut Connection,
    acts: Vec<Act>,
    told: &mut Vec<Done>,
) -> Result<(), StoreError> {
    let mut acts = acts.into_iter();
    let mut begin = || -> Result<(), StoreError> {
        let mut transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for act in acts.by_ref() {
            told.push(act.done);
            let savepoint = transaction.savepoint()?;
            if (act.run)(&mut Open(&savepoint)) == Keep::Yes {
                savepoint.commit()?;
            } else {
                savepoint.finish()?;
            }
        }
        transaction.commit()?;
        Ok(())
    };
    let outcome = begin();
    told.extend(acts.map(|act| act.done));
    outcome
}
