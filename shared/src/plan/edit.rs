//! The form of anything in the plan: writing it, changing it, proposing it, and
//! putting what was proposed into one's own words.

use jiff::civil::Date;
use record::kinds::{PlanItem, PlanSort, PlanStatus};
use record::state::Entry;
use record::{EntryId, Scope};

use super::gathered::{Gathered, find, naming};
use super::part::{self, Held, HeldMut, Part, held, held_mut};
use super::rights::{Right, right, said};
use super::sorts::{self, Ask, Of};
use super::{Intent, Screen, Writing, form, nothing, person, proposal, seconds};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{
    MAX_WORDS, Typed, ask as question, choice, date, one_of, optional, value,
};
use crate::forms::voice::{self, Voice};
use crate::forms::{Draft, Forms};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{
    Block, Button, ChoiceField, Field, Notice, NoticeTone, Page, Question, ScaleField,
};
use crate::words::{Words, say};

/// The most characters of a text.
const MOST: usize = 2_000;

/// The most needs or goals to choose from.
const PARENTS: usize = 100;

/// As what the form was opened: not shown, and not kept with what it says.
const AS: &str = "as";
const DECIDES: &str = "decides";
const PROPOSES: &str = "proposes";

/// What is being written, found in the record.
struct At {
    of: &'static Of,
    /// What stands: the item that is changed, or the proposal that is adapted.
    before: Option<Entry<PlanItem>>,
    form: String,
}

impl At {
    fn find(writing: Writing, holding: &Holding) -> Option<Self> {
        let (id, what) = match writing {
            Writing::New(sort, parent) => {
                let of = sorts::of(PlanSort::from_code(sort))?;
                let form = match parent {
                    Some(parent) => form(&format!("new.{sort}"), holding, parent),
                    None => format!("plan.new.{sort}.{}", holding.index),
                };
                return Some(Self { of, before: None, form });
            }
            Writing::Change(id) => (id, "change"),
            Writing::Adapt(id) => (id, "adapt"),
        };
        let before = find(holding, id)?;
        let adapts = matches!(writing, Writing::Adapt(_));
        // What somebody else proposes is answered, and not rewritten.
        if before.value.is_proposal() != adapts && !is_own(holding, &before) {
            return None;
        }
        let of = sorts::of(before.value.sort)?;
        Some(Self { of, form: form(what, holding, before.id), before: Some(before) })
    }

    /// What the form begins with.
    fn begins(&self, writing: Writing, holding: &Holding) -> PlanItem {
        match (&self.before, writing) {
            (Some(before), _) => before.value.clone(),
            (None, Writing::New(_, Some(parent))) => {
                PlanItem { of: Some(naming(holding, parent)), ..PlanItem::new(self.of.sort) }
            }
            (None, _) => PlanItem::new(self.of.sort),
        }
    }
}

/// Opens the form, filled in with what stands.
pub(super) fn open(writing: Writing, cx: &mut Cx<'_>) -> Cmd {
    let now = seconds(cx.view());
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(at) = At::find(writing, holding) else { return nothing() };
    let decides = right(holding, now) == Right::Decides;
    let item = at.begins(writing, holding);
    let saw = at.before.iter().map(Entry::sight).collect();
    // Nearly every goal is the person's own.
    let owner = Some(&holding.about.name).filter(|name| !name.is_empty());
    let owner = owner.cloned().unwrap_or_else(|| say!(cx.words, "plan-goal-who-me"));
    if cx.open.forms.opens(&at.form, saw) {
        let forms = &mut cx.open.forms;
        prefill(forms, &at.form, at.of, &item);
        if at.of.sort == PlanSort::Goal && item.who.is_none() {
            forms.set(&at.form, Part::Who.id(), owner);
        }
        forms.set(&at.form, AS, if decides { DECIDES } else { PROPOSES });
        if let Some(reason) = item.reason {
            forms.set(&at.form, "reason", reason);
        }
    }
    cx.open.go(Place::Plan(Screen::Edit(writing)));
    nothing()
}

fn prefill(forms: &mut Forms, form: &str, of: &Of, item: &PlanItem) {
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

fn field(ask: &Ask, of: &Of, plan: &Gathered, words: &Words) -> Option<Field> {
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

/// The page.
pub(super) fn page(writing: Writing, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(at) = At::find(writing, holding) else { return gone(view) };
    let plan = Gathered::of(holding);
    let mut fields: Vec<Field> =
        at.of.asks.iter().filter_map(|ask| field(ask, at.of, &plan, words)).collect();
    let decides = right(holding, seconds(view)) == Right::Decides;
    let mut blocks = vec![Block::paragraph(words.get(at.of.text))];
    let label = if decides {
        say!(words, "save")
    } else {
        blocks.push(Block::inset(say!(words, "plan-propose-text", name = person(view))));
        fields.push(Field::text(optional(words, "reason", "plan-propose-why", "")));
        if !at.before.as_ref().is_some_and(|before| is_own(holding, before)) {
            fields.extend(voice::ask(words, holding));
        }
        say!(words, "plan-propose")
    };
    let save = Button::primary(label, Press::Plan(Intent::Save(writing)));
    blocks.push(Block::form(at.form, fields, vec![save]));
    Page {
        name: "plan.edit".into(),
        title: match writing {
            Writing::New(..) => words.get(at.of.add),
            Writing::Change(_) | Writing::Adapt(_) => words.get(at.of.name),
        },
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Reads what is asked of a sort into an item.
fn read(
    of: &Of,
    plan: &Gathered,
    (words, draft): (&Words, &Draft),
    typed: &mut Typed<'_>,
    item: &mut PlanItem,
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
                *parent = found.map(|entry| record::kinds::Ref(entry.id.created_by()));
                parent.is_none()
            }
        };
        if missing && !ask.none.is_empty() {
            typed.wrong(id, words.get(ask.none));
        }
    }
}

/// What cannot be, though each answer by itself can.
fn check(item: &PlanItem, plan: &Gathered, words: &Words, today: Date, typed: &mut Typed<'_>) {
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

/// Why nothing can be kept: what was typed stays.
fn refused(holding: &Holding, draft: &Draft, view: View<'_>) -> Option<String> {
    let words = view.words;
    let now = seconds(view);
    match right(holding, now) {
        Right::Reads => Some(say!(words, "plan-no-right", name = person(view))),
        Right::Proposes if draft.text(AS) == DECIDES => {
            let mine = said(holding).into_iter().rev();
            let mut mine = mine.map(|(entry, _)| entry.value);
            let until = mine.find(|proxy| proxy.member == holding.about.member);
            let day = until.and_then(|proxy| proxy.until).filter(|until| *until <= now);
            Some(match day {
                Some(until) => {
                    let wall = crate::when::wall_at(until - 1, &view.now.zone);
                    let day = part::day(words, wall.date());
                    say!(words, "plan-right-ended-on", name = person(view), day = day)
                }
                None => say!(words, "plan-right-ended", name = person(view)),
            })
        }
        Right::Proposes | Right::Decides => None,
    }
}

/// Keeps what the form says, or proposes it.
pub(super) fn save(writing: Writing, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let view = cx.view();
    let Some(holding) = view.open.holding() else { return nothing() };
    let Some(mut at) = At::find(writing, holding) else { return nothing() };
    let draft = view.open.forms.get(&at.form);
    // What came since the form was opened was not seen.
    at.before = at.before.and_then(|now| draft.stood(&holding.record, now.id));
    if let Some(why) = refused(holding, &draft, view) {
        let first = at.of.asks.first().map_or("text", |ask| ask.part.id());
        cx.open.forms.refuse(&at.form, vec![(first, why)]);
        cx.open.forms.set(&at.form, AS, PROPOSES);
        return nothing();
    }
    let plan = Gathered::of(holding);
    let mut typed = Typed::new(words, &draft);
    let mut item = at.begins(writing, holding);
    read(at.of, &plan, (words, &draft), &mut typed, &mut item);
    check(&item, &plan, words, view.today(), &mut typed);
    let reason = typed.text("reason", MAX_WORDS);
    let decides = right(holding, seconds(view)) == Right::Decides;
    let mut act = Act::new(holding, view.now);
    let mut go = Go::Back;
    if typed.refuse(&mut cx.open.forms, &at.form) {
        return nothing();
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let notice = saving::notice(cx.open, words, holding);
    let mut notice = Some(notice);
    match (at.before, writing) {
        (Some(proposal), Writing::Adapt(_)) if decides => {
            if plan.answer(holding, proposal.id).is_none() {
                proposal::put_in(&mut act, holding, &proposal, item);
            }
            go = Go::BackBy(2);
        }
        (Some(before), _) if decides || is_own(holding, &before) => {
            let new = PlanItem { reason: before.value.reason.clone(), ..item };
            if before.value == new {
                notice = None;
            } else {
                if !decides {
                    act = act.says(Voice::kept(holding, &before.created));
                }
                act.change(before.sight(), &before.value, &new, before.happened.clone());
            }
        }
        (None, _) if decides => {
            let now = act.happened_now();
            let id = act.create(&item, now);
            if item.sort == PlanSort::Goal {
                go = Go::Instead(Place::Plan(Screen::One(id)));
            }
        }
        (before, _) => {
            let instead = before.map(|before| naming(holding, before.id));
            let proposed = PlanItem { proposed: Some(true), instead, reason, ..item };
            act = act.says(Voice::said(&draft));
            let now = act.happened_now();
            act.create(&proposed, now);
            let text = say!(words, "plan-proposed", name = person(cx.view()));
            notice = notice.map(|notice| notice.text(text));
        }
    }
    act.finish_form(&at.form);
    act.save(cx, go, notice)
}

/// A proposal that this side made: it may still be put better.
pub(super) fn is_own(holding: &Holding, entry: &Entry<PlanItem>) -> bool {
    entry.value.is_proposal() && holding.author(entry.created.id.writer).me
}

/// A goal is reached, or a step is done: in one press.
pub(super) fn done(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let now = seconds(cx.view());
    let Some(holding) = cx.open.holding().filter(|held| held.may_write(Scope::Plan)) else {
        return nothing();
    };
    let Some(before) = find(holding, id) else { return nothing() };
    if right(holding, now) != Right::Decides {
        let name = person(cx.view());
        let why = say!(cx.words, "plan-no-right", name = name);
        cx.open.notice = Some(Notice::new(NoticeTone::Problem, why));
        return nothing();
    }
    let item = PlanItem { status: Some(PlanStatus::Done), ..before.value.clone() };
    let mut act = Act::new(holding, cx.now);
    act.set(Some(&before), &item);
    let notice = saving::notice(cx.open, cx.words, holding);
    act.save(cx, Go::Stay, Some(notice))
}
