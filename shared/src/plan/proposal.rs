//! A proposal: what it would change, and saying yes, no, or yes with changes.

use record::EntryId;
use record::kinds::{PlanAnswer, PlanItem, PlanNote};
use record::state::Entry;

use super::gathered::{Gathered, find, naming};
use super::part::{Held, HeldMut, held, held_mut, id_of, said};
use super::rights::{Right, right};
use super::{Intent, Screen, Writing, edit, form, nothing, seconds, sorts};
use crate::app::Cmd;
use crate::entry::{self, gone};
use crate::forms::fields::{MAX_WORDS, Typed, ask};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page, SummaryList, SummaryRow};
use crate::when;
use crate::words::{Words, say};

/// What a proposal would change, while it is there.
pub(super) fn target(holding: &Holding, proposal: &PlanItem) -> Option<Entry<PlanItem>> {
    find(holding, id_of(proposal.instead?))
}

/// "A change: Walk to the gate".
pub(super) fn title(words: &Words, holding: &Holding, item: &PlanItem) -> String {
    let what = super::told::line(words, &holding.record, item);
    if item.instead.is_some() { say!(words, "plan-proposal-change", what = what) } else { what }
}

/// What it says; beside what stands, where it would change something.
fn rows(
    words: &Words,
    holding: &Holding,
    proposal: &PlanItem,
    before: Option<&PlanItem>,
) -> Vec<SummaryRow> {
    let Some(of) = sorts::of(proposal.sort) else { return Vec::new() };
    let record = &holding.record;
    let mut rows = Vec::new();
    for ask in of.asks {
        let new = said(words, record, proposal, ask.part);
        let Some(before) = before else {
            rows.extend(new.map(|text| SummaryRow::new(words.get(ask.label), text)));
            continue;
        };
        let old = said(words, record, before, ask.part);
        if old == new {
            continue;
        }
        let text = |text: Option<String>| text.unwrap_or_else(|| say!(words, "plan-empty"));
        let mut row =
            SummaryRow::new(words.get(ask.label), say!(words, "plan-now", text = text(old)));
        row.value.push(say!(words, "plan-would-be", text = text(new)));
        rows.push(row);
    }
    rows
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(entry) = holding.record.get::<PlanItem>(id).filter(|it| it.value.is_proposal()) else {
        return gone(view);
    };
    let plan = Gathered::of(holding);
    let (item, id) = (&entry.value, entry.id);
    let by = entry::by(words, holding, &entry.created);
    let when = when::near(words, &entry.created.happened, view.today());
    let mut blocks = vec![Block::small(say!(words, "plan-proposed-by", who = by, when = when))];
    if let Some(reason) = &item.reason {
        blocks.push(Block::quote(reason.clone()));
    }
    let before = target(holding, item);
    let rows = rows(words, holding, item, before.as_ref().map(|entry| &entry.value));
    if let Some(before) = &before {
        if before.last.recorded > entry.created.recorded {
            blocks.push(Block::inset(say!(words, "plan-changed-since-proposed")));
        }
    } else if item.instead.is_some() {
        blocks.push(Block::inset(say!(words, "plan-proposal-gone")));
    }
    if rows.is_empty() {
        blocks.push(Block::paragraph(say!(words, "plan-proposal-same")));
    } else {
        blocks.push(Block::SummaryList(SummaryList { rows }));
    }
    blocks.extend(what_now(&entry, id, (holding, &plan), view));
    Page {
        name: "plan.proposal".into(),
        title: title(words, holding, item),
        caption: Some(sorts::name(words, item.sort)),
        blocks,
        ..Page::default()
    }
}

/// What can be done with it, or what was.
fn what_now(
    entry: &Entry<PlanItem>,
    id: EntryId,
    (holding, plan): (&Holding, &Gathered),
    view: View<'_>,
) -> Vec<Block> {
    let words = view.words;
    if let Some(answer) = plan.answer(holding, id) {
        let mut blocks = vec![Block::inset(answered(words, holding, answer))];
        blocks.extend(answer.value.text.clone().map(Block::quote));
        return blocks;
    }
    if entry.retracted.is_some() {
        return vec![Block::inset(say!(words, "plan-taken-back"))];
    }
    let press = |intent| Press::Plan(intent);
    let mut buttons = Vec::new();
    match right(holding, seconds(view)) {
        Right::Decides => {
            buttons.push(Button::primary(say!(words, "plan-accept"), press(Intent::Accept(id))));
            let adapt = press(Intent::Edit(Writing::Adapt(id)));
            buttons.push(Button::secondary(say!(words, "plan-adapt"), adapt));
            let decline = Place::Plan(Screen::Decline(id));
            buttons.push(Button::secondary(say!(words, "plan-decline"), decline));
        }
        Right::Proposes if edit::is_own(holding, entry) => {
            let change = press(Intent::Edit(Writing::Change(id)));
            buttons.push(Button::secondary(say!(words, "change"), change));
            let back = Place::Entry(entry::Screen::CrossOut(id));
            buttons.push(Button::quiet(say!(words, "plan-take-back"), back));
        }
        Right::Proposes | Right::Reads => {}
    }
    let mut blocks = Vec::new();
    if buttons.is_empty() || edit::is_own(holding, entry) {
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

/// Puts into the plan what was said to a proposal, and says so beside it.
pub(super) fn put_in(act: &mut Act, holding: &Holding, proposal: &Entry<PlanItem>, says: PlanItem) {
    let asks = sorts::of(says.sort).map_or(&[][..], |of| of.asks);
    let same = asks.iter().all(|ask| same_part(&proposal.value, &says, ask.part));
    let before = target(holding, &proposal.value);
    let mut item = match &before {
        Some(before) => before.value.clone(),
        None => PlanItem::new(says.sort),
    };
    let mut says = says;
    for ask in asks {
        match (held_mut(&mut item, ask.part), held_mut(&mut says, ask.part)) {
            (HeldMut::Item(to), HeldMut::Item(from)) => *to = *from,
            (HeldMut::Words(to), HeldMut::Words(from)) => *to = from.take(),
            (HeldMut::Number(to), HeldMut::Number(from)) => *to = *from,
            (HeldMut::Day(to), HeldMut::Day(from)) => *to = *from,
            (HeldMut::Status(to), HeldMut::Status(from)) => *to = *from,
            _ => {}
        }
    }
    let now = act.happened_now();
    let became = match before {
        Some(before) => {
            act.set(Some(&before), &item);
            before.id
        }
        None => act.create(&item, now.clone()),
    };
    let note = PlanNote {
        answer: Some(if same { PlanAnswer::Accepted } else { PlanAnswer::Adapted }),
        became: Some(record::kinds::Ref(became.created_by())),
        ..note(holding, proposal.id)
    };
    act.create(&note, now);
}

fn same_part(one: &PlanItem, other: &PlanItem, part: super::Part) -> bool {
    match (held(one, part), held(other, part)) {
        (Held::Item(one), Held::Item(other)) => one == other,
        (Held::Words(one), Held::Words(other)) => one == other,
        (Held::Number(one), Held::Number(other)) => one == other,
        (Held::Day(one), Held::Day(other)) => one == other,
        (Held::Status(one), Held::Status(other)) => one == other,
        _ => false,
    }
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
fn open(id: EntryId, cx: &Cx<'_>) -> Option<Entry<PlanItem>> {
    let view = cx.view();
    let holding = view.open.holding()?;
    let entry = find(holding, id).filter(|entry| entry.value.is_proposal())?;
    let plan = Gathered::of(holding);
    let waits = plan.answer(holding, entry.id).is_none();
    (waits && right(holding, seconds(view)) == Right::Decides).then_some(entry)
}

/// Says that the answer was not taken, where the right to give it is over.
fn not_now(cx: &mut Cx<'_>) -> Cmd {
    let view = cx.view();
    let decides =
        view.open.holding().is_some_and(|held| right(held, seconds(view)) == Right::Decides);
    if !decides {
        let why = say!(view.words, "plan-right-ended", name = super::person(view));
        cx.open.notice = Some(crate::screen::Notice::new(crate::screen::NoticeTone::Problem, why));
    }
    nothing()
}

/// Says yes to it.
pub(super) fn accept(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(entry) = open(id, cx) else { return not_now(cx) };
    let Some(holding) = cx.open.holding() else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    let says = entry.value.clone();
    put_in(&mut act, holding, &entry, says);
    let notice = saving::notice(cx.open, cx.words, holding).text(say!(cx.words, "plan-accepted"));
    act.save(cx, Go::Back, Some(notice))
}

/// The page that asks for the reason of a no.
pub(super) fn decline_page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(entry) = find(holding, id) else { return gone(view) };
    let question = ask(words, "why", "plan-decline-why", "plan-decline-hint");
    let save = Button::primary(say!(words, "plan-decline"), Press::Plan(Intent::Decline(id)));
    Page {
        name: "plan.decline".into(),
        title: say!(words, "plan-decline"),
        caption: view.owner(),
        blocks: vec![
            Block::inset(title(words, holding, &entry.value)),
            Block::form(form("decline", holding, id), vec![Field::text(question)], vec![save]),
        ],
        ..Page::default()
    }
}

/// Says no to it, with the reason.
pub(super) fn decline(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(entry) = open(id, cx) else { return not_now(cx) };
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
    act.create(&PlanNote { text, answer, ..note(holding, entry.id) }, now);
    act.finish_form(&name);
    let notice = saving::notice(cx.open, words, holding).text(say!(words, "plan-declined"));
    act.save(cx, Go::BackBy(2), Some(notice))
}
