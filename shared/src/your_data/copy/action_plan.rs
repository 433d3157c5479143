//! The sheets of action plans: what each says of its parts, and its numbers.

use record::kinds::{ActionPlan, Condition, Threshold};

use super::sheets::{Making, Sheet};
use crate::action_plan;
use crate::words::say;

impl Making<'_> {
    pub(super) fn plans(&self) -> Sheet {
        let words = self.words;
        let mut columns = vec![
            say!(words, "plans-sheet-plan"),
            say!(words, "plans-for"),
            say!(words, "plans-who-name"),
            say!(words, "plans-set-when"),
        ];
        for part in ["plans-green", "plans-amber", "plans-red"] {
            for what in ["plans-signs", "plans-do", "plans-whom"] {
                columns.push(format!("{}: {}", words.get(part), words.get(what)));
            }
        }
        columns.push(say!(words, "plans-ended-on"));
        let cells = |plan: &ActionPlan| {
            let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
            let for_what = action_plan::condition_text(words, plan.condition);
            let mut cells = vec![
                action_plan::plan_name(words, plan),
                if plan.condition == Condition::Own { String::new() } else { for_what },
                plan.set_by.clone().unwrap_or_default(),
                day(plan.set_on).unwrap_or_default(),
            ];
            for part in plan.parts() {
                for text in [part.signs, part.action, part.call] {
                    cells.push(text.clone().unwrap_or_default());
                }
            }
            cells.push(day(plan.ended).unwrap_or_default());
            cells
        };
        self.sheet::<ActionPlan>(
            "action-plans.csv",
            say!(words, "plans-title"),
            columns,
            |entry| vec![cells(&entry.value)],
            |plan| {
                let said = cells(plan).into_iter().filter(|cell| !cell.is_empty());
                said.collect::<Vec<_>>().join(", ")
            },
        )
    }

    pub(super) fn thresholds(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        let text = |threshold: &Threshold| {
            let by = &threshold.limits.set_by;
            [action_plan::limits_text(words, threshold), by.clone()].join(" ")
        };
        self.sheet::<Threshold>(
            "action-plan-numbers.csv",
            say!(words, "plans-numbers"),
            vec![
                say!(words, "plans-sheet-plan"),
                say!(words, "plans-sheet-what"),
                say!(words, "plans-numbers"),
                say!(words, "plans-who-name"),
                say!(words, "plans-set-when"),
            ],
            |entry| {
                let threshold = &entry.value;
                let limits = &threshold.limits;
                let plan =
                    record.ids::<ActionPlan>().find(|id| id.created_by() == threshold.plan.0);
                let plan = plan.and_then(|id| record.get::<ActionPlan>(id));
                vec![vec![
                    plan.map(|plan| action_plan::plan_name(words, &plan.value)).unwrap_or_default(),
                    action_plan::threshold_name(words, threshold),
                    action_plan::limits_text(words, threshold),
                    limits.set_by.clone(),
                    limits.set_on.map(|day| day.to_string()).unwrap_or_default(),
                ]]
            },
            text,
        )
    }
}
