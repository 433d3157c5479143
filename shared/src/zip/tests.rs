use jiff::civil::datetime;

use super::crc32;
use super::read::{Entries, HEAD, TAIL, Unpacker, Unreadable, list};
use super::write::Archive;

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = Archive::new(datetime(2026, 11, 22, 7, 42, 0, 0));
    for (name, content) in files {
        assert!(archive.add(name, content));
    }
    archive.finish().unwrap()
}

/// Reads one file as it is read from a disk: in parts of a few bytes.
fn read(archive: &[u8], name: &str, part: usize) -> Result<Vec<u8>, Unreadable> {
    let size = archive.len() as u64;
    let from = archive.len().saturating_sub(usize::try_from(TAIL).unwrap());
    let span = list(&archive[from..], size)?;
    let slice = |at: u64, length: u64| {
        let (at, length) = (usize::try_from(at).unwrap(), usize::try_from(length).unwrap());
        archive.get(at..at + length).ok_or(Unreadable::Damaged)
    };
    for entry in Entries(slice(span.at, span.length)?) {
        let entry = entry?;
        if entry.name == name.as_bytes() {
            let body = entry.file.body(slice(entry.file.at, HEAD)?)?;
            entry.file.check()?;
            let mut unpacker = Unpacker::new(entry.file)?;
            let mut content = Vec::new();
            for bytes in slice(body.at, body.length)?.chunks(part) {
                unpacker.take(bytes, &mut |bytes| {
                    content.extend_from_slice(bytes);
                    true
                })?;
            }
            unpacker.finish()?;
            return Ok(content);
        }
    }
    Err(Unreadable::NotAnArchive)
}

#[test]
fn the_checksum_is_the_one_everybody_uses() {
    assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    assert_eq!(crc32(b""), 0);
}

#[test]
fn what_was_written_is_read_in_parts_of_any_size() {
    let long: Vec<u8> = (0..200_000_u32).flat_map(|n| (n / 7).to_le_bytes()).collect();
    let archive = archive(&[("a.txt", b"one"), ("b/long", &long), ("empty", b"")]);
    for part in [1, 7, 4096, 1 << 20] {
        assert_eq!(read(&archive, "a.txt", part).unwrap(), b"one");
        assert!(read(&archive, "b/long", part).unwrap() == long, "parts of {part}");
    }
    assert_eq!(read(&archive, "empty", 1).unwrap(), b"");
    assert_eq!(read(&archive, "c", 1), Err(Unreadable::NotAnArchive));
}

#[test]
fn a_file_that_is_stored_is_read_too_and_one_changed_bit_is_seen() {
    let mut archive = archive(&[("a", b"stored as it is")]);
    // As other programs store what does not shrink: rewritten without packing.
    let packed = miniz_oxide::deflate::compress_to_vec(b"stored as it is", 6).len();
    let (head, rest) = (archive[..31].to_vec(), archive.split_off(31 + packed));
    let mut stored = head;
    stored.extend_from_slice(b"stored as it is");
    let list_at = stored.len();
    stored.extend_from_slice(&rest);
    stored[list_at + 10] = 0;
    stored[list_at + 20] = 15;
    let end = stored.len() - 22;
    stored[end + 16] = u8::try_from(list_at).unwrap();
    assert_eq!(read(&stored, "a", 4).unwrap(), b"stored as it is");
    for at in 31..31 + 15 {
        let mut damaged = stored.clone();
        damaged[at] ^= 1;
        assert_eq!(read(&damaged, "a", 4), Err(Unreadable::Damaged), "byte {at}");
    }
}

#[test]
fn no_change_of_one_byte_is_taken_for_the_same_file() {
    let archive = archive(&[("a", b"what the person wrote, what the person wrote")]);
    let right = read(&archive, "a", 64).unwrap();
    for at in 0..archive.len() {
        for bit in 0..8 {
            let mut damaged = archive.clone();
            damaged[at] ^= 1 << bit;
            let found = read(&damaged, "a", 64);
            assert!(found.is_err() || found == Ok(right.clone()), "byte {at}");
        }
    }
    for end in 0..archive.len() {
        assert!(read(&archive[..end], "a", 64).is_err(), "cut at {end}");
    }
}

/// The list's entry of the only file.
fn listed(archive: &[u8]) -> usize {
    archive.windows(4).position(|four| four == b"PK\x01\x02").unwrap()
}

#[test]
fn bombs_and_locked_archives_are_refused_before_anything_is_unpacked() {
    let zeros = vec![0; 3 << 20];
    let bomb = archive(&[("a", &zeros)]);
    assert_eq!(read(&bomb, "a", 4096), Err(Unreadable::TooMuch));
    // One that lies about its size is stopped where it has given what it said.
    let mut lies = archive(&[("a", &zeros)]);
    let at = listed(&lies);
    lies[at + 24..at + 28].copy_from_slice(&1000_u32.to_le_bytes());
    assert_eq!(read(&lies, "a", 4096), Err(Unreadable::Damaged));
    let mut locked = archive(&[("a", b"secret")]);
    let at = listed(&locked);
    locked[at + 8] |= 1;
    assert_eq!(read(&locked, "a", 4096), Err(Unreadable::Encrypted));
    let mut other = archive(&[("a", b"secret")]);
    let at = listed(&other);
    other[at + 10] = 93;
    assert_eq!(read(&other, "a", 4096), Err(Unreadable::Packing));
}

#[test]
fn sizes_beyond_four_bytes_are_read_where_they_stand() {
    let small = archive(&[("a", b"one")]);
    let at = listed(&small);
    let mut large = small.clone();
    // As programs write it that do not know the size beforehand.
    large[at + 24..at + 28].copy_from_slice(&[0xff; 4]);
    large[at + 30] = 12;
    let mut more = vec![1, 0, 8, 0];
    more.extend_from_slice(&3_u64.to_le_bytes());
    large.splice(at + 47..at + 47, more);
    let end = large.len() - 22;
    large[end + 12] += 12;
    assert_eq!(read(&large, "a", 8).unwrap(), b"one");
}
