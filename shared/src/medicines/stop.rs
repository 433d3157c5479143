//! No longer taking a medicine, and why; and taking it again.

use record::kinds::Medicine;
use record::{EntryId, Scope};

use super::wording::full_name;
use super::{Intent, nothing};
use crate::app::Cmd;
use crate::entry::change;
use crate::entry::gone;
use crate::forms::fields::{self, MAX_WORDS, Typed, ask, optional};
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::Go;
use crate::screen::{Block, Button, Field, Page};
use crate::words::say;

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(entry) = holding.record.get::<Medicine>(id) else { return gone(view) };
    let fields = vec![
        fields::date(ask(words, "last", "medicines-stop-last", ""), Some(view.today())),
        Field::text(optional(words, "why", "medicines-stop-why", "")),
    ];
    let save = vec![Button::primary(say!(words, "save"), Press::Medicines(Intent::Stop(id)))];
    Page {
        name: "medicines.stop".into(),
        title: say!(words, "medicines-stop-title", name = full_name(&entry.value)),
        caption: view.owner(),
        blocks: vec![
            Block::paragraph(say!(words, "medicines-stop-text")),
            Block::form(super::form_of("stop", holding, id), fields, save),
        ],
        ..Page::default()
    }
}

/// Keeps that it is no longer taken.
pub(super) fn save(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Medicines));
    let Some(holding) = may else { return nothing() };
    let Some(entry) = holding.record.get::<Medicine>(id) else { return nothing() };
    let name = super::form_of("stop", holding, id);
    let draft = cx.open.forms.get(&name);
    let mut typed = Typed::new(words, &draft);
    let last = typed.date("last").unwrap_or_else(|| cx.today());
    if entry.value.started.is_some_and(|started| last < started) {
        typed.wrong("last", say!(words, "medicines-stop-early"));
    }
    let stop_reason = typed.text("why", MAX_WORDS);
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let medicine = Medicine { stopped: Some(last), stop_reason, ..entry.value.clone() };
    change::keep(&entry, &medicine, Some(&name), Go::Back, cx)
}

/// It is taken again.
pub(super) fn again(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Medicines));
    let entry = may.and_then(|holding| holding.record.get::<Medicine>(id));
    let Some(entry) = entry else { return nothing() };
    let medicine = Medicine { stopped: None, stop_reason: None, ..entry.value.clone() };
    change::keep(&entry, &medicine, None, Go::Stay, cx)
}
