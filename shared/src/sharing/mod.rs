//! Who can see what: the person's consents, in their own stream, and who has
//! looked. Choosing works offline; it holds from the moment the server has it.

mod change;
mod invite;
mod looks;
mod members;
mod pages;
mod scopes;
#[cfg(test)]
mod tests;

use crux_core::Command;
use record::Member;
use record::api::InvitationMade;
use serde::{Deserialize, Serialize};

use crate::account::Called;
use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::screen::Page;

pub use invite::{Made, handing_over, refusal};
pub use members::{Grant, allowed, called, carers, readers};
pub use scopes::{TEAM_ADDS, chosen, question, scope_name, scope_names, values};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// Everybody, and who looked last.
    All,
    /// Choose what somebody can see.
    Change(Member),
    /// Stop sharing with somebody: asked once more.
    Stop(Member),
    /// Invite a carer.
    Invite,
    /// The code to hand over.
    Code,
    /// So many of the last looks.
    Looks(usize),
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Open the form that changes what somebody can see.
    Open(Member),
    /// Save it.
    Save(Member),
    /// Stop sharing with somebody.
    Stop(Member),
    /// Send the invitation.
    Invite,
    /// Show so many of the last looks.
    Looks(usize),
}

/// What is remembered between presses.
#[derive(Default)]
pub struct State {
    /// Waiting for the server.
    busy: bool,
    /// The invitation just made: its code is shown once.
    made: Option<invite::Made>,
}

/// What this feature tells itself.
#[derive(Debug)]
pub enum Signal {
    /// The server has made an invitation, or not.
    Invited(Box<invite::Asked>, Box<Called<InvitationMade>>),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    if cx.open.sharing.busy {
        return Command::done();
    }
    match intent {
        Intent::Open(member) => change::open(member, cx),
        Intent::Save(member) => change::save(member, cx),
        Intent::Stop(member) => change::stop(member, cx),
        Intent::Invite => invite::ask(cx),
        Intent::Looks(count) => {
            cx.open.stack.pop();
            cx.open.stack.push(crate::nav::Screen::Sharing(Screen::Looks(count)));
            Command::done()
        }
    }
}

/// Takes in a signal.
pub fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    cx.open.sharing.busy = false;
    match signal {
        Signal::Invited(asked, called) => invite::invited(*asked, *called, cx),
    }
}

/// Called when a place is entered.
pub fn entered(screen: &Screen, cx: &mut Cx<'_>) -> Cmd {
    match screen {
        Screen::Invite => invite::entered(cx),
        // A code is not kept longer than its page is looked at.
        Screen::All => cx.open.sharing.made = None,
        _ => {}
    }
    Command::done()
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    let mut page = match screen {
        Screen::All => pages::all(view),
        Screen::Change(member) => change::page(*member, view),
        Screen::Stop(member) => change::stop_page(*member, view),
        Screen::Invite => invite::page(view),
        Screen::Code => invite::code_page(view),
        Screen::Looks(count) => looks::page(*count, view),
    };
    page.busy = view.open.sharing.busy;
    page
}

fn seconds(ms: i64) -> i64 {
    ms.div_euclid(1000)
}
