//! Who may do what with a record: the one place where it is decided.
//!
//! The person may see all of their record and add to all of it. Everybody else
//! may do what the person's own consents say, as folded from the record's
//! sharing stream: no more, and not after its time. A colleague must besides
//! have opened the record, which the person sees.

use record::api::ProblemCode;
use record::{Member, RecordId, Scope, Scopes};

use super::GrantsRow;
use crate::accounts::AccountKind;
use crate::clock::Moment;
use crate::refused::Refused;
use crate::sessions::Caller;
use crate::store::StoreError;
use crate::store::books::Read;
use crate::store::tables::{Grants, Patients, Reaches};

/// As what somebody reaches a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It is theirs.
    Person,
    /// They are a carer.
    Carer,
    /// They work in a team that looks after the person.
    Staff,
}

/// What somebody may do with a record now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which record.
    pub record: RecordId,
    /// Who they are in it.
    pub member: Member,
    /// As what.
    pub role: Role,
    /// What they may see.
    pub see: Scopes,
    /// What they may add to.
    pub add: Scopes,
    /// Whether it is open to them: for colleagues, that they have said why.
    pub open: bool,
}

impl Standing {
    /// The same, where the record is open to them.
    ///
    /// # Errors
    /// [`ProblemCode::RecordClosed`].
    pub fn opened(self) -> Result<Self, ProblemCode> {
        if self.open { Ok(self) } else { Err(ProblemCode::RecordClosed) }
    }

    /// The same, by the consents that hold at this very moment of the books.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn again(&self, read: &impl Read, now: Moment) -> Result<Self, StoreError> {
        if self.role == Role::Person {
            return Ok(*self);
        }
        let grants = read.get(Grants, &self.record)?.unwrap_or_default();
        Ok(decide(self.record, self.member, self.role, &grants, self.open, now))
    }
}

/// The rule.
#[must_use]
pub fn decide(
    record: RecordId,
    member: Member,
    role: Role,
    grants: &GrantsRow,
    opened: bool,
    now: Moment,
) -> Standing {
    let (see, add) = match role {
        Role::Person => (Scopes::ALL, Scopes::ALL),
        Role::Carer | Role::Staff => {
            let (see, add) = grants.of(member, now);
            // Consent is the person's alone to give: nobody can be allowed to
            // write into the stream that allows.
            (see, add.without(Scopes::of(&[Scope::Sharing])))
        }
    };
    Standing { record, member, role, see, add, open: role != Role::Staff || opened }
}

/// What the caller may do with a record.
///
/// # Errors
/// [`ProblemCode::RecordUnknown`] where it is not theirs to know of, whether or
/// not there is such a record.
pub fn standing(
    read: &impl Read,
    caller: &Caller,
    record: RecordId,
    now: Moment,
) -> Result<Standing, Refused> {
    let (member, role) = match &caller.kind {
        AccountKind::Person => match read.get(Reaches, &(caller.account, record))? {
            Some(Member::PERSON) => (Member::PERSON, Role::Person),
            Some(member) => (member, Role::Carer),
            None => return Err(ProblemCode::RecordUnknown.into()),
        },
        AccountKind::Staff { team, .. } => match read.get(Patients, &(*team, record))? {
            Some(member) => (member, Role::Staff),
            None => return Err(ProblemCode::RecordUnknown.into()),
        },
    };
    let grants = read.get(Grants, &record)?.unwrap_or_default();
    let opened = caller.opened.iter().any(|(open, until)| *open == record && now < *until);
    let standing = decide(record, member, role, &grants, opened, now);
    if role == Role::Staff && standing.see.is_empty() {
        return Err(ProblemCode::RecordUnknown.into());
    }
    Ok(standing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::Grant;

    const NOW: Moment = Moment(1_800_000_000_000);
    const RECORD: RecordId = RecordId([1; 16]);

    fn grants(see: &[Scope], add: &[Scope], until: Option<i64>) -> GrantsRow {
        GrantsRow {
            grants: vec![Grant {
                member: Member(3),
                see: Scopes::of(see).bits(),
                add: Scopes::of(add).bits(),
                until,
            }],
        }
    }

    fn carer(grants: &GrantsRow, now: Moment) -> Standing {
        decide(RECORD, Member(3), Role::Carer, grants, false, now)
    }

    #[test]
    fn the_person_may_do_everything_whatever_was_granted() {
        let none = GrantsRow::default();
        let standing = decide(RECORD, Member::PERSON, Role::Person, &none, false, NOW);
        assert_eq!((standing.see, standing.add), (Scopes::ALL, Scopes::ALL));
        assert!(standing.open);
    }

    #[test]
    fn a_carer_may_do_what_was_granted_until_its_end() {
        let until = NOW.seconds() + 60;
        let grants = grants(&[Scope::Health, Scope::Diary], &[Scope::Health], Some(until));
        let standing = carer(&grants, NOW);
        assert_eq!(standing.see, Scopes::of(&[Scope::Health, Scope::Diary]));
        assert_eq!(standing.add, Scopes::of(&[Scope::Health]));
        let after = carer(&grants, NOW.plus_seconds(60));
        assert!(after.see.is_empty() && after.add.is_empty());
        let another = decide(RECORD, Member(4), Role::Carer, &grants, false, NOW);
        assert!(another.see.is_empty() && another.add.is_empty());
    }

    #[test]
    fn nobody_but_the_person_can_be_allowed_to_give_consent() {
        let grants = grants(&[Scope::Sharing], &[Scope::Sharing, Scope::Diary], None);
        assert_eq!(carer(&grants, NOW).add, Scopes::NONE, "nor to add where they cannot see");
        assert!(carer(&grants, NOW).see.has(Scope::Sharing));
    }

    #[test]
    fn what_the_person_keeps_to_themselves_cannot_be_granted() {
        let grants = grants(&[Scope::Own, Scope::Plan], &[Scope::Own, Scope::Plan], None);
        for role in [Role::Carer, Role::Staff] {
            let standing = decide(RECORD, Member(3), role, &grants, true, NOW);
            assert_eq!(standing.see, Scopes::of(&[Scope::Plan]));
            assert_eq!(standing.add, Scopes::of(&[Scope::Plan]));
        }
        assert!(
            decide(RECORD, Member::PERSON, Role::Person, &grants, true, NOW).see.has(Scope::Own)
        );
    }

    #[test]
    fn a_colleague_has_to_open_the_record() {
        let grants = grants(&[Scope::Health], &[], None);
        let closed = decide(RECORD, Member(3), Role::Staff, &grants, false, NOW);
        assert_eq!(closed.opened(), Err(ProblemCode::RecordClosed));
        let open = decide(RECORD, Member(3), Role::Staff, &grants, true, NOW);
        assert_eq!(open.opened(), Ok(open));
    }
}
