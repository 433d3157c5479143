//! What the person's consents grant, folded from the record's sharing stream.
//!
//! Folded again whenever that stream grows, in the same act, so that a consent
//! holds from the moment in which it is durable, and so does its end.

use record::kinds::Share;
use record::mutation::{self, Mutation};
use record::state::{Entry, Record};
use record::sync::Side;
use record::{Member, RecordId, Scope, Scopes, Writer};

use crate::clock::Moment;
use crate::refused::Refused;
use crate::store::books::{Pen, Read};
use crate::store::tables::{Grants, Writers};

/// What is granted in a record.
#[derive(Clone, Debug, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct GrantsRow {
    /// One for each consent that stands.
    pub grants: Vec<Grant>,
}

/// What one consent grants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Grant {
    /// To whom.
    pub member: Member,
    /// To see, as bits.
    pub see: u64,
    /// To add to, as bits.
    pub add: u64,
    /// Until when: seconds since 1970.
    pub until: Option<i64>,
}

impl GrantsRow {
    /// What a member may see and add to now. What cannot be seen cannot be
    /// added to either, and what the person keeps to themselves is nobody else's,
    /// whatever a consent says.
    #[must_use]
    pub fn of(&self, member: Member, now: Moment) -> (Scopes, Scopes) {
        let (see, add) = self
            .grants
            .iter()
            .filter(|grant| grant.member == member)
            .filter(|grant| grant.until.is_none_or(|until| now.seconds() < until))
            .fold((Scopes::NONE, Scopes::NONE), |(see, add), grant| {
                (see.or(Scopes::from_bits(grant.see)), add.or(Scopes::from_bits(grant.add)))
            });
        let see = see.and(Scopes::SHAREABLE);
        (see, add.and(see))
    }
}

/// What the shares in a record grant. Where a field has several values, only
/// what all of them allow is allowed, for the shortest of their times. Only
/// what the person's own devices began counts.
#[must_use]
pub(super) fn fold(record: &Record, is_persons: impl Fn(Writer) -> bool) -> GrantsRow {
    let grants = record
        .current::<Share>()
        .filter(|entry| is_persons(entry.created.id.writer))
        .map(|entry| grant(&entry))
        .collect();
    GrantsRow { grants }
}

fn grant(entry: &Entry<Share>) -> Grant {
    let all = std::iter::once(&entry.value).chain(
        entry.conflicts.iter().flat_map(|conflict| conflict.values.iter().map(|(_, value)| value)),
    );
    let mut grant = Grant { member: entry.value.member, see: u64::MAX, add: u64::MAX, until: None };
    for share in all {
        if mutation::is(Mutation::WiderConsent) {
            let narrow = |so_far, bits: u64| if so_far == u64::MAX { bits } else { so_far | bits };
            grant.see = narrow(grant.see, share.see.bits());
            grant.add = narrow(grant.add, share.add.bits());
            continue;
        }
        grant.see &= share.see.bits();
        grant.add &= share.add.bits();
        grant.until = match (grant.until, share.until) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        // A consent whose very holder is in doubt is nobody's.
        if share.member != entry.value.member {
            grant.see = 0;
            grant.add = 0;
        }
    }
    grant
}

/// Folds a record's consents again, after its sharing stream grew.
///
/// # Errors
/// [`Refused::Store`].
pub fn refold(pen: &mut Pen<'_>, record: RecordId) -> Result<(), Refused> {
    let folded = crate::sync::fold(pen, record, Scope::Sharing)?;
    let writers = pen.list(Writers, &record)?;
    let row = fold(&folded, |writer| {
        writers.iter().any(|((_, known), row)| *known == writer && row.side == Side::Person)
    });
    Ok(pen.put(Grants, &record, &row)?)
}

#[cfg(test)]
mod tests {
    use record::kinds::Kind;
    use record::op::{Act, Operation};
    use record::time::{Happened, Hlc, Zone};
    use record::{OpId, Touch};

    use super::*;

    const PERSON: Writer = Writer(2);
    const OTHER: Writer = Writer(3);
    const NOW: Moment = Moment(1_800_000_000_000);

    fn share(see: &[Scope], until: Option<i64>) -> Share {
        Share {
            member: Member(5),
            see: Scopes::of(see),
            add: Scopes::of(see),
            until,
            name: "Mum".into(),
        }
    }

    fn apply(record: &mut Record, writer: Writer, counter: u32, act: Act, payload: Vec<u8>) {
        let operation = Operation {
            id: OpId { writer, counter },
            act,
            happened: Happened { at: 1_800_000_000, zone: Zone::new("UTC") },
            recorded: Hlc::new(NOW.0 + i64::from(counter), 0),
            on_behalf: None,
            payload,
        };
        let draft = record::block::encode(Scope::Sharing, writer, &[operation]).unwrap();
        record.apply(&draft, Some(NOW.0)).unwrap();
    }

    fn begun(share: &Share, writer: Writer) -> Record {
        let mut record = Record::new(Writer::SERVER);
        let create = Act::Create(Share::SPEC.id);
        apply(&mut record, writer, 1, create, share.payload(writer));
        record
    }

    fn touch(seen: &[(Writer, u32)]) -> Touch {
        let id = |(writer, counter): &(Writer, u32)| OpId { writer: *writer, counter: *counter };
        Touch { entry: OpId { writer: PERSON, counter: 1 }, seen: seen.iter().map(id).collect() }
    }

    fn seen(record: &Record) -> Scopes {
        fold(record, |writer| writer == PERSON || writer == OTHER).of(Member(5), NOW).0
    }

    #[test]
    fn a_share_grants_and_its_retraction_ends_it() {
        let mut record = begun(&share(&[Scope::Health], None), PERSON);
        assert_eq!(seen(&record), Scopes::of(&[Scope::Health]));
        let reason = vec![1 << 2 | 2, 1, b'x'];
        apply(&mut record, PERSON, 2, Act::Retract(touch(&[(PERSON, 1)])), reason);
        assert!(seen(&record).is_empty());
    }

    #[test]
    fn where_two_devices_disagree_only_what_both_allow_is_allowed() {
        let first = share(&[Scope::Health, Scope::Diary], None);
        let mut record = begun(&first, PERSON);
        let wider = share(&[Scope::Health, Scope::Diary, Scope::Plan], None);
        let narrower = share(&[Scope::Health], Some(NOW.seconds() + 5));
        let change = |seen| Act::Change(touch(seen));
        apply(&mut record, PERSON, 2, change(&[(PERSON, 1)]), wider.payload_from(&first, PERSON));
        apply(&mut record, OTHER, 1, change(&[(PERSON, 1)]), narrower.payload_from(&first, OTHER));
        assert_eq!(seen(&record), Scopes::of(&[Scope::Health]));
        // Once one of them has seen both, what it says stands.
        let settled = wider.payload_from(&narrower, PERSON);
        apply(&mut record, PERSON, 3, change(&[(PERSON, 2), (OTHER, 1)]), settled);
        assert!(seen(&record).has(Scope::Plan));
    }

    #[test]
    fn what_another_began_grants_nothing() {
        let record = begun(&share(&[Scope::Health], None), Writer(9));
        assert!(seen(&record).is_empty());
    }
}
