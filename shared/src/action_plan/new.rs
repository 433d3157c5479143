//! Beginning a plan, changing its name and who set it, and no longer following it.

use record::kinds::{ActionPlan, Condition};
use record::state::Entry;
use record::{EntryId, Scope};

use super::wording::{condition_text, is_mine, plan_name};
use super::{Intent, Screen, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{MAX_NAME, Typed, ask, choice, date, one_of, optional};
use crate::forms::{Draft, Forms};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page};
use crate::words::{Words, say};

/// The form of something in this feature that is about one entry, or of a new one.
pub(super) fn form(what: &str, holding: &Holding, id: Option<EntryId>) -> String {
    let Some(id) = id else { return format!("plans.{what}.{}", holding.index) };
    let EntryId { writer, counter, .. } = holding.record.own(id);
    format!("plans.{what}.{}.{}.{counter}", holding.index, writer.0)
}

/// Who set something, and when: the questions.
pub(super) fn who_fields(words: &Words, mine: bool, today: jiff::civil::Date) -> Vec<Field> {
    let person = if mine { "plans-who-me" } else { "plans-who-person" };
    let choices =
        vec![choice("person", words.get(person)), choice("named", say!(words, "plans-who-named"))];
    vec![
        one_of(ask(words, "who", "plans-who", ""), choices, false),
        Field::text(optional(words, "name_by", "plans-who-name", "plans-who-name-hint")),
        date(ask(words, "set_on", "plans-set-when", ""), Some(today)),
    ]
}

/// The same, filled in.
pub(super) fn who_prefill(
    forms: &mut Forms,
    form: &str,
    set_by: Option<&str>,
    set_on: Option<jiff::civil::Date>,
) {
    let name = set_by.unwrap_or_default();
    forms.choose(form, "who", if name.is_empty() { "person" } else { "named" });
    forms.set(form, "name_by", name);
    if let Some(day) = set_on {
        forms.set_date(form, "set_on", day);
    }
}

/// The answers: a name, empty for the person, and the day.
pub(super) fn who_read(
    words: &Words,
    draft: &Draft,
    typed: &mut Typed<'_>,
    today: jiff::civil::Date,
) -> (String, Option<jiff::civil::Date>) {
    let name = typed.text("name_by", MAX_NAME);
    let day = typed.date("set_on").or(Some(today));
    if day > Some(today) {
        typed.wrong("set_on", say!(words, "plans-set-future"));
    }
    let name = match (draft.choice("who"), name) {
        (Some("person"), _) => String::new(),
        (Some(_), Some(name)) => name,
        (Some(_), None) => {
            typed.wrong("name_by", say!(words, "plans-who-name-none"));
            String::new()
        }
        (None, _) => {
            typed.wrong("who", say!(words, "plans-who-none"));
            String::new()
        }
    };
    (name, day)
}

/// Opens the form of a change, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(entry) = holding.record.get::<ActionPlan>(id) else { return nothing() };
    let name = form("edit", holding, Some(id));
    let forms = &mut cx.open.forms;
    if forms.opens(&name, vec![entry.sight()]) {
        let plan = entry.value;
        forms.set(&name, "name", plan.name.unwrap_or_default());
        who_prefill(forms, &name, plan.set_by.as_deref(), plan.set_on);
    }
    cx.open.go(Place::Plans(Screen::Change(id)));
    nothing()
}

/// The page.
pub(super) fn page(id: Option<EntryId>, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    if id.is_some_and(|id| holding.record.get::<ActionPlan>(id).is_none()) {
        return gone(view);
    }
    let mut fields = Vec::new();
    if id.is_none() {
        let conditions = Condition::ALL
            .iter()
            .map(|of| choice(of.code().to_string(), condition_text(words, *of)))
            .collect();
        fields.push(one_of(ask(words, "condition", "plans-for", ""), conditions, false));
    }
    fields.push(Field::text(optional(words, "name", "plans-name", "plans-name-hint")));
    fields.extend(who_fields(words, is_mine(holding), view.today()));
    let intent = id.map_or(Intent::Save, Intent::SaveChange);
    let save = vec![Button::primary(say!(words, "save"), Press::Plans(intent))];
    Page {
        name: "plans.edit".into(),
        title: match id {
            None => say!(words, "plans-new"),
            Some(_) => say!(words, "plans-change"),
        },
        caption: view.owner(),
        blocks: vec![
            Block::paragraph(say!(words, "plans-new-text")),
            Block::form(form("edit", holding, id), fields, save),
        ],
        ..Page::default()
    }
}

/// Keeps what the form says.
pub(super) fn save(id: Option<EntryId>, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let today = cx.today();
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Plan));
    let Some(holding) = may else { return nothing() };
    let name = form("edit", holding, id);
    let draft = cx.open.forms.get(&name);
    let before = match id.map(|id| draft.stood::<ActionPlan>(&holding.record, id)) {
        Some(None) => return nothing(),
        found => found.flatten(),
    };
    let mut typed = Typed::new(words, &draft);
    let called = typed.text("name", MAX_NAME);
    let chosen = draft.choice("condition").and_then(|code| code.parse().ok());
    let condition = match (&before, chosen.map(Condition::from_code)) {
        (Some(before), _) => before.value.condition,
        (None, Some(condition)) => condition,
        (None, None) => {
            typed.wrong("condition", say!(words, "plans-for-none"));
            Condition::Own
        }
    };
    if condition == Condition::Own && called.is_none() {
        typed.wrong("name", say!(words, "plans-name-none"));
    }
    let (set_by, set_on) = who_read(words, &draft, &mut typed, today);
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let mut plan = before.as_ref().map_or_else(|| empty(condition), |entry| entry.value.clone());
    plan.name = called;
    plan.set_by = Some(set_by).filter(|name| !name.is_empty());
    plan.set_on = set_on;
    if let Some(before) = &before {
        return keep(before, &plan, Some(&name), cx);
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    let id = act.create(&plan, now);
    act.finish_form(&name);
    let notice = saving::notice(cx.open, words, holding).text(plan_name(words, &plan));
    act.save(cx, Go::Instead(Place::Plans(Screen::One(id))), Some(notice))
}

/// Keeps what differs, and goes back where a form asked for it. Where two versions
/// stand, what is said again settles nothing: that is done on the entry's own page.
pub(super) fn keep(
    before: &Entry<ActionPlan>,
    plan: &ActionPlan,
    form: Option<&str>,
    cx: &mut Cx<'_>,
) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    if before.value != *plan {
        act.change(before.sight(), &before.value, plan, before.happened.clone());
    }
    if let Some(form) = form {
        act.finish_form(form);
    }
    let notice = (!act.is_empty()).then(|| saving::notice(cx.open, cx.words, holding));
    act.save(cx, if form.is_some() { Go::Back } else { Go::Stay }, notice)
}

fn empty(condition: Condition) -> ActionPlan {
    ActionPlan {
        condition,
        name: None,
        set_by: None,
        set_on: None,
        green_signs: None,
        green_do: None,
        green_call: None,
        amber_signs: None,
        amber_do: None,
        amber_call: None,
        red_signs: None,
        red_do: None,
        red_call: None,
        ended: None,
    }
}

/// The plan is no longer followed, or is again. Its words and numbers stay.
pub(super) fn end(id: EntryId, end: bool, cx: &mut Cx<'_>) -> Cmd {
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Plan));
    let Some(holding) = may else { return nothing() };
    let Some(entry) = holding.record.get::<ActionPlan>(id) else { return nothing() };
    let ended = end.then(|| cx.today());
    let plan = ActionPlan { ended, ..entry.value.clone() };
    keep(&entry, &plan, None, cx)
}
