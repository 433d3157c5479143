//! Anything that can be encoded, at random: with the extremes of every number.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use record::block::{self, MIN_BLOCK};
use record::op::{Act, Operation, Touch};
use record::stream::{Cursor, Head, Placed};
use record::sync::{
    Accepted, Capabilities, Healed, Refusal, Refused, Request, Response, SetAside, Side,
    StreamPart, Vouched, WriterCard,
};
use record::time::{Happened, Hlc, Zone};
use record::{KindId, Member, OpId, RecordId, Scope, Writer};

pub(crate) fn scope() -> impl Strategy<Value = Scope> {
    proptest::sample::select(&Scope::ALL[..])
}

fn number() -> impl Strategy<Value = u32> {
    prop_oneof![3 => 0_u32..200, 1 => any::<u32>(), 1 => Just(u32::MAX)]
}

fn long() -> impl Strategy<Value = u64> {
    prop_oneof![3 => 0_u64..1000, 1 => any::<u64>(), 1 => Just(u64::MAX)]
}

fn signed() -> impl Strategy<Value = i64> {
    prop_oneof![
        3 => 1_700_000_000_i64..1_800_000_000,
        1 => any::<i64>(),
        1 => Just(i64::MIN),
        1 => Just(i64::MAX)
    ]
}

fn zone() -> impl Strategy<Value = Zone> {
    prop_oneof![
        4 => Just("Europe/London".to_owned()),
        2 => Just("America/Argentina/Buenos_Aires".to_owned()),
        1 => "[A-Za-z/_+0-9-]{1,63}",
    ]
    .prop_map(|name| Zone::new(&name))
}

fn recorded() -> impl Strategy<Value = Hlc> {
    prop_oneof![
        3 => (1_767_600_000_000_i64..1_767_600_000_100, 0_u16..3)
            .prop_map(|(ms, logical)| Hlc::new(ms, logical)),
        1 => any::<u64>().prop_map(Hlc),
        1 => prop_oneof![Just(0), Just(1), Just(u64::MAX - 1), Just(u64::MAX)].prop_map(Hlc),
    ]
}

fn op_id() -> impl Strategy<Value = OpId> {
    (number(), number()).prop_map(|(writer, counter)| OpId { writer: Writer(writer), counter })
}

fn touch() -> impl Strategy<Value = Touch> {
    (op_id(), vec(op_id(), 0..4)).prop_map(|(entry, seen)| Touch { entry, seen })
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => prop_oneof![4 => 0_u16..6, 1 => any::<u16>()].prop_map(|kind| Act::Create(KindId(kind))),
        2 => touch().prop_map(Act::Change),
        1 => touch().prop_map(Act::Retract),
    ]
}

/// Operations as one writer would have them in one block.
pub(crate) fn operations() -> impl Strategy<Value = (Scope, Writer, Vec<Operation>)> {
    let operation =
        (act(), signed(), any::<bool>(), zone(), recorded(), option::of(number()), payload());
    let first = prop_oneof![Just(1_u32), 1_u32..100_000, Just(u32::MAX - 20)];
    (scope(), number().prop_map(Writer), first, vec(operation, 1..12)).prop_map(
        |(scope, writer, first, parts)| {
            // Inside a block "me" is its writer.
            let own = |id: OpId| OpId { writer: id.writer.or(writer), ..id };
            let touched = |touch: Touch| Touch {
                entry: own(touch.entry),
                seen: touch.seen.into_iter().map(own).collect(),
            };
            let operations = (first..)
                .zip(parts)
                .map(|(counter, (act, at, now, zone, recorded, on_behalf, payload))| Operation {
                    id: OpId { writer, counter },
                    act: match act {
                        Act::Create(kind) => Act::Create(kind),
                        Act::Change(touch) => Act::Change(touched(touch)),
                        Act::Retract(touch) => Act::Retract(touched(touch)),
                    },
                    happened: Happened {
                        at: if now { recorded.ms().div_euclid(1000) } else { at },
                        zone,
                    },
                    recorded,
                    on_behalf: on_behalf.map(Member),
                    payload,
                })
                .collect();
            (scope, writer, operations)
        },
    )
}

fn payload() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![4 => vec(any::<u8>(), 0..24), 1 => vec(any::<u8>(), 100..300)]
}

/// A draft that can be read.
pub(crate) fn draft() -> impl Strategy<Value = Vec<u8>> {
    operations()
        .prop_map(|(scope, writer, operations)| block::encode(scope, writer, &operations).unwrap())
}

fn signed_block() -> impl Strategy<Value = Vec<u8>> {
    (draft(), any::<[u8; 32]>()).prop_map(|(draft, half)| {
        let mut signature = [7; block::SIGNATURE];
        signature[..32].copy_from_slice(&half);
        block::sign(draft, &signature)
    })
}

fn head() -> impl Strategy<Value = Head> {
    (long(), any::<[u8; 16]>()).prop_map(|(sequence, hash)| Head { sequence, hash })
}

pub(crate) fn placed() -> impl Strategy<Value = Placed> {
    (long(), signed(), signed_block())
        .prop_filter("has a number", |(_, _, block)| {
            block::header(block).unwrap().writer != Writer::ME
        })
        .prop_map(|(first, arrived, block)| Placed { first, arrived, block })
}

pub(crate) fn card() -> impl Strategy<Value = WriterCard> {
    let side =
        prop_oneof![Just(Side::Person), Just(Side::Carer), Just(Side::Team), Just(Side::Server)];
    (number(), number(), ".{0,12}", ".{0,12}", side, any::<[u8; 32]>()).prop_map(
        |(writer, member, name, role, side, key)| WriterCard {
            writer: Writer(writer),
            member: Member(member),
            name,
            role,
            side,
            key,
        },
    )
}

pub(crate) fn vouched() -> impl Strategy<Value = Vouched> {
    (card(), any::<[u8; 32]>()).prop_map(|(card, voucher)| Vouched { card, voucher })
}

pub(crate) fn request() -> impl Strategy<Value = Request> {
    let cursor = (number(), head()).prop_map(|(epoch, head)| Cursor { epoch, head }).boxed();
    let cursors = proptest::sample::subsequence(Scope::ALL.to_vec(), 0..=12)
        .prop_shuffle()
        .prop_flat_map(move |scopes| {
            let count = scopes.len();
            vec(cursor.clone(), count)
                .prop_map(move |cursors| scopes.clone().into_iter().zip(cursors).collect())
        });
    let push = vec(prop_oneof![signed_block(), vec(any::<u8>(), MIN_BLOCK..MIN_BLOCK + 20)], 0..4);
    let heal = (vec((scope(), placed()), 0..3), vec(vouched(), 0..3));
    let more = (any::<u64>(), proptest::option::of(long()), heal, others());
    (any::<[u8; 16]>(), number(), number(), cursors, push, more).prop_map(
        |(record, writer, writers, cursors, push, (bits, set_aside, (heal, vouched), others))| {
            Request {
                record: RecordId(record),
                writer: Writer(writer),
                writers,
                cursors,
                push,
                capabilities: Capabilities(bits),
                set_aside,
                heal,
                vouched,
                others,
            }
        },
    )
}

fn refusal() -> impl Strategy<Value = Refusal> {
    prop_oneof![
        number().prop_map(|send_from| Refusal::Gap { send_from }),
        Just(Refusal::Signature),
        Just(Refusal::NotAllowed),
        number().prop_map(|at| Refusal::Malformed { at }),
        number().prop_map(|at| Refusal::Reserved { at }),
        Just(Refusal::SetAside),
        number().prop_map(|at| Refusal::NotTheirs { at }),
        number().prop_map(|send_from| Refusal::Clone { send_from }),
    ]
}

pub(crate) fn response() -> impl Strategy<Value = Response> {
    let accepted = (scope(), number(), long(), signed())
        .prop_map(|(scope, counter, first, arrived)| Accepted { scope, counter, first, arrived });
    let refused = (scope(), number(), refusal()).prop_map(|(scope, counter, reason)| Refused {
        scope,
        counter,
        reason,
    });
    let part = (scope(), any::<bool>(), head(), any::<bool>(), vec(placed(), 0..3)).prop_map(
        |(scope, afresh, head, more, blocks)| StreamPart { scope, afresh, head, more, blocks },
    );
    (
        number(),
        signed(),
        vec(accepted, 0..4),
        vec(refused, 0..4),
        vec(part, 0..3),
        vec(scope(), 0..4),
        writers(),
        sections(),
    )
        .prop_map(|(epoch, now, accepted, refused, streams, withdrawn, cards, more)| {
            let (writers, vouchers) = cards;
            let given = Response { epoch, now, accepted, refused, streams, ..more };
            Response { withdrawn, writers, vouchers, ..given }
        })
}

/// Cards, with the server's word for each of them or for none.
fn writers() -> impl Strategy<Value = (Vec<WriterCard>, Vec<[u8; 32]>)> {
    (vec(vouched(), 0..3), any::<bool>()).prop_map(|(all, vouch)| {
        let (cards, vouchers) = all.into_iter().map(|one| (one.card, one.voucher)).unzip();
        (cards, if vouch { vouchers } else { Vec::new() })
    })
}

/// Sections that only a newer app knows.
fn others() -> impl Strategy<Value = Vec<(u32, Vec<u8>)>> {
    proptest::option::of((50_u32..90, vec(any::<u8>(), 0..5)))
        .prop_map(|one| one.into_iter().collect())
}

/// What stands in an answer's sections.
fn sections() -> impl Strategy<Value = Response> {
    let healed = prop_oneof![
        Just(Healed::Has),
        Just(Healed::Gap),
        Just(Healed::Stranger),
        Just(Healed::Other),
        Just(Healed::NotAllowed),
    ];
    let aside = (long(), signed(), signed_block()).prop_map(|(number, arrived, block)| SetAside {
        number,
        arrived,
        block,
    });
    (
        any::<u64>(),
        signed(),
        vec((scope(), head()), 0..3),
        vec(healed, 0..4),
        vec(aside, 0..3),
        others(),
    )
        .prop_map(|(bits, safe, wanted, healed, set_aside, others)| Response {
            capabilities: Capabilities(bits),
            safe,
            wanted,
            healed,
            set_aside,
            others,
            ..Response::default()
        })
}
