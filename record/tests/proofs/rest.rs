//! How streams rest on a device: packed or as they came, they say the same.

use proptest::prelude::*;
use record::block::{self, SIGNATURE};
use record::rest::{self, Row};
use record::stream::{Head, Placed};
use record::{Record, Scope, Writer};

use record::OpId;
use record::op::{Act, KindId, Operation};
use record::time::{Happened, Hlc, Zone};

const SCOPE: Scope = Scope::Diary;

/// A writer's next operations: of a kind that nobody knows, and one that is.
fn draft(writer: Writer, first: u32, count: u32) -> Vec<u8> {
    let operations: Vec<Operation> = (first..first + count)
        .map(|counter| Operation {
            id: OpId { writer, counter },
            act: Act::Create(KindId(if counter % 3 == 0 { 999 } else { 6 })),
            happened: Happened { at: 1_767_600_000, zone: Zone::new("Europe/London") },
            recorded: Hlc::new(1_767_600_000_000 + i64::from(counter) * 60_000, 0),
            on_behalf: None,
            payload: vec![4, 1, 10, 2, b'o', b'k'],
        })
        .collect();
    block::encode(SCOPE, writer, &operations).unwrap()
}

/// Blocks of several writers, one behind the other, each with its arrival.
fn stream(sizes: &[(u8, u8, u16)]) -> (Vec<Placed>, Head) {
    let mut head = Head::default();
    let mut counters = [1_u32; 4];
    let mut arrived = 1_800_000_000_000_i64;
    let mut blocks = Vec::new();
    for (writer, count, later) in sizes {
        let at = usize::from(*writer) % counters.len();
        let writer = Writer(u32::try_from(at).unwrap() + 2);
        let count = u32::from(*count % 5) + 1;
        arrived += i64::from(*later);
        let draft = draft(writer, counters[at], count);
        counters[at] += count;
        let placed = Placed {
            first: head.sequence + 1,
            arrived,
            block: block::sign(draft, &[7; SIGNATURE]),
        };
        head = head.after(&placed);
        blocks.push(placed);
    }
    (blocks, head)
}

/// Rows as a device writes them: some blocks to a row.
fn rows(blocks: &[Placed], together: usize) -> Vec<(u64, Vec<u8>)> {
    blocks
        .chunks(together.max(1))
        .map(|blocks| {
            let mut body = Vec::new();
            for placed in blocks {
                placed.put(&mut body);
            }
            (blocks[0].first, body)
        })
        .collect()
}

fn borrowed(rows: &[(u64, Vec<u8>)]) -> Vec<(u64, &[u8])> {
    rows.iter().map(|(at, body)| (*at, body.as_slice())).collect()
}

fn replaced(rows: &mut Vec<(u64, Vec<u8>)>, by: rest::Repacked) {
    let (from, to) = by.remove;
    rows.retain(|(at, _)| *at < from || *at > to);
    rows.extend(by.rows);
    rows.sort();
}

fn fold(rows: &[(u64, Vec<u8>)]) -> (Vec<String>, Head) {
    let mut record = Record::new(Writer(2));
    let mut head = Head::default();
    for (_, body) in rows {
        let row = Row::read(body).unwrap();
        if let Row::Blocks(blocks) = &row {
            head = blocks.iter().fold(head, Head::after);
        }
        head = record.apply_row(&row).unwrap().unwrap_or(head);
    }
    (record.fingerprint(), head)
}

proptest! {
    #[test]
    fn packing_changes_nothing_that_is_said(
        sizes in proptest::collection::vec((0_u8..4, any::<u8>(), any::<u16>()), 1..60),
        together in 1_usize..6,
        parts in proptest::collection::vec(0_usize..60, 1..4),
    ) {
        let (blocks, end) = stream(&sizes);
        let mut rows = rows(&blocks, together);
        let whole = fold(&rows);
        prop_assert_eq!(whole.1, end);
        let mut parts: Vec<i64> =
            parts.iter().map(|at| blocks[at % blocks.len()].arrived).collect();
        parts.sort_unstable();
        for safe in parts {
            if let Some(packed) = rest::pack(SCOPE, &borrowed(&rows), safe).unwrap() {
                replaced(&mut rows, packed);
                prop_assert!(fold(&rows) == whole);
            }
            // What a backup does not hold yet can still be given back, whole.
            let kept: Vec<Placed> = rows
                .iter()
                .filter_map(|(_, body)| match Row::read(body).unwrap() {
                    Row::Blocks(blocks) => Some(blocks),
                    Row::Packed(_) => None,
                })
                .flatten()
                .collect();
            for placed in blocks.iter().filter(|placed| placed.arrived >= safe) {
                prop_assert!(kept.contains(placed));
            }
        }
    }

    #[test]
    fn any_bytes_are_a_row_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Row::read(&bytes);
        let packed: Vec<u8> = [&[0, 1][..], &bytes].concat();
        if let Ok(row) = Row::read(&packed) {
            let _ = Record::new(Writer(2)).apply_row(&row);
        }
    }
}

#[test]
fn a_packed_row_byte_for_byte() {
    let (blocks, _) = stream(&[(0, 1, 5), (1, 0, 6), (0, 2, 7), (0, 0, 0)]);
    let rows = rows(&blocks, 1);
    let packed = rest::pack(SCOPE, &borrowed(&rows), i64::MAX).unwrap().unwrap();
    assert_eq!((packed.remove, packed.rows.len()), ((1, 7), 1));
    insta::assert_snapshot!(crate::golden::hex(&packed.rows[0].1));
}

#[test]
fn years_of_single_entries_take_few_bytes_each() {
    let (blocks, _) = stream(&vec![(0, 0, 60_000); 5_000]);
    let rows = rows(&blocks, 1);
    let packed = rest::pack(SCOPE, &borrowed(&rows), i64::MAX).unwrap().unwrap();
    let bytes: usize = packed.rows.iter().map(|(_, body)| body.len()).sum();
    let written: usize = rows.iter().map(|(_, body)| body.len()).sum();
    assert!(bytes * 3 < written, "{bytes} of {written}");
    assert!(packed.rows.len() < 12, "{} rows", packed.rows.len());
    // A full row is left as it is the next time.
    let again = rest::pack(SCOPE, &borrowed(&packed.rows), i64::MAX).unwrap();
    assert!(again.is_none());
}

#[test]
fn a_row_with_a_hole_before_it_is_not_packed() {
    let (blocks, _) = stream(&[(0, 0, 1), (0, 0, 1), (0, 0, 1)]);
    let rows = rows(&[blocks[0].clone(), blocks[2].clone()], 1);
    assert!(rest::pack(SCOPE, &borrowed(&rows), i64::MAX).is_err());
}
