//! Who decides about the plan, and who proposes.
//!
//! Nothing in it changes unless the person says so, or the carer whom they chose to
//! decide for them. Everybody else who may add to the plan proposes.

use record::kinds::Proxy;
use record::rights::Word;
use record::state::Entry;
use record::sync::Side;
use record::{Member, Scope, Writer};

use crate::holding::{Holding, RecordSide};

/// What somebody may do with the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Right {
    /// Read it.
    Reads,
    /// Propose changes.
    Proposes,
    /// Change it, and say yes or no.
    Decides,
}

/// What this device's side may do now (seconds since 1970).
pub(crate) fn right(holding: &Holding, now: i64) -> Right {
    if !holding.may_write(Scope::Plan) {
        Right::Reads
    } else if Word::Decider.is_of(holding.hand(now)) {
        Right::Decides
    } else {
        Right::Proposes
    }
}

/// Whether the person lets this device's side, a carer's, decide now.
pub(crate) fn decides(holding: &Holding, now: i64) -> bool {
    proxy(holding, holding.about.member, now).is_some()
}

/// Whether this device's side sees the plan at all.
pub(super) fn sees(holding: &Holding) -> bool {
    holding.about.side == RecordSide::Person || holding.about.scopes.has(Scope::Plan)
}

/// What the person said of who decides for them: of each entry that one of their own
/// devices began, whether it stands. One that somebody touched does not, whoever it was.
pub(super) fn said(holding: &Holding) -> Vec<(Entry<Proxy>, bool)> {
    let is_persons =
        |entry: &Entry<Proxy>| holding.author(entry.created.id.writer).side == Side::Person;
    let all = holding.record.all::<Proxy>().filter(is_persons);
    all.map(|entry| {
        let stands = entry.versions == 1;
        (entry, stands)
    })
    .collect()
}

/// The consent by which a member decides now.
pub(super) fn proxy(holding: &Holding, member: Member, now: i64) -> Option<Entry<Proxy>> {
    let holds = |(entry, stands): &(Entry<Proxy>, bool)| {
        *stands && entry.value.member == member && entry.value.until.is_none_or(|until| now < until)
    };
    said(holding).into_iter().find(holds).map(|(entry, _)| entry)
}

/// Who is behind a writer's number.
fn member(holding: &Holding, writer: Writer) -> Option<Member> {
    if holding.author(writer).me {
        return Some(holding.about.member);
    }
    holding.writers.iter().find(|card| card.writer == writer).map(|card| card.member)
}

/// Whether what this writer wrote was the person's word: their own, or that of
/// somebody whom they once let decide.
pub(super) fn by_decider(holding: &Holding, writer: Writer) -> bool {
    holding.author(writer).side == Side::Person
        || member(holding, writer).is_some_and(|member| {
            said(holding).iter().any(|(entry, _)| entry.value.member == member)
        })
}
