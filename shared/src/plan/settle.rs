//! What becomes of a proposal: what was said yes to is put in, changed or taken out by
//! the device of who says so, as their word, and the answer stands beside the proposal.

use record::kinds::{PlanAnswer, PlanNote, Proposes, Ref};
use record::state::Entry;
use record::{EntryId, Kind};

use super::proposal::note;
use super::proposing::{Proposing, comes_to, target};
use crate::holding::Holding;
use crate::saving::Act;
use crate::words::{Words, say};

/// Puts it in: `same` is whether it is as proposed.
pub(super) fn put_in<K: Kind>(
    act: &mut Act,
    holding: &Holding,
    proposal: EntryId,
    (before, new): (Option<&Entry<K>>, &K),
    same: bool,
) {
    let became = if let Some(before) = before {
        act.set(Some(before), new);
        before.id
    } else {
        let now = act.happened_now();
        act.create(new, now)
    };
    let answer = if same { PlanAnswer::Accepted } else { PlanAnswer::Adapted };
    says(act, holding, proposal, answer, Some(Ref(became.created_by())));
}

fn says(
    act: &mut Act,
    holding: &Holding,
    proposal: EntryId,
    answer: PlanAnswer,
    became: Option<Ref>,
) {
    let now = act.happened_now();
    let note = PlanNote { answer: Some(answer), became, ..note(holding, proposal) };
    act.create(&note, now);
}

/// Says yes to it as it is. False where nothing can come of it.
pub(super) fn accept<P: Proposing>(
    act: &mut Act,
    holding: &Holding,
    (id, proposal): (EntryId, &P),
    words: &Words,
) -> bool {
    let before = target(holding, proposal);
    if let Some(Proposes::TakesOut { what }) = proposal.does() {
        // What is gone already needs no more than the answer.
        if let Some(before) = before {
            let reason = proposal.reason().map(str::to_owned);
            let reason = reason.unwrap_or_else(|| say!(words, "plan-out"));
            act.retract(holding, before.id, &reason);
        }
        says(act, holding, id, PlanAnswer::Accepted, Some(what));
        return true;
    }
    let stands = before.as_ref().map(|entry| &entry.value);
    let Some(new) = comes_to(proposal, stands) else { return false };
    put_in(act, holding, id, (before.as_ref(), &new), true);
    true
}
