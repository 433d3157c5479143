//! The plan on one page.

use record::EntryId;
use record::kinds::{OwnPlace, PlanAnswer, PlanItem, PlanNote, PlanSort, PlanStatus};
use record::rights::in_plan;
use record::state::Entry;

use super::gathered::{Gathered, names};
use super::part::{Part, day, said};
use super::proposal;
use super::proposed::Proposal;
use super::rights::{Right, right, sees};
use super::sorts::{self, Of, SORTS};
use super::told::{beginning, line};
use super::{Intent, Screen, Writing, others, seconds};
use crate::contingency;
use crate::entry;
use crate::holding::{Holding, RecordSide};
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::own;
use crate::screen::{
    Block, Button, Card, CardLayout, Cards, Icon, Link, Page, SummaryList, SummaryRow, Tag, Tone,
};
use crate::words::say;

/// As many of each sort stand on the page; the rest are on a page of their own.
const SHOWN: usize = 10;

/// As many proposals.
const PROPOSALS: usize = 10;

/// As many of those that were answered; the rest are on a page of their own.
const ANSWERED: usize = 3;

/// As many steps stand with their goal.
const STEPS: usize = 3;

/// As much of a step stands with its goal; all of it is on its own page.
const A_LINE: usize = 120;

/// As many names stand in a row.
const NAMED: usize = 3;

/// The sorts that have cards; those after them have a row each.
const CARDS: usize = 3;

/// What the cards of a page are made from.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) holding: &'a Holding,
    pub(super) plan: &'a Gathered,
    pub(super) view: View<'a>,
}

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "plan".into(),
        title: say!(words, "plan-title"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    if !sees(holding) {
        // To say "no plan" here would be to say what is not known.
        page.blocks.push(Block::paragraph(say!(words, "plan-not-shared")));
        return page;
    }
    let plan = Gathered::of(holding);
    let seen = Seen { holding, plan: &plan, view };
    let right = right(holding, seconds(view));
    let blocks = &mut page.blocks;
    blocks.extend(proposals(seen, right, |_| true));
    blocks.extend(answered(seen, |_| true));
    if plan.items.is_empty() {
        blocks.push(Block::lede(say!(words, "plan-none")));
    } else {
        blocks.extend(agreed(seen));
    }
    for of in &SORTS[..CARDS] {
        let all = plan.of_sort(of.sort);
        blocks.push(Block::heading(words.get(of.many)));
        if all.is_empty() {
            blocks.push(Block::small(words.get(of.text)));
        } else {
            blocks.push(cards(all.iter().take(SHOWN).copied(), seen));
        }
        let mut buttons = Vec::new();
        if all.len() > SHOWN {
            let label = say!(words, "plan-all-of", many = words.get(of.many), count = all.len());
            let list = Place::Plan(Screen::List(of.sort.code(), 0));
            buttons.push(Button::quiet(label, list));
        }
        buttons.extend(add(of, None, right, seen));
        if !buttons.is_empty() {
            blocks.push(Block::buttons(buttons));
        }
    }
    blocks.extend(own::blocks(view, OwnPlace::Plan, None));
    blocks.push(Block::heading(say!(words, "plan-around")));
    let rows = SORTS[CARDS..].iter().map(|of| row(of, right, seen)).collect();
    blocks.push(Block::SummaryList(SummaryList { rows }));
    let open = |screen| Place::Plan(screen);
    let mut buttons = vec![
        Button::secondary(say!(words, "plan-missing"), open(Screen::Missing)).icon(Icon::Check),
        Button::secondary(say!(words, "plans-sheet"), open(Screen::Sheet)).icon(Icon::File),
        Button::quiet(
            say!(words, "contingency-title"),
            Place::Contingency(contingency::Screen::All),
        ),
    ];
    if holding.about.side == RecordSide::Person {
        buttons.push(Button::quiet(say!(words, "plan-proxies"), open(Screen::Proxies)));
    }
    if !plan.crossed_out.is_empty() {
        let list = open(Screen::CrossedOut(0));
        buttons.push(Button::quiet(say!(words, "plan-crossed-out"), list));
    }
    blocks.push(Block::buttons(buttons));
    page
}

/// What waits for an answer: on this side, or on the person's.
fn proposals(seen: Seen<'_>, right: Right, wanted: impl Fn(&Proposal) -> bool) -> Vec<Block> {
    let Seen { holding, plan, view } = seen;
    let words = view.words;
    let mut waiting = plan.waiting(holding);
    waiting.retain(|proposal| wanted(proposal));
    if waiting.is_empty() {
        return Vec::new();
    }
    let decides = right == Right::Decides;
    let heading = if decides { "plan-proposals" } else { "plan-proposals-waiting" };
    let card = |proposal: &&Proposal| {
        let by = entry::by(words, holding, &proposal.created);
        let mut card = Card::new(proposal.title(words, holding))
            .line(say!(words, "plan-proposed-who", who = by))
            .icon(Icon::Pencil)
            .opens(Place::Plan(Screen::Proposal(proposal.id)));
        card.caption = Some(proposal.name(words));
        card.now = decides;
        card
    };
    let cards = waiting.iter().take(PROPOSALS).map(card).collect();
    vec![
        Block::heading(words.get(heading)),
        Block::Cards(Cards { layout: CardLayout::Column, cards }),
    ]
}

/// What was proposed and is answered, so that whoever proposed it reads the answer.
fn answered(seen: Seen<'_>, wanted: impl Fn(&Proposal) -> bool) -> Vec<Block> {
    let Seen { holding, plan, view } = seen;
    let words = view.words;
    let mut all = plan.answered(holding);
    all.retain(|(proposal, _)| wanted(proposal));
    if all.is_empty() {
        return Vec::new();
    }
    let heading = say!(words, "plan-proposals-answered");
    let mut blocks =
        vec![Block::heading(heading.clone()), answers(&all[..all.len().min(ANSWERED)], seen)];
    if all.len() > ANSWERED {
        let label = say!(words, "plan-all-of", many = heading, count = all.len());
        let list = Place::Plan(Screen::Answered(0));
        blocks.push(Block::buttons(vec![Button::quiet(label, list)]));
    }
    blocks
}

/// Cards of proposals, each with what was said to it.
pub(super) fn answers(all: &[(&Proposal, &Entry<PlanNote>)], seen: Seen<'_>) -> Block {
    let Seen { holding, view, .. } = seen;
    let words = view.words;
    let card = |(proposal, answer): &(&Proposal, &Entry<PlanNote>)| {
        let title = if proposal.takes_out() {
            proposal.title(words, holding)
        } else {
            say!(words, "plan-proposal-was", what = proposal.line(words, holding))
        };
        let mut card = Card::new(title)
            .line(proposal::answered(words, holding, answer))
            .icon(Icon::Pencil)
            .opens(Place::Plan(Screen::Proposal(proposal.id)));
        card.caption = Some(proposal.name(words));
        let (tag, tone) = match answer.value.answer {
            Some(PlanAnswer::Declined) => ("plan-tag-no", Tone::Neutral),
            Some(PlanAnswer::Adapted) => ("plan-tag-adapted", Tone::Green),
            _ => ("plan-tag-yes", Tone::Green),
        };
        card.tag = Some(Tag::new(words.get(tag), tone));
        card
    };
    let cards = all.iter().map(card).collect();
    Block::Cards(Cards { layout: CardLayout::Column, cards })
}

/// What is proposed of plans for when something happens, for their pages: of one of
/// them what waits, of all of them what was answered too.
pub(crate) fn contingencies(view: View<'_>, holding: &Holding, of: Option<EntryId>) -> Vec<Block> {
    let plan = Gathered::of(holding);
    let seen = Seen { holding, plan: &plan, view };
    let right = right(holding, seconds(view));
    let Some(id) = of else {
        let mut blocks = proposals(seen, right, Proposal::is_contingency);
        blocks.extend(answered(seen, Proposal::is_contingency));
        return blocks;
    };
    let wanted = |it: &Proposal| it.is_contingency() && names(it.does.what(), id);
    let mut blocks = proposals(seen, right, wanted);
    blocks.extend(proposal::came(view.words, holding, &plan, id));
    blocks
}

/// Who agreed the plan, when, and whether it has changed since.
fn agreed(seen: Seen<'_>) -> Vec<Block> {
    let Seen { holding, plan, view } = seen;
    let words = view.words;
    let Some(agreement) = plan.agreement() else { return Vec::new() };
    let mut text = line(words, &holding.record, &agreement.value);
    let last = agreement.value.on.max(agreement.value.done);
    if let Some(on) = last {
        text = say!(words, "plan-agreed-when", who = text, day = day(words, on));
    }
    let mut blocks = vec![Block::small(text)];
    let changed = plan.since_agreed().len();
    if changed > 0 {
        blocks.push(Block::inset(say!(words, "plan-changed-since", count = changed)));
    }
    blocks
}

/// The button for one more, where this side may ask for one.
pub(super) fn add(
    of: &Of,
    parent: Option<EntryId>,
    right: Right,
    seen: Seen<'_>,
) -> Option<Button> {
    may_add(of.sort, right, seen.holding).then(|| {
        let write = Press::Plan(Intent::Edit(Writing::New(of.sort.code(), parent)));
        Button::secondary(seen.view.words.get(of.add), write).icon(Icon::Plus)
    })
}

/// Whether this side may write, or propose, such a thing: a formulation is a
/// professional's.
pub(super) fn may_add(sort: PlanSort, right: Right, holding: &Holding) -> bool {
    right != Right::Reads && in_plan(sort).is_of(holding.hand(i64::MAX))
}

/// What stands around the goals: a row for each sort.
fn row(of: &Of, right: Right, seen: Seen<'_>) -> SummaryRow {
    let Seen { holding, plan, view } = seen;
    let words = view.words;
    let all = plan.of_sort(of.sort);
    let many = words.get(of.many);
    let mut row = SummaryRow::new(many.clone(), String::new());
    row.value = all
        .iter()
        .rev()
        .take(NAMED)
        .map(|entry| line(words, &holding.record, &entry.value))
        .collect();
    if of.sort == PlanSort::OtherPlan {
        row.value.extend(others::names(view, holding).into_iter().take(NAMED));
    }
    let nothing = row.value.is_empty();
    if nothing {
        row.value.push(say!(words, "plan-nothing"));
        if !may_add(of.sort, right, holding) {
            return row;
        }
    }
    let label = if nothing { say!(words, "plan-add") } else { say!(words, "plan-open") };
    let list = Place::Plan(Screen::List(of.sort.code(), 0));
    let spoken = format!("{label}: {many}");
    row.action(Link::to(label, list).spoken(spoken))
}

/// Cards of what is in the plan.
pub(super) fn cards<'a>(all: impl Iterator<Item = &'a Entry<PlanItem>>, seen: Seen<'_>) -> Block {
    let cards = all.map(|entry| card(entry, seen)).collect();
    Block::Cards(Cards { layout: CardLayout::Column, cards })
}

fn card(entry: &Entry<PlanItem>, seen: Seen<'_>) -> Card {
    let Seen { holding, plan, view } = seen;
    let (words, record) = (view.words, &holding.record);
    let item = &entry.value;
    let mut card = Card::new(line(words, record, item)).opens(Place::Plan(Screen::One(entry.id)));
    let labelled = |part: Part| {
        let text = said(words, record, item, part)?;
        Some(format!("{}: {text}", sorts::label(words, part)))
    };
    match item.sort {
        PlanSort::Goal => {
            card.lines.extend(labelled(Part::Importance));
            let steps = plan.children(entry.id);
            let open = steps.iter().filter(|step| {
                !matches!(step.value.status, Some(PlanStatus::Done | PlanStatus::Dropped))
            });
            card.lines.extend(open.take(STEPS).map(|step| {
                let step = beginning(line(words, record, &step.value), A_LINE);
                say!(words, "plan-step-line", step = step)
            }));
        }
        PlanSort::Action => {
            card.lines.extend(said(words, record, item, Part::Who));
            card.lines.extend(labelled(Part::On));
        }
        PlanSort::Review => card.lines.extend(said(words, record, item, Part::Who)),
        _ => {
            let parts = [Part::Who, Part::Place, Part::On];
            card.lines.extend(parts.into_iter().filter_map(|part| said(words, record, item, part)));
        }
    }
    let changed = || {
        let agreed = plan.agreement()?;
        let kept = matches!(item.sort, PlanSort::Agreement | PlanSort::Review);
        (!kept && entry.last.recorded > agreed.created.recorded)
            .then(|| Tag::new(say!(words, "plan-changed-tag"), Tone::Amber))
    };
    card.tag = entry::differs(words, entry)
        .or_else(|| stranger(entry, holding, view))
        .or_else(|| sorts::status_tag(words, item))
        .or_else(changed);
    card
}

/// The word on what somebody wrote into the plan who does not decide about it: no
/// app of this project does so.
pub(super) fn stranger(entry: &Entry<PlanItem>, holding: &Holding, view: View<'_>) -> Option<Tag> {
    let persons = super::rights::by_decider(holding, entry.last.id.writer);
    (!persons).then(|| Tag::new(say!(view.words, "plan-stranger"), Tone::Amber))
}
