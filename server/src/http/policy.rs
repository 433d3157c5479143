//! Who may ask what: decided here, before a handler sees anything.
//!
//! A handler takes a policy's value as an argument, and the value can be made
//! only here, by a check that passed. There is no way to register a handler
//! without one ([`super::api::Routes::add`]), so nothing is open by oversight.
//!
//! A check has two halves: *enter* looks at the token alone, before a byte of
//! the body is read; *admit* looks at what is asked about.

use std::future::Future;
use std::net::IpAddr;
use std::sync::Arc;

use axum::http::HeaderValue;
use record::RecordId;
use record::api::Secret;

use super::App;
use super::asker::Asker;
use super::body::Calendar;
use crate::accounts::limits::Trying;
use crate::calendar::{self, Given};
use crate::records::{self, Standing, TeamId};
use crate::refused::Refused;
use crate::sessions::{self, Caller};

/// A check that stands before a handler.
pub(super) trait Policy<In>: Sized + Send {
    /// What is known after the first half.
    type Entry: Send;
    /// Whether a token is needed, for the description.
    const SIGNED_IN: bool;

    /// Looks at who asks.
    fn enter(
        app: &Arc<App>,
        asker: &Asker,
    ) -> impl Future<Output = Result<Self::Entry, Refused>> + Send;

    /// Looks at what they ask about.
    fn admit(
        app: &Arc<App>,
        entry: Self::Entry,
        asked: &In,
    ) -> impl Future<Output = Result<Self, Refused>> + Send;
}

/// Something that asks about one record.
pub(super) trait AboutRecord {
    /// Which.
    fn record(&self) -> RecordId;
}

/// Anybody, signed in or not: for signing in, and for what is no secret.
pub(super) struct Anyone {
    address: Option<IpAddr>,
}

impl Anyone {
    pub(super) fn address(&self) -> Option<IpAddr> {
        self.address
    }
}

impl<In: Sync> Policy<In> for Anyone {
    type Entry = Self;
    const SIGNED_IN: bool = false;

    async fn enter(_: &Arc<App>, asker: &Asker) -> Result<Self, Refused> {
        Ok(Self { address: asker.address })
    }

    async fn admit(_: &Arc<App>, entry: Self, _: &In) -> Result<Self, Refused> {
        Ok(entry)
    }
}

/// Whoever holds the address of a calendar. The secret in it is the token; which of
/// those that it might have been it is not, is not said.
pub(super) struct Follower {
    calendar: Given,
    known: Option<HeaderValue>,
}

impl Follower {
    /// The calendar; none where they have this one already.
    pub(super) fn calendar(self) -> Calendar {
        let Given { text, tag } = self.calendar;
        let known = self.known.as_ref().and_then(|known| known.to_str().ok());
        // A proxy that packs on the way makes a weak one of it.
        let has = |known: &str| {
            known.split(',').any(|one| matches!(one.trim().trim_start_matches("W/"), one if one == tag || one == "*"))
        };
        Calendar { text: (!known.is_some_and(has)).then_some(text), tag }
    }
}

impl<In: Sync> Policy<In> for Follower {
    type Entry = Self;
    const SIGNED_IN: bool = false;

    async fn enter(app: &Arc<App>, asker: &Asker) -> Result<Self, Refused> {
        app.limits.take(Trying::Calendar, asker.address, "", app.now())?;
        let secret = asker.secret.as_ref().map(Secret::reveal).unwrap_or_default();
        let calendar = calendar::given(&app.books, secret).await?;
        Ok(Self { calendar, known: asker.known.clone() })
    }

    async fn admit(_: &Arc<App>, entry: Self, _: &In) -> Result<Self, Refused> {
        Ok(entry)
    }
}

/// Anybody who is signed in.
pub(super) struct SignedIn {
    caller: Caller,
    address: Option<IpAddr>,
    origin: String,
}

impl SignedIn {
    pub(super) fn caller(&self) -> &Caller {
        &self.caller
    }

    pub(super) fn address(&self) -> Option<IpAddr> {
        self.address
    }

    /// Where the server is, as they reached it.
    pub(super) fn origin(&self) -> &str {
        &self.origin
    }
}

impl<In: Sync> Policy<In> for SignedIn {
    type Entry = Self;
    const SIGNED_IN: bool = true;

    async fn enter(app: &Arc<App>, asker: &Asker) -> Result<Self, Refused> {
        let caller = sessions::ask::caller(&app.books, asker.token.clone(), app.now()).await?;
        Ok(Self { caller, address: asker.address, origin: asker.origin() })
    }

    async fn admit(_: &Arc<App>, entry: Self, _: &In) -> Result<Self, Refused> {
        Ok(entry)
    }
}

/// A colleague.
pub(super) struct Staff {
    team: TeamId,
}

impl Staff {
    pub(super) fn team(&self) -> TeamId {
        self.team
    }
}

impl<In: Sync> Policy<In> for Staff {
    type Entry = Self;
    const SIGNED_IN: bool = true;

    async fn enter(app: &Arc<App>, asker: &Asker) -> Result<Self, Refused> {
        let entry = <SignedIn as Policy<()>>::enter(app, asker).await?;
        Ok(Self { team: entry.caller.kind.team()? })
    }

    async fn admit(_: &Arc<App>, entry: Self, _: &In) -> Result<Self, Refused> {
        Ok(entry)
    }
}

/// Somebody to whom the record asked about is open now.
pub(super) struct Member {
    caller: Caller,
    standing: Standing,
}

impl Member {
    pub(super) fn caller(&self) -> &Caller {
        &self.caller
    }

    pub(super) fn standing(&self) -> Standing {
        self.standing
    }
}

impl<In: AboutRecord + Sync> Policy<In> for Member {
    type Entry = SignedIn;
    const SIGNED_IN: bool = true;

    async fn enter(app: &Arc<App>, asker: &Asker) -> Result<SignedIn, Refused> {
        <SignedIn as Policy<()>>::enter(app, asker).await
    }

    async fn admit(app: &Arc<App>, entry: SignedIn, asked: &In) -> Result<Self, Refused> {
        let standing =
            records::ask::standing(&app.books, &entry.caller, asked.record(), app.now()).await?;
        Ok(Self { standing: standing.opened()?, caller: entry.caller })
    }
}

/// A colleague who may open the record asked about.
pub(super) struct MayOpen {
    caller: Caller,
    standing: Standing,
}

impl MayOpen {
    pub(super) fn caller(&self) -> &Caller {
        &self.caller
    }

    pub(super) fn standing(&self) -> Standing {
        self.standing
    }
}

impl<In: AboutRecord + Sync> Policy<In> for MayOpen {
    type Entry = SignedIn;
    const SIGNED_IN: bool = true;

    async fn enter(app: &Arc<App>, asker: &Asker) -> Result<SignedIn, Refused> {
        let entry = <SignedIn as Policy<()>>::enter(app, asker).await?;
        entry.caller.kind.team()?;
        Ok(entry)
    }

    async fn admit(app: &Arc<App>, entry: SignedIn, asked: &In) -> Result<Self, Refused> {
        let standing =
            records::ask::standing(&app.books, &entry.caller, asked.record(), app.now()).await?;
        Ok(Self { standing, caller: entry.caller })
    }
}
