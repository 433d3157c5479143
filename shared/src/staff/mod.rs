//! The care team's side: who needs them, one record at a time, by consent.
//!
//! A member of staff's session and what they open are in memory only. Whatever
//! else is on the device (a person's own record) is set aside for as long.

mod caseload;
mod invite;
mod person;
mod record;
mod session;
#[cfg(test)]
mod tests;

use ::record::RecordId;
use ::record::api::{Caseload, InvitationMade};
use crux_core::Command;
use serde::{Deserialize, Serialize};

use crate::account::Called;
use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Icon, Page, Tab};
use crate::sharing;
use crate::words::say;

pub use session::{begin, ended, status};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// Who needs the team.
    Caseload,
    /// Why a record is to be opened.
    Ask(RecordId),
    /// The open record.
    Person,
    /// Something written in it has not been sent.
    Unsent,
    /// Invite a patient.
    Invite,
    /// The code to hand over.
    Code,
    /// Everything that has no tab.
    More,
    /// Sign out: asked once more where something has not been sent.
    SignOut,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Fetch the caseload again.
    Refresh,
    /// Open a record, for the reason given.
    Open(RecordId),
    /// Close the open record, where nothing is lost by it.
    Close,
    /// Close it and lose what has not been sent.
    CloseAndLose,
    /// Send the invitation.
    Invite,
    /// Sign out, and lose what has not been sent.
    SignOut,
}

/// What is remembered between presses.
#[derive(Default)]
pub struct State {
    active: bool,
    aside: Option<Box<session::Aside>>,
    list: Option<Caseload>,
    fetching: bool,
    /// Why the caseload could not be fetched.
    trouble: Option<String>,
    /// Waiting for the server otherwise.
    busy: bool,
    opened: Option<record::Open>,
    made: Option<sharing::Made>,
}

impl State {
    /// Whether a member of staff is signed in.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.active
    }
}

/// What this feature tells itself.
#[derive(Debug)]
pub enum Signal {
    /// The caseload came, or not.
    Caseload(Called<Caseload>),
    /// The record is open, or not.
    Opened(Box<record::Opening>),
    /// The server has made an invitation, or not.
    Invited(invite::Asked, Called<InvitationMade>),
    /// The server knows that the session is over.
    Left,
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    if !cx.open.staff.active || cx.open.staff.busy {
        return Command::done();
    }
    match intent {
        Intent::Refresh => caseload::refresh(cx),
        Intent::Open(id) => record::ask(id, cx),
        Intent::Close => record::close(cx),
        Intent::CloseAndLose => record::drop(cx),
        Intent::Invite => invite::ask(cx),
        Intent::SignOut => session::leave(cx),
    }
}

/// Takes in a signal.
pub fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    match signal {
        Signal::Caseload(called) => caseload::came(called, cx),
        Signal::Opened(opening) => record::opened(*opening, cx),
        Signal::Invited(asked, called) => invite::invited(asked, called, cx),
        Signal::Left => session::left(cx),
    }
}

/// Called when a place is entered.
pub fn entered(screen: &Screen, cx: &mut Cx<'_>) -> Cmd {
    match screen {
        Screen::Caseload => {
            // A code is not kept longer than its page is looked at.
            cx.open.staff.made = None;
            caseload::refresh(cx)
        }
        Screen::Ask(_) => {
            cx.open.forms.forget(record::FORM);
            Command::done()
        }
        Screen::Invite => {
            invite::entered(cx);
            Command::done()
        }
        _ => Command::done(),
    }
}

/// A minute has passed.
pub fn woke(cx: &mut Cx<'_>) -> Cmd {
    if !cx.open.staff.active {
        return Command::done();
    }
    let closing = record::expire(cx);
    if matches!(cx.open.screen(), Place::Staff(Screen::Caseload)) {
        closing.and(caseload::refresh(cx))
    } else {
        closing
    }
}

/// The server has hinted that something is new.
pub fn hinted(cx: &mut Cx<'_>) -> Cmd {
    woke(cx)
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    let mut page = match screen {
        Screen::Caseload => caseload::page(view),
        Screen::Ask(id) => record::ask_page(*id, view),
        Screen::Person => person::page(view),
        Screen::Unsent => record::unsent_page(view),
        Screen::Invite => invite::page(view),
        Screen::Code => invite::code_page(view),
        Screen::More => session::more(view),
        Screen::SignOut => session::page(view),
    };
    page.busy |= view.open.staff.busy;
    page
}

/// The main navigation of the care team's side.
#[must_use]
pub fn tabs(view: View<'_>) -> Vec<Tab> {
    let words = view.words;
    // What is shown of the open record has its own page somewhere below it.
    let in_record = view.open.staff.opened.is_some()
        && view.open.stack.iter().any(|place| {
            matches!(
                place,
                Place::Staff(Screen::Person | Screen::Unsent)
                    | Place::Today(_)
                    | Place::Track(_)
                    | Place::Diary(_)
                    | Place::Messages(_)
            )
        });
    let in_more = matches!(
        view.open.stack.first(),
        Some(Place::Staff(Screen::More | Screen::SignOut) | Place::Settings(_) | Place::Help)
    );
    let tab = |label: String, icon, screen: Screen, current| Tab {
        label,
        icon,
        current,
        action: Press::Tab(Place::Staff(screen)).into(),
        badge: None,
    };
    let mut tabs = vec![tab(
        say!(words, "tab-people"),
        Icon::People,
        Screen::Caseload,
        !in_record && !in_more,
    )];
    if let Some(name) = record::name(view.open) {
        tabs.push(tab(name, Icon::Person, Screen::Person, in_record && !in_more));
    }
    tabs.push(tab(say!(words, "tab-more"), Icon::More, Screen::More, in_more));
    tabs
}
