//! What the top of each page says about saving and sending.

use super::Problem;
use crate::model::View;
use crate::nav::Screen;
use crate::screen::{SyncState, SyncStatus};
use crate::words::say;
use crate::your_data;

/// The words, and where more is said.
#[must_use]
pub fn status(view: View<'_>) -> SyncStatus {
    let words = view.words;
    let open = view.open;
    let unsent: u32 = open.holdings.iter().map(crate::holding::Holding::unsent).sum();
    let parked = open.holdings.iter().any(|holding| !holding.parked.is_empty());
    let (state, text) = match open.session() {
        _ if !open.durable && (open.session().is_none() || unsent > 0) => {
            (SyncState::NotSaved, say!(words, "sync-not-saved"))
        }
        None => (SyncState::SavedHere, say!(words, "sync-saved-here")),
        Some(session) if session.ended => (SyncState::Attention, say!(words, "sync-sign-in")),
        Some(_) if parked || matches!(open.sync.problem, Some(Problem::Refused)) => {
            (SyncState::Attention, say!(words, "sync-look"))
        }
        Some(_) if matches!(open.sync.problem, Some(Problem::Store(_))) => {
            (SyncState::Attention, say!(words, "sync-no-room"))
        }
        Some(_) if open.sync.is_running() && unsent > 0 => {
            (SyncState::Sending, say!(words, "sync-sending"))
        }
        Some(_) if unsent > 0 => (SyncState::Waiting, say!(words, "sync-waiting")),
        Some(_) if open.holdings.iter().any(|held| super::is_enrolled(held) && !held.whole) => {
            let text = if open.sync.is_offline() {
                say!(words, "sync-to-come")
            } else {
                say!(words, "sync-fetching")
            };
            (SyncState::Waiting, text)
        }
        Some(_) if open.sync.is_offline() => (SyncState::Sent, say!(words, "sync-sent-offline")),
        Some(_) => (SyncState::Sent, say!(words, "sync-sent")),
    };
    SyncStatus {
        state,
        text,
        action: (!open.staff.is_active())
            .then(|| Screen::YourData(your_data::Screen::Overview).into()),
    }
}
