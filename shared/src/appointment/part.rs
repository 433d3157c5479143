//! The words of one part: as the app fills them in, to be changed.

use record::EntryId;
use record::kinds::{AppointmentSummary, SummaryPart};

use super::fill::{filled, own};
use super::told::part_name;
use super::{Intent, Screen, form, nothing};
use crate::app::Cmd;
use crate::entry::change::{changeable, keep};
use crate::entry::gone;
use crate::forms::fields::{Typed, optional};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::Go;
use crate::screen::{Block, Button, Field, Page};
use crate::words::say;

/// The most characters.
const MOST: usize = 3_000;

fn form_of(code: u64) -> String {
    format!("part{code}")
}

/// Opens the form, filled in with what stands.
pub(super) fn open(id: EntryId, code: u64, cx: &mut Cx<'_>) -> Cmd {
    let view = cx.view();
    let Some((holding, entry)) = changeable::<AppointmentSummary>(id, view) else {
        return nothing();
    };
    let part = SummaryPart::from_code(code);
    let text = own(&entry.value, part).unwrap_or_else(|| filled(part, &entry.value, holding, view));
    let (name, saw) = (form(holding, &form_of(code), Some(id)), entry.sight());
    if cx.open.forms.opens(&name, vec![saw]) {
        cx.open.forms.set(&name, "text", text);
    }
    cx.open.go(Place::Appointment(Screen::Part(id, code)));
    nothing()
}

/// The page.
pub(super) fn page(id: EntryId, code: u64, view: View<'_>) -> Page {
    let words = view.words;
    let part = SummaryPart::from_code(code);
    let Some((holding, entry)) = changeable::<AppointmentSummary>(id, view) else {
        return gone(view);
    };
    let text = optional(words, "text", "appointment-part-words", "");
    let text = Field::long_text(text, 10, u32::try_from(MOST).unwrap_or(u32::MAX));
    let save = Press::Appointment(Intent::SavePart(id, code));
    let mut buttons = vec![Button::primary(say!(words, "save"), save)];
    if own(&entry.value, part).is_some() {
        let again = Press::Appointment(Intent::Again(id, code));
        buttons.push(Button::quiet(say!(words, "appointment-again"), again));
    }
    Page {
        name: "appointment.part".into(),
        title: words.get(part_name(part)),
        caption: view.owner(),
        blocks: vec![
            Block::paragraph(say!(words, "appointment-part-text")),
            Block::form(form(holding, &form_of(code), Some(id)), vec![text], buttons),
        ],
        ..Page::default()
    }
}

/// Keeps the words, where they are others than the app's. Without words it is the
/// app's again.
pub(super) fn save(id: EntryId, code: u64, cx: &mut Cx<'_>) -> Cmd {
    let view = cx.view();
    let part = SummaryPart::from_code(code);
    let Some((holding, _)) = changeable::<AppointmentSummary>(id, view) else { return nothing() };
    let name = form(holding, &form_of(code), Some(id));
    let draft = cx.open.forms.get(&name);
    let stood = draft.stood::<AppointmentSummary>(&holding.record, id);
    let Some(entry) = stood else { return nothing() };
    let apps = filled(part, &entry.value, holding, view);
    let mut typed = Typed::new(cx.words, &draft);
    let text = typed.text("text", MOST).filter(|text| *text != apps);
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let mut new = entry.value.clone();
    let Some(own) = new.own(part) else { return nothing() };
    *own = text;
    keep(&entry, &new, Some(&name), Go::Back, cx)
}

/// The app fills it in again.
pub(super) fn again(id: EntryId, code: u64, cx: &mut Cx<'_>) -> Cmd {
    let Some((holding, entry)) = changeable::<AppointmentSummary>(id, cx.view()) else {
        return nothing();
    };
    let name = form(holding, &form_of(code), Some(id));
    let mut new = entry.value.clone();
    let Some(own) = new.own(SummaryPart::from_code(code)) else { return nothing() };
    *own = None;
    keep(&entry, &new, Some(&name), Go::Back, cx)
}
