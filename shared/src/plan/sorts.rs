//! What there is in a plan, and what is asked of each: one table, after PRSB's
//! personalised care and support plan (2.0).

use record::kinds::{PlanItem, PlanSort, PlanStatus};

use super::part::Part;
use crate::screen::{Tag, Tone};
use crate::words::Words;

/// What is asked of something.
pub(super) struct Ask {
    pub(super) part: Part,
    /// The question, which heads the answer too.
    pub(super) label: &'static str,
    /// Help with it; empty for none.
    pub(super) hint: &'static str,
    /// What is said where it is left empty; empty where it may be.
    pub(super) none: &'static str,
}

/// One sort.
pub(super) struct Of {
    pub(super) sort: PlanSort,
    /// One of them.
    pub(super) name: &'static str,
    /// All of them.
    pub(super) many: &'static str,
    /// The button for one more.
    pub(super) add: &'static str,
    /// What it is for.
    pub(super) text: &'static str,
    pub(super) asks: &'static [Ask],
}

const fn ask(part: Part, label: &'static str, hint: &'static str, none: &'static str) -> Ask {
    Ask { part, label, hint, none }
}

/// All of them, in the order of the page.
pub(super) const SORTS: [Of; 12] = [
    Of {
        sort: PlanSort::Strength,
        name: "plan-strength",
        many: "plan-strengths",
        add: "plan-strength-add",
        text: "plan-strength-text",
        asks: &[ask(Part::Text, "plan-strength", "plan-strength-hint", "plan-text-none")],
    },
    Of {
        sort: PlanSort::Need,
        name: "plan-need",
        many: "plan-needs",
        add: "plan-need-add",
        text: "plan-need-text",
        asks: &[ask(Part::Text, "plan-need", "plan-need-hint", "plan-text-none")],
    },
    Of {
        sort: PlanSort::Goal,
        name: "plan-goal",
        many: "plan-goals",
        add: "plan-goal-add",
        text: "plan-goal-text",
        asks: &[
            ask(Part::Text, "plan-goal", "plan-goal-hint", "plan-text-none"),
            ask(Part::Who, "plan-goal-who", "plan-goal-who-hint", "plan-goal-who-none"),
            ask(Part::Importance, "plan-importance", "", ""),
            ask(Part::Why, "plan-why", "", ""),
            ask(Part::Measure, "plan-measure", "plan-measure-hint", ""),
            ask(Part::Of, "plan-goal-of", "", ""),
            ask(Part::Status, "plan-status", "", ""),
            ask(Part::Outcome, "plan-outcome", "plan-outcome-hint", ""),
        ],
    },
    Of {
        sort: PlanSort::Action,
        name: "plan-action",
        many: "plan-actions",
        add: "plan-action-add",
        text: "plan-action-text",
        asks: &[
            ask(Part::Text, "plan-action-what", "plan-action-hint", "plan-text-none"),
            ask(Part::Of, "plan-action-of", "", "plan-action-of-none"),
            ask(Part::Who, "plan-action-who", "plan-action-who-hint", "plan-action-who-none"),
            ask(Part::On, "plan-action-on", "", ""),
            ask(Part::Confidence, "plan-confidence", "plan-confidence-hint", ""),
            ask(Part::Barrier, "plan-barrier", "", ""),
            ask(Part::Strategy, "plan-strategy", "", ""),
            ask(Part::Status, "plan-status", "", ""),
            ask(Part::Review, "plan-action-review", "", ""),
        ],
    },
    Of {
        sort: PlanSort::Involved,
        name: "plan-involved-one",
        many: "plan-involved",
        add: "plan-involved-add",
        text: "plan-involved-text",
        asks: &[
            ask(Part::Text, "plan-name", "", "plan-name-none"),
            ask(Part::Who, "plan-relation", "plan-relation-hint", ""),
            ask(Part::Place, "plan-reach", "", ""),
        ],
    },
    Of {
        sort: PlanSort::Conversation,
        name: "plan-talk",
        many: "plan-talks",
        add: "plan-talk-add",
        text: "plan-talk-text",
        asks: &[
            ask(Part::Text, "plan-talk-what", "", "plan-text-none"),
            ask(Part::Who, "plan-talk-who", "", "plan-talk-who-none"),
            ask(Part::On, "plan-talk-on", "", "plan-talk-on-none"),
        ],
    },
    Of {
        sort: PlanSort::KeyWorker,
        name: "plan-key",
        many: "plan-key",
        add: "plan-key-add",
        text: "plan-key-text",
        asks: &[
            ask(Part::Text, "plan-name", "", "plan-name-none"),
            ask(Part::Who, "plan-role", "plan-role-hint", ""),
            ask(Part::Place, "plan-reach", "", ""),
        ],
    },
    Of {
        sort: PlanSort::Funding,
        name: "plan-funding",
        many: "plan-funding",
        add: "plan-funding-add",
        text: "plan-funding-text",
        asks: &[ask(Part::Text, "plan-funding", "plan-funding-hint", "plan-text-none")],
    },
    Of {
        sort: PlanSort::OtherPlan,
        name: "plan-other",
        many: "plan-others",
        add: "plan-other-add",
        text: "plan-other-text",
        asks: &[
            ask(Part::Text, "plan-other-name", "plan-other-hint", "plan-name-none"),
            ask(Part::Place, "plan-other-place", "", ""),
            ask(Part::Who, "plan-other-who", "", ""),
            ask(Part::Why, "plan-other-says", "", ""),
            ask(Part::Review, "plan-other-review", "", ""),
        ],
    },
    Of {
        sort: PlanSort::Formulation,
        name: "plan-formulation",
        many: "plan-formulation",
        add: "plan-formulation-add",
        text: "plan-formulation-text",
        asks: &[
            ask(Part::Text, "plan-formulation", "", "plan-text-none"),
            ask(Part::Who, "plan-formulation-who", "", "plan-who-none"),
            ask(Part::On, "plan-formulation-on", "", ""),
        ],
    },
    Of {
        sort: PlanSort::Agreement,
        name: "plan-agreement",
        many: "plan-agreements",
        add: "plan-agreement-add",
        text: "plan-agreement-text",
        asks: &[
            ask(Part::Text, "plan-agreed-mine", "plan-agreed-mine-hint", "plan-agreed-one"),
            ask(Part::On, "plan-agreed-on", "", "plan-agreed-on-none"),
            ask(Part::Who, "plan-agreed-other", "plan-agreed-other-hint", "plan-agreed-one"),
            ask(Part::Done, "plan-agreed-other-on", "", "plan-agreed-on-none"),
        ],
    },
    Of {
        sort: PlanSort::Review,
        name: "plan-review",
        many: "plan-reviews",
        add: "plan-review-add",
        text: "plan-review-text",
        asks: &[
            ask(Part::On, "plan-review-due", "", "plan-review-due-none"),
            ask(Part::Who, "plan-review-who", "plan-review-who-hint", "plan-review-who-none"),
            ask(Part::Place, "plan-reach", "", ""),
            ask(Part::Done, "plan-review-held", "plan-review-held-hint", ""),
            ask(Part::Outcome, "plan-review-outcome", "", ""),
        ],
    },
];

/// What is known of a sort; one that a newer app has is not asked about here.
pub(super) fn of(sort: PlanSort) -> Option<&'static Of> {
    SORTS.iter().find(|of| of.sort == sort)
}

/// One of a sort.
pub(crate) fn name(words: &Words, sort: PlanSort) -> String {
    words.get(of(sort).map_or("plan-something", |of| of.name))
}

/// The name of a field, whatever it is of.
pub(crate) fn label(words: &Words, part: Part) -> String {
    let mut asks = SORTS.iter().flat_map(|of| of.asks);
    asks.find(|ask| ask.part == part).map(|ask| words.get(ask.label)).unwrap_or_default()
}

/// How far something is.
pub(super) fn status_text(words: &Words, sort: PlanSort, status: PlanStatus) -> String {
    words.get(match status {
        PlanStatus::NotBegun => "plan-not-begun",
        PlanStatus::UnderWay => "plan-under-way",
        PlanStatus::Paused => "plan-paused",
        PlanStatus::Done if sort == PlanSort::Goal => "plan-reached",
        PlanStatus::Done => "plan-done",
        PlanStatus::Dropped => "plan-dropped",
        PlanStatus::Unknown(_) => "plan-something",
    })
}

/// The same as a word with its colour. Nothing here is red: a step that did not
/// work is no fault.
pub(super) fn status_tag(words: &Words, item: &PlanItem) -> Option<Tag> {
    let status = item.status?;
    let tone = match status {
        PlanStatus::Done => Tone::Green,
        PlanStatus::UnderWay => Tone::Brand,
        _ => Tone::Neutral,
    };
    Some(Tag::new(status_text(words, item.sort, status), tone))
}

/// What parent something has: a goal its need, a step its goal.
pub(super) fn parent(sort: PlanSort) -> Option<PlanSort> {
    match sort {
        PlanSort::Goal => Some(PlanSort::Need),
        PlanSort::Action => Some(PlanSort::Goal),
        _ => None,
    }
}
