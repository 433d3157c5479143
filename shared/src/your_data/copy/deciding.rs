//! The sheets of decisions and referrals: what each is about, what was said, and
//! what was done.

use record::kinds::{Decision, DecisionPart, DecisionStep, Referral, ReferralPart};

use super::sheets::{Making, Sheet};
use crate::words::say;
use crate::{choice, deciding};

impl Making<'_> {
    pub(super) fn decisions(&self) -> Sheet {
        let words = self.words;
        let cells = |decision: &Decision| {
            let complete = if decision.complete == Some(true) {
                say!(words, "deciding-complete")
            } else {
                String::new()
            };
            vec![decision.about.clone(), decision.problem.clone().unwrap_or_default(), complete]
        };
        self.sheet::<Decision>(
            "decisions.csv",
            say!(words, "deciding-title"),
            vec![
                say!(words, "deciding-about"),
                say!(words, "deciding-problem"),
                say!(words, "deciding-options"),
            ],
            |entry| vec![cells(&entry.value)],
            |decision| cells(decision).join(", "),
        )
    }

    pub(super) fn decision_parts(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        self.sheet::<DecisionPart>(
            "decision-parts.csv",
            say!(words, "deciding-said"),
            [
                "deciding-of",
                "copy-what",
                "copy-words",
                "copy-more",
                "deciding-where",
                "deciding-of-them",
                "deciding-source",
                "deciding-when",
            ]
            .iter()
            .map(|id| words.get(id))
            .collect(),
            |entry| vec![deciding::part_cells(words, &entry.value, record)],
            |part| deciding::part_cells(words, part, record).join(", "),
        )
    }

    pub(super) fn decision_steps(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        self.sheet::<DecisionStep>(
            "decision-steps.csv",
            say!(words, "deciding-so-far"),
            ["deciding-of", "copy-what", "copy-words"].iter().map(|id| words.get(id)).collect(),
            |entry| vec![deciding::step_cells(words, &entry.value, record)],
            |step| deciding::step_cells(words, step, record).join(", "),
        )
    }

    pub(super) fn referrals(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        self.sheet::<Referral>(
            "referrals.csv",
            say!(words, "choice-title"),
            [
                "choice-for",
                "choice-service",
                "deciding-problem",
                "choice-by",
                "choice-referred",
                "choice-clock",
                "choice-over",
                "choice-chosen",
                "choice-because",
            ]
            .iter()
            .map(|id| words.get(id))
            .collect(),
            |entry| vec![choice::referral_cells(words, &entry.value, record)],
            |referral| choice::referral_cells(words, referral, record).join(", "),
        )
    }

    pub(super) fn referral_parts(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        self.sheet::<ReferralPart>(
            "referral-parts.csv",
            say!(words, "choice-providers"),
            [
                "choice-service",
                "copy-what",
                "copy-words",
                "choice-distance",
                "choice-wait",
                "choice-others-say",
                "choice-source",
                "choice-from",
                "choice-until",
            ]
            .iter()
            .map(|id| words.get(id))
            .collect(),
            |entry| vec![choice::part_cells(words, &entry.value, record)],
            |part| choice::part_cells(words, part, record).join(", "),
        )
    }
}
