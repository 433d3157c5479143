//! Words between the servers of one database.
//!
//! `NOTIFY` takes a lock that every commit with a `NOTIFY` in it waits for. So no
//! act notifies: a thread of its own gathers the words of what is durable
//! already, and passes them on a few times a second, in a transaction that
//! writes nothing else and waits for no disk.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::link::Address;
use crate::store::{Ear, StoreError};

const CHANNEL: &str = "what_matters";
/// The most that one notification carries is 8,000 bytes.
const ROOM: usize = 7_800;
/// How long to gather before words are passed on again.
const GATHER: Duration = Duration::from_millis(50);
/// How soon a thread sees that it is to stop, and tries again what failed.
const AGAIN: Duration = Duration::from_millis(500);

/// Says words until the store is dropped. `me` is in front of them, so that
/// nobody hears their own.
pub(super) fn say(address: &Arc<Address>, me: &str, words: &Receiver<Vec<u8>>) {
    let mut link = None;
    while let Ok(first) = words.recv() {
        std::thread::sleep(GATHER);
        let mut gathered = vec![first];
        gathered.extend(words.try_iter());
        gathered.sort_unstable();
        gathered.dedup();
        // A word that could not be passed on is one that nobody depends on.
        if pass_on(address, &mut link, me, &gathered).is_err() {
            link = None;
        }
    }
}

fn pass_on(
    address: &Address,
    link: &mut Option<super::link::Link>,
    me: &str,
    words: &[Vec<u8>],
) -> Result<(), StoreError> {
    if link.is_none() {
        let mut new = address.connect()?;
        new.client.batch_execute("SET synchronous_commit = off")?;
        *link = Some(new);
    }
    let Some(link) = link else { return Ok(()) };
    let mut payload = me.to_owned();
    let mut notify = |payload: &str| -> Result<(), StoreError> {
        link.client.execute("SELECT pg_notify($1, $2)", &[&CHANNEL, &payload])?;
        Ok(())
    };
    for word in words {
        let hex = crate::hex::write(word);
        if payload.len() + hex.len() + 1 > ROOM {
            notify(&payload)?;
            me.clone_into(&mut payload);
        }
        payload.push(' ');
        payload.push_str(&hex);
    }
    notify(&payload)
}

/// Hears words until told to stop.
pub(super) fn hear(
    address: &Arc<Address>,
    me: &str,
    ears: &Mutex<Vec<Ear>>,
    stopping: &AtomicBool,
) {
    while !stopping.load(Ordering::SeqCst) {
        if hear_over_one_link(address, me, ears, stopping).is_err() {
            std::thread::sleep(AGAIN);
        }
    }
}

fn hear_over_one_link(
    address: &Address,
    me: &str,
    ears: &Mutex<Vec<Ear>>,
    stopping: &AtomicBool,
) -> Result<(), StoreError> {
    let mut link = address.connect()?;
    link.client.batch_execute(&format!("LISTEN {CHANNEL}"))?;
    let ended = || StoreError::Failed("the line ended".to_owned());
    while !stopping.load(Ordering::SeqCst) {
        if link.is_closed() {
            return Err(ended());
        }
        let mut notifications = link.client.notifications();
        let mut heard = notifications.timeout_iter(AGAIN);
        while let Some(notification) =
            postgres::fallible_iterator::FallibleIterator::next(&mut heard)?
        {
            let mut parts = notification.payload().split(' ');
            if parts.next() == Some(me) {
                continue;
            }
            let ears = ears.lock().unwrap_or_else(PoisonError::into_inner);
            for word in parts.filter_map(read) {
                for ear in ears.iter() {
                    ear(&word);
                }
            }
        }
    }
    Ok(())
}

fn read(hex: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> =
        hex.chars().map(|digit| digit.to_digit(16)?.try_into().ok()).collect::<Option<_>>()?;
    digits.chunks(2).map(|pair| Some(pair.first()? << 4 | pair.get(1)?)).collect()
}

/// Looks whether a standby confirms each commit, until told to stop: it asks the
/// settings, and then makes a commit of its own that has to be confirmed.
pub(super) fn watch(address: &Arc<Address>, safe: &super::Safe, stopping: &Receiver<()>) {
    let mut link = None;
    loop {
        let began = std::time::Instant::now();
        match beat(address, &mut link) {
            Ok(true) => safe.seen(began),
            Ok(false) => safe.not(),
            Err(_) => {
                safe.not();
                link = None;
            }
        }
        if !matches!(stopping.recv_timeout(super::BEAT), Err(RecvTimeoutError::Timeout)) {
            return;
        }
    }
}

fn beat(address: &Address, link: &mut Option<super::link::Link>) -> Result<bool, StoreError> {
    if link.as_ref().is_none_or(super::link::Link::is_closed) {
        *link = Some(address.connect()?);
    }
    let Some(link) = link else { return Ok(false) };
    let row = link.client.query_one(
        "SELECT current_setting('synchronous_standby_names') <> ''
             AND current_setting('synchronous_commit') IN ('on', 'remote_apply')",
        &[],
    )?;
    if !row.get::<_, bool>(0) {
        return Ok(false);
    }
    link.client.batch_execute("BEGIN; UPDATE what_matters.beat SET at = now()")?;
    link.commit()?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn words_are_read_back() {
        assert_eq!(read("00ff10"), Some(vec![0, 255, 16]));
        assert_eq!(read(""), Some(Vec::new()));
        assert_eq!(read("0"), None);
        assert_eq!(read("zz"), None);
    }
}
