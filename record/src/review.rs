//! When a care and support plan is to be looked at again: for the device that says it,
//! and for the caseload, by the same reading.

use jiff::civil::Date;

use crate::judge::versions;
use crate::kinds::{PlanItem, PlanSort};
use crate::state::Entry;

/// The day for which a review stands that has not been held. Of several days said at
/// once the earliest; none where anybody has said when it was held.
#[must_use]
pub fn due(entry: &Entry<PlanItem>) -> Option<Date> {
    let item = &entry.value;
    let stands = item.sort == PlanSort::Review && !item.is_proposal() && entry.retracted.is_none();
    if !stands || versions(entry, |item| item.done).iter().any(Option::is_some) {
        return None;
    }
    versions(entry, |item| item.on).into_iter().flatten().min()
}

/// Of these, the review that is due first, and its day.
pub fn first(plan: impl IntoIterator<Item = Entry<PlanItem>>) -> Option<(Date, Entry<PlanItem>)> {
    plan.into_iter().filter_map(|entry| Some((due(&entry)?, entry))).min_by_key(|(on, _)| *on)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::op::{Act, Operation, Touch};
    use crate::time::{Happened, Hlc, Zone};
    use crate::{Kind, OpId, Record, Scope, Writer, block};

    const SAM: Writer = Writer(2);
    const ADA: Writer = Writer(3);

    /// A plan, and how many operations are in it.
    struct Plan(Record, u32);

    impl Plan {
        fn write(&mut self, writer: Writer, act: Act, payload: Vec<u8>) -> OpId {
            self.1 += 1;
            let id = OpId { writer, counter: self.0.next_counter(Scope::Plan).max(self.1) };
            let operation = Operation {
                id,
                act,
                happened: Happened { at: 0, zone: Zone::new("UTC") },
                recorded: Hlc::new(i64::from(self.1), 0),
                on_behalf: None,
                payload,
            };
            let draft = block::encode(Scope::Plan, writer, &[operation]).unwrap();
            self.0.apply(&draft, Some(0)).unwrap();
            id
        }

        fn create(&mut self, item: &PlanItem) -> OpId {
            self.write(SAM, Act::Create(PlanItem::SPEC.id), item.payload(SAM))
        }

        /// What somebody writes who saw only how the review began.
        fn change(&mut self, by: Writer, of: OpId, (old, new): (&PlanItem, &PlanItem)) {
            let act = Act::Change(Touch { entry: of, seen: vec![of] });
            self.write(by, act, new.payload_from(old, by));
        }

        fn first(&self) -> Option<Date> {
            first(self.0.current()).map(|(day, _)| day)
        }
    }

    fn review(day: i8) -> PlanItem {
        PlanItem { on: Some(date(2026, 11, day)), ..PlanItem::new(PlanSort::Review) }
    }

    #[test]
    fn the_first_review_that_was_not_held_is_due_and_nothing_else_is() {
        let mut plan = Plan(Record::new(SAM), 0);
        assert_eq!(plan.first(), None);
        plan.create(&PlanItem { proposed: Some(true), ..review(1) });
        plan.create(&PlanItem { sort: PlanSort::Action, ..review(2) });
        plan.create(&PlanItem { done: Some(date(2026, 11, 3)), ..review(3) });
        plan.create(&PlanItem { on: None, ..review(3) });
        assert_eq!(plan.first(), None);
        plan.create(&review(20));
        let early = plan.create(&review(10));
        assert_eq!(plan.first(), Some(date(2026, 11, 10)));
        plan.write(SAM, Act::Retract(Touch { entry: early, seen: vec![early] }), Vec::new());
        assert_eq!(plan.first(), Some(date(2026, 11, 20)));
    }

    #[test]
    fn of_two_days_the_earlier_counts_until_anybody_says_that_it_was_held() {
        let mut plan = Plan(Record::new(SAM), 0);
        let id = plan.create(&review(20));
        plan.change(SAM, id, (&review(20), &review(25)));
        plan.change(ADA, id, (&review(20), &review(15)));
        assert_eq!(plan.first(), Some(date(2026, 11, 15)));
        let held = PlanItem { done: Some(date(2026, 11, 16)), ..review(20) };
        plan.change(ADA, id, (&review(20), &held));
        assert_eq!(plan.first(), None);
    }
}
