//! What travels, and what a device keeps.

use record::block;
use record::codec::{DecodeError, Reader};
use record::fields::{Fields, FieldsWriter};
use record::kinds::{
    AboutMe, AboutMedia, AccessNeeds, ActionPlan, AdvancePaper, AdvanceWishes, Allergy, Card,
    Contingency, ContingencyProposal, DecisionMedia, DiaryNote, Dose, DoseTaken, Kind, Look,
    Medicine, Message, Outcome, Reading, Reminder, Seen, Share, Supply, Symptom, Threshold,
    Tracker,
};
use record::schedule::RuleBytes;
use record::stream::{Head, Placed};
use record::sync::{Request, Response};
use record::{Record, Scope, Writer, api as said};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::effects::store::{LogRow, Opened, Write};
use shared::holding::slot::{self, Area};
use shared::holding::{About, Holding};

use crate::within;

/// A block's operations.
pub fn block(data: &[u8]) {
    let Ok(operations) = within(64, data, block::decode) else {
        return;
    };
    let header = block::header(data).expect("what is read whole has a header");
    assert_eq!(operations.len(), header.count as usize);
    // One list of operations has one encoding.
    let again = block::encode(header.scope, header.writer, &operations).unwrap();
    assert!(again == data, "it is read, and written otherwise");
    if header.writer == Writer::ME {
        let claimed = block::claim(data, Writer(7)).unwrap();
        let header = block::header(&claimed).unwrap();
        assert_eq!((header.writer, header.count as usize), (Writer(7), operations.len()));
        assert_eq!(block::decode(&claimed).unwrap().len(), operations.len());
    }
}

/// A request of sync.
pub fn request(data: &[u8]) {
    if let Ok(request) = within(16, data, Request::decode) {
        assert!(request.encode() == data, "it is read, and written otherwise");
    }
}

/// An answer of sync.
pub fn response(data: &[u8]) {
    if let Ok(response) = within(64, data, Response::decode) {
        assert!(response.encode() == data, "it is read, and written otherwise");
    }
}

/// A block in its place.
pub fn placed(data: &[u8]) {
    let mut reader = Reader::new(data);
    if let Ok(placed) = within(2, data, |_| Placed::read(&mut reader)) {
        let mut again = Vec::new();
        placed.put(&mut again);
        assert!(again == data[..data.len() - reader.left()], "it is written otherwise");
        assert!(placed.count() > 0);
        let after = Head::default().after(&placed);
        assert_eq!(after.sequence, placed.count());
    }
}

/// A payload: its fields, and as an entry of every kind.
pub fn fields(data: &[u8]) {
    if within(1, data, record::fields::check).is_err() {
        return;
    }
    let mut out = FieldsWriter::default();
    for field in Fields::of(data) {
        let (number, value) = field.expect("what was checked can be read");
        out.put(number, value);
    }
    assert!(out.finish() == data, "it is written otherwise");
    fn kind<K: Kind + PartialEq + std::fmt::Debug>(data: &[u8]) {
        let read = |payload: &[u8]| {
            K::read(Fields::of(payload).flatten().map(|(number, value)| (number, value, Writer(3))))
        };
        if let Ok(entry) = within(32, data, read) {
            assert_eq!(read(&entry.payload(Writer(3))).as_ref(), Ok(&entry));
        }
    }
    kind::<AboutMe>(data);
    kind::<Card>(data);
    kind::<Tracker>(data);
    kind::<Reading>(data);
    kind::<Symptom>(data);
    kind::<DiaryNote>(data);
    kind::<DoseTaken>(data);
    kind::<Message>(data);
    kind::<Seen>(data);
    kind::<Share>(data);
    kind::<Look>(data);
    kind::<Reminder>(data);
    kind::<Outcome>(data);
    kind::<Medicine>(data);
    kind::<Dose>(data);
    kind::<Allergy>(data);
    kind::<Supply>(data);
    kind::<ActionPlan>(data);
    kind::<Threshold>(data);
    kind::<AboutMedia>(data);
    kind::<DecisionMedia>(data);
    kind::<AccessNeeds>(data);
    kind::<AdvanceWishes>(data);
    kind::<AdvancePaper>(data);
    kind::<Contingency>(data);
    kind::<ContingencyProposal>(data);
    let rule = RuleBytes(data.to_vec());
    if let Ok(read) = within(64, data, |_| rule.read()) {
        assert!(RuleBytes::of(&read) == rule, "a rule is read, and written otherwise");
    }
}

/// What a device's store gives back of a record: cursors, writers, the server's
/// word for them, and the rows of each area. The first byte says which.
pub fn rows(data: &[u8]) {
    let Some((&which, body)) = data.split_first() else { return };
    let load = |opened: &Opened| Holding::load(0, About::default(), opened);
    let value = |key: &str, body: &[u8]| Opened {
        values: vec![(key.to_owned(), body.to_vec())],
        ..Opened::default()
    };
    match which % 7 {
        0 => {
            if let Ok(holding) = load(&value("cursors/0", body)) {
                let Write::Put { body: again, .. } = holding.keep_cursors(&holding.cursors) else {
                    panic!("cursors are a value");
                };
                assert!(again == body, "cursors are written otherwise");
            }
        }
        1 => {
            if let Ok(holding) = load(&value("writers/0", body)) {
                let Write::Put { body: again, .. } = holding.keep_writers(&holding.writers) else {
                    panic!("writers are a value");
                };
                assert!(again == body, "writers are written otherwise");
            }
        }
        6 => {
            if let Ok(holding) = load(&value("vouchers/0", body)) {
                let Write::Put { body: again, .. } = holding.keep_vouchers(&holding.vouchers)
                else {
                    panic!("vouchers are a value");
                };
                assert!(again == body, "vouchers are written otherwise");
            }
        }
        area => {
            let area =
                [Area::Outbox, Area::Pending, Area::Stream, Area::Parked][usize::from(area) - 2];
            for scope in [Scope::Diary, Scope::Sharing] {
                let slot = slot::of(0, area, scope);
                let row = LogRow { slot, position: 1, body: body.to_vec() };
                // It loads or it says why not.
                let _ = load(&Opened { rows: vec![row], ..Opened::default() });
            }
        }
    }
}

/// What the server says and hears as JSON: read, written, read again, it is the
/// same.
pub fn api(data: &[u8]) {
    fn one<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(data: &[u8]) {
        let read = |data: &[u8]| serde_json::from_slice::<T>(data);
        if let Ok(value) = within(64, data, read) {
            let written = serde_json::to_vec(&value).unwrap();
            assert_eq!(read(&written).unwrap(), value);
        }
    }
    one::<said::NewAccount>(data);
    one::<said::SignIn>(data);
    one::<said::Refresh>(data);
    one::<said::Session>(data);
    one::<said::Me>(data);
    one::<said::Caseload>(data);
    one::<said::CodeOnly>(data);
    one::<said::InvitationCard>(data);
    one::<said::InvitationMade>(data);
    one::<said::NewInvitation>(data);
    one::<said::Problem>(data);
    one::<said::Enrolled>(data);
    one::<said::OpenRecord>(data);
    one::<said::Opened>(data);
    one::<said::RecordOnly>(data);
    one::<About>(data);
}

/// Blocks of one record, in one order and in the other: what was taken is the
/// same state. Each is behind its length of two bytes.
pub fn merging(data: &[u8]) {
    let mut drafts: Vec<&[u8]> = Vec::new();
    let mut rest = data;
    while let Some((length, more)) = rest.split_first_chunk::<2>() {
        let length = usize::from(u16::from_le_bytes(*length)).min(more.len());
        let (draft, more) = more.split_at(length);
        drafts.push(draft);
        rest = more;
    }
    drafts.retain(|draft| block::decode(draft).is_ok());
    drafts.truncate(8);
    let fold =
        |drafts: &mut dyn Iterator<Item = &&[u8]>| -> (Record, Vec<Result<(), DecodeError>>) {
            let mut record = Record::new(Writer(1));
            let outcomes = drafts.map(|draft| record.apply(draft, Some(5)).map(|_| ())).collect();
            (record, outcomes)
        };
    let (one, outcomes) = fold(&mut drafts.iter());
    let (other, _) = fold(&mut drafts.iter().rev());
    // Two blocks under one counter are a copied device: which was first matters,
    // and is said.
    let clashes = one.clashes().next().is_some() || other.clashes().next().is_some();
    if outcomes.iter().all(Result::is_ok) && !clashes {
        assert_eq!(one.fingerprint(), other.fingerprint());
        // Once more is not otherwise.
        let (twice, _) = fold(&mut drafts.iter().chain(drafts.iter()));
        assert_eq!(twice.fingerprint(), one.fingerprint());
    }
}
