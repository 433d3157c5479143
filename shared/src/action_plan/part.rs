//! The words of one part of a plan: what it is like, what to do, whom to call.

use record::kinds::ActionPlan;
use record::{EntryId, Scope};

use super::judge::Part;
use super::new::{form, keep};
use super::wording::{call_of, plan_name, tag};
use super::{Intent, Screen, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{MAX_NAME, Typed, optional};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Field, Page};
use crate::words::say;

/// The most characters of what it is like, and of what to do.
const MOST: usize = 1_500;

fn form_of(part: usize) -> &'static str {
    match part {
        0 => "green",
        1 => "amber",
        _ => "red",
    }
}

/// Opens the form, filled in with what stands.
pub(super) fn open(id: EntryId, part: usize, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(entry) = holding.record.get::<ActionPlan>(id) else { return nothing() };
    let Some(of) = entry.value.parts().into_iter().nth(part) else { return nothing() };
    let name = form(form_of(part), holding, Some(id));
    let saw = entry.sight();
    let forms = &mut cx.open.forms;
    if forms.opens(&name, vec![saw]) {
        forms.set(&name, "signs", of.signs.clone().unwrap_or_default());
        forms.set(&name, "action", of.action.clone().unwrap_or_default());
        let (who, number) = of.call.as_deref().map(call_of).unwrap_or_default();
        forms.set(&name, "who", who);
        forms.set(&name, "number", number.unwrap_or_default());
    }
    cx.open.go(Place::Plans(Screen::Part(id, part)));
    nothing()
}

/// The page.
pub(super) fn page(id: EntryId, part: usize, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let entry = holding.record.get::<ActionPlan>(id);
    let (Some(entry), Some(of)) = (entry, Part::ALL.get(part)) else { return gone(view) };
    let most = u32::try_from(MOST).unwrap_or(u32::MAX);
    let long = |id, label, hint| Field::long_text(optional(words, id, label, hint), 4, most);
    let fields = vec![
        long("signs", "plans-signs-ask", "plans-signs-hint"),
        long("action", "plans-do-ask", "plans-do-hint"),
        Field::text(optional(words, "who", "plans-whom-ask", "plans-whom-hint")),
        Field::text(optional(words, "number", "plans-number-ask", "")),
    ];
    let save = Press::Plans(Intent::SavePart(id, part));
    let save = vec![Button::primary(say!(words, "save"), save)];
    let name = plan_name(words, &entry.value);
    Page {
        name: "plans.part".into(),
        title: say!(words, "plans-zone", part = tag(words, *of).text, plan = name),
        caption: view.owner(),
        blocks: vec![
            Block::paragraph(say!(words, "plans-part-text")),
            Block::form(form(form_of(part), holding, Some(id)), fields, save),
        ],
        ..Page::default()
    }
}

/// Whether something can be dialled.
pub(crate) fn is_number(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 3
        && text.chars().all(|c| c.is_ascii_digit() || " +()-".contains(c))
}

/// Keeps what the form says.
pub(super) fn save(id: EntryId, part: usize, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Plan));
    let Some(holding) = may else { return nothing() };
    let name = form(form_of(part), holding, Some(id));
    let draft = cx.open.forms.get(&name);
    let stood = draft.stood::<ActionPlan>(&holding.record, id);
    let Some(entry) = stood else { return nothing() };
    let mut typed = Typed::new(words, &draft);
    let signs = typed.text("signs", MOST);
    let action = typed.text("action", MOST);
    let who = typed.text("who", MAX_NAME);
    let number = typed.text("number", MAX_NAME);
    if number.as_deref().is_some_and(|number| !is_number(number)) {
        typed.wrong("number", say!(words, "plans-number-not"));
    }
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let call = match (who, number) {
        (None, None) => None,
        (who, Some(number)) => Some(format!("{}\n{number}", who.unwrap_or_default())),
        (who, None) => who,
    };
    let mut plan = entry.value.clone();
    for (at, fields) in plan.parts_mut().into_iter().enumerate() {
        if at == part {
            for (field, value) in fields.into_iter().zip([&signs, &action, &call]) {
                field.clone_from(value);
            }
        }
    }
    keep(&entry, &plan, Some(&name), cx)
}
