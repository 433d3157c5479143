//! Where something falls that was written down, and what the plan then says: its
//! own words and whom to call first, then the help that is there for everybody.
//! Nothing is added to the plan's words, and nothing is waited for.

use record::judge::TrackerKey;
use record::kinds::{ActionPlan, Reading, Symptom, Tracker};
use record::state::Entry;
use record::{EntryId, Scope};

use super::judge::{self, Falls, Part, Plans, Taken};
use super::wording::{call_of, call_text, plan_name, tag, versions};
use super::{Screen, nothing};
use crate::app::Cmd;
use crate::entry::{self, gone};
use crate::help;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::Screen as Place;
use crate::saving::{Act, Go};
use crate::screen::{
    Block, Button, Card, CardLayout, Cards, CareCard, Icon, Page, SummaryList, SummaryRow, Urgency,
};
use crate::words::{Words, say};
use crate::{contingency, track, when};

/// Where a reading or a symptom falls.
pub(super) fn falls(view: View<'_>, holding: &Holding, plans: &Plans, id: EntryId) -> Vec<Falls> {
    if id.scope != Scope::Health || plans.plans.is_empty() {
        return Vec::new();
    }
    if let Some(symptom) = holding.record.get::<Symptom>(id) {
        return judge::symptom(view, holding, plans, &symptom.value);
    }
    let Some(reading) = holding.record.get::<Reading>(id) else { return Vec::new() };
    let tracker = track::tracker_of_reading(&holding.record, &reading.value);
    let Some(tracker) = tracker else { return Vec::new() };
    judge::reading(view, holding, plans, &tracker.value, &Taken::of(&reading))
}

/// "Peak flow 250 L/min".
pub(super) fn reading_text(words: &Words, tracker: &Tracker, reading: &Reading) -> String {
    let name = track::tracker_name(words, tracker);
    format!("{name} {}", track::value_text(words, tracker, reading))
}

/// What was written down, in a line, and when.
fn said(words: &Words, view: View<'_>, holding: &Holding, id: EntryId) -> Option<(String, String)> {
    let record = &holding.record;
    let (text, happened) = if let Some(symptom) = record.get::<Symptom>(id) {
        (track::symptom_text(words, &symptom.value), symptom.happened)
    } else {
        let reading = record.get::<Reading>(id)?;
        let tracker = track::tracker_of_reading(record, &reading.value)?.value;
        (reading_text(words, &tracker, &reading.value), reading.happened)
    };
    Some((text, when::near(words, &happened, view.today())))
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some((text, when)) = said(words, view, holding, id) else { return gone(view) };
    let plans = judge::plans(&holding.record, view);
    let falls = falls(view, holding, &plans, id);
    let mut blocks = cards(view, &plans, &falls);
    let worst = falls.iter().map(|falls| falls.part).max();
    blocks.push(Block::heading(say!(words, "plans-written")));
    let mut rows = vec![SummaryRow::new(text.clone(), when)];
    rows.extend(super::entry_rows(view, holding, id));
    blocks.push(Block::SummaryList(SummaryList { rows }));
    let unclear = falls
        .iter()
        .any(|one| falls.iter().any(|other| other.plan == one.plan && other.part != one.part));
    if unclear {
        blocks.push(Block::small(say!(words, "plans-several")));
    }
    if lacks_occasion(&plans, holding, id) {
        blocks.push(Block::small(say!(words, "plans-no-occasion")));
    }
    blocks.push(Block::small(say!(words, "plans-own-numbers")));
    let whole = Place::Entry(entry::Screen::Whole(id));
    let mut buttons = vec![Button::secondary(say!(words, "plans-open-entry"), whole)];
    for plan in plans.plans.iter().enumerate().filter(|(at, _)| falls.iter().any(|f| f.plan == *at))
    {
        let name = plan_name(words, &plan.1.value);
        let open = Place::Plans(Screen::One(plan.1.id));
        buttons.push(Button::quiet(say!(words, "plans-open", plan = name), open));
    }
    if worst > Some(Part::Green) {
        buttons.extend(contingency::buttons(view, holding));
    }
    if worst != Some(Part::Red) {
        buttons.push(crate::opening::help_button(words));
    }
    blocks.push(Block::buttons(buttons));
    Page {
        name: "plans.now".into(),
        title: match worst {
            Some(Part::Red) => say!(words, "plans-title-red", what = text),
            Some(Part::Amber) => say!(words, "plans-title-amber", what = text),
            _ => text,
        },
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

fn lacks_occasion(plans: &Plans, holding: &Holding, id: EntryId) -> bool {
    let reading = holding.record.get::<Reading>(id).map(|entry| entry.value);
    let tracker = |reading: &Reading| track::tracker_of_reading(&holding.record, reading);
    let key = |reading: &Reading| Some(TrackerKey::of(&tracker(reading)?.value));
    reading.is_some_and(|it| key(&it).is_some_and(|key| plans.lacks_occasion(&key, &it)))
}

/// For each plan its words for the worst part in which something falls; in red the
/// help that is there for everybody as well.
pub(super) fn cards(view: View<'_>, plans: &Plans, falls: &[Falls]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut of_plans: Vec<(Part, &Entry<ActionPlan>)> = Vec::new();
    for (at, plan) in plans.plans.iter().enumerate() {
        let parts = falls.iter().filter(|falls| falls.plan == at).map(|falls| falls.part);
        of_plans.extend(parts.max().map(|part| (part, plan)));
    }
    record::sort::by_key(&mut of_plans, |(part, _)| std::cmp::Reverse(*part as u8));
    for (part, plan) in &of_plans {
        blocks.push(card(view, plan, *part));
    }
    if of_plans.iter().any(|(part, _)| *part == Part::Red) {
        blocks.extend(help::cards(view.words));
    }
    blocks
}

/// The plan's own words for a part, and whom it says to call.
fn card(view: View<'_>, plan: &Entry<ActionPlan>, part: Part) -> Block {
    let words = view.words;
    let name = plan_name(words, &plan.value);
    let action = versions(plan, |plan| plan.parts()[part as usize].action.clone());
    let said: Vec<String> = action.into_iter().flatten().collect();
    // What is not the plan's own stands apart from its words.
    let mut notes = Vec::new();
    if said.is_empty() {
        notes.push(say!(words, "plans-says-nothing"));
    } else if said.len() > 1 {
        notes.push(say!(words, "plans-two-words"));
    }
    let mut actions = Vec::new();
    // In red those to call when things get worse are there as well.
    for part in Part::ALL.into_iter().rev().filter(|one| *one <= part) {
        for call in calls(plan, part) {
            let (who, number) = call_of(&call);
            match number {
                Some(number) => {
                    let label = say!(words, "plans-call", who = call_text(&call));
                    let button = help::call(label, number);
                    if !actions.contains(&button) {
                        actions.push(button);
                    }
                }
                None if !who.is_empty() => notes.push(say!(words, "plans-call", who = who)),
                None => {}
            }
        }
    }
    let title = say!(words, "plans-zone", part = tag(words, part).text, plan = name);
    if part == Part::Red {
        let urgency = Urgency::Emergency;
        let lines = said.iter().flat_map(|text| text.lines()).map(str::to_owned);
        let text = lines.chain(notes).collect();
        return Block::CareCard(CareCard { urgency, title, text, items: Vec::new(), actions });
    }
    let mut card = Card::new(title).icon(Icon::Plan);
    card.tag = Some(tag(words, part));
    card.quote = Some(said.join("\n")).filter(|said| !said.is_empty());
    card.lines = notes;
    card.buttons = actions;
    Block::Cards(Cards { layout: CardLayout::Column, cards: vec![card] })
}

fn calls(plan: &Entry<ActionPlan>, part: Part) -> Vec<String> {
    versions(plan, |plan| plan.parts()[part as usize].call.clone()).into_iter().flatten().collect()
}

/// Writes a sign of the plan down as a symptom, and shows what the plan says of it.
pub(super) fn have(sign: String, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding().filter(|holding| holding.may_write(Scope::Health)) else {
        return nothing();
    };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    let id = act.create(&Symptom { what: sign, severity: None, note: None }, now);
    act.save(cx, Go::To(Place::Plans(Screen::Now(id))), None)
}
