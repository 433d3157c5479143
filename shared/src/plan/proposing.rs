//! What every proposal has in common, whatever it is for: it is an entry of a kind of
//! its own or marked as one, changes nothing, and is about some fields of something that
//! stands. Only those are shown, put in and compared.
//!
//! [`Proposing`] is what a kind says of itself; [`At`] is the form of any of them.

use record::fields::FieldNumber;
use record::kinds::{FieldSet, PlanItem, Proposes, Ref};
use record::state::{Entry, Sight};
use record::{EntryId, Kind, Record};

use super::gathered::{is_answered, naming};
use super::part::id_of;
use super::settle;
use super::sorts;
use super::told::{self, line};
use crate::forms::Draft;
use crate::forms::voice::Voice;
use crate::holding::Holding;
use crate::nav::Intent as Press;
use crate::saving::Act;
use crate::words::Words;

/// A field with its question and what it says.
pub(crate) struct Cell {
    pub(crate) number: FieldNumber,
    pub(crate) label: String,
    pub(crate) text: Option<String>,
}

/// A kind by which something is proposed.
pub(crate) trait Proposing: Kind {
    /// What stands once it is said yes to.
    type Of: Kind;

    /// What it would do; none where it is no proposal.
    fn does(&self) -> Option<Proposes>;
    /// Why it is proposed.
    fn reason(&self) -> Option<&str>;
    /// The fields that such a thing can have.
    fn fields(&self) -> FieldSet;
    /// All that it says, as it would stand.
    fn whole(&self) -> Option<Self::Of>;
    /// A proposal that says all of this.
    fn saying(of: &Self::Of, does: Option<Proposes>, reason: Option<String>) -> Option<Self>;
    /// What sort of thing it is for.
    fn name(&self, words: &Words) -> String;
    /// What begins to put it into one's own words.
    fn adapt(id: EntryId) -> Press;
    /// What begins to change it, for who proposed it.
    fn change(id: EntryId) -> Press;

    /// Whether this stands, and is no proposal itself.
    fn stands(_of: &Self::Of) -> bool {
        true
    }
    /// It in a few words.
    fn line(of: &Self::Of, words: &Words, record: &Record) -> String;
    /// All that is asked of it.
    fn cells(of: &Self::Of, words: &Words, record: &Record) -> Vec<Cell>;
}

/// The fields that a proposal is about.
pub(crate) fn about<P: Proposing>(says: &P) -> FieldSet {
    match says.does() {
        Some(Proposes::Changes { fields: Some(fields), .. }) => fields.and(says.fields()),
        _ => says.fields(),
    }
}

/// What a proposal would change or take out, while it is there.
pub(super) fn target<P: Proposing>(holding: &Holding, says: &P) -> Option<Entry<P::Of>> {
    standing::<P>(holding, id_of(says.does()?.what()?))
}

/// Something that holds, and that a proposal of this kind can be about.
pub(super) fn standing<P: Proposing>(holding: &Holding, id: EntryId) -> Option<Entry<P::Of>> {
    let entry = holding.record.get::<P::Of>(id)?;
    (entry.retracted.is_none() && P::stands(&entry.value)).then_some(entry)
}

/// What stands once it is said yes to: what is there, with the proposal's fields over
/// it, or all that it says where nothing is.
pub(crate) fn comes_to<P: Proposing>(says: &P, stands: Option<&P::Of>) -> Option<P::Of> {
    match (says.does()?, stands) {
        (Proposes::TakesOut { .. }, _) => None,
        (_, Some(stands)) => about(says).laid(stands, says).ok(),
        (_, None) => says.whole(),
    }
}

/// A proposal would change nothing.
pub(crate) struct Nothing;

/// What a form of a proposal is about, found in the record.
pub(crate) struct At<P: Proposing> {
    /// What stands.
    pub(crate) stands: Option<Entry<P::Of>>,
    /// The proposal that is put better by who made it, or adapted by who decides.
    pub(crate) proposal: Option<Entry<P>>,
}

impl<P: Proposing> At<P> {
    /// Of something new.
    pub(crate) const NEW: Self = Self { stands: None, proposal: None };

    /// Of something that stands or is proposed. What somebody else proposes is
    /// answered, and not rewritten, nor is what has its answer; that something is taken
    /// out is not adapted.
    pub(crate) fn find(holding: &Holding, id: EntryId, adapts: bool) -> Option<Self> {
        let found = holding.record.get::<P>(id).filter(|entry| entry.retracted.is_none());
        let proposal = found.filter(|entry| entry.value.does().is_some());
        let Some(proposal) = proposal else {
            let stands = standing::<P>(holding, id).filter(|_| !adapts)?;
            return Some(Self { stands: Some(stands), proposal: None });
        };
        let own = holding.author(proposal.created.id.writer).me;
        let waits = || !is_answered(holding, proposal.id);
        let takes_out = matches!(proposal.value.does(), Some(Proposes::TakesOut { .. }));
        if takes_out || !(adapts || own && waits()) {
            return None;
        }
        Some(Self { stands: target(holding, &proposal.value), proposal: Some(proposal) })
    }

    /// What the form sees.
    pub(crate) fn saw(&self) -> Vec<Sight> {
        let proposal = self.proposal.iter().map(Entry::sight);
        proposal.chain(self.stands.iter().map(Entry::sight)).collect()
    }

    /// As it stood when the form was opened.
    pub(crate) fn when_opened(self, record: &Record, draft: &Draft) -> Self {
        Self {
            stands: self.stands.and_then(|now| draft.stood(record, now.id)),
            proposal: self.proposal.and_then(|now| draft.stood(record, now.id)),
        }
    }

    /// What the form begins with: what stands, and what is proposed over it. None for
    /// something new.
    pub(crate) fn begins(&self) -> Option<P::Of> {
        let stands = self.stands.as_ref().map(|entry| &entry.value);
        match &self.proposal {
            Some(proposal) => comes_to(&proposal.value, stands),
            None => stands.cloned(),
        }
    }

    /// Whose words it is: what the form says, and of one's own that is put better
    /// whose it was.
    pub(crate) fn voice(&self, holding: &Holding, draft: &Draft) -> Voice {
        match &self.proposal {
            Some(own) => Voice::kept(holding, &own.created),
            None => Voice::said(draft),
        }
    }

    /// Begins a proposal of what a form came to, or changes one's own: it is about what
    /// differs from what stood, cleared fields among it.
    pub(crate) fn propose(
        &self,
        act: &mut Act,
        holding: &Holding,
        (new, reason): (&P::Of, Option<String>),
        own: bool,
    ) -> Result<(), Nothing> {
        let own = self.proposal.as_ref().filter(|_| own);
        let does = match (&self.stands, own.and_then(|own| own.value.does())) {
            (Some(stands), _) => {
                let differs = FieldSet::differing(&stands.value, new);
                let what = naming(holding, stands.id);
                Some(Proposes::Changes { what, fields: Some(differs) })
            }
            // What it was about is gone; what it says has changed.
            (None, Some(Proposes::Changes { what, fields: Some(fields) })) => {
                let begins = self.begins();
                let differs = begins.map(|begins| FieldSet::differing(&begins, new));
                let fields = fields.or(differs.unwrap_or_default());
                Some(Proposes::Changes { what, fields: Some(fields) })
            }
            (None, does) => does,
        };
        let says = P::saying(new, does, reason).ok_or(Nothing)?;
        if about(&says).is_empty() {
            return Err(Nothing);
        }
        match own {
            Some(own) if own.value == says => {}
            Some(own) => act.change(own.sight(), &own.value, &says, own.happened.clone()),
            None => {
                let now = act.happened_now();
                act.create(&says, now);
            }
        }
        Ok(())
    }

    /// Puts what a form came to in place of what was proposed, as who decides says it:
    /// of what stands only what they changed is written.
    pub(crate) fn adapt(&self, act: &mut Act, holding: &Holding, new: &P::Of) {
        let Some(proposal) = &self.proposal else { return };
        let same = self.begins().as_ref() == Some(new);
        settle::put_in(act, holding, proposal.id, (self.stands.as_ref(), new), same);
    }
}

impl Proposing for PlanItem {
    type Of = Self;

    fn does(&self) -> Option<Proposes> {
        self.proposes()
    }

    fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    fn fields(&self) -> FieldSet {
        let asks = sorts::of(self.sort).map_or(&[][..], |of| of.asks);
        FieldSet::of(asks.iter().map(|ask| ask.part.number()))
    }

    fn whole(&self) -> Option<Self> {
        self.fields().laid(&Self::new(self.sort), self).ok()
    }

    fn saying(of: &Self, does: Option<Proposes>, reason: Option<String>) -> Option<Self> {
        let (about, takes_out) = match does {
            Some(Proposes::Changes { fields, .. }) => (fields, None),
            Some(Proposes::TakesOut { .. }) => (None, Some(true)),
            Some(Proposes::Adds) | None => (None, None),
        };
        let instead: Option<Ref> = does.and_then(Proposes::what);
        Some(Self { proposed: Some(true), instead, reason, about, takes_out, ..of.whole()? })
    }

    fn name(&self, words: &Words) -> String {
        sorts::name(words, self.sort)
    }

    fn adapt(id: EntryId) -> Press {
        Press::Plan(super::Intent::Edit(super::Writing::Adapt(id)))
    }

    fn change(id: EntryId) -> Press {
        Press::Plan(super::Intent::Edit(super::Writing::Change(id)))
    }

    fn stands(of: &Self) -> bool {
        !of.is_proposal()
    }

    fn line(of: &Self, words: &Words, record: &Record) -> String {
        line(words, record, of)
    }

    fn cells(of: &Self, words: &Words, record: &Record) -> Vec<Cell> {
        told::cells(words, record, of)
    }
}
