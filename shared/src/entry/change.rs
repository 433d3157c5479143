//! Changing an entry by a form: what the form is called, which may be changed here, and
//! keeping what differs. The same for whatever kind.

use record::state::Entry;
use record::{EntryId, Kind};

use crate::app::Cmd;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::Screen as Place;
use crate::saving::{self, Act, Go};

/// What a form is called that is about one entry: for each record and entry another.
#[must_use]
pub(crate) fn form(what: &str, holding: &Holding, id: EntryId) -> String {
    let EntryId { writer, counter, .. } = holding.record.own(id);
    format!("{what}.{}.{}.{counter}", holding.index, writer.0)
}

/// One that may be changed here.
#[must_use]
pub(crate) fn changeable<K: Kind>(id: EntryId, view: View<'_>) -> Option<(&Holding, Entry<K>)> {
    let may = |holding: &&Holding| holding.sees(K::SPEC.scope) && holding.may_write(K::SPEC.scope);
    let holding = view.open.holding().filter(may)?;
    Some((holding, holding.record.get(id)?))
}

/// Keeps what differs. Where two versions stand, what is said again settles nothing:
/// that is done on the entry's own page, where both are seen.
pub(crate) fn keep<K: Kind>(
    before: &Entry<K>,
    new: &K,
    form: Option<&str>,
    go: Go,
    cx: &mut Cx<'_>,
) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Cmd::done() };
    let mut act = Act::new(holding, cx.now);
    act.set(Some(before), new);
    if let Some(form) = form {
        act.finish_form(form);
    }
    let notice = (!act.is_empty()).then(|| saving::notice(cx.open, cx.words, holding));
    act.save(cx, go, notice)
}

/// Keeps a new one, and goes to its page in place of the form; `text` is said beside
/// that it is saved.
pub(crate) fn begin<K: Kind>(
    new: &K,
    form: &str,
    text: Option<String>,
    place: impl FnOnce(EntryId) -> Place,
    cx: &mut Cx<'_>,
) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Cmd::done() };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    let id = act.create(new, now);
    act.finish_form(form);
    let notice = saving::notice(cx.open, cx.words, holding);
    let notice = match text {
        Some(text) => notice.text(text),
        None => notice,
    };
    act.save(cx, Go::Instead(place(id)), Some(notice))
}
