//! What the person wants to ask, and in which order.
//!
//! What is suggested goes by what good and harm an option can do, what else there
//! is, and what becomes of doing nothing (the four of "BRAN", Academy of Medical
//! Royal Colleges), in words of this app's own.

use record::EntryId;
use record::kinds::AppointmentSummary;

use super::{Intent, form, nothing};
use crate::app::Cmd;
use crate::entry::change::{changeable, keep};
use crate::entry::gone;
use crate::forms::fields::{MAX_WORDS, Typed, choice, optional};
use crate::letters;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::Go;
use crate::screen::{Block, Button, Card, CardLayout, Cards, ChoiceField, Field, Page};
use crate::words::{Words, say};

/// The most questions.
const MOST: usize = 12;

const SUGGESTED: [&str; 4] = [
    "appointment-ask-benefits",
    "appointment-ask-risks",
    "appointment-ask-else",
    "appointment-ask-nothing",
];

/// Whether a question is there already, but for capitals.
fn is_there(of: &AppointmentSummary, question: &str) -> bool {
    of.questions.iter().any(|known| letters::small(known) == letters::small(question))
}

/// Those of the suggested ones that are not there yet.
fn suggested(words: &Words, of: &AppointmentSummary) -> Vec<(&'static str, String)> {
    let all = SUGGESTED.iter().map(|id| (*id, words.get(id)));
    all.filter(|(_, question)| !is_there(of, question)).collect()
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some((holding, entry)) = changeable::<AppointmentSummary>(id, view) else {
        return gone(view);
    };
    let mut blocks = Vec::new();
    let card = |(at, question): (usize, &String)| {
        let mut card = Card::new(format!("{}. {question}", at + 1));
        let text = question.as_str();
        if at > 0 {
            let up = Press::Appointment(Intent::Up(id, question.clone()));
            let spoken = say!(words, "appointment-up-what", question = text);
            card.buttons.push(Button::quiet(say!(words, "appointment-up"), up).spoken(spoken));
        }
        let remove = Press::Appointment(Intent::Remove(id, question.clone()));
        let spoken = say!(words, "appointment-remove-what", question = text);
        card.buttons.push(Button::quiet(say!(words, "appointment-remove"), remove).spoken(spoken));
        card
    };
    let cards: Vec<Card> = entry.value.questions.iter().enumerate().map(card).collect();
    if cards.is_empty() {
        blocks.push(Block::paragraph(say!(words, "appointment-questions-none")));
    } else {
        blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
    }
    let mut fields = Vec::new();
    let choices: Vec<_> = suggested(words, &entry.value)
        .into_iter()
        .map(|(id, question)| choice(id, question))
        .collect();
    if !choices.is_empty() {
        let question = optional(words, "suggested", "appointment-suggested", "");
        fields.push(Field::Choices(ChoiceField { question, choices }));
    }
    fields.push(Field::text(optional(words, "own", "appointment-question-own", "")));
    let add = Press::Appointment(Intent::Add(id));
    let add = vec![Button::primary(say!(words, "appointment-question-add"), add)];
    blocks.push(Block::form(form(holding, "questions", Some(id)), fields, add));
    Page {
        name: "appointment.questions".into(),
        title: say!(words, "appointment-questions"),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Adds those that are ticked, and one of the person's own.
pub(super) fn add(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some((holding, entry)) = changeable::<AppointmentSummary>(id, cx.view()) else {
        return nothing();
    };
    let name = form(holding, "questions", Some(id));
    let draft = cx.open.forms.get(&name);
    let mut typed = Typed::new(words, &draft);
    let mut new = entry.value.clone();
    let ticked = draft.choices("suggested");
    for (id, question) in suggested(words, &entry.value) {
        if ticked.iter().any(|one| one == id) {
            new.questions.push(question);
        }
    }
    match typed.text("own", MAX_WORDS) {
        Some(own) if is_there(&new, &own) => {
            typed.wrong("own", say!(words, "appointment-question-there"));
        }
        Some(own) => new.questions.push(own),
        None if new.questions == entry.value.questions => {
            typed.wrong("own", say!(words, "appointment-question-none"));
        }
        None => {}
    }
    if new.questions.len() > MOST {
        typed.wrong("own", say!(words, "appointment-question-many", most = MOST));
    }
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    keep(&entry, &new, Some(&name), Go::Stay, cx)
}

/// Asks a question one place earlier, or takes it away. It is named by its words: the
/// list may have changed since the page was made.
pub(super) fn moved(id: EntryId, question: &str, up: bool, cx: &mut Cx<'_>) -> Cmd {
    let Some((_, entry)) = changeable::<AppointmentSummary>(id, cx.view()) else {
        return nothing();
    };
    let mut new = entry.value.clone();
    let Some(at) = new.questions.iter().position(|known| known == question) else {
        return nothing();
    };
    if !up {
        new.questions.remove(at);
    } else if at > 0 {
        new.questions.swap(at - 1, at);
    }
    keep(&entry, &new, None, Go::Stay, cx)
}
