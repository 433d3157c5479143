//! Truncated, corrupted and made-up bytes: an error or another value, never a
//! panic, and never more memory than a small multiple of what came in.

use jiff::ToSpan;
use proptest::prelude::*;
use record::block;
use record::codec::{DecodeError, Reader};
use record::fields;
use record::schedule::{OccurrenceKey, RuleBytes};
use record::stream::Placed;
use record::sync::{Request, Response, Side, Vouched, WriterCard};
use record::{Record, Writer};

use crate::arbitrary;

/// The most memory that reading may take, for so many bytes: an operation of two
/// bytes becomes one of about a hundred in memory.
fn most(bytes: &[u8]) -> u64 {
    96 * bytes.len() as u64 + 4096
}

/// Reads bytes as whatever they may be, and checks what it cost.
fn read(bytes: &[u8]) -> Result<(), TestCaseError> {
    type Read = fn(&[u8]) -> bool;
    let readers: [(&str, Read); 10] = [
        ("draft", |bytes| block::decode(bytes).is_ok()),
        ("record", |bytes| Record::new(Writer(5)).apply(bytes, Some(0)).is_ok()),
        ("payload", |bytes| fields::check(bytes).is_ok()),
        ("placed", |bytes| Placed::read(&mut Reader::new(bytes)).is_ok()),
        ("card", |bytes| WriterCard::read(&mut Reader::new(bytes)).is_ok()),
        ("voucher", |bytes| Vouched::read(&mut Reader::new(bytes)).is_ok()),
        ("request", |bytes| Request::decode(bytes).is_ok()),
        ("response", |bytes| Response::decode(bytes).is_ok()),
        ("rule", |bytes| RuleBytes(bytes.to_vec()).read().is_ok()),
        ("key", |bytes| OccurrenceKey::from_bytes(bytes).is_ok()),
    ];
    for (what, read) in readers {
        let taken = allocation_counter::measure(|| {
            read(bytes);
        });
        prop_assert!(taken.bytes_max <= most(bytes), "{what}: {} bytes", taken.bytes_max);
    }
    // What is taken at all is what would be written: one value, one encoding.
    if let Ok(operations) = block::decode(bytes) {
        let header = block::header(bytes).unwrap();
        let again = block::encode(header.scope, header.writer, &operations);
        prop_assert_eq!(again.as_deref(), Ok(bytes));
    }
    let rule = RuleBytes(bytes.to_vec());
    if let Ok(read) = rule.read() {
        prop_assert_eq!(RuleBytes::of(&read), rule);
    }
    if let Ok(key) = OccurrenceKey::from_bytes(bytes) {
        prop_assert_eq!(key.to_bytes(), bytes);
    }
    if let Ok(request) = Request::decode(bytes) {
        prop_assert_eq!(request.encode(), bytes);
    }
    if let Ok(response) = Response::decode(bytes) {
        prop_assert_eq!(response.encode(), bytes);
    }
    Ok(())
}

/// A flipped bit, a changed byte, bytes taken out, or bytes put in.
fn harm(bytes: &mut Vec<u8>, (kind, at, with): (u8, usize, u8)) {
    if bytes.is_empty() {
        return;
    }
    let at = at % bytes.len();
    match kind {
        0 => bytes[at] ^= 1 << (with % 8),
        1 => bytes[at] = with,
        2 => drop(bytes.drain(at..(at + usize::from(with % 9)).min(bytes.len()))),
        _ => bytes.splice(at..at, std::iter::repeat_n(with, usize::from(with % 9))).for_each(drop),
    }
}

fn harm_all(bytes: &mut Vec<u8>, harms: Vec<(u8, usize, u8)>) {
    for blow in harms {
        harm(bytes, blow);
    }
}

fn harms() -> impl Strategy<Value = Vec<(u8, usize, u8)>> {
    proptest::collection::vec((0_u8..4, any::<usize>(), any::<u8>()), 1..6)
}

proptest! {
    // Each case is hundreds of cuts.
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_cut_draft_is_an_error(draft in arbitrary::draft()) {
        for end in 0..draft.len() {
            prop_assert!(block::decode(&draft[..end]).is_err());
            read(&draft[..end])?;
        }
        let mut longer = draft;
        longer.push(0);
        prop_assert_eq!(block::decode(&longer), Err(DecodeError::Trailing));
    }

    #[test]
    fn a_cut_rule_is_an_error(rule in crate::rules::rule()) {
        let RuleBytes(mut bytes) = RuleBytes::of(&rule);
        for end in 0..bytes.len() {
            prop_assert!(RuleBytes(bytes[..end].to_vec()).read().is_err());
        }
        bytes.push(0);
        prop_assert_eq!(RuleBytes(bytes).read(), Err(DecodeError::Trailing.into()));
    }

    #[test]
    fn a_cut_request_or_answer_is_an_error(
        request in arbitrary::request(),
        response in arbitrary::response(),
    ) {
        let (request, response) = (request.encode(), response.encode());
        for end in 0..request.len() {
            prop_assert!(Request::decode(&request[..end]).is_err());
        }
        for end in 0..response.len() {
            prop_assert!(Response::decode(&response[..end]).is_err());
        }
    }
}

proptest! {
    #[test]
    fn a_harmed_draft_is_an_error_or_another_value(
        mut bytes in arbitrary::draft(), harms in harms(),
    ) {
        harm_all(&mut bytes, harms);
        read(&bytes)?;
    }

    #[test]
    fn a_harmed_rule_is_an_error_or_another(rule in crate::rules::rule(), harms in harms()) {
        let RuleBytes(mut bytes) = RuleBytes::of(&rule);
        harm_all(&mut bytes, harms);
        read(&bytes)?;
        if let Ok(rule) = RuleBytes(bytes).read() {
            // Whatever it says can be looked at.
            let first = rule.terms().first;
            let schedule = crate::rules::schedule(1, &rule);
            let to = first.saturating_add(7.days());
            let all = schedule.occurrences(first, to, &jiff::tz::TimeZone::UTC);
            prop_assert!(all.len() <= 8 * 24);
        }
    }

    #[test]
    fn a_harmed_request_is_an_error_or_another_value(
        request in arbitrary::request(), harms in harms(),
    ) {
        let mut bytes = request.encode();
        harm_all(&mut bytes, harms);
        read(&bytes)?;
    }

    #[test]
    fn a_harmed_answer_is_an_error_or_another_value(
        response in arbitrary::response(), harms in harms(),
    ) {
        let mut bytes = response.encode();
        harm_all(&mut bytes, harms);
        read(&bytes)?;
    }

    #[test]
    fn made_up_bytes_are_an_error_or_a_value(
        mut bytes in proptest::collection::vec(any::<u8>(), 0..400),
        plausible in any::<bool>(),
    ) {
        if plausible && !bytes.is_empty() {
            bytes[0] = 1;
        }
        read(&bytes)?;
    }
}

/// The shortest operations there are: the most memory for the fewest bytes.
#[test]
fn false_counts_and_the_shortest_operations_stay_within_bounds() {
    let shortest = |claimed: u64, there: usize| {
        // Version 1, scope 5, writer 2, counter 1; at 0 ms; one zone, "A".
        let mut bytes = vec![1, 5, 2, 1];
        record::codec::put_uint(&mut bytes, claimed);
        bytes.extend([0, 1, 1, b'A']);
        // Each as the one before and one tick later: flags, and an empty payload.
        bytes.extend((0..there).flat_map(|_| [0b0101_0100, 0]));
        bytes
    };
    assert_eq!(block::decode(&shortest(4096, 4096)).unwrap().len(), 4096);
    assert_eq!(block::decode(&shortest(4096, 4095)), Err(DecodeError::Truncated));
    assert_eq!(block::decode(&shortest(4097, 4097)), Err(DecodeError::Number));
    for (claimed, there) in [(4096, 4096), (4096, 0), (4096, 100), (u64::MAX, 0), (1, 4096)] {
        read(&shortest(claimed, there)).unwrap();
    }
    // Lists that claim to be long.
    for at in 17..24 {
        let mut request = vec![1; at];
        record::codec::put_uint(&mut request, u64::MAX >> 1);
        read(&request).unwrap();
    }
    // A body that is nothing but tiny blocks.
    let mut tiny = vec![1_u8; 19];
    tiny.push(0);
    record::codec::put_uint(&mut tiny, 10_000);
    tiny.extend(std::iter::repeat_n(0, 10_000));
    assert!(Request::decode(&tiny).is_err());
    read(&tiny).unwrap();
}

#[test]
fn a_stream_is_asked_for_once_in_a_request() {
    use record::stream::Cursor;
    let cursor = (record::Scope::Diary, Cursor::default());
    let mut request = Request {
        record: record::RecordId([1; 16]),
        writer: Writer(2),
        writers: 0,
        cursors: vec![cursor],
        ..Request::default()
    };
    assert!(Request::decode(&request.encode()).is_ok());
    request.cursors.push(cursor);
    assert_eq!(Request::decode(&request.encode()), Err(DecodeError::Number));
}

#[test]
fn the_servers_word_is_there_for_every_card_or_for_none() {
    let card = WriterCard {
        writer: Writer(2),
        member: record::Member::PERSON,
        name: "Sam".into(),
        role: String::new(),
        side: Side::Person,
        key: [1; 32],
    };
    let with = |vouchers: usize| Response {
        writers: vec![card.clone(); 2],
        vouchers: vec![[7; 32]; vouchers],
        ..Response::default()
    };
    for (vouchers, read) in [(0, true), (1, false), (2, true), (3, false)] {
        let response = with(vouchers);
        let expected = if read { Ok(response.clone()) } else { Err(DecodeError::Number) };
        assert_eq!(Response::decode(&response.encode()), expected, "{vouchers}");
    }
}

#[test]
fn what_a_newer_app_says_besides_is_kept_as_it_came() {
    let request = Request { writer: Writer(2), set_aside: Some(1), ..Request::default() };
    let plain = request.encode();
    // It ends with how many sections there are, and the one.
    let (fixed, section) = plain.split_at(plain.len() - 4);
    assert_eq!(section, [1, 2, 1, 1]);
    let newer = |count: u8, more: &[u8]| [fixed, &[count], &section[1..], more].concat();
    let carried = Request { others: vec![(99, vec![1, 2, 3])], ..request };
    assert_eq!(Request::decode(&newer(2, &[99, 3, 1, 2, 3])), Ok(carried));
    // But not out of order, not cut short, and not more than was said.
    assert_eq!(Request::decode(&newer(2, &[1, 1, 1])), Err(DecodeError::Number));
    assert!(Request::decode(&newer(2, &[99, 3, 1])).is_err());
    assert_eq!(Request::decode(&newer(1, &[99, 1, 1])), Err(DecodeError::Trailing));
}

#[test]
fn what_is_larger_than_allowed_is_refused_unread() {
    let taken = allocation_counter::measure(|| {
        let large = vec![1; block::MAX_BLOCK + 1];
        assert_eq!(block::decode(&large), Err(DecodeError::TooLarge));
        drop(large);
        let large = vec![1; record::sync::MAX_REQUEST + 1];
        assert_eq!(Request::decode(&large), Err(DecodeError::TooLarge));
    });
    assert!(taken.bytes_max <= record::sync::MAX_REQUEST as u64 + 4096);
}
