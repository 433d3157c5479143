//! What can be said of a decision, and of its options: one row a sort, from which
//! its form, its section and its sheet are made.

use record::kinds::PartOf;
use record::rights::part_of_decision;

use crate::holding::Holding;

/// A sort of thing to say. Words by their ids; an empty one is not asked.
pub(super) struct Sort {
    pub(super) of: PartOf,
    /// Its heading.
    pub(super) title: &'static str,
    /// The question.
    pub(super) ask: &'static str,
    pub(super) hint: &'static str,
    /// The question for more.
    pub(super) more: &'static str,
    /// The question for where it is to be found.
    pub(super) link: &'static str,
    /// The question for a day.
    pub(super) day: &'static str,
}

const NONE: Sort =
    Sort { of: PartOf::Question, title: "", ask: "", hint: "", more: "", link: "", day: "" };

/// All of them, in the order of the page.
pub(super) static SORTS: &[Sort] = &[
    Sort { of: PartOf::Matters, title: "today-matters", ask: "deciding-matters-ask", ..NONE },
    Sort {
        of: PartOf::Option,
        title: "deciding-option",
        ask: "deciding-option-ask",
        hint: "deciding-option-hint",
        more: "deciding-fits",
        ..NONE
    },
    Sort {
        of: PartOf::Nothing,
        title: "deciding-nothing",
        ask: "deciding-nothing-ask",
        hint: "deciding-nothing-hint",
        more: "deciding-fits",
        ..NONE
    },
    Sort {
        of: PartOf::Benefit,
        title: "deciding-benefit",
        ask: "deciding-benefit-ask",
        hint: "deciding-benefit-hint",
        ..NONE
    },
    Sort {
        of: PartOf::Risk,
        title: "deciding-risk",
        ask: "deciding-risk-ask",
        hint: "deciding-risk-hint",
        ..NONE
    },
    Sort {
        of: PartOf::Question,
        title: "deciding-questions",
        ask: "deciding-question-ask",
        more: "deciding-answer",
        ..NONE
    },
    Sort {
        of: PartOf::Person,
        title: "deciding-people",
        ask: "deciding-person-ask",
        more: "deciding-person-more",
        ..NONE
    },
    Sort { of: PartOf::MyAgenda, title: "deciding-agenda", ask: "deciding-agenda-ask", ..NONE },
    Sort {
        of: PartOf::TeamAgenda,
        title: "deciding-agenda-team",
        ask: "deciding-agenda-team-ask",
        ..NONE
    },
    Sort {
        of: PartOf::Given,
        title: "deciding-given",
        ask: "deciding-given-ask",
        link: "deciding-where",
        ..NONE
    },
    Sort {
        of: PartOf::Tool,
        title: "deciding-tool",
        ask: "deciding-tool-ask",
        hint: "deciding-tool-hint",
        more: "deciding-tool-more",
        link: "deciding-where",
        ..NONE
    },
    Sort {
        of: PartOf::Talk,
        title: "deciding-talks",
        ask: "deciding-talk-ask",
        hint: "deciding-talk-hint",
        more: "deciding-talk-more",
        day: "deciding-when",
        ..NONE
    },
    Sort {
        of: PartOf::Recording,
        title: "deciding-recording",
        ask: "deciding-recording-ask",
        hint: "deciding-recording-hint",
        more: "deciding-recording-more",
        day: "deciding-when",
        ..NONE
    },
    Sort {
        of: PartOf::MyAction,
        title: "deciding-mine",
        ask: "deciding-action-ask",
        day: "deciding-by-when",
        ..NONE
    },
    Sort {
        of: PartOf::TeamAction,
        title: "deciding-theirs",
        ask: "deciding-action-ask",
        more: "deciding-action-who",
        day: "deciding-by-when",
        ..NONE
    },
    Sort {
        of: PartOf::Withheld,
        title: "deciding-withheld",
        ask: "deciding-withheld-ask",
        hint: "deciding-withheld-hint",
        more: "deciding-withheld-more",
        ..NONE
    },
    Sort {
        of: PartOf::Delayed,
        title: "deciding-delayed",
        ask: "deciding-delayed-ask",
        hint: "deciding-withheld-hint",
        more: "deciding-delayed-more",
        day: "deciding-when",
        ..NONE
    },
];

/// That of something said; none for one of a newer app.
pub(super) fn of(part: PartOf) -> Option<&'static Sort> {
    SORTS.iter().find(|sort| sort.of == part)
}

impl Sort {
    /// Whether it is an option.
    pub(super) fn is_option(&self) -> bool {
        matches!(self.of, PartOf::Option | PartOf::Nothing)
    }

    /// Whether it is said of an option.
    pub(super) fn is_of_option(&self) -> bool {
        matches!(self.of, PartOf::Benefit | PartOf::Risk)
    }

    /// Whether this side may say it here.
    pub(super) fn may(&self, holding: &Holding) -> bool {
        holding.may_say(part_of_decision(self.of), record::Scope::Decisions, i64::MAX)
    }
}
