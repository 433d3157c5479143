//! What this account may reach: asked when somebody signs in, and again when
//! something says that it may have changed, so that a consent that was given or
//! taken back shows on every device without signing in again.

use crux_core::Command;
use crux_core::render::render;
use record::Scope;
use record::api::{AccountRole, Enrolled, Me, RecordCard, RecordOnly, RecordRole, paths};

use super::{Called, Signal, call};
use crate::app::{self, Cmd};
use crate::command::{ask, run};
use crate::effects::network::Method;
use crate::effects::store::{StoreOperation, StoreOutput};
use crate::holding::{About, Holding, RecordSide};
use crate::model::{Cx, Open};
use crate::{sync, welcome};

/// Not again within so many milliseconds, whatever says that something changed.
const AT_MOST_EVERY: i64 = 10_000;
/// Again after so many, where nothing says anything.
const AT_LEAST_EVERY: i64 = 15 * 60_000;

/// Again after so many, for somebody who helps: a sign that they were given is in no
/// stream, and whoever has just joined hears no hints about the record yet.
const HELPING_EVERY: i64 = 55_000;

/// When the server was last asked.
#[derive(Default, Clone, Copy, Debug)]
pub struct Looked {
    /// Milliseconds since 1970 by this device.
    at: Option<i64>,
    /// It is being asked now.
    looking: bool,
    /// Something changed that the last answer may not know of.
    wanted: bool,
}

impl Looked {
    /// Whether the server is being asked.
    #[must_use]
    pub fn is_looking(self) -> bool {
        self.looking
    }
}

/// What of each record has been seen to come: a stream that appears or goes
/// means that somebody changed what is shared.
#[must_use]
pub fn streams(open: &Open) -> Vec<(u32, Vec<Scope>)> {
    open.holdings
        .iter()
        .map(|held| (held.index, held.cursors.iter().map(|(scope, _)| *scope).collect()))
        .collect()
}

/// Something says that what may be reached has changed: asks soon.
pub fn look_soon(cx: &mut Cx<'_>) -> Cmd {
    cx.open.looked.wanted = true;
    look_if_due(cx)
}

/// A minute passed, or the app came to the front: asks where it is time.
pub fn look_if_due(cx: &mut Cx<'_>) -> Cmd {
    let now = cx.now.ms;
    let Looked { at, looking, wanted } = cx.open.looked;
    // A clock that was put back counts as time that has passed.
    let since = at.map_or(i64::MAX, |at| if now < at { i64::MAX } else { now - at });
    let helps = cx.open.holdings.iter().any(|held| held.about.side == RecordSide::Carer);
    let due = since >= AT_LEAST_EVERY
        || (helps && since >= HELPING_EVERY)
        || (wanted && since >= AT_MOST_EVERY);
    let signed_in = cx.open.session.as_ref().filter(|session| !session.ended).cloned();
    // To a member of staff, only what they have opened is told; that is no news.
    let Some(session) = signed_in.filter(|session| session.account.role == AccountRole::Person)
    else {
        return Command::done();
    };
    if looking || !due {
        return Command::done();
    }
    cx.open.looked = Looked { at: Some(now), looking: true, wanted: false };
    let keep = cx.open.durable;
    let known: Vec<_> = cx
        .open
        .holdings
        .iter()
        .filter(|held| held.about.writer != record::Writer::ME)
        .filter_map(|held| held.about.record)
        .collect();
    run(move |ctx| async move {
        let mut session = Some(session);
        let called = call::<Me>(&ctx, session.clone(), keep, Method::Get, paths::ME, &()).await;
        let Called::Done(Me { mut records, calendar, account }) = called else {
            ctx.send_event(app::Signal::Account(Signal::NotLooked));
            return;
        };
        // A record that is new here needs a number for this device.
        for card in records.iter_mut().filter(|card| !known.contains(&card.record)) {
            let body = RecordOnly { record: card.record };
            let called =
                call::<Enrolled>(&ctx, session.clone(), keep, Method::Post, paths::ENROL, &body)
                    .await;
            match called {
                Called::Done(enrolled) => card.writer = Some(enrolled.writer),
                Called::SignedOut => session = None,
                // Asked again the next time.
                Called::Refused(_) | Called::Unreachable => {}
            }
        }
        ctx.send_event(app::Signal::Account(Signal::Looked(records, calendar, account.easy_read)));
    })
}

/// The server could not be asked.
pub(super) fn not_looked(cx: &mut Cx<'_>) -> Cmd {
    cx.open.looked.looking = false;
    Command::done()
}

/// The server has said what may be reached: keeps what differs.
pub(super) fn looked(mut cards: Vec<RecordCard>, cx: &mut Cx<'_>) -> Cmd {
    cx.open.looked.looking = false;
    if cx.open.session.is_none() || cx.open.saving {
        return Command::done();
    }
    cards.retain(|card| {
        let known = cx.open.holdings.iter().any(|held| held.about.record == Some(card.record));
        // One that is new here and has no number yet waits for the next time;
        // a record of one's own comes with signing in.
        known || (card.writer.is_some() && card.role == RecordRole::Carer)
    });
    for card in &mut cards {
        // This device's number in what it holds is sync's to change.
        if cx.open.holdings.iter().any(|held| held.about.record == Some(card.record)) {
            card.writer = None;
        }
    }
    let mut planned = welcome::plan(&cx.open.holdings, &cards);
    for (_, about) in &mut planned {
        let gone = about.side == RecordSide::Carer
            && !cards.iter().any(|card| about.record == Some(card.record));
        if gone {
            about.scopes = record::Scopes::NONE;
            about.adds = record::Scopes::NONE;
        }
    }
    let same = planned.len() == cx.open.holdings.len()
        && planned.iter().all(|(index, about)| {
            cx.open.holdings.iter().any(|held| held.index == *index && held.about == *about)
        });
    if same {
        return Command::done();
    }
    let records: Vec<(u32, &About)> =
        planned.iter().map(|(index, about)| (*index, about)).collect();
    let write = welcome::keep_records(&records);
    cx.open.looked.looking = true;
    ask(StoreOperation::Commit(vec![write]), move |output| {
        app::Signal::Account(Signal::Reached(planned, output))
    })
}

/// What may be reached is kept.
pub(super) fn reached(planned: Vec<(u32, About)>, output: &StoreOutput, cx: &mut Cx<'_>) -> Cmd {
    cx.open.looked.looking = false;
    if matches!(output, StoreOutput::Failed(_)) || cx.open.session.is_none() {
        // Said where something of the person's own cannot be kept; this comes again.
        return Command::done();
    }
    for (index, about) in planned {
        match cx.open.holding_by_index(index) {
            Some(holding) => {
                let About { writer, former, next, .. } = std::mem::take(&mut holding.about);
                holding.about = About { writer, former, next, ..about };
            }
            None => cx.open.holdings.push(Holding::new(index, about)),
        }
    }
    sync::kick(cx).and(render())
}
