//! The care and support plan: what is in it, and what is proposed for it.

use jiff::civil::Date;

use super::{FieldSet, Proposes, Ref, codes, kind};

codes! {
    /// What something in a plan is. Names and order as in PRSB's personalised care
    /// and support plan (2.0), where it has them.
    PlanSort {
        /// A strength.
        1 Strength,
        /// A need, concern or problem.
        2 Need,
        /// A goal or hope, of a need where it names one.
        3 Goal,
        /// An action or activity: a step of a goal.
        4 Action,
        /// Somebody whom the person wants to take part.
        5 Involved,
        /// A conversation about what matters.
        6 Conversation,
        /// The professional contact who is the key worker.
        7 KeyWorker,
        /// The care funding source.
        8 Funding,
        /// Another plan, or an additional support plan: its name and where it is.
        9 OtherPlan,
        /// A professional's formulation.
        10 Formulation,
        /// Agreed with the person or their legitimate representative.
        11 Agreement,
        /// A review, due or held.
        12 Review,
    }
}

codes! {
    /// How far a goal or a step is.
    PlanStatus {
        /// Not begun.
        1 NotBegun,
        /// Under way.
        2 UnderWay,
        /// Paused.
        3 Paused,
        /// Done; a goal is reached.
        4 Done,
        /// No longer wanted.
        5 Dropped,
    }
}

kind! {
    /// Something in the plan, or proposed for it. Which fields it has follows from
    /// what it is; text is in the writer's own words.
    ///
    /// A proposal is an entry of its own, so that it changes nothing. What became of
    /// it is a [`PlanNote`](super::PlanNote).
    PlanItem = 50 in Plan as "plan_item" {
        /// What it is.
        1 sort: PlanSort => Fixed,
        /// It is a proposal, and no part of the plan.
        2 proposed: Option<bool> => Fixed,
        /// What the proposal would change; none where it would add something.
        3 instead: Option<Ref> => Fixed,
        /// Of a goal: the need. Of a step: the goal.
        4 of: Option<Ref> => All,
        /// What it says, or somebody's or something's name.
        5 text: Option<String> => All,
        /// Why it matters; of another plan: what it says.
        6 why: Option<String> => All,
        /// How the person will know that a goal is reached.
        7 measure: Option<String> => All,
        /// How much a goal matters, 1 to 10.
        8 importance: Option<u64> => All,
        /// Who does it, holds it, is responsible, or agreed for the other side, with
        /// their role.
        9 who: Option<String> => All,
        /// By when; when it is due; when it was agreed or talked about.
        10 on: Option<Date> => All,
        /// How confident the person is of a step, 0 to 10.
        11 confidence: Option<u64> => All,
        /// What might get in the way.
        12 barrier: Option<String> => All,
        /// What is done then.
        13 strategy: Option<String> => All,
        /// How far it is.
        14 status: Option<PlanStatus> => All,
        /// What came of it.
        15 outcome: Option<String> => All,
        /// When a step is looked at again.
        16 review: Option<Date> => All,
        /// Where something is, or how somebody is reached.
        17 place: Option<String> => All,
        /// When a review was held, or the other side agreed.
        18 done: Option<Date> => All,
        /// Why it is proposed.
        19 reason: Option<String> => Fixed,
        /// The fields that a proposed change is about. The others are as they stood, for
        /// an app that knows of no set, and say nothing.
        20 about: Option<FieldSet> => Fixed,
        /// The proposal would take out what it names.
        21 takes_out: Option<bool> => Fixed,
    }
}

impl PlanItem {
    /// With nothing in it.
    #[must_use]
    pub fn new(sort: PlanSort) -> Self {
        Self {
            sort,
            proposed: None,
            instead: None,
            of: None,
            text: None,
            why: None,
            measure: None,
            importance: None,
            who: None,
            on: None,
            confidence: None,
            barrier: None,
            strategy: None,
            status: None,
            outcome: None,
            review: None,
            place: None,
            done: None,
            reason: None,
            about: None,
            takes_out: None,
        }
    }

    /// Whether it is a proposal.
    #[must_use]
    pub fn is_proposal(&self) -> bool {
        self.proposed == Some(true)
    }

    /// What it would do, where it is a proposal.
    #[must_use]
    pub fn proposes(&self) -> Option<Proposes> {
        self.is_proposal().then(|| Proposes::by(self.instead, self.about, self.takes_out))
    }
}
