//! Any blocks become a segment and the same blocks again; any other bytes are an
//! error and cost no more than that.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use record::Decimal;
use record::block::MAX_BLOCK;
use record::codec::put_sized;
use record::fields::{FieldsWriter, Value};

use super::*;

const SCOPE: Scope = Scope::Diary;

fn payloads() -> impl Strategy<Value = Vec<u8>> {
    let value = prop_oneof![
        any::<u64>().prop_map(|number| (0, number, Vec::new())),
        any::<u64>().prop_map(|number| (1, number, Vec::new())),
        vec(any::<u8>(), 0..20).prop_map(|bytes| (2, 0, bytes)),
        any::<u64>().prop_map(|number| (3, number, Vec::new())),
    ];
    let fields = vec((1..4_u16, value), 0..5).prop_map(|mut fields| {
        fields.sort_by_key(|(number, _)| *number);
        let mut writer = FieldsWriter::default();
        for (number, (shape, value, bytes)) in fields {
            let value = match shape {
                0 => Value::Uint(value),
                1 => Value::Int(value.cast_signed()),
                2 => Value::Bytes(&bytes),
                _ => Value::Decimal(Decimal::new(value.cast_signed(), (value % 10) as u8).unwrap()),
            };
            writer.put(number, value);
        }
        writer.finish()
    });
    prop_oneof![4 => fields, 1 => vec(any::<u8>(), 0..12)]
}

fn ids() -> impl Strategy<Value = OpId> {
    (1..5_u32, 1..9_u32).prop_map(|(writer, counter)| OpId { writer: Writer(writer), counter })
}

prop_compose! {
    fn operations()(
        act in prop_oneof![
            3 => (0..4_u16).prop_map(|kind| Act::Create(KindId(kind))),
            1 => (ids(), vec(ids(), 0..3)).prop_map(|(entry, seen)| Act::Change(Touch { entry, seen })),
            1 => (ids(), vec(ids(), 0..3)).prop_map(|(entry, seen)| Act::Retract(Touch { entry, seen })),
        ],
        at in prop_oneof![4 => 0..5_000_000_000_i64, 1 => any::<i64>()],
        is_late in any::<bool>(),
        ms in prop_oneof![4 => 1_700_000_000_000..1_700_000_900_000_i64, 1 => 0..(1_i64 << 48)],
        logical in prop_oneof![4 => Just(0), 1 => any::<u16>()],
        zone in prop_oneof![Just("UTC"), Just("Europe/London"), Just("Asia/Tokyo")],
        behalf in option::of(any::<u32>()),
        payload in payloads(),
    ) -> Operation {
        let at = if is_late { at } else { ms.div_euclid(1000) };
        Operation {
            id: OpId { writer: Writer(1), counter: 1 },
            act,
            happened: Happened { at, zone: Zone::new(zone) },
            recorded: Hlc::new(ms, logical),
            on_behalf: behalf.map(Member),
            payload,
        }
    }
}

prop_compose! {
    /// A block; one in a few is of no use, as a newer app's might be.
    fn blocks()(
        mut operations in vec(operations(), 1..6),
        writer in prop_oneof![4 => 1..4_u32, 1 => 1..u32::MAX],
        first in prop_oneof![4 => 1..9_u32, 1 => 1..u32::MAX - 9],
        arrived in prop_oneof![4 => 1_700_000_000_000..1_800_000_000_000_i64, 1 => any::<i64>()],
        signature in vec(any::<u8>(), SIGNATURE),
        spoil in option::weighted(0.2, (5..200_usize, any::<u8>())),
    ) -> (i64, Vec<u8>) {
        for (operation, counter) in operations.iter_mut().zip(first..) {
            operation.id = OpId { writer: Writer(writer), counter };
        }
        let mut draft = block::encode(SCOPE, Writer(writer), &operations).unwrap();
        if let Some((at, byte)) = spoil
            && let Some(found) = draft.get_mut(at)
            && at > 16
        {
            *found = byte;
        }
        draft.extend_from_slice(&signature);
        (arrived, draft)
    }
}

fn placed(first: u64, blocks: Vec<(i64, Vec<u8>)>) -> Segment {
    let mut next = first;
    let blocks = blocks
        .into_iter()
        .map(|(arrived, block)| {
            let placed = Placed { first: next, arrived, block };
            next += placed.count();
            placed
        })
        .collect();
    Segment { before: Head { sequence: first - 1, hash: [7; 16] }, blocks }
}

proptest! {
    #[test]
    fn any_blocks_are_the_same_blocks_again(
        first in prop_oneof![1..1000_u64, 1..u64::MAX / 2],
        blocks in vec(blocks(), 0..12),
    ) {
        let segment = placed(first, blocks);
        let bytes = pack(SCOPE, &segment).unwrap();
        prop_assert_eq!(unpack(SCOPE, &bytes), Ok(segment));
    }

    #[test]
    fn spoiled_bytes_are_an_error_or_other_blocks_and_no_more(
        blocks in vec(blocks(), 1..6),
        spoil in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in option::weighted(0.3, any::<prop::sample::Index>()),
    ) {
        let segment = placed(1, blocks);
        let mut bytes = pack(SCOPE, &segment).unwrap();
        for (at, byte) in spoil {
            let at = at.index(bytes.len());
            bytes[at] ^= byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(read) = unpack(SCOPE, &bytes) {
            prop_assert!(read.blocks.iter().all(|placed| placed.block.len() <= MAX_BLOCK));
        }
    }

    #[test]
    fn any_bytes_are_no_reason_to_panic(bytes in vec(any::<u8>(), 0..300)) {
        let _ = unpack(SCOPE, &bytes);
        let _ = unpack(SCOPE, &[&[VERSION; 1][..], &[0; 16], &[1], &bytes].concat());
    }
}

/// A segment of one column, which says that it is so long.
fn claims(length: u64, packed: &[u8]) -> Vec<u8> {
    let mut bytes = vec![VERSION];
    bytes.extend_from_slice(&[0; 16]);
    // The first operation, no block, one column: its name in three bytes.
    bytes.extend_from_slice(&[1, 0, 1, 0, 1, 0]);
    put_uint(&mut bytes, length);
    put_sized(&mut bytes, packed);
    bytes
}

#[test]
fn what_says_that_it_is_huge_asks_for_nothing() {
    let too_large = MAX_COLUMNS as u64 + 1;
    assert_eq!(unpack(SCOPE, &claims(too_large, b"x")), Err(DecodeError::TooLarge));
    assert_eq!(unpack(SCOPE, &claims(u64::MAX, b"x")), Err(DecodeError::TooLarge));
    // A long run in few bytes, said to be shorter than it is, and longer.
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut encoder, &vec![0; 64 * MAX_COLUMNS]).unwrap();
    let bomb = encoder.finish().unwrap();
    assert_eq!(unpack(SCOPE, &claims(1000, &bomb)), Err(DecodeError::Number));
    assert_eq!(unpack(SCOPE, &claims(MAX_COLUMNS as u64, &bomb)), Err(DecodeError::Number));
    // So many blocks, and not the bytes for their signatures.
    let mut bytes = vec![VERSION];
    bytes.extend_from_slice(&[0; 16]);
    put_uint(&mut bytes, 1);
    put_uint(&mut bytes, u64::MAX);
    assert_eq!(unpack(SCOPE, &bytes), Err(DecodeError::Truncated));
}

#[test]
fn what_is_alike_takes_little_room() {
    let blocks = (0..300_u32).map(|number| {
        let operations: Vec<Operation> = (0..4)
            .map(|at| Operation {
                id: OpId { writer: Writer(2), counter: number * 4 + at + 1 },
                act: Act::Create(KindId(4)),
                happened: Happened {
                    at: 1_700_000_000 + i64::from(number) * 86_400,
                    zone: Zone::new("Europe/London"),
                },
                recorded: Hlc::new(1_700_000_000_000 + i64::from(number) * 86_400_000, 0),
                on_behalf: None,
                payload: b"\x0a\x07Walked!".to_vec(),
            })
            .collect();
        let draft = block::encode(SCOPE, Writer(2), &operations).unwrap();
        (1_700_000_000_000 + i64::from(number) * 86_400_000, block::sign(draft, &[9; SIGNATURE]))
    });
    let segment = placed(1, blocks.collect());
    let bytes = pack(SCOPE, &segment).unwrap();
    let beside = bytes.len() - 300 * SIGNATURE;
    assert!(beside < 1200, "{beside} bytes for 1,200 operations that say the same");
    assert_eq!(unpack(SCOPE, &bytes), Ok(segment));
    // Another scope's blocks would be others.
    assert_ne!(unpack(Scope::Health, &bytes).ok(), unpack(SCOPE, &bytes).ok());
}
