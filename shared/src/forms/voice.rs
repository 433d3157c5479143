//! Whose words are kept: a carer's own, or the person's as the carer was told.

use record::state::Version;

use super::Draft;
use super::fields::{ask as question, choice, one_of};
use crate::holding::{Holding, RecordSide};
use crate::screen::Field;
use crate::words::{Words, say};

/// Whose words something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The writer's own.
    Own,
    /// The person's, whoever writes them down.
    Persons,
}

/// The field, and the value of the choice that is not the first.
const WHOSE: &str = "whose";
const PERSONS: &str = "person";

/// The question, which only a carer is asked.
pub(crate) fn ask(words: &Words, holding: &Holding) -> Option<Field> {
    if holding.about.side != RecordSide::Carer {
        return None;
    }
    let person = match holding.about.name.trim() {
        "" => say!(words, "voice-the-persons"),
        name => say!(words, "voice-persons", name = name),
    };
    let choices = vec![choice("mine", say!(words, "voice-mine")), choice(PERSONS, person)];
    Some(one_of(question(words, WHOSE, "voice-ask", ""), choices, true))
}

impl Voice {
    /// What was answered; where nothing was, the writer's own.
    pub(crate) fn said(draft: &Draft) -> Self {
        if draft.choice(WHOSE) == Some(PERSONS) { Self::Persons } else { Self::Own }
    }

    /// That of a change: what this side said as its own stays so.
    pub(crate) fn kept(holding: &Holding, created: &Version) -> Self {
        let own = holding.author(created.id.writer).me && created.on_behalf.is_none();
        if own { Self::Own } else { Self::Persons }
    }
}
