//! The account: who is signed in on this device, and requests made as them.

mod call;
mod posted;
mod reach;
#[cfg(test)]
mod tests;

use record::api::{Account, Problem, ProblemCode, RecordCard, RecordRole, Session};
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::effects::clock::Now;
use crate::effects::store::{StoreOutput, Write};
use crate::holding::{About, RecordSide, TeamCard};
use crate::json;
use crate::model::Cx;
use crate::{outside, settings};

pub use call::{Called, Ctx, authorized, call, problem_of, send};
pub(crate) use posted::Posted;
pub use reach::{Looked, look_if_due, look_soon, streams};

/// The name of the value that holds the session.
pub const SESSION: &str = "session";

/// The session, as it is kept on the device (sealed like everything there).
#[derive(Serialize, Deserialize, Clone, PartialEq)]
pub struct Kept {
    /// Goes with every request.
    pub access: String,
    /// Gets the next tokens.
    pub refresh: String,
    /// Until when the access token serves, milliseconds since 1970 by this
    /// device's clock.
    pub until: i64,
    /// Who.
    pub account: Account,
    /// Set when the server ended the session: sign in again.
    #[serde(default)]
    pub ended: bool,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Kept(session)")
    }
}

impl Kept {
    /// From the server's answer.
    #[must_use]
    pub fn from_session(session: &Session, now: &Now) -> Self {
        Self {
            access: session.access.reveal().to_owned(),
            refresh: session.refresh.reveal().to_owned(),
            until: now.ms + i64::from(session.access_seconds) * 1000,
            account: session.account.clone(),
            ended: false,
        }
    }

    /// What keeps it.
    #[must_use]
    pub fn keep(&self) -> Write {
        Write::Put { key: SESSION.into(), body: json::bytes(self) }
    }
}

/// What the account tells the app.
#[derive(Debug)]
pub enum Signal {
    /// The session went on with new tokens (already kept).
    Renewed(Box<Kept>),
    /// The server ended the session.
    Ended,
    /// What the account may reach, as the server says now, when the address was made
    /// that a calendar follows, and whether the account reads Easy Read.
    Looked(Vec<RecordCard>, Option<i64>, Option<bool>),
    /// The server could not be asked.
    NotLooked,
    /// What it said is kept, or not.
    Reached(Vec<(u32, About)>, StoreOutput),
}

/// Takes in a signal.
pub fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    match signal {
        Signal::Renewed(kept) => {
            // Only while it is still theirs: they may have signed out since.
            if let Some(session) = &mut cx.open.session
                && session.account.id == kept.account.id
            {
                *session = *kept;
            }
            Cmd::done()
        }
        Signal::Looked(cards, calendar, easy_read) => Cmd::all([
            settings::reading::said(easy_read, cx),
            outside::followed(calendar, cx),
            reach::looked(cards, cx),
        ]),
        Signal::NotLooked => reach::not_looked(cx),
        Signal::Reached(planned, output) => reach::reached(planned, &output, cx),
        // Nothing of a member of staff is kept on the device.
        Signal::Ended if cx.open.staff.is_active() => crate::staff::ended(cx),
        Signal::Ended => {
            let Some(session) = &mut cx.open.session else {
                return Cmd::done();
            };
            session.ended = true;
            let keep = session.keep();
            crate::app::keep(vec![keep]).and(crux_core::render::render())
        }
    }
}

/// Whether the server means that the session is over.
#[must_use]
pub fn is_over(problem: &Problem) -> bool {
    matches!(problem.code, ProblemCode::SessionEnded | ProblemCode::SignedOut)
}

/// What a record's card says, as a holding keeps it.
#[must_use]
pub fn about(card: &RecordCard, old: &About) -> About {
    let mut about = About {
        record: Some(card.record),
        writer: old.writer,
        member: card.member,
        side: match card.role {
            RecordRole::Person => RecordSide::Person,
            RecordRole::Carer => RecordSide::Carer,
            RecordRole::Staff => RecordSide::Team,
        },
        name: card.name.clone(),
        scopes: card.scopes,
        adds: card.adds,
        teams: card
            .teams
            .iter()
            .map(|team| TeamCard {
                member: team.member,
                id: team.team.id,
                name: team.team.name.clone(),
                reply_hours: team.team.reply_hours,
            })
            .collect(),
        former: old.former.clone(),
        next: old.next,
        signs: card.signs.clone(),
    };
    if let Some(writer) = card.writer {
        about.give(writer);
    }
    about
}
