//! Proposing to take something out: what it is, and why, which is needed.

use record::EntryId;
use record::kinds::{ContingencyProposal, PlanItem};

use super::all::may_add;
use super::proposed::taking_out;
use super::proposing::{Proposing, standing};
use super::rights::{Right, right};
use super::{Intent, ended, form, nothing, person, seconds};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{MAX_WORDS, Typed, ask};
use crate::forms::voice::{self, Voice};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page};
use crate::words::say;

/// The field that says why.
const WHY: &str = "why";

/// What would go, in a few words, where this side may propose it.
fn found(id: EntryId, holding: &Holding, view: View<'_>) -> Option<String> {
    let right = right(holding, seconds(view));
    if right == Right::Reads {
        return None;
    }
    if let Some(item) = standing::<PlanItem>(holding, id) {
        let line = PlanItem::line(&item.value, view.words, &holding.record);
        return may_add(item.value.sort, right, holding).then_some(line);
    }
    let plan = standing::<ContingencyProposal>(holding, id)?;
    Some(ContingencyProposal::line(&plan.value, view.words, &holding.record))
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(what) = found(id, holding, view) else { return gone(view) };
    let question = ask(words, WHY, "plan-out-why", "plan-out-why-hint");
    let mut fields = vec![Field::text(question)];
    fields.extend(voice::ask(words, holding));
    let save = Button::primary(say!(words, "plan-propose"), Press::Plan(Intent::TakeOut(id)));
    Page {
        name: "plan.take-out".into(),
        title: say!(words, "plan-out-propose"),
        caption: view.owner(),
        blocks: vec![
            Block::inset(what),
            Block::paragraph(say!(words, "plan-propose-text", name = person(view))),
            Block::form(form("out", holding, id), fields, vec![save]),
        ],
        ..Page::default()
    }
}

/// Begins the proposal.
fn propose<P: Proposing>(
    act: &mut Act,
    holding: &Holding,
    id: EntryId,
    reason: Option<String>,
) -> bool {
    let Some(says) = taking_out::<P>(holding, id, reason) else { return false };
    let now = act.happened_now();
    act.create(&says, now);
    true
}

/// Proposes it. Nothing goes until who decides says yes.
pub(super) fn save(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let view = cx.view();
    let Some(holding) = view.open.holding() else { return nothing() };
    let name = form("out", holding, id);
    let draft = view.open.forms.get(&name);
    if let Some(why) = ended::refused(holding, &draft, view) {
        return ended::refuse(cx, &name, WHY, why);
    }
    if found(id, holding, view).is_none() {
        return nothing();
    }
    let mut typed = Typed::new(words, &draft);
    let reason = typed.text(WHY, MAX_WORDS);
    if reason.is_none() {
        typed.wrong(WHY, say!(words, "plan-out-why-none"));
    }
    let mut act = Act::new(holding, view.now).says(Voice::said(&draft));
    let proposed = propose::<PlanItem>(&mut act, holding, id, reason.clone())
        || propose::<ContingencyProposal>(&mut act, holding, id, reason);
    if typed.refuse(&mut cx.open.forms, &name) || !proposed {
        return nothing();
    }
    act.finish_form(&name);
    let Some(holding) = cx.open.holding() else { return nothing() };
    let text = say!(words, "plan-proposed", name = person(cx.view()));
    let notice = saving::notice(cx.open, words, holding).text(text);
    act.save(cx, Go::Back, Some(notice))
}
