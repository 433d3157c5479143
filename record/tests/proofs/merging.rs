//! Every replica that holds the same operations shows the same: whatever order
//! they came in, however they were cut into blocks, and however often.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::Index;
use record::block;
use record::fields::{FieldsWriter, Value};
use record::kinds::{AboutMe, Card, DiaryNote, KINDS, Kind, Reading, Tracker};
use record::op::{Act, Operation, Touch};
use record::time::{Hlc, Zone};
use record::{KindId, OpId, Record, Scope, Writer};

use crate::support::{MONDAY, london};

const SCOPES: [Scope; 3] = [Scope::About, Scope::Health, Scope::Diary];
const WRITERS: u32 = 4;

/// What one writer does next.
#[derive(Clone, Debug)]
struct Step {
    writer: u32,
    scope: Index,
    deed: Deed,
    /// Which entry, and which operations it claims to have seen.
    entry: Index,
    seen: Seen,
    /// Milliseconds that its clock moves; one writer's is a year ahead.
    clock: i64,
    /// How much earlier it happened, in seconds.
    earlier: i64,
    /// First it takes in what others wrote.
    catches_up: bool,
    fields: Vec<(u16, u8)>,
}

#[derive(Clone, Debug)]
enum Deed {
    Create(Index),
    Change,
    Retract,
    /// The same counter, other content: a copied device.
    Clash,
}

#[derive(Clone, Debug)]
enum Seen {
    /// What it holds: as an app does.
    Held,
    /// Anything, even what is not written yet.
    Claimed(Vec<(u32, u32)>),
}

fn step() -> impl Strategy<Value = Step> {
    let deed = prop_oneof![
        3 => any::<Index>().prop_map(Deed::Create),
        5 => Just(Deed::Change),
        2 => Just(Deed::Retract),
        1 => Just(Deed::Clash),
    ];
    let seen = prop_oneof![
        3 => Just(Seen::Held),
        1 => proptest::collection::vec((1..=WRITERS, 1_u32..12), 0..4).prop_map(Seen::Claimed),
    ];
    (
        (1..=WRITERS, any::<Index>(), deed, any::<Index>(), seen),
        (0_i64..5_000, prop_oneof![4 => Just(0_i64), 1 => 0_i64..9], any::<bool>()),
        proptest::collection::vec((1_u16..10, any::<u8>()), 0..4),
    )
        .prop_map(
            |((writer, scope, deed, entry, seen), (clock, earlier, catches_up), fields)| Step {
                writer,
                scope,
                deed,
                entry,
                seen,
                clock,
                earlier,
                catches_up,
                fields,
            },
        )
}

type Log = Vec<(Scope, Operation)>;

fn payload(act: &Deed, fields: &[(u16, u8)]) -> Vec<u8> {
    let mut fields: Vec<_> = fields.to_vec();
    fields.sort_by_key(|(number, _)| *number);
    let mut out = FieldsWriter::default();
    for (number, value) in fields {
        let text = format!("{}", value % 3);
        let odd = value % 7 == 0 || matches!(act, Deed::Create(_)) && number == 1;
        out.put(
            number,
            if odd { Value::Uint(u64::from(value)) } else { Value::Bytes(text.as_bytes()) },
        );
    }
    out.finish()
}

/// Plays the steps and answers everything that was written.
fn play(steps: &[Step]) -> Log {
    let mut log: Log = Vec::new();
    let mut replicas: BTreeMap<u32, (Record, usize)> =
        (1..=WRITERS).map(|writer| (writer, (Record::new(Writer(writer)), 0))).collect();
    let mut clocks = BTreeMap::<u32, i64>::new();
    for step in steps {
        let scope = *step.scope.get(&SCOPES);
        let (replica, known) = replicas.get_mut(&step.writer).unwrap();
        if step.catches_up {
            for (scope, operation) in &log[*known..] {
                apply(replica, *scope, std::slice::from_ref(operation));
            }
            *known = log.len();
        }
        let entries: Vec<OpId> = log
            .iter()
            .filter(|(of, operation)| *of == scope && matches!(operation.act, Act::Create(_)))
            .map(|(_, operation)| operation.id)
            .collect();
        let touch = || {
            let entry = *step.entry.get(&entries);
            let seen = match &step.seen {
                Seen::Held => replica.touch(crate::support::entry(scope, entry)).seen,
                Seen::Claimed(ids) => ids
                    .iter()
                    .map(|(writer, counter)| OpId { writer: Writer(*writer), counter: *counter })
                    .collect(),
            };
            Touch { entry, seen }
        };
        let counter = match step.deed {
            Deed::Clash => replica.next_counter(scope).saturating_sub(1).max(1),
            _ => replica.next_counter(scope),
        };
        let act = match &step.deed {
            Deed::Change | Deed::Clash if !entries.is_empty() => Act::Change(touch()),
            Deed::Retract if !entries.is_empty() => Act::Retract(touch()),
            Deed::Create(kind) => Act::Create(KindId(u16::try_from(kind.index(14)).unwrap())),
            _ => Act::Create(DiaryNote::SPEC.id),
        };
        let clock = clocks.entry(step.writer).or_insert(if step.writer == 3 {
            MONDAY + 365 * 24 * 3_600_000
        } else {
            MONDAY
        });
        *clock += step.clock;
        let mut happened = london(MONDAY / 1000 - step.earlier);
        if step.earlier == 7 {
            happened.zone = Zone::new("Asia/Tokyo");
        }
        let operation = Operation {
            id: OpId { writer: Writer(step.writer), counter },
            act,
            happened,
            recorded: Hlc::new(*clock, 0),
            on_behalf: None,
            payload: payload(&step.deed, &step.fields),
        };
        apply(replica, scope, std::slice::from_ref(&operation));
        log.push((scope, operation));
    }
    log
}

/// Each operation reached the server once, whatever block it came in.
fn apply(record: &mut Record, scope: Scope, operations: &[Operation]) {
    let writer = operations[0].id.writer;
    let draft = block::encode(scope, writer, operations).unwrap();
    record.apply(&draft, Some(MONDAY + 60_000)).unwrap();
}

/// Takes these in one by one.
fn folded<'a>(log: impl IntoIterator<Item = &'a (Scope, Operation)>) -> Record {
    let mut record = Record::new(Writer(9));
    for (scope, operation) in log {
        apply(&mut record, *scope, std::slice::from_ref(operation));
    }
    record
}

/// All that a page could show of it.
fn shown<K: Kind + std::fmt::Debug>(record: &Record) -> BTreeSet<String> {
    record.all::<K>().map(|entry| format!("{entry:?}")).collect()
}

fn same(one: &Record, other: &Record) -> Result<(), TestCaseError> {
    prop_assert_eq!(one.fingerprint(), other.fingerprint());
    prop_assert_eq!(shown::<AboutMe>(one), shown::<AboutMe>(other));
    prop_assert_eq!(shown::<Card>(one), shown::<Card>(other));
    prop_assert_eq!(shown::<Tracker>(one), shown::<Tracker>(other));
    prop_assert_eq!(shown::<Reading>(one), shown::<Reading>(other));
    prop_assert_eq!(shown::<DiaryNote>(one), shown::<DiaryNote>(other));
    prop_assert_eq!(one.latest_clock(), other.latest_clock());
    prop_assert_eq!(
        one.clashes().collect::<BTreeSet<_>>(),
        other.clashes().collect::<BTreeSet<_>>()
    );
    for scope in Scope::ALL {
        prop_assert_eq!(one.count(scope), other.count(scope));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_order_and_any_number_of_times_shows_the_same(
        (log, again) in proptest::collection::vec(step(), 1..30).prop_flat_map(|steps| {
            let log = play(&steps);
            let doubled: Log = log.iter().cloned().chain(log.iter().cloned()).collect();
            (Just(log), Just(doubled).prop_shuffle())
        }),
    ) {
        same(&folded(&log), &folded(&again))?;
    }

    #[test]
    fn however_it_is_cut_into_blocks_it_shows_the_same(
        steps in proptest::collection::vec(step(), 1..30),
        cuts in proptest::collection::vec(any::<Index>(), 1..8),
        overlap in 0_usize..3,
    ) {
        let log = play(&steps);
        let mut recut = Record::new(Writer(9));
        let mut lanes: BTreeMap<(Scope, Writer), Vec<Operation>> = BTreeMap::new();
        for (scope, operation) in &log {
            let lane = lanes.entry((*scope, operation.id.writer)).or_default();
            // Blocks are contiguous: what has a number already comes in its own.
            if lane.last().is_none_or(|last| last.id.counter < operation.id.counter) {
                lane.push(operation.clone());
            } else {
                apply(&mut recut, *scope, std::slice::from_ref(operation));
            }
        }
        for ((scope, _), lane) in &lanes {
            let mut ends: BTreeSet<usize> = cuts.iter().map(|cut| cut.index(lane.len())).collect();
            ends.insert(lane.len());
            let mut start = 0_usize;
            for end in ends.into_iter().filter(|end| *end > 0) {
                apply(&mut recut, *scope, &lane[start.saturating_sub(overlap)..end]);
                start = end;
            }
        }
        same(&folded(&log), &recut)?;
    }

    #[test]
    fn replicas_that_meet_in_any_grouping_agree(
        steps in proptest::collection::vec(step(), 1..24),
        holds in proptest::collection::vec(1_u8..8, 24),
    ) {
        let log = play(&steps);
        let part = |bit: u8| -> Log {
            log.iter().zip(&holds).filter(|(_, holds)| **holds & bit != 0)
                .map(|(written, _)| written.clone()).collect()
        };
        let (a, b, c) = (part(1), part(2), part(4));
        let ab_c = folded(a.iter().chain(&b).chain(&c));
        let a_bc = folded(b.iter().chain(&c).chain(&a));
        let ca_b = folded(c.iter().chain(&a).chain(&c).chain(&b));
        same(&ab_c, &a_bc)?;
        same(&ab_c, &ca_b)?;
        same(&ab_c, &folded(&log))?;
    }

    /// What is passed over unread is what would not have been among them.
    #[test]
    fn those_since_a_time_are_those_of_all(
        steps in proptest::collection::vec(step(), 1..40),
        which in any::<Index>(),
    ) {
        let record = folded(&play(&steps));
        let times: Vec<i64> = record.all::<DiaryNote>().map(|entry| entry.happened.at).collect();
        if !times.is_empty() {
            let at = times[which.index(times.len())];
            let all: Vec<_> =
                record.current::<DiaryNote>().filter(|entry| entry.happened.at >= at).collect();
            let since: Vec<_> = record.since::<DiaryNote>(at).collect();
            prop_assert_eq!(since, all);
        }
    }

    /// Against the definition: what stands is what nothing else descends from.
    #[test]
    fn the_latest_operations_are_those_that_none_descends_from(
        steps in proptest::collection::vec(step(), 1..30),
    ) {
        let steps: Vec<Step> = steps
            .into_iter()
            .filter(|step| !matches!(step.deed, Deed::Clash))
            .map(|step| Step { seen: Seen::Held, ..step })
            .collect();
        let log = play(&steps);
        let record = folded(&log);
        for (scope, created) in &log {
            if !matches!(created.act, Act::Create(_)) {
                continue;
            }
            let touches: BTreeMap<OpId, &Touch> = log
                .iter()
                .filter(|(of, _)| of == scope)
                .filter_map(|(_, operation)| Some((operation.id, operation.act.touch()?)))
                .filter(|(_, touch)| touch.entry == created.id)
                .collect();
            let mut replaced = BTreeSet::new();
            for touch in touches.values() {
                replaced.insert(created.id);
                let mut queue = touch.seen.clone();
                while let Some(id) = queue.pop() {
                    if replaced.insert(id) && let Some(touch) = touches.get(&id) {
                        queue.extend(&touch.seen);
                    }
                }
            }
            let latest: Vec<OpId> = touches
                .keys()
                .copied()
                .chain([created.id])
                .filter(|id| !replaced.contains(id))
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect();
            let id = crate::support::entry(*scope, created.id);
            prop_assert_eq!(record.touch(id).seen, latest);
        }
    }
}

#[test]
fn kinds_and_fields_have_numbers_of_their_own() {
    let kinds: Vec<u16> = KINDS.iter().map(|spec| spec.id.0).collect();
    assert!(kinds.is_sorted_by(|a, b| a < b) && kinds[0] > 0);
    for spec in KINDS {
        let numbers: Vec<u16> = spec.fields.iter().map(|field| field.number).collect();
        assert!(numbers.is_sorted_by(|a, b| a < b) && numbers[0] > 0, "{}", spec.name);
        assert_eq!(record::kinds::spec(spec.id), Some(spec));
    }
}
