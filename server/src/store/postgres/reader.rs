//! A reading thread.

use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};

use super::link::{Address, Link};
use super::tables::{Open, Statements};
use crate::store::{Look, StoreError};

/// Of one moment: what is committed later is not seen, not even half.
const BEGIN: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Serves looks until the store is dropped.
pub(super) fn run(address: &Arc<Address>, waiting: &Mutex<Receiver<Look>>) {
    let mut seat: Option<(Link, Statements)> = None;
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(look) = next else { return };
        match begin(address, &mut seat) {
            Ok((link, statements)) => {
                look(Ok(&Open::new(link, statements)));
                if link.client.batch_execute("ROLLBACK").is_err() {
                    seat = None;
                }
            }
            Err(error) => {
                seat = None;
                look(Err(error));
            }
        }
    }
}

/// Begins, with a new connection where the old one is gone.
fn begin<'a>(
    address: &Address,
    seat: &'a mut Option<(Link, Statements)>,
) -> Result<(&'a mut Link, &'a Statements), StoreError> {
    let begun = match seat.as_mut() {
        Some((link, _)) if !link.is_closed() => link.client.batch_execute(BEGIN).is_ok(),
        _ => false,
    };
    if !begun {
        let mut link = address.connect()?;
        let statements = Statements::prepare(&mut link)?;
        link.client.batch_execute(BEGIN)?;
        *seat = Some((link, statements));
    }
    let (link, statements) = seat.as_mut().ok_or(StoreError::Busy)?;
    Ok((link, statements))
}
