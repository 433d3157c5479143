//! What rests sealed, on a device and on the server.

use crate::chance::SystemChance;
use crate::config::SealingKey;
use crate::keys::Keys;
use crate::seal::{Place, Sealer};
use crate::within;

/// A body that was really sealed by the device, for [`sealed`] to begin with: it
/// is cut, joined and changed from there.
pub const SEALED: &[u8] = b"6.2 mmol/L before breakfast";

/// Sealed bodies: whatever the bytes, none opens that was not sealed here, and
/// one that was opens only whole, in its place, under its key.
pub fn sealed(data: &[u8]) {
    let device = Sealer::new(&SealingKey::new([1; 32])).unwrap();
    for place in [Place::Row { slot: 1, position: 2 }, Place::Value("draft")] {
        let opened = within(2, data, |data| device.open(place, data));
        assert!(opened.is_err(), "what nobody sealed opens");
    }
    let keys = Keys::from_master(&[7; 32]).unwrap();
    assert!(keys.open_row(b"here", data.to_vec()).is_err());
    assert!(keys.data_key(&[1; 16], data).is_err());

    // The input says what is sealed, and what is then done to it.
    let (body, change) = data.split_at(data.len() / 2);
    let place = Place::Row { slot: 1, position: 2 };
    let whole = device.seal(&mut device.nonces(1).unwrap(), place, body).unwrap();
    assert_eq!(device.open(place, &whole).as_deref(), Ok(body));
    let row = keys.seal_row(b"here", body, &SystemChance::default()).unwrap();
    assert_eq!(keys.open_row(b"here", row.clone()).as_deref(), Ok(body));
    for (index, step) in change.chunks_exact(3).enumerate().take(8) {
        let at = usize::from(u16::from_le_bytes([step[0], step[1]]));
        let (mut changed, mut changed_row) = (whole.clone(), row.clone());
        for sealed in [&mut changed, &mut changed_row] {
            let at = at % sealed.len();
            match index % 3 {
                0 => sealed[at] ^= step[2].max(1),
                1 => sealed.truncate(at),
                _ => sealed.insert(at, step[2]),
            }
        }
        // A byte put in beside its equal changes nothing but the length.
        assert!(device.open(place, &changed).is_err());
        assert!(keys.open_row(b"here", changed_row).is_err());
    }
}
