//! The form of a proposal: a new plan for when something happens, or a change to one.
//! All that there is to say of a plan is asked on one page, so that it is answered as one.

use record::kinds::{Contingency, ContingencyProposal};
use record::{Kind, Writer};

use super::{Intent, OF, Screen, Writing};
use crate::app::Cmd;
use crate::entry::{change, gone};
use crate::forms::fields::{MAX_WORDS, Typed, optional};
use crate::forms::voice;
use crate::holding::Holding;
use crate::items;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::plan::{self, At, Right};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page};
use crate::words::say;

/// The field that says why.
const REASON: &str = "reason";

/// What is proposed, found in the record, and its form.
struct Found {
    at: At<ContingencyProposal>,
    form: String,
}

impl Found {
    fn find(writing: Writing, holding: &Holding) -> Option<Self> {
        let (id, what, adapts) = match writing {
            Writing::New => {
                let form = format!("contingency.propose.{}", holding.index);
                return Some(Self { at: At::NEW, form });
            }
            Writing::Change(id) => (id, "contingency.propose", false),
            Writing::Adapt(id) => (id, "contingency.adapt", true),
        };
        let at = At::<ContingencyProposal>::find(holding, id, adapts)?;
        Some(Self { at, form: change::form(what, holding, id) })
    }

    /// What the form begins with.
    fn begins(&self) -> Vec<u8> {
        let begins = self.at.begins();
        begins.map(|begins: Contingency| begins.payload(Writer::ME)).unwrap_or_default()
    }
}

/// What this side does with it: who decides adapts, and what else they wrote before they
/// could decide stays a proposal. None where they only read.
fn right(writing: Writing, holding: &Holding, view: View<'_>) -> Option<Right> {
    match (plan::right(holding, plan::seconds(view)), writing) {
        (Right::Reads, _) => None,
        (Right::Decides, Writing::Adapt(_)) => Some(Right::Decides),
        (Right::Decides | Right::Proposes, _) => Some(Right::Proposes),
    }
}

/// Opens the form, filled in with what stands and what is proposed over it.
pub(super) fn open(writing: Writing, cx: &mut Cx<'_>) -> Cmd {
    let view = cx.view();
    let Some(holding) = view.open.holding() else { return Cmd::done() };
    let Some(right) = right(writing, holding, view) else { return Cmd::done() };
    let Some(found) = Found::find(writing, holding) else { return elsewhere(writing, cx) };
    let begins = found.begins();
    if cx.open.forms.opens(&found.form, found.at.saw()) {
        items::fill_all(&OF, &begins, &found.form, cx);
        plan::opens(&mut cx.open.forms, &found.form, right);
        if let Some(reason) = found.at.proposal.and_then(|proposal| proposal.value.reason) {
            cx.open.forms.set(&found.form, REASON, reason);
        }
    }
    cx.open.go(Place::Contingency(Screen::Propose(writing)));
    Cmd::done()
}

/// That one is taken out has no words to change, and what has its answer keeps them: its
/// page has what can be done.
fn elsewhere(writing: Writing, cx: &mut Cx<'_>) -> Cmd {
    if let Writing::Change(id) = writing {
        cx.open.go(Place::Plan(plan::Screen::Proposal(id)));
    }
    Cmd::done()
}

/// The page.
pub(super) fn page(writing: Writing, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(found) = Found::find(writing, holding) else { return gone(view) };
    let mut blocks = Vec::new();
    let mut fields = items::questions(&OF, words);
    let label = if right(writing, holding, view) == Some(Right::Decides) {
        say!(words, "save")
    } else {
        blocks.push(Block::inset(say!(words, "plan-propose-text", name = plan::person(view))));
        fields.push(Field::text(optional(words, REASON, "plan-propose-why", "")));
        if found.at.proposal.is_none() {
            fields.extend(voice::ask(words, holding));
        }
        say!(words, "plan-propose")
    };
    let save = Button::primary(label, Press::Contingency(Intent::SaveProposal(writing)));
    blocks.push(Block::form(found.form, fields, vec![save]));
    Page {
        name: "contingency.propose".into(),
        title: match writing {
            Writing::New => say!(words, "contingency-propose"),
            Writing::Change(_) => say!(words, "plan-propose-change"),
            Writing::Adapt(_) => say!(words, "plan-adapt"),
        },
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Proposes what the form says, or puts it in.
pub(super) fn save(writing: Writing, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let view = cx.view();
    let Some(holding) = view.open.holding() else { return Cmd::done() };
    let Some(mut found) = Found::find(writing, holding) else { return Cmd::done() };
    let draft = view.open.forms.get(&found.form);
    // What came since the form was opened was not seen.
    found.at = found.at.when_opened(&holding.record, &draft);
    let first = items::first(&OF);
    if let Some(why) = plan::refused(holding, &draft, view) {
        return plan::refuse(cx, &found.form, first, why);
    }
    let Some(right) = right(writing, holding, view) else { return Cmd::done() };
    let own = matches!(writing, Writing::Change(_));
    let mut typed = Typed::new(words, &draft);
    let fields = items::read_all(&OF, &found.begins(), &mut typed, cx);
    let reason = typed.text(REASON, MAX_WORDS);
    let mut act = Act::new(holding, view.now);
    let mut go = Go::Back;
    // Without what is needed it is none, and what is missing is said already.
    if let Some(new) = items::read::<Contingency>(&fields) {
        if right == Right::Proposes {
            act = act.says(found.at.voice(holding, &draft));
            if found.at.propose(&mut act, holding, (&new, reason), own).is_err() {
                typed.wrong(first, say!(words, "plan-propose-nothing"));
            }
        } else if let Some(proposal) = &found.at.proposal {
            go = Go::BackBy(2);
            if !plan::is_answered(holding, proposal.id) {
                found.at.adapt(&mut act, holding, &new);
            }
        }
    }
    if typed.refuse(&mut cx.open.forms, &found.form) {
        return Cmd::done();
    }
    let Some(holding) = cx.open.holding() else { return Cmd::done() };
    let mut notice = (!act.is_empty()).then(|| saving::notice(cx.open, words, holding));
    if right == Right::Proposes {
        let text = say!(words, "plan-proposed", name = plan::person(cx.view()));
        notice = notice.map(|notice| notice.text(text));
    }
    act.finish_form(&found.form);
    act.save(cx, go, notice)
}
