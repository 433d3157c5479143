//! The door: HTTP in, HTTP out, and nothing decided that is not decided by
//! [`policy`] or by the rules beneath.

mod answer;
mod api;
mod asker;
mod body;
mod calendar;
mod handlers;
mod headers;
pub mod hints;
mod media;
mod openapi;
mod paper;
mod patience;
mod policy;
mod routes;
mod serve;
mod signs;

pub use api::RouteCard;
pub use routes::cards;
pub use serve::{Config, Running, StartError, open_books, open_books_at, start};

use std::sync::Arc;

use crate::accounts::limits::Limits;
use crate::accounts::password::Passwords;
use crate::caseload::Cache;
use crate::clock::{Clock, Moment};
use crate::metrics::Metrics;
use crate::paper::Press;
use crate::signs::Deliver;
use crate::store::books::Books;
use crate::web::{Apps, Asset};

/// Everything that handlers work with.
pub(crate) struct App {
    pub(crate) books: Books,
    pub(crate) passwords: Passwords,
    pub(crate) limits: Limits,
    pub(crate) room: body::Room,
    pub(crate) hub: Arc<hints::Hub>,
    pub(crate) deliver: Arc<Deliver>,
    pub(crate) caseload: Arc<Cache>,
    pub(crate) press: Press,
    pub(crate) metrics: Metrics,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) assets: &'static [Asset],
    /// The OpenAPI document, as it is sent.
    pub(crate) description: String,
    /// Whether the address of whoever asks is in `X-Forwarded-For`, because a
    /// proxy stands before the server.
    pub(crate) behind_proxy: bool,
    /// The phones' apps that it vouches for.
    pub(crate) apps: Apps,
}

impl App {
    pub(crate) fn now(&self) -> Moment {
        self.clock.now()
    }

    /// So many seconds, give or take a quarter, so that those who were turned
    /// away together do not come back together.
    pub(crate) fn jitter(&self, seconds: u32) -> u32 {
        let mut byte = [0];
        if self.books.chance().fill(&mut byte).is_err() {
            return seconds;
        }
        seconds + seconds.saturating_mul(u32::from(byte[0])) / 1024
    }
}
