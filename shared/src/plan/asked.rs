//! What is asked of anything in the plan: its questions, filled in, read and checked.

use jiff::civil::Date;
use record::kinds::{PlanItem, PlanSort, PlanStatus, Ref};
use record::state::Entry;

use super::gathered::Gathered;
use super::part::{self, Held, HeldMut, Part, held, held_mut};
use super::sorts::{self, Ask, Of};
use crate::forms::fields::{
    MAX_WORDS, Typed, ask as question, choice, date, one_of, optional, value,
};
use crate::forms::{Draft, Forms};
use crate::screen::{ChoiceField, Field, Question, ScaleField};
use crate::words::{Words, say};

/// The most characters of a text.
const MOST: usize = 2_000;

/// The most needs or goals to choose from.
const PARENTS: usize = 100;

/// Fills a form in with what an item says.
pub(super) fn prefill(forms: &mut Forms, form: &str, of: &Of, item: &PlanItem) {
    for Ask { part, .. } in of.asks {
        match held(item, *part) {
            Held::Words(Some(text)) => forms.set(form, part.id(), text.as_str()),
            Held::Number(Some(number)) => forms.set(form, part.id(), number.to_string()),
            Held::Day(Some(day)) => forms.set_date(form, part.id(), *day),
            Held::Status(Some(status)) => {
                forms.choose(form, part.id(), status.code().to_string());
            }
            Held::Item(Some(of)) => forms.choose(form, part.id(), value(part::id_of(*of))),
            _ => {}
        }
    }
}

/// The needs of a goal, or the goals of a step, to choose from.
fn parents(sort: PlanSort, plan: &Gathered) -> Vec<&Entry<PlanItem>> {
    let Some(parent) = sorts::parent(sort) else { return Vec::new() };
    let mut found = plan.of_sort(parent);
    found.truncate(PARENTS);
    found
}

/// One question; none where there is nothing to choose from.
pub(super) fn field(ask: &Ask, of: &Of, plan: &Gathered, words: &Words) -> Option<Field> {
    let &Ask { part, label, hint, none } = ask;
    let question = if none.is_empty() {
        optional(words, part.id(), label, hint)
    } else {
        question(words, part.id(), label, hint)
    };
    Some(match held(&PlanItem::new(of.sort), part) {
        Held::Words(_) if is_line(ask) => Field::text(question),
        Held::Words(_) => Field::long_text(question, 3, u32::try_from(MOST).unwrap_or(u32::MAX)),
        Held::Number(_) => scale(part, question, words),
        Held::Day(_) => date(question, None),
        Held::Status(_) => {
            let choices = PlanStatus::ALL.iter().map(|status| {
                let label = sorts::status_text(words, of.sort, *status);
                choice(status.code().to_string(), label)
            });
            one_of(question, choices.collect(), false)
        }
        Held::Item(_) => {
            let mut choices: Vec<_> = parents(of.sort, plan)
                .iter()
                .map(|entry| choice(value(entry.id), entry.value.text.clone().unwrap_or_default()))
                .collect();
            if choices.is_empty() && none.is_empty() {
                return None;
            }
            if none.is_empty() {
                choices.push(choice("", say!(words, "plan-of-none")));
            }
            Field::Choice(ChoiceField { question, choices })
        }
    })
}

/// Whether the answer is one line: a name, a place.
fn is_line(ask: &Ask) -> bool {
    matches!(ask.part, Part::Who | Part::Place)
        || matches!(ask.none, "plan-name-none" | "plan-agreed-one")
}

fn scale(part: Part, question: Question, words: &Words) -> Field {
    let (from, to) = part.scale().unwrap_or((0, 10));
    let (least, most) = match part {
        Part::Importance => ("plan-importance-least", "plan-importance-most"),
        _ => ("plan-confidence-least", "plan-confidence-most"),
    };
    Field::Scale(ScaleField {
        question,
        from: i32::try_from(from).unwrap_or(0),
        to: i32::try_from(to).unwrap_or(10),
        from_label: words.get(least),
        to_label: words.get(most),
        value: None,
    })
}

/// Reads what is asked of a sort into an item. Who proposes a change need not see to what
/// was `left` empty, or names something that is no longer there, before they came.
pub(super) fn read(
    of: &Of,
    plan: &Gathered,
    (words, draft): (&Words, &Draft),
    typed: &mut Typed<'_>,
    item: &mut PlanItem,
    left: Option<&PlanItem>,
) {
    for ask in of.asks {
        let id = ask.part.id();
        let most = if is_line(ask) { MAX_WORDS } else { MOST };
        let missing = match held_mut(item, ask.part) {
            HeldMut::Words(text) => {
                *text = typed.text(id, most);
                text.is_none()
            }
            HeldMut::Number(number) => {
                let (from, to) = ask.part.scale().unwrap_or((0, 10));
                let text = draft.text(id);
                *number = text.parse().ok().filter(|number| (from..=to).contains(number));
                if number.is_none() && !text.is_empty() {
                    let (from, to) = (from.to_string(), to.to_string());
                    typed.wrong(id, say!(words, "plan-scale-not", from = from, to = to));
                }
                false
            }
            HeldMut::Day(day) => {
                *day = typed.date(id);
                draft.date(id) == Ok(None)
            }
            HeldMut::Status(status) => {
                let chosen = draft.choice(id).and_then(|code| code.parse().ok());
                *status = chosen.map(PlanStatus::from_code);
                false
            }
            HeldMut::Item(parent) => {
                let chosen = draft.choice(id).unwrap_or_default();
                let all = parents(of.sort, plan);
                let found = all.iter().find(|entry| value(entry.id) == chosen);
                let kept = parent.filter(|of| left.is_some() && value(part::id_of(*of)) == chosen);
                *parent = found.map(|entry| Ref(entry.id.created_by())).or(kept);
                parent.is_none()
            }
        };
        let was = left.is_some_and(|left| part::is_empty(left, ask.part));
        if missing && !was && !ask.none.is_empty() {
            typed.wrong(id, words.get(ask.none));
        }
    }
}

/// What cannot be, though each answer by itself can.
pub(super) fn check(
    item: &PlanItem,
    plan: &Gathered,
    words: &Words,
    today: Date,
    typed: &mut Typed<'_>,
) {
    let days = [(Part::On, item.on), (Part::Done, item.done)];
    match item.sort {
        PlanSort::Agreement => {
            if item.text.is_some() && item.text == item.who {
                typed.wrong(Part::Who.id(), say!(words, "plan-agreed-same"));
            }
            for (part, _) in days.iter().filter(|(_, day)| *day > Some(today)) {
                typed.wrong(part.id(), say!(words, "plan-day-future"));
            }
        }
        PlanSort::Review => {
            let Some(begun) = plan.begun() else {
                typed.wrong(Part::On.id(), say!(words, "plan-review-nothing"));
                return;
            };
            for (part, _) in days.iter().filter(|(_, day)| day.is_some_and(|day| day < begun)) {
                let day = part::day(words, begun);
                typed.wrong(part.id(), say!(words, "plan-review-early", day = day));
            }
            if item.done > Some(today) {
                typed.wrong(Part::Done.id(), say!(words, "plan-day-future"));
            }
        }
        PlanSort::Conversation if item.on > Some(today) => {
            typed.wrong(Part::On.id(), say!(words, "plan-day-future"));
        }
        _ => {}
    }
}
