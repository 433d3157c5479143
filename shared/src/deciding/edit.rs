//! Beginning a decision, changing what it is about, and saying that its options
//! are complete.

use record::kinds::Decision;
use record::{EntryId, Scope};

use super::whole::whole;
use super::{Intent, Screen, form, may_decide, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{MAX_WORDS, Typed, ask, optional};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Notice, NoticeTone, Page};
use crate::words::say;

/// Opens the form of what it is about, filled in.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(entry) = holding.record.get::<Decision>(id) else { return nothing() };
    let name = form("edit", holding, Some(id));
    if cx.open.forms.opens(&name, vec![entry.sight()]) {
        cx.open.forms.set(&name, "about", entry.value.about);
        cx.open.forms.set(&name, "problem", entry.value.problem.unwrap_or_default());
    }
    cx.open.go(Place::Deciding(Screen::Change(id)));
    nothing()
}

/// The page.
pub(super) fn page(id: Option<EntryId>, view: View<'_>) -> Page {
    let words = view.words;
    let may = view.open.holding().filter(|holding| holding.may_write(Scope::Decisions));
    let Some(holding) = may else { return gone(view) };
    if id.is_some_and(|id| holding.record.get::<Decision>(id).is_none()) {
        return gone(view);
    }
    let fields = vec![
        Field::text(ask(words, "about", "deciding-about", "deciding-about-hint")),
        Field::text(optional(words, "problem", "deciding-problem", "deciding-problem-hint")),
    ];
    let save = Press::Deciding(id.map_or(Intent::Save, Intent::SaveChange));
    let save = Button::primary(say!(words, "save"), save);
    Page {
        name: "decisions.edit".into(),
        title: match id {
            None => say!(words, "deciding-new"),
            Some(_) => say!(words, "deciding-change"),
        },
        caption: view.owner(),
        blocks: vec![Block::form(form("edit", holding, id), fields, vec![save])],
        ..Page::default()
    }
}

/// Keeps what the form says.
pub(super) fn save(id: Option<EntryId>, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Decisions));
    let Some(holding) = may else { return nothing() };
    let name = form("edit", holding, id);
    let draft = cx.open.forms.get(&name);
    let before = id.and_then(|id| draft.stood::<Decision>(&holding.record, id));
    if id.is_some() && before.is_none() {
        return nothing();
    }
    let mut typed = Typed::new(words, &draft);
    let about = typed.text("about", MAX_WORDS);
    if about.is_none() {
        typed.wrong("about", say!(words, "deciding-about-none"));
    }
    let problem = typed.text("problem", MAX_WORDS);
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let complete = before.as_ref().and_then(|entry| entry.value.complete);
    let decision = Decision { about: about.unwrap_or_default(), problem, complete };
    let Some(holding) = cx.open.holding() else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    let notice = saving::notice(cx.open, words, holding);
    act.finish_form(&name);
    if before.is_some() {
        act.set(before.as_ref(), &decision);
        return act.save(cx, Go::Back, Some(notice));
    }
    let now = act.happened_now();
    let id = act.create(&decision, now);
    act.save(cx, Go::Instead(Place::Deciding(Screen::One(id, false))), Some(notice))
}

/// The options are complete, where each has a benefit and a risk; else the page
/// says at each what it lacks.
pub(super) fn complete(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = cx.open.holding().filter(|holding| may_decide(holding)) else {
        return nothing();
    };
    let Some(whole) = whole(holding, id) else { return nothing() };
    let here = |asked| Place::Deciding(Screen::One(id, asked));
    if !whole.is_complete() {
        let say = if whole.ways.is_empty() {
            say!(words, "deciding-none-complete")
        } else {
            say!(words, "deciding-not-complete")
        };
        cx.open.notice = Some(Notice::new(NoticeTone::Problem, say));
        if !whole.ways.is_empty() {
            cx.open.stack.pop();
            cx.open.stack.push(here(true));
        }
        return nothing();
    }
    let mut act = Act::new(holding, cx.now);
    let new = Decision { complete: Some(true), ..whole.decision.value.clone() };
    act.set(Some(&whole.decision), &new);
    let notice = saving::notice(cx.open, words, holding);
    act.save(cx, Go::Instead(here(false)), Some(notice))
}
