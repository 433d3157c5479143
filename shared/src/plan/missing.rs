//! What is still missing from a personalised care and support plan: the five
//! criteria by which NHS England counts one, as West Yorkshire Health and Care
//! Partnership prints them (personal health budgets): the person is central and
//! chooses who is involved; a proactive conversation about what matters; agreed
//! outcomes; one shareable plan that records what matters, the outcomes and how;
//! and a plan that can be reviewed, formally and informally.
//!
//! Said in words, one by one. There is no count and no score.

use jiff::civil::Date;
use record::Scope;
use record::kinds::{PlanItem, PlanSort, PlanStatus};
use record::state::Entry;

use super::Screen;
use super::gathered::Gathered;
use super::rights::sees;
use crate::about_me::{self, Item};
use crate::entry::gone;
use crate::holding::{Holding, RecordSide};
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Page, Tag, Task, TaskList, Tone};
use crate::words::{Words, say};

/// One criterion: its words, what is missing, and where that is written.
pub(super) struct Criterion {
    pub(super) name: &'static str,
    pub(super) missing: Option<(&'static str, Place)>,
}

fn list(sort: PlanSort) -> Place {
    Place::Plan(Screen::List(sort.code(), 0))
}

/// The five, each with the first thing that is missing.
pub(super) fn criteria(holding: &Holding, plan: &Gathered, today: Date) -> [Criterion; 5] {
    let has = |sort: PlanSort| plan.items.iter().any(|entry| entry.value.sort == sort);
    let lacks = |sort: PlanSort, words: &'static str| (!has(sort)).then(|| (words, list(sort)));
    let goals = plan.of_sort(PlanSort::Goal);
    let sees_about =
        holding.about.side == RecordSide::Person || holding.about.scopes.has(Scope::About);
    // What is not shared with this device is not said to be missing.
    let matters = !sees_about || !about_me::said(&holding.record, Item::Important).is_empty();
    let matters =
        (!matters).then_some(("plan-lacks-matters", Place::AboutMe(about_me::Screen::All)));
    // What is reached, or no longer wanted, needs no step.
    let over = |goal: &Entry<PlanItem>| {
        matches!(goal.value.status, Some(PlanStatus::Done | PlanStatus::Dropped))
    };
    let mut going = goals.iter().filter(|goal| !over(goal));
    let step = going.find(|goal| plan.children(goal.id).is_empty());
    let step = step.map(|goal| ("plan-lacks-step", Place::Plan(Screen::One(goal.id))));
    let again =
        (!plan.since_agreed().is_empty()).then(|| ("plan-lacks-again", list(PlanSort::Agreement)));
    let reviews = plan.of_sort(PlanSort::Review);
    let mut due = reviews.iter().filter(|entry| entry.value.done.is_none());
    let due = match due.clone().max_by_key(|entry| entry.value.on) {
        None => Some(("plan-lacks-review", list(PlanSort::Review))),
        Some(_) if due.any(|entry| entry.value.on >= Some(today)) => None,
        Some(last) => Some(("plan-lacks-review-passed", Place::Plan(Screen::One(last.id)))),
    };
    [
        Criterion {
            name: "plan-criterion-central",
            missing: lacks(PlanSort::Involved, "plan-lacks-involved"),
        },
        Criterion {
            name: "plan-criterion-talk",
            missing: lacks(PlanSort::Conversation, "plan-lacks-talk"),
        },
        Criterion {
            name: "plan-criterion-agreed",
            missing: lacks(PlanSort::Goal, "plan-lacks-goal")
                .or_else(|| lacks(PlanSort::Agreement, "plan-lacks-agreement"))
                .or(again),
        },
        Criterion {
            name: "plan-criterion-records",
            missing: matters.or_else(|| lacks(PlanSort::Goal, "plan-lacks-goal")).or(step),
        },
        Criterion { name: "plan-criterion-review", missing: due },
    ]
}

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let holding = view.open.holding().filter(|holding| sees(holding));
    let Some(holding) = holding else { return gone(view) };
    let plan = Gathered::of(holding);
    let criteria = criteria(holding, &plan, view.today());
    let items = criteria.into_iter().map(|criterion| task(criterion, words));
    Page {
        name: "plan.missing".into(),
        title: say!(words, "plan-missing"),
        caption: view.owner(),
        blocks: vec![
            Block::paragraph(say!(words, "plan-missing-text")),
            Block::TaskList(TaskList { items: items.collect() }),
            Block::small(say!(words, "plan-missing-source")),
        ],
        ..Page::default()
    }
}

fn task(criterion: Criterion, words: &Words) -> Task {
    let (hint, status, action) = match criterion.missing {
        None => (None, Tag::new(say!(words, "plan-there"), Tone::Green), None),
        Some((missing, place)) => (
            Some(words.get(missing)),
            Tag::new(say!(words, "plan-still-missing"), Tone::Neutral),
            Some(place.into()),
        ),
    };
    Task { title: words.get(criterion.name), hint, status, action }
}
