//! A proposal's page: what it would change, and saying yes or no to it.

use record::kinds::{PlanAnswer, PlanNote};
use record::state::Entry;
use record::{EntryId, OpId};

use super::gathered::{Gathered, names, naming};
use super::part::id_of;
use super::proposed::{Proposal, Seen};
use super::rights::{Right, right, sees};
use super::{Intent, Screen, form, nothing, seconds};
use crate::app::Cmd;
use crate::entry::{self, gone};
use crate::forms::fields::{MAX_WORDS, Typed, ask};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Notice, NoticeTone, Page, SummaryList};
use crate::when;
use crate::words::{Words, say};

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding().filter(|holding| sees(holding)) else {
        return gone(view);
    };
    let Some(proposal) = Proposal::get(holding, id) else { return gone(view) };
    let plan = Gathered::of(holding);
    let by = entry::by(words, holding, &proposal.created);
    let when = when::near(words, &proposal.created.happened, view.today());
    let mut blocks = vec![Block::small(say!(words, "plan-proposed-by", who = by, when = when))];
    blocks.extend(proposal.reason.clone().map(Block::quote));
    let waits = plan.answer(holding, proposal.id).is_none() && !proposal.retracted;
    let Seen { rows, gone, changed } = proposal.seen(words, holding);
    let notice = match (gone, proposal.takes_out()) {
        (true, true) => Some("plan-out-gone"),
        (true, false) => Some("plan-proposal-gone"),
        (false, false) if changed => Some("plan-changed-since-proposed"),
        (false, _) => None,
    };
    blocks.extend(notice.filter(|_| waits).map(|id| Block::inset(words.get(id))));
    if proposal.takes_out() && !rows.is_empty() {
        blocks.push(Block::heading(say!(words, "plan-out-what")));
    }
    if rows.is_empty() {
        blocks.push(Block::paragraph(say!(words, "plan-proposal-same")));
    } else {
        blocks.push(Block::SummaryList(SummaryList { rows }));
    }
    blocks.extend(what_now(&proposal, (holding, &plan), view));
    Page {
        name: "plan.proposal".into(),
        title: proposal.title(words, holding),
        caption: Some(proposal.name(words)),
        blocks,
        ..Page::default()
    }
}

/// What can be done with it, or what was.
fn what_now(
    proposal: &Proposal,
    (holding, plan): (&Holding, &Gathered),
    view: View<'_>,
) -> Vec<Block> {
    let words = view.words;
    let id = proposal.id;
    if let Some(answer) = plan.answer(holding, id) {
        let mut blocks = vec![Block::inset(answered(words, holding, answer))];
        blocks.extend(answer.value.text.clone().map(Block::quote));
        return blocks;
    }
    if proposal.retracted {
        return vec![Block::inset(say!(words, "plan-taken-back"))];
    }
    let own = proposal.is_own(holding);
    let mut buttons = Vec::new();
    match right(holding, seconds(view)) {
        Right::Decides => {
            let yes = if proposal.takes_out() { "plan-out-accept" } else { "plan-accept" };
            buttons.push(Button::primary(
                words.get(yes),
                Press::Plan(Intent::Accept(id, proposal.last())),
            ));
            let adapt = proposal.adapt();
            buttons.extend(adapt.map(|to| Button::secondary(say!(words, "plan-adapt"), to)));
            let decline = Place::Plan(Screen::Decline(id));
            buttons.push(Button::secondary(say!(words, "plan-decline"), decline));
        }
        Right::Proposes if own => {
            let change = proposal.change();
            buttons.extend(change.map(|to| Button::secondary(say!(words, "change"), to)));
            let back = Place::Entry(entry::Screen::CrossOut(id));
            buttons.push(Button::quiet(say!(words, "plan-take-back"), back));
        }
        Right::Proposes | Right::Reads => {}
    }
    let mut blocks = Vec::new();
    if buttons.is_empty() || own {
        blocks.push(Block::small(say!(words, "plan-waits", name = super::person(view))));
    }
    if !buttons.is_empty() {
        blocks.push(Block::buttons(buttons));
    }
    blocks
}

/// "Ada said yes on 22 November".
pub(super) fn answered(words: &Words, holding: &Holding, answer: &Entry<PlanNote>) -> String {
    let who = entry::who(words, holding, &answer.created);
    let day = super::part::day(words, when::wall(&answer.happened).date());
    match answer.value.answer {
        Some(PlanAnswer::Declined) => say!(words, "plan-answer-no", who = who, day = day),
        Some(PlanAnswer::Adapted) => say!(words, "plan-answer-adapted", who = who, day = day),
        _ => say!(words, "plan-answer-yes", who = who, day = day),
    }
}

/// By whose proposal something came or was changed.
pub(super) fn came(words: &Words, holding: &Holding, plan: &Gathered, id: EntryId) -> Vec<Block> {
    let of = plan.notes.iter().filter(|note| names(note.value.became, id));
    of.filter_map(|note| {
        let proposal = Proposal::get(holding, id_of(note.value.of))?;
        let by = entry::by(words, holding, &proposal.created);
        let answer = answered(words, holding, note);
        Some(Block::small(say!(words, "plan-came", who = by, answer = answer)))
    })
    .collect()
}

/// A note on something, with nothing in it.
pub(super) fn note(holding: &Holding, of: EntryId) -> PlanNote {
    PlanNote {
        of: naming(holding, of),
        text: None,
        reminder: None,
        tracker: None,
        answer: None,
        became: None,
    }
}

/// A proposal that waits, on a device that may answer it.
fn open(id: EntryId, cx: &Cx<'_>) -> Option<Proposal> {
    let view = cx.view();
    let holding = view.open.holding()?;
    let proposal = Proposal::get(holding, id).filter(|it| !it.retracted)?;
    let plan = Gathered::of(holding);
    let waits = plan.answer(holding, proposal.id).is_none();
    (waits && right(holding, seconds(view)) == Right::Decides).then_some(proposal)
}

/// Says that the answer was not taken, where the right to give it is over.
fn not_now(cx: &mut Cx<'_>) -> Cmd {
    let view = cx.view();
    let decides =
        view.open.holding().is_some_and(|held| right(held, seconds(view)) == Right::Decides);
    if !decides {
        let why = say!(view.words, "plan-right-ended", name = super::person(view));
        cx.open.notice = Some(Notice::new(NoticeTone::Problem, why));
    }
    nothing()
}

/// Says yes to what was read: one that its writer has changed meanwhile is to be read
/// again.
pub(super) fn accept(id: EntryId, saw: OpId, cx: &mut Cx<'_>) -> Cmd {
    let Some(proposal) = open(id, cx) else { return not_now(cx) };
    if proposal.last() != saw {
        let why = say!(cx.words, "plan-proposal-changed");
        cx.open.notice = Some(Notice::new(NoticeTone::Problem, why));
        return nothing();
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    if !proposal.accept(&mut act, holding, cx.words) {
        return nothing();
    }
    let text = if proposal.takes_out() { "plan-out-accepted" } else { "plan-accepted" };
    let notice = saving::notice(cx.open, cx.words, holding).text(cx.words.get(text));
    act.save(cx, Go::Back, Some(notice))
}

/// The page that asks for the reason of a no.
pub(super) fn decline_page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(proposal) = Proposal::get(holding, id) else { return gone(view) };
    let question = ask(words, "why", "plan-decline-why", "plan-decline-hint");
    let save = Button::primary(say!(words, "plan-decline"), Press::Plan(Intent::Decline(id)));
    Page {
        name: "plan.decline".into(),
        title: say!(words, "plan-decline"),
        caption: view.owner(),
        blocks: vec![
            Block::inset(proposal.title(words, holding)),
            Block::form(form("decline", holding, id), vec![Field::text(question)], vec![save]),
        ],
        ..Page::default()
    }
}

/// Says no to it, with the reason.
pub(super) fn decline(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(proposal) = open(id, cx) else { return not_now(cx) };
    let Some(holding) = cx.open.holding() else { return nothing() };
    let name = form("decline", holding, id);
    let draft = cx.open.forms.get(&name);
    let mut typed = Typed::new(words, &draft);
    let text = typed.text("why", MAX_WORDS);
    if text.is_none() {
        typed.wrong("why", say!(words, "plan-decline-none"));
    }
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    let answer = Some(PlanAnswer::Declined);
    let now = act.happened_now();
    act.create(&PlanNote { text, answer, ..note(holding, proposal.id) }, now);
    act.finish_form(&name);
    let notice = saving::notice(cx.open, words, holding).text(say!(words, "plan-declined"));
    act.save(cx, Go::BackBy(2), Some(notice))
}
