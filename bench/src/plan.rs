//! A care and support plan of 200 entries and 2,000 versions: opening it, and
//! comparing two versions.

use std::error::Error;

use record::block;
use record::kinds::{Kind, PlanItem, PlanSort, Ref};
use record::op::{Act, Operation, Touch};
use record::time::{Happened, Hlc, Zone};
use record::{OpId, Scope};

use crate::life::{Draft, PERSON};

/// Goals, each with four steps.
const GOALS: u32 = 40;
const STEPS: u32 = 4;
/// How often each entry was changed after it was written.
const CHANGES: u32 = 9;

/// Its operations, as a device has them.
pub(crate) struct Plan {
    operations: Vec<Operation>,
}

fn words(of: &str, version: u32) -> String {
    let more = ["slowly", "with Ada", "before noon", "when it is dry", "and back", "twice a week"];
    let all: Vec<&str> = (0..40).map(|at| more[(at + version as usize) % more.len()]).collect();
    format!("{of}, {}", all.join(" "))
}

impl Plan {
    pub(crate) fn new() -> Self {
        let mut plan = Self { operations: Vec::new() };
        for goal in 0..GOALS {
            let name = format!("Goal {goal}");
            let item = PlanItem { importance: Some(7), ..PlanItem::new(PlanSort::Goal) };
            let of = plan.entry(&name, item);
            for step in 0..STEPS {
                let item = PlanItem {
                    of: Some(Ref(of)),
                    who: Some("Me".to_owned()),
                    ..PlanItem::new(PlanSort::Action)
                };
                plan.entry(&format!("Step {goal}.{step}"), item);
            }
            if goal == GOALS / 2 {
                plan.agree();
            }
        }
        plan
    }

    /// It is agreed as it is by now; the rest is written later.
    fn agree(&mut self) {
        let agreed = PlanItem {
            text: Some("Sam".to_owned()),
            who: Some("Amina Khan".to_owned()),
            ..PlanItem::new(PlanSort::Agreement)
        };
        self.push(Act::Create(PlanItem::SPEC.id), agreed.payload(PERSON));
    }

    /// One entry and its changes.
    fn entry(&mut self, name: &str, item: PlanItem) -> OpId {
        let first = PlanItem { text: Some(words(name, 0)), ..item };
        let entry = self.push(Act::Create(PlanItem::SPEC.id), first.payload(PERSON));
        let (mut seen, mut old) = (entry, first);
        for version in 1..=CHANGES {
            let new = PlanItem { text: Some(words(name, version)), ..old.clone() };
            let act = Act::Change(Touch { entry, seen: vec![seen] });
            seen = self.push(act, new.payload_from(&old, PERSON));
            old = new;
        }
        entry
    }

    fn push(&mut self, act: Act, payload: Vec<u8>) -> OpId {
        let counter = u32::try_from(self.operations.len()).unwrap_or(u32::MAX) + 1;
        let id = OpId { writer: PERSON, counter };
        let at = 1_767_225_600 + i64::from(counter) * 60;
        self.operations.push(Operation {
            id,
            act,
            happened: Happened { at, zone: Zone::new("Europe/London") },
            recorded: Hlc::new(at * 1000, 0),
            on_behalf: None,
            payload,
        });
        id
    }

    /// So many operations to a block.
    pub(crate) fn drafts(&self) -> Result<Vec<Draft>, Box<dyn Error>> {
        let draft = |run: &[Operation]| {
            Ok(Draft {
                scope: Scope::Plan,
                day: 0,
                count: run.len(),
                bytes: block::encode(Scope::Plan, PERSON, run)?,
            })
        };
        self.operations.chunks(50).map(draft).collect()
    }
}
