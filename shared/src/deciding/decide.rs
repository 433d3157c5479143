//! Writing down what was decided, opening it again, and being reminded to look
//! again. What was decided before stays as it was.

use record::kinds::{DecisionStep, Ref, Reminder, StepOf};
use record::schedule::{At, Days, End, Rule, RuleBytes, Step, Terms, When, Window};
use record::state::Entry;
use record::{EntryId, Scope};

use super::whole::{Whole, entry_of, ref_to, whole};
use super::{Intent, form, may_decide, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{MAX_WORDS, Typed, ask, choice, date, one_of, optional, value};
use crate::holding::{Holding, RecordSide};
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Icon, Page};
use crate::words::{Words, say};

/// The choice that is none of the options.
const ELSE: &str = "else";

/// At nine, for half a day.
const AT: u16 = 540;
const WINDOW: Window = Window { early: 60, due: 60, expires: 720 };

/// A step with nothing said.
pub(super) fn blank(decision: Ref, did: StepOf) -> DecisionStep {
    DecisionStep {
        decision,
        did,
        option: None,
        text: None,
        reason: None,
        doubts: None,
        again: None,
        answers: Vec::new(),
        said: None,
    }
}

/// The record and the decision, where this side decides.
fn find(id: EntryId, view: View<'_>) -> Option<(&Holding, Whole)> {
    let holding = view.open.holding().filter(|holding| may_decide(holding))?;
    Some((holding, whole(holding, id)?))
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some((holding, whole)) = find(id, view) else { return gone(view) };
    let mut blocks = Vec::new();
    if !whole.is_complete() {
        blocks.push(Block::inset(say!(words, "deciding-decide-draft")));
    }
    let ways = whole.ways.iter().map(|way| &way.entry);
    let mut choices: Vec<_> =
        ways.map(|entry| choice(value(entry.id), entry.value.text.clone())).collect();
    choices.push(choice(ELSE, say!(words, "deciding-other")));
    let long = |id, label, hint| {
        let most = u32::try_from(MAX_WORDS).unwrap_or(u32::MAX);
        Field::long_text(optional(words, id, label, hint), 2, most)
    };
    let fields = vec![
        one_of(ask(words, "option", "deciding-which", ""), choices, false),
        long("text", "deciding-text", ""),
        long("reason", "deciding-reason", ""),
        long("doubts", "deciding-doubts", "deciding-doubts-hint"),
        date(optional(words, "again", "deciding-again", "deciding-again-hint"), None),
    ];
    let save = Button::primary(say!(words, "save"), Press::Deciding(Intent::SaveDecision(id)));
    blocks.push(Block::form(form("decide", holding, Some(id)), fields, vec![save]));
    Page {
        name: "decisions.decide".into(),
        title: say!(words, "deciding-decide"),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Keeps what the form says.
pub(super) fn save(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let (words, today) = (cx.words, cx.today());
    let Some((holding, whole)) = find(id, cx.view()) else { return nothing() };
    let name = form("decide", holding, Some(id));
    let draft = cx.open.forms.get(&name);
    let mut typed = Typed::new(words, &draft);
    let text = typed.text("text", MAX_WORDS);
    let which = draft.choice("option");
    let option = whole.ways.iter().find(|way| Some(value(way.entry.id).as_str()) == which);
    match which {
        None => typed.wrong("option", say!(words, "deciding-which-none")),
        Some(ELSE) if text.is_none() => typed.wrong("text", say!(words, "deciding-text-needed")),
        // Crossed out by somebody since it was ticked.
        Some(which) if which != ELSE && option.is_none() => {
            typed.wrong("option", say!(words, "deciding-chosen-gone"));
        }
        Some(_) => {}
    }
    let again = typed.date("again");
    if again.is_some_and(|day| day < today) {
        typed.wrong("again", say!(words, "deciding-again-past"));
    }
    let step = DecisionStep {
        option: option.map(|way| ref_to(holding, way.entry.id)),
        said: option.map(|way| way.entry.value.text.clone()),
        text,
        reason: typed.text("reason", MAX_WORDS),
        doubts: typed.text("doubts", MAX_WORDS),
        again,
        ..blank(ref_to(holding, id), StepOf::Decided)
    };
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    keep(&step, Some(&name), cx)
}

/// Keeps a step.
pub(super) fn keep(step: &DecisionStep, form: Option<&str>, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    act.create(step, now);
    if let Some(form) = form {
        act.finish_form(form);
    }
    let notice = saving::notice(cx.open, cx.words, holding);
    act.save(cx, if form.is_some() { Go::Back } else { Go::Stay }, Some(notice))
}

/// It is open again, or no longer to be decided.
pub(super) fn step(id: EntryId, did: StepOf, cx: &mut Cx<'_>) -> Cmd {
    let Some((holding, _)) = find(id, cx.view()) else { return nothing() };
    let step = blank(ref_to(holding, id), did);
    keep(&step, None, cx)
}

/// The reminder to look again at a decision, where there can be one.
fn reminder(
    step: &Entry<DecisionStep>,
    holding: &Holding,
    words: &Words,
    day_start: u16,
) -> Option<Reminder> {
    let mine = holding.about.side != RecordSide::Team && holding.may_write(Scope::Health);
    let again = step.value.again.filter(|_| mine)?;
    let id = entry_of(step.value.decision);
    let decision = holding.record.get::<record::kinds::Decision>(id)?;
    let times = vec![At { minute: AT, amount: None }];
    let when = When::Calendar { days: Days::DAILY, steps: vec![Step { days: 0, times }] };
    let rule = Rule::new(Terms {
        when,
        zone: None,
        first: again,
        from: again,
        end: End::After(1),
        day_start,
        window: WINDOW,
    });
    Some(Reminder {
        about: None,
        words: Some(say!(words, "deciding-remind-words", about = decision.value.about)),
        rule: RuleBytes::of(&rule.ok()?),
        discreet: None,
        put_away: None,
        important: None,
        insist: None,
    })
}

/// Whether a reminder is the one of this decision, for whatever day.
fn is_of(entry: &Entry<Reminder>, reminder: &Reminder) -> bool {
    entry.value.words == reminder.words && entry.value.put_away != Some(true)
}

/// The button that makes it, until it is there for this day.
pub(super) fn remind_button(
    step: &Entry<DecisionStep>,
    holding: &Holding,
    view: View<'_>,
) -> Option<Button> {
    step.value.again.filter(|day| *day >= view.today())?;
    let reminder = reminder(step, holding, view.words, view.now.day_start)?;
    let first = |reminder: &Reminder| Some(reminder.rule.read().ok()?.terms().first);
    let there = |entry: Entry<Reminder>| {
        is_of(&entry, &reminder) && first(&entry.value) == first(&reminder)
    };
    if holding.record.current::<Reminder>().any(there) {
        return None;
    }
    let remind = Press::Deciding(Intent::Remind(step.id));
    Some(Button::secondary(say!(view.words, "deciding-remind"), remind).icon(Icon::Clock))
}

/// Makes it. One that was for another day is for this one then: that day no longer holds.
pub(super) fn remind(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let view = cx.view();
    let Some(holding) = view.open.holding() else { return nothing() };
    let Some(step) = holding.record.get::<DecisionStep>(id) else { return nothing() };
    if remind_button(&step, holding, view).is_none() {
        return nothing();
    }
    let made = reminder(&step, holding, cx.words, cx.now.day_start);
    let Some(reminder) = made else { return nothing() };
    let before = holding.record.current::<Reminder>().find(|entry| is_of(entry, &reminder));
    let new = match &before {
        Some(before) => Reminder { rule: reminder.rule, ..before.value.clone() },
        None => reminder,
    };
    let mut act = Act::new(holding, cx.now);
    act.set(before.as_ref(), &new);
    let notice = saving::notice(cx.open, cx.words, holding);
    let asked = crate::outside::ask_for_reminders(cx);
    act.save(cx, Go::Stay, Some(notice)).and(asked)
}
