//! A proposal with its kind forgotten, for lists and pages.

use record::kinds::{ContingencyProposal, FieldSet, PlanItem, Proposes};
use record::state::{Entry, Version};
use record::{EntryId, OpId};

use super::proposing::{Cell, Proposing, about, comes_to, standing, target};
use super::settle;
use crate::holding::Holding;
use crate::items::setters;
use crate::nav::Intent as Press;
use crate::saving::Act;
use crate::screen::SummaryRow;
use crate::words::{Words, say};

/// A proposal.
pub(crate) struct Proposal {
    pub(crate) id: EntryId,
    pub(crate) created: Version,
    /// It was taken back by who made it.
    pub(super) retracted: bool,
    pub(super) does: Proposes,
    pub(super) reason: Option<String>,
    last: Version,
    says: Says,
}

/// What it says, by what it is for.
enum Says {
    Item(PlanItem),
    Contingency(ContingencyProposal),
}

/// What it comes to on its page.
pub(super) struct Seen {
    /// What it is about: beside what stands, where it would change something.
    pub(super) rows: Vec<SummaryRow>,
    /// What it would change or take out is no longer there.
    pub(super) gone: bool,
    /// Something that it is about was changed since.
    pub(super) changed: bool,
}

/// Of whatever it is for, the same.
macro_rules! of {
    ($proposal:expr, $says:ident => $does:expr) => {
        match &$proposal.says {
            Says::Item($says) => $does,
            Says::Contingency($says) => $does,
        }
    };
}

impl Proposal {
    fn read<P: Proposing>(entry: Entry<P>, says: fn(P) -> Says) -> Option<Self> {
        Some(Self {
            id: entry.id,
            created: entry.created,
            retracted: entry.retracted.is_some(),
            does: entry.value.does()?,
            reason: entry.value.reason().map(str::to_owned),
            last: entry.last,
            says: says(entry.value),
        })
    }

    /// All that nobody has taken back: of the plan, and of plans for when something
    /// happens.
    pub(super) fn all(
        items: Vec<Entry<PlanItem>>,
        plans: impl Iterator<Item = Entry<ContingencyProposal>>,
    ) -> Vec<Self> {
        items
            .into_iter()
            .filter_map(|entry| Self::read(entry, Says::Item))
            .chain(plans.filter_map(|entry| Self::read(entry, Says::Contingency)))
            .collect()
    }

    /// One of them, also where it was taken back.
    pub(super) fn get(holding: &Holding, id: EntryId) -> Option<Self> {
        let record = &holding.record;
        let item = record.get(id).and_then(|entry| Self::read(entry, Says::Item));
        item.or_else(|| record.get(id).and_then(|entry| Self::read(entry, Says::Contingency)))
    }

    /// Whether it is of a plan for when something happens.
    pub(super) fn is_contingency(&self) -> bool {
        matches!(self.says, Says::Contingency(_))
    }

    /// Whether this side made it.
    pub(super) fn is_own(&self, holding: &Holding) -> bool {
        holding.author(self.created.id.writer).me
    }

    /// What sort of thing it is for.
    pub(super) fn name(&self, words: &Words) -> String {
        of!(self, says => says.name(words))
    }

    /// What it is about, in a few words.
    pub(super) fn line(&self, words: &Words, holding: &Holding) -> String {
        of!(self, says => line_of(says, words, holding))
    }

    /// "A change: Walk to the gate".
    pub(super) fn title(&self, words: &Words, holding: &Holding) -> String {
        titled(self.does, self.line(words, holding), words)
    }

    /// What was said last of it.
    pub(super) fn last(&self) -> OpId {
        self.last.id
    }

    /// What it comes to.
    pub(super) fn seen(&self, words: &Words, holding: &Holding) -> Seen {
        of!(self, says => seen(says, &self.last, words, holding))
    }

    /// What begins to put it into one's own words; none where there are none to change.
    pub(super) fn adapt(&self) -> Option<Press> {
        let press = of!(self, says => adapts(says));
        (!self.takes_out()).then(|| press(self.id))
    }

    /// What begins to change it, for who made it.
    pub(super) fn change(&self) -> Option<Press> {
        let press = of!(self, says => changes(says));
        (!self.takes_out()).then(|| press(self.id))
    }

    /// Whether it would take something out.
    pub(super) fn takes_out(&self) -> bool {
        matches!(self.does, Proposes::TakesOut { .. })
    }

    /// Says yes to it as it is. False where nothing can come of it.
    pub(super) fn accept(&self, act: &mut Act, holding: &Holding, words: &Words) -> bool {
        of!(self, says => settle::accept(act, holding, (self.id, says), words))
    }
}

/// "A change: Walk to the gate", "Take out: Walk to the gate".
pub(crate) fn titled(does: Proposes, what: String, words: &Words) -> String {
    match does {
        Proposes::Adds => what,
        Proposes::Changes { .. } => say!(words, "plan-proposal-change", what = what),
        Proposes::TakesOut { .. } => say!(words, "plan-out-line", what = what),
    }
}

fn adapts<P: Proposing>(_: &P) -> fn(EntryId) -> Press {
    P::adapt
}

fn changes<P: Proposing>(_: &P) -> fn(EntryId) -> Press {
    P::change
}

fn line_of<P: Proposing>(says: &P, words: &Words, holding: &Holding) -> String {
    let record = &holding.record;
    let stands = target(holding, says).map(|entry| entry.value);
    let comes = match says.does() {
        Some(Proposes::TakesOut { what }) => {
            // What was taken out keeps its name.
            let was = record.get::<P::Of>(super::part::id_of(what)).map(|entry| entry.value);
            was.or_else(|| says.whole())
        }
        _ => comes_to(says, stands.as_ref()),
    };
    comes.map(|comes| P::line(&comes, words, record)).unwrap_or_default()
}

fn seen<P: Proposing>(says: &P, last: &Version, words: &Words, holding: &Holding) -> Seen {
    let record = &holding.record;
    let stands = target(holding, says);
    let gone = stands.is_none() && !matches!(says.does(), Some(Proposes::Adds));
    let fields = about(says);
    let before = stands.as_ref().map(|entry| P::cells(&entry.value, words, record));
    let comes = comes_to(says, stands.as_ref().map(|entry| &entry.value));
    let rows = if let Some(new) = comes {
        rows(P::cells(&new, words, record), before, |it| fields.has(it.number), words)
    } else {
        // All that would go.
        let whole = || says.whole().map(|was| P::cells(&was, words, record));
        rows(before.or_else(whole).unwrap_or_default(), None, |_| true, words)
    };
    let changed = stands.is_some_and(|entry| {
        let by = setters(record, entry.id);
        by.iter().any(|(number, by)| fields.has(*number) && by.recorded > last.recorded)
    });
    Seen { rows, gone, changed }
}

fn rows(
    new: Vec<Cell>,
    before: Option<Vec<Cell>>,
    is_about: impl Fn(&Cell) -> bool,
    words: &Words,
) -> Vec<SummaryRow> {
    let Some(before) = before else {
        let said = new.into_iter().filter_map(|it| Some(SummaryRow::new(it.label, it.text?)));
        return said.collect();
    };
    let text = |text: Option<String>| text.unwrap_or_else(|| say!(words, "plan-empty"));
    let differs =
        new.into_iter().zip(before).filter(|(new, old)| is_about(new) && new.text != old.text);
    differs
        .map(|(new, old)| {
            let mut row =
                SummaryRow::new(new.label, say!(words, "plan-now", text = text(old.text)));
            row.value.push(say!(words, "plan-would-be", text = text(new.text)));
            row
        })
        .collect()
}

/// The fields that stand on the entry's own page and in the copy that the person keeps:
/// of a change those that it is about, of something that would go none.
pub(crate) fn shown<P: Proposing>(says: &P) -> FieldSet {
    match says.does() {
        Some(Proposes::TakesOut { .. }) => FieldSet::NONE,
        _ => about(says),
    }
}

/// What a proposal to take something out says, where somebody may make one.
pub(super) fn taking_out<P: Proposing>(
    holding: &Holding,
    id: EntryId,
    reason: Option<String>,
) -> Option<P> {
    let stands = standing::<P>(holding, id)?;
    let what = super::gathered::naming(holding, stands.id);
    // It says what stands, so that an app that does not know of this changes nothing.
    P::saying(&stands.value, Some(Proposes::TakesOut { what }), reason)
}
