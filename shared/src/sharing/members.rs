//! Who may see what, folded from the record as the server folds it.

use record::kinds::{Card, Share};
use record::state::Entry;
use record::sync::Side;
use record::{EntryId, Member, Scope, Scopes};

use crate::holding::Holding;
use record::sort;

/// What somebody may do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Grant {
    /// See.
    pub see: Scopes,
    /// Add to; never more than they see.
    pub add: Scopes,
    /// Until when, seconds since 1970; none for no end.
    pub until: Option<i64>,
    /// Set where it was agreed, and its time is over.
    pub over: bool,
    /// Two devices said different things: only what both allow is allowed.
    pub disputed: bool,
}

/// Somebody who may see something, or could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    /// Which member.
    pub member: Member,
    /// Their name.
    pub name: String,
    /// What they are to the person; empty where it is not known.
    pub role: String,
    /// Whether they are a care team.
    pub team: bool,
    /// Whether a device of theirs is known to the record.
    pub joined: bool,
    /// What they may do.
    pub grant: Grant,
    /// The consents that say so, oldest first.
    pub shares: Vec<EntryId>,
}

/// Everybody, teams first, then by member.
#[must_use]
pub(super) fn all(holding: &Holding, now: i64) -> Vec<Person> {
    let mut people: Vec<Person> = holding
        .about
        .teams
        .iter()
        .map(|team| Person {
            member: team.member,
            name: team.name.clone(),
            role: String::new(),
            team: true,
            joined: true,
            grant: Grant::default(),
            shares: Vec::new(),
        })
        .collect();
    for card in holding.writers.iter().filter(|card| card.side == Side::Carer) {
        let person = find(&mut people, card.member, &card.name);
        person.role.clone_from(&card.role);
        person.joined = true;
    }
    for entry in holding.record.current::<Share>() {
        if entry.value.member == Member::PERSON || !is_persons(holding, &entry) {
            continue;
        }
        let person = find(&mut people, entry.value.member, &entry.value.name);
        person.grant = person.grant.and_also(of(&entry, now));
        person.shares.push(entry.id);
    }
    for card in holding.record.current::<Card>().map(|entry| entry.value) {
        if let Some(person) = people.iter_mut().find(|person| person.member == card.member)
            && person.role.is_empty()
        {
            person.role = card.role.unwrap_or_default();
        }
    }
    sort::by_key(&mut people, |person| (!person.team, person.member));
    people
}

fn find<'a>(people: &'a mut Vec<Person>, member: Member, name: &str) -> &'a mut Person {
    let at = people.iter().position(|person| person.member == member).unwrap_or_else(|| {
        people.push(Person {
            member,
            name: name.to_owned(),
            role: String::new(),
            team: false,
            joined: false,
            grant: Grant::default(),
            shares: Vec::new(),
        });
        people.len() - 1
    });
    &mut people[at]
}

/// Only what the person's own devices began is a consent.
fn is_persons(holding: &Holding, entry: &Entry<Share>) -> bool {
    holding.author(entry.created.id.writer).side == Side::Person
}

/// What one consent grants: where it has several values, only what all of them
/// allow, for the shortest of their times.
fn of(entry: &Entry<Share>, now: i64) -> Grant {
    let mut grant = Grant {
        see: entry.value.see,
        add: entry.value.add,
        until: entry.value.until,
        over: false,
        disputed: !entry.conflicts.is_empty(),
    };
    for (_, value) in entry.conflicts.iter().flat_map(|conflict| &conflict.values) {
        grant.see = grant.see.and(value.see);
        grant.add = grant.add.and(value.add);
        grant.until = match (grant.until, value.until) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
    grant.add = grant.add.and(grant.see);
    if grant.until.is_some_and(|until| until <= now) {
        return Grant {
            over: !grant.see.is_empty(),
            until: grant.until,
            disputed: grant.disputed,
            ..Grant::default()
        };
    }
    grant
}

impl Grant {
    /// Two consents for the same member, both in force.
    fn and_also(self, other: Self) -> Self {
        if self.see.is_empty() && !self.over {
            return Self { disputed: self.disputed || other.disputed, ..other };
        }
        if other.see.is_empty() {
            return Self { disputed: self.disputed || other.disputed, ..self };
        }
        let see = self.see.or(other.see);
        Self {
            see,
            add: self.add.or(other.add).and(see),
            // The last day on which anything is shared.
            until: self.until.zip(other.until).map(|(one, two)| one.max(two)),
            over: false,
            disputed: self.disputed || other.disputed,
        }
    }
}

/// What each member may do now, for those who may do anything.
#[must_use]
pub fn allowed(holding: &Holding, now: i64) -> Vec<(Member, Grant)> {
    all(holding, now)
        .into_iter()
        .filter(|person| !person.grant.see.is_empty())
        .map(|person| (person.member, person.grant))
        .collect()
}

/// The carers to whom the person shows anything now, by number and name: one who has
/// not joined yet can be chosen, and hears of it from then on.
#[must_use]
pub fn carers(holding: &Holding, now: i64) -> Vec<(Member, String)> {
    all(holding, now)
        .into_iter()
        .filter(|person| !person.team && !person.grant.see.is_empty())
        .map(|person| (person.member, person.name))
        .collect()
}

/// The names of those who see a part of the record now.
#[must_use]
pub fn readers(holding: &Holding, scope: Scope, now: i64) -> Vec<String> {
    let all = all(holding, now).into_iter();
    all.filter(|person| person.grant.see.has(scope)).map(|person| person.name).collect()
}

/// What the person calls a member.
#[must_use]
pub fn called(holding: &Holding, member: Member) -> String {
    let all = all(holding, 0);
    all.into_iter().find(|person| person.member == member).map_or_else(String::new, |it| it.name)
}
