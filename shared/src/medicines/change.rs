//! Keeping a change of what is said of a medicine.

use record::kinds::Medicine;
use record::state::Entry;

use super::nothing;
use crate::app::Cmd;
use crate::model::Cx;
use crate::saving::{self, Act, Go};

/// Keeps what differs. Where two versions stand, what is said again settles
/// nothing: that is done on the entry's own page, where both are seen.
pub(super) fn keep(
    before: &Entry<Medicine>,
    medicine: &Medicine,
    form: Option<&str>,
    go: Go,
    cx: &mut Cx<'_>,
) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    if before.value != *medicine {
        act.change(holding, before.id, &before.value, medicine, before.happened.clone());
    }
    if let Some(form) = form {
        act.finish_form(form);
    }
    let notice = (!act.is_empty()).then(|| saving::notice(cx.open, cx.words, holding));
    act.save(cx, go, notice)
}
