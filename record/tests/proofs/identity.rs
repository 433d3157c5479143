//! What is written is what is read.

use proptest::prelude::*;
use record::block;
use record::codec::Reader;
use record::fields::{Fields, FieldsWriter, Value};
use record::kinds::{AboutMe, Card, CardOf, Kind, Reading, Ref};
use record::stream::Placed;
use record::sync::{Request, Response, Vouched, WriterCard};
use record::{Decimal, Member, OpId, Writer};

use crate::arbitrary;

fn read_back<K: Kind>(value: &K, author: Writer) -> K {
    let payload = value.payload(author);
    let fields = Fields::of(&payload).map(|field| {
        let (number, value) = field.unwrap();
        (number, value, author)
    });
    K::read(fields).unwrap()
}

fn words() -> impl Strategy<Value = Option<String>> {
    proptest::option::of("\\PC{1,20}")
}

proptest! {
    #[test]
    fn operations_come_back((scope, writer, operations) in arbitrary::operations()) {
        let draft = block::encode(scope, writer, &operations).unwrap();
        let header = block::header(&draft).unwrap();
        prop_assert_eq!((header.scope, header.writer), (scope, writer));
        prop_assert_eq!(header.last(), operations.last().unwrap().id.counter);
        prop_assert_eq!(block::decode(&draft).unwrap(), operations);
    }

    #[test]
    fn a_signature_comes_off_as_it_went_on(draft in arbitrary::draft(), by in any::<u8>()) {
        let signature = [by; block::SIGNATURE];
        let block = block::sign(draft.clone(), &signature);
        prop_assert_eq!(block::unsigned(&block).unwrap(), (&draft[..], &signature[..]));
    }

    #[test]
    fn placed_blocks_come_back(placed in arbitrary::placed()) {
        let mut bytes = Vec::new();
        placed.put(&mut bytes);
        let mut reader = Reader::new(&bytes);
        prop_assert_eq!(Placed::read(&mut reader).unwrap(), placed);
        prop_assert_eq!(reader.left(), 0);
    }

    #[test]
    fn requests_come_back(request in arbitrary::request()) {
        prop_assert_eq!(Request::decode(&request.encode()).unwrap(), request);
    }

    #[test]
    fn responses_come_back(response in arbitrary::response()) {
        prop_assert_eq!(Response::decode(&response.encode()).unwrap(), response);
    }

    #[test]
    fn cards_with_the_servers_word_come_back(vouched in arbitrary::vouched()) {
        let mut bytes = Vec::new();
        vouched.put(&mut bytes);
        let mut reader = Reader::new(&bytes);
        prop_assert_eq!(Vouched::read(&mut reader), Ok(vouched));
        prop_assert_eq!(reader.left(), 0);
    }

    #[test]
    fn cards_come_back(card in arbitrary::card()) {
        let mut bytes = Vec::new();
        card.put(&mut bytes);
        prop_assert_eq!(WriterCard::read(&mut Reader::new(&bytes)).unwrap(), card);
    }

    #[test]
    fn fields_come_back(
        uint in any::<u64>(),
        int in any::<i64>(),
        mantissa in any::<i64>(),
        places in 0_u8..=9,
        bytes in proptest::collection::vec(any::<u8>(), 0..40),
        number in 4_u16..=u16::MAX >> 2,
    ) {
        let values = [
            (1, Value::Uint(uint)),
            (2, Value::Int(int)),
            (3, Value::Decimal(Decimal::new(mantissa, places).unwrap())),
            (number, Value::Bytes(&bytes)),
            (number, Value::Bytes(b"again")),
        ];
        let mut writer = FieldsWriter::default();
        for (number, value) in values {
            writer.put(number, value);
        }
        let payload = writer.finish();
        let read: Vec<_> = Fields::of(&payload).map(|field| field.unwrap()).collect();
        prop_assert_eq!(read, values);
    }

    #[test]
    fn what_matters_comes_back_and_a_difference_makes_the_one_the_other(
        old in (words(), words(), words()),
        new in (words(), words(), words()),
    ) {
        let about = |(most_important, please_do, helped_by): (_, _, _)| AboutMe {
            most_important, please_do, helped_by, ..AboutMe::default()
        };
        let (old, new) = (about(old), about(new));
        prop_assert_eq!(read_back(&new, Writer(3)), new.clone());
        prop_assert_eq!(apply_difference(&old, &new), new);
    }

    #[test]
    fn lists_come_back_and_change_whole(
        old in proptest::collection::vec("\\PC{1,8}", 0..4),
        new in proptest::collection::vec("\\PC{1,8}", 0..4),
    ) {
        let card = |conditions| Card {
            of: CardOf::Person, member: Member::PERSON, name: String::new(),
            role: None, phone: None, reply: None, conditions,
        };
        let (old, new) = (card(old), card(new));
        prop_assert_eq!(read_back(&new, Writer(3)), new.clone());
        prop_assert_eq!(apply_difference(&old, &new), new);
    }

    #[test]
    fn readings_come_back(
        writer in 0_u32..1 << 31, counter in any::<u32>(), author in 1_u32..100,
        mantissa in any::<i64>(), places in 0_u8..=9,
    ) {
        let value = Decimal::new(mantissa, places).unwrap();
        let tracker = Ref(OpId { writer: Writer(writer).or(Writer(author)), counter });
        let reading = Reading {
            tracker, value, second: Some(value), third: None, context: None, note: None,
        };
        prop_assert_eq!(read_back(&reading, Writer(author)), reading);
    }
}

/// What a reader has who lays the difference over the old fields.
fn apply_difference<K: Kind>(old: &K, new: &K) -> K {
    let before = old.payload(Writer(3));
    let change = new.payload_from(old, Writer(3));
    let changed: Vec<u16> = Fields::of(&change).map(|field| field.unwrap().0).collect();
    let fields = Fields::of(&before)
        .map(|field| field.unwrap())
        .filter(|(number, _)| !changed.contains(number))
        .chain(Fields::of(&change).map(|field| field.unwrap()))
        .map(|(number, value)| (number, value, Writer(3)));
    K::read(fields).unwrap()
}

#[test]
fn an_empty_item_of_a_list_does_not_clear_the_others() {
    let card = Card {
        of: CardOf::Person,
        member: Member::PERSON,
        name: "Ada".to_owned(),
        role: None,
        phone: None,
        reply: None,
        conditions: vec!["Asthma".to_owned(), String::new(), "Diabetes".to_owned()],
    };
    assert_eq!(read_back(&card, Writer(3)).conditions, ["Asthma", "Diabetes"]);
}

#[test]
fn what_cannot_stand_in_one_block_is_refused() {
    use record::Scope::Diary;
    use record::block::{BlockError, MAX_OPERATIONS, encode};
    use record::op::{MAX_PAYLOAD, Operation};

    let operation = |counter, size| Operation {
        id: OpId { writer: Writer(2), counter },
        act: record::Act::Create(record::KindId(1)),
        happened: crate::support::london(0),
        recorded: record::time::Hlc::new(0, 0),
        on_behalf: None,
        payload: vec![0; size],
    };
    let encode = |operations: &[Operation]| encode(Diary, Writer(2), operations);
    assert_eq!(encode(&[]), Err(BlockError::Count));
    let many: Vec<_> = (1..).take(MAX_OPERATIONS + 1).map(|n| operation(n, 0)).collect();
    assert_eq!(encode(&many), Err(BlockError::Count));
    assert!(encode(&many[..MAX_OPERATIONS]).is_ok());
    assert_eq!(encode(&[operation(0, 0)]), Err(BlockError::Order));
    assert_eq!(encode(&[operation(u32::MAX, 0)]), Err(BlockError::Order));
    assert_eq!(encode(&[operation(1, 0), operation(3, 0)]), Err(BlockError::Order));
    let other = Operation { id: OpId { writer: Writer(3), counter: 1 }, ..operation(1, 0) };
    assert_eq!(encode(&[other]), Err(BlockError::Order));
    assert_eq!(encode(&[operation(1, MAX_PAYLOAD + 1)]), Err(BlockError::TooLarge));
    assert!(encode(&[operation(1, MAX_PAYLOAD)]).is_ok());
    let heavy: Vec<_> = (1..9).map(|n| operation(n, MAX_PAYLOAD)).collect();
    assert_eq!(encode(&heavy), Err(BlockError::TooLarge));
}
