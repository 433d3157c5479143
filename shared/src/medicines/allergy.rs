//! Writing down what the person reacts badly to, and correcting it.

use record::kinds::{Allergy, Reacts};
use record::{EntryId, Scope};

use super::wording::reacts_text;
use super::{Intent, Screen, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{MAX_NAME, MAX_WORDS, Typed, ask, choice, one_of, optional};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page};
use crate::words::say;

fn form(holding: &Holding, id: Option<EntryId>) -> String {
    match id {
        None => format!("medicines.allergy.{}", holding.index),
        Some(id) => super::form_of("allergy", holding, id),
    }
}

/// Opens the form of a change, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(entry) = holding.record.get::<Allergy>(id) else { return nothing() };
    let name = form(holding, Some(id));
    let forms = &mut cx.open.forms;
    if forms.opens(&name, vec![entry.sight()]) {
        let Allergy { to, sort, reaction, noticed } = entry.value;
        forms.set(&name, "to", to);
        forms.choose(&name, "sort", sort.code().to_string());
        forms.set(&name, "reaction", reaction.unwrap_or_default());
        forms.set(&name, "noticed", noticed.unwrap_or_default());
    }
    cx.open.go(Place::Medicines(Screen::Allergy(Some(id))));
    nothing()
}

/// The page.
pub(super) fn page(id: Option<EntryId>, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    if id.is_some_and(|id| holding.record.get::<Allergy>(id).is_none()) {
        return gone(view);
    }
    let sorts = Reacts::ALL
        .iter()
        .map(|sort| choice(sort.code().to_string(), reacts_text(words, *sort)))
        .collect();
    let noticed =
        ask(words, "noticed", "medicines-allergy-noticed", "medicines-allergy-noticed-hint");
    let fields = vec![
        Field::text(ask(words, "to", "medicines-allergy-to", "medicines-allergy-to-hint")),
        one_of(ask(words, "sort", "medicines-allergy-sort", ""), sorts, false),
        Field::text(optional(
            words,
            "reaction",
            "medicines-allergy-reaction",
            "medicines-allergy-reaction-hint",
        )),
        Field::text(noticed.optional()),
    ];
    let save = Press::Medicines(Intent::SaveAllergy(id));
    let save = vec![Button::primary(say!(words, "save"), save)];
    Page {
        name: "medicines.allergy".into(),
        title: match id {
            None => say!(words, "medicines-allergy-new"),
            Some(_) => say!(words, "medicines-allergy-change"),
        },
        caption: view.owner(),
        blocks: vec![Block::form(form(holding, id), fields, save)],
        ..Page::default()
    }
}

/// Keeps what the form says.
pub(super) fn save(id: Option<EntryId>, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Medicines));
    let Some(holding) = may else { return nothing() };
    let name = form(holding, id);
    let draft = cx.open.forms.get(&name);
    let before = match id.map(|id| draft.stood::<Allergy>(&holding.record, id)) {
        Some(None) => return nothing(),
        found => found.flatten(),
    };
    let mut typed = Typed::new(words, &draft);
    let to = typed.text("to", MAX_NAME);
    if to.is_none() {
        typed.wrong("to", say!(words, "medicines-allergy-to-none"));
    }
    let sort = draft.choice("sort").and_then(|code| code.parse().ok()).map(Reacts::from_code);
    if sort.is_none() {
        typed.wrong("sort", say!(words, "medicines-allergy-sort-none"));
    }
    let reaction = typed.text("reaction", MAX_WORDS);
    let noticed = typed.text("noticed", MAX_WORDS);
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let (Some(to), Some(sort), Some(holding)) = (to, sort, cx.open.holding()) else {
        return nothing();
    };
    let allergy = Allergy { to, sort, reaction, noticed };
    let mut act = Act::new(holding, cx.now);
    act.set(before.as_ref(), &allergy);
    act.finish_form(&name);
    let notice = (!act.is_empty()).then(|| saving::notice(cx.open, words, holding));
    act.save(cx, Go::Back, notice)
}
