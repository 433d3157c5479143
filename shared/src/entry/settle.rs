//! Settling what is in doubt: which of several values is right, and whether an
//! entry holds after all.

use record::EntryId;
use record::state::{HAPPENED, Version};

use super::Said;
use super::sight::{self, Told};
use crate::app::Cmd;
use crate::holding::Holding;
use crate::model::Cx;
use crate::saving::{self, Act, Go};

/// What is to be settled.
pub(super) struct Settle<'a> {
    holding: &'a Holding,
    id: EntryId,
    /// The value that is right; none to say that the entry holds.
    said: Option<Said>,
}

/// Settles it, and saves.
pub(super) fn save(id: EntryId, said: Option<Said>, cx: &mut Cx<'_>) -> Cmd {
    let view = cx.view();
    let Some(holding) = view.open.holding().filter(|held| held.may_write(id.scope)) else {
        return Cmd::done();
    };
    let found = sight::find(view, holding, id).filter(|(sight, _)| sight.may);
    let Some((sight, of)) = found else { return Cmd::done() };
    let mut act = Act::new(holding, cx.now).says(sight.voice);
    (of.settle)(&mut act, &Settle { holding, id, said });
    if act.is_empty() {
        return Cmd::done();
    }
    let notice = saving::notice(cx.open, cx.words, holding);
    act.save(cx, Go::Stay, Some(notice))
}

/// Adds to an act what settles it; nothing where it is settled already.
pub(super) fn settle<K: Told>(act: &mut Act, settle: &Settle<'_>) {
    let &Settle { holding, id, said } = settle;
    let Some(entry) = holding.record.get::<K>(id) else { return };
    let value = &entry.value;
    let Some(said) = said else {
        return act.change(entry.sight(), value, value, entry.happened);
    };
    let is_said =
        |version: &Version| (version.id.writer, version.id.counter) == (said.writer, said.counter);
    let conflict = entry.conflicts.iter().find(|conflict| conflict.field.number == said.field);
    let Some(conflict) = conflict else { return };
    let Some((version, chosen)) = conflict.values.iter().find(|(version, _)| is_said(version))
    else {
        return;
    };
    if said.field == HAPPENED.number {
        act.change(entry.sight(), value, value, version.happened.clone());
    } else if let Some((_, other)) = conflict.values.iter().find(|(version, _)| !is_said(version)) {
        // Against the other value, so that the field is written even where the
        // chosen one is the one on show.
        act.change(entry.sight(), other, chosen, entry.happened);
    }
}
