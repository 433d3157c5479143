//! Beginning a page, and changing what stands on it.

use jiff::civil::Date;
use record::kinds::{AppointmentSummary, SummaryPart};
use record::{EntryId, Scope};

use super::told::part_name;
use super::{Intent, Screen, form, nothing};
use crate::app::Cmd;
use crate::entry::change::{begin, changeable, keep};
use crate::entry::gone;
use crate::forms::fields::{MAX_NAME, Typed, ask, choice, date, optional};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::Go;
use crate::screen::{Block, Button, ChoiceField, Field, Page, TimeField};
use crate::when;
use crate::words::say;

/// The most characters of what the person wants to talk about, and of what else.
const MOST: usize = 1_000;

/// How many days back it is said how the person has been, where nothing else is said.
const BACK: i32 = 28;

fn since(today: Date) -> Option<Date> {
    when::days_after(today, -BACK)
}

/// Opens the form of a change, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some((holding, entry)) = changeable::<AppointmentSummary>(id, cx.view()) else {
        return nothing();
    };
    let name = form(holding, "edit", Some(id));
    let forms = &mut cx.open.forms;
    if forms.opens(&name, vec![entry.sight()]) {
        let of = entry.value;
        forms.set(&name, "with", of.with.unwrap_or_default());
        for (field, day) in [("on", of.on), ("since", of.since)] {
            if let Some(day) = day {
                forms.set_date(&name, field, day);
            }
        }
        if let Some(at) = of.at {
            forms.set(&name, "at", format!("{:02}:{:02}", at / 60, at % 60));
        }
        forms.set(&name, "most", of.most.unwrap_or_default());
        let parts = of.parts.iter().map(|part| part.code().to_string()).collect();
        forms.choose_all(&name, "parts", parts);
        forms.set(&name, "more", of.more.unwrap_or_default());
    }
    cx.open.go(Place::Appointment(Screen::Change(id)));
    nothing()
}

/// The page.
pub(super) fn page(id: Option<EntryId>, view: View<'_>) -> Page {
    let words = view.words;
    let may = view.open.holding().filter(|holding| holding.may_write(Scope::Diary));
    let Some(holding) = may else { return gone(view) };
    if id.is_some_and(|id| changeable::<AppointmentSummary>(id, view).is_none()) {
        return gone(view);
    }
    let most = u32::try_from(MOST).unwrap_or(u32::MAX);
    let long = |id, label, hint| Field::long_text(optional(words, id, label, hint), 3, most);
    let parts = SummaryPart::ALL
        .iter()
        .map(|part| choice(part.code().to_string(), words.get(part_name(*part))))
        .collect();
    let back = since(view.today()).filter(|_| id.is_none());
    let fields = vec![
        Field::text(optional(words, "with", "appointment-with", "appointment-with-hint")),
        date(optional(words, "on", "appointment-on", ""), None),
        Field::Time(TimeField {
            question: optional(words, "at", "appointment-at", ""),
            value: String::new(),
        }),
        long("most", "appointment-most", "appointment-most-hint"),
        date(ask(words, "since", "appointment-since", "appointment-since-hint"), back),
        Field::Choices(ChoiceField {
            question: optional(words, "parts", "appointment-parts", "appointment-parts-hint"),
            choices: parts,
        }),
        long("more", "appointment-more", ""),
    ];
    let (title, intent) = match id {
        None => (say!(words, "appointment-new"), Intent::Save),
        Some(id) => (say!(words, "appointment-change"), Intent::SaveChange(id)),
    };
    let save = vec![Button::primary(say!(words, "save"), Press::Appointment(intent))];
    Page {
        name: "appointment.edit".into(),
        title,
        caption: view.owner(),
        blocks: vec![Block::form(form(holding, "edit", id), fields, save)],
        ..Page::default()
    }
}

/// Keeps what the form says.
pub(super) fn save(id: Option<EntryId>, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let today = cx.today();
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Diary));
    let Some(holding) = may else { return nothing() };
    let name = form(holding, "edit", id);
    let draft = cx.open.forms.get(&name);
    let before = match id.map(|id| changeable::<AppointmentSummary>(id, cx.view())) {
        Some(None) => return nothing(),
        found => found
            .flatten()
            .and_then(|(_, now)| draft.stood::<AppointmentSummary>(&holding.record, now.id)),
    };
    let mut typed = Typed::new(words, &draft);
    let with = typed.text("with", MAX_NAME);
    let on = typed.date("on");
    if on.is_some_and(|on| on.duration_since(today).as_hours().abs() > 24 * 2 * 366) {
        typed.wrong("on", say!(words, "track-date-early"));
    }
    let at = draft.time("at").unwrap_or_else(|_| {
        typed.wrong("at", say!(words, "track-time-none"));
        None
    });
    let at = at
        .map(|at| u64::from(at.hour().unsigned_abs()) * 60 + u64::from(at.minute().unsigned_abs()));
    let most = typed.text("most", MOST);
    let since = typed.date("since").or_else(|| since(today));
    if since > Some(today) {
        typed.wrong("since", say!(words, "appointment-since-future"));
    }
    let codes = draft.choices("parts").iter().filter_map(|code| code.parse().ok());
    let parts: Vec<SummaryPart> = codes.map(SummaryPart::from_code).collect();
    let more = typed.text("more", MOST);
    let asks = before.as_ref().is_some_and(|entry| !entry.value.questions.is_empty());
    if parts.is_empty() && most.is_none() && more.is_none() && !asks {
        typed.wrong("parts", say!(words, "appointment-nothing"));
    }
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let mut new = before.as_ref().map_or_else(empty, |entry| entry.value.clone());
    (new.with, new.on, new.at, new.most) = (with, on, at, most);
    (new.since, new.parts, new.more) = (since, parts, more);
    if let Some(before) = &before {
        return keep(before, &new, Some(&name), Go::Back, cx);
    }
    begin(&new, &name, None, |id| Place::Appointment(Screen::One(id)), cx)
}

fn empty() -> AppointmentSummary {
    AppointmentSummary {
        with: None,
        on: None,
        at: None,
        most: None,
        questions: Vec::new(),
        since: None,
        parts: Vec::new(),
        more: None,
        readings: None,
        symptoms: None,
        medicines: None,
        changes: None,
        scores: None,
        matters: None,
        notes: None,
        reminder: None,
    }
}
