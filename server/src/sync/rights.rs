//! Whose word an operation is: what `record::rights` says, asked of the record as it
//! stands here. Consent has been asked for before; this is about what, within a stream
//! that somebody may add to, is not theirs to say.

use record::block;
use record::kinds::Proxy;
use record::op::Act;
use record::rights::{self, Begun, GUARDED, Hand};
use record::state::Record;
use record::sync::Side;
use record::{Member, OpId, RecordId, Scope, Writer};

use super::log;
use crate::clock::Moment;
use crate::records::Role;
use crate::store::StoreError;
use crate::store::books::Read;
use crate::store::tables::Writers;

/// The rights of one member, while their blocks are looked at.
pub(super) struct Rights {
    record: RecordId,
    member: Member,
    role: Role,
    writers: Vec<(Writer, Member, Side)>,
    /// Streams as they stand, with what was taken since.
    folded: Vec<(Scope, Record)>,
}

/// What is said of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// All of it is theirs to say.
    Theirs,
    /// The operation with this counter is not.
    NotTheirs(u32),
    /// Nor is it any more, of somebody who once decided for the person.
    NoLonger,
}

impl Rights {
    /// Of a member; none where everything is theirs to say.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(super) fn of(
        read: &impl Read,
        record: RecordId,
        member: Member,
        role: Role,
    ) -> Result<Option<Self>, StoreError> {
        if role == Role::Person {
            return Ok(None);
        }
        let writers = read.list(Writers, &record)?;
        let writers = writers.iter().map(|((_, writer), row)| (*writer, row.member, row.side));
        let writers = writers.collect();
        Ok(Some(Self { record, member, role, writers, folded: Vec::new() }))
    }

    /// What is said of a block, which can be read.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(super) fn judge(
        &mut self,
        read: &impl Read,
        scope: Scope,
        block: &[u8],
        now: Moment,
    ) -> Result<Verdict, StoreError> {
        if !GUARDED.has(scope) {
            return Ok(Verdict::Theirs);
        }
        let operations = block::unsigned(block).and_then(|(draft, _)| block::decode(draft));
        let Ok(operations) = operations else { return Ok(Verdict::Theirs) };
        let (hand, once) = self.hand(read, now)?;
        for operation in &operations {
            let may = match &operation.act {
                Act::Create(kind) => rights::begins(hand, *kind, &operation.payload),
                Act::Change(touch) | Act::Retract(touch) => {
                    let new = matches!(operation.act, Act::Change(_));
                    let new = new.then_some(&operation.payload[..]);
                    let of_block = operations.iter().find(|it| it.id == touch.entry);
                    if let Some(first) = of_block {
                        let Act::Create(kind) = first.act else { continue };
                        let begun = Begun { kind, payload: &first.payload, own: true };
                        rights::touches(hand, Some(begun), new)
                    } else {
                        let own = self.wrote(touch.entry);
                        let begun = self.folded(read, scope)?.begun(scope, touch.entry);
                        let begun = begun.map(|(kind, payload)| Begun { kind, payload, own });
                        rights::touches(hand, begun, new)
                    }
                }
            };
            if !may {
                return Ok(if once {
                    Verdict::NoLonger
                } else {
                    Verdict::NotTheirs(operation.id.counter)
                });
            }
        }
        Ok(Verdict::Theirs)
    }

    /// Whether something was written on behalf of the member.
    fn wrote(&self, id: OpId) -> bool {
        self.writers
            .iter()
            .any(|(writer, member, _)| *writer == id.writer && *member == self.member)
    }

    /// Notes a block that was taken.
    pub(super) fn taken(&mut self, scope: Scope, block: &[u8], now: Moment) {
        if let Some((_, folded)) = self.folded.iter_mut().find(|(known, _)| *known == scope)
            && let Ok((draft, _)) = block::unsigned(block)
        {
            let _ = folded.apply(draft, Some(now.0));
        }
    }

    /// Whose hand it is now, and whether they once decided for the person and do no
    /// more. Only what one of the person's own devices began and nobody has touched
    /// since lets anybody decide.
    fn hand(&mut self, read: &impl Read, now: Moment) -> Result<(Hand, bool), StoreError> {
        if self.role != Role::Carer {
            return Ok((Hand::Team, false));
        }
        let member = self.member;
        let persons = self.writers.iter().filter(|(.., side)| *side == Side::Person);
        let persons: Vec<Writer> = persons.map(|(writer, ..)| *writer).collect();
        let plan = self.folded(read, Scope::Plan)?;
        let said: Vec<_> = plan
            .all::<Proxy>()
            .filter(|entry| entry.value.member == member)
            .filter(|entry| persons.contains(&entry.created.id.writer))
            .collect();
        let stands = said.iter().any(|entry| {
            entry.versions == 1 && entry.value.until.is_none_or(|until| now.seconds() < until)
        });
        Ok(if stands { (Hand::Proxy, false) } else { (Hand::Carer, !said.is_empty()) })
    }

    fn folded(&mut self, read: &impl Read, scope: Scope) -> Result<&Record, StoreError> {
        let known = self.folded.iter().position(|(known, _)| *known == scope);
        let at = if let Some(at) = known {
            at
        } else {
            self.folded.push((scope, log::fold(read, self.record, scope)?));
            self.folded.len() - 1
        };
        Ok(&self.folded[at].1)
    }
}
