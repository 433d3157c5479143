//! Seals, signatures and vouchers, under the one key of a server.

use super::*;
use crate::chance::SystemChance;

#[test]
fn what_is_sealed_opens_at_its_place_and_nowhere_else() {
    let chance = SystemChance::default();
    let keys = Keys::from_master(&[7; 32]).unwrap();
    let sealed = keys.seal_row(b"here", b"row", &chance).unwrap();
    assert!(!sealed.windows(3).any(|part| part == b"row"));
    assert_eq!(keys.open_row(b"here", sealed.clone()), Ok(b"row".to_vec()));
    assert_eq!(keys.open_row(b"there", sealed.clone()), Err(NotOpened));
    let other = Keys::from_master(&[8; 32]).unwrap();
    assert_eq!(other.open_row(b"here", sealed), Err(NotOpened));
    assert_eq!(keys.open_row(b"here", vec![1, 2]), Err(NotOpened));
}

#[test]
fn a_data_key_comes_back_and_opens_its_blocks() {
    let chance = SystemChance::default();
    let keys = Keys::from_master(&[7; 32]).unwrap();
    let (key, wrapped) = keys.new_data_key(&[1; 16], &chance).unwrap();
    let sealed = key.seal(b"place", b"block", &chance).unwrap();
    let again = keys.data_key(&[1; 16], &wrapped).unwrap();
    assert_eq!(again.open(b"place", sealed.clone()), Ok(b"block".to_vec()));
    let mut flipped = sealed;
    flipped[13] ^= 1;
    assert_eq!(again.open(b"place", flipped), Err(NotOpened));
    assert!(keys.data_key(&[2; 16], &wrapped).is_err());
}

#[test]
fn the_key_file_is_made_once_and_is_the_owners_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("server.key");
    let chance = SystemChance::default();
    let made = Keys::open(&path, false, &chance).unwrap();
    let read = Keys::open(&path, true, &chance).unwrap();
    assert_eq!(made.public(), read.public());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    let files = folder.path().read_dir().unwrap().count();
    assert_eq!(files, 1, "no draft is left behind");
    std::fs::write(&path, b"short").unwrap();
    assert!(matches!(Keys::open(&path, true, &chance), Err(KeyError::Damaged(_))));
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(Keys::open(&path, true, &chance), Err(KeyError::Missing(_))));
    assert!(!path.exists(), "no new key is made over an old database");
}

#[test]
fn a_signature_holds_for_its_bytes_alone() {
    let keys = Keys::from_master(&[7; 32]).unwrap();
    let signature = keys.sign(b"bytes");
    assert!(verify(&keys.public(), b"bytes", &signature));
    assert!(!verify(&keys.public(), b"other", &signature));
    assert!(!verify(&keys.public(), b"bytes", &signature[..63]));
}

#[test]
fn a_voucher_holds_for_its_record_and_card_and_under_its_key_alone() {
    let keys = Keys::from_master(&[7; 32]).unwrap();
    let voucher = keys.vouch(&[1; 16], b"card");
    assert!(keys.has_vouched(&[1; 16], b"card", &voucher));
    assert_eq!(keys.vouch(&[1; 16], b"card"), voucher, "it need not be kept");
    assert!(!keys.has_vouched(&[2; 16], b"card", &voucher));
    assert!(!keys.has_vouched(&[1; 16], b"care", &voucher));
    assert!(!keys.has_vouched(&[1; 16], b"card", &[0; 32]));
    let other = Keys::from_master(&[8; 32]).unwrap();
    assert!(!other.has_vouched(&[1; 16], b"card", &voucher));
    // Nor is what follows from a token one.
    assert_ne!(keys.follow(b"", &[&[1; 16][..], b"card"].concat()), voucher);
}

/// A server that is restored must know what it said before: these never change.
#[test]
fn what_is_made_from_a_key_is_the_same_for_ever() {
    let keys = Keys::from_master(&[7; 32]).unwrap();
    let voucher = "c8dc2179e2ad953d6687efb4463cb92f3e04b356070d818073587a2e8eae364d";
    assert_eq!(crate::hex::write(&keys.vouch(&[1; 16], b"card")), voucher);
}
