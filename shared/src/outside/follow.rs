//! An address that a calendar follows: for a person with an account. The server is
//! told the times, each under a name that says nothing, and gives them to whoever has
//! the address. It belongs to the account, so any of its devices tells and ends it;
//! the address itself is known to the one that made it.

use crux_core::Command;
use crux_core::render::render;
use record::api::{CalendarMade, ProblemCode, paths};
use serde::{Deserialize, Serialize};

use super::{Signal as Own, calendar};
use crate::account::{Called, Kept, Posted, call};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::run;
use crate::effects::network::Method;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::screen::{Block, Button, Inset, Notice, NoticeTone};
use crate::words::say;
use crate::{json, settings};

/// An address, as it is kept on the device that made it.
#[derive(Serialize, Deserialize, Clone, PartialEq, Default)]
#[serde(default)]
pub struct Followed {
    address: String,
    /// When it was made, by which it is known from a later one.
    made: i64,
}

// As good as a password to the times.
impl std::fmt::Debug for Followed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Followed")
    }
}

/// What is remembered.
#[derive(Debug, Default)]
pub(super) struct State {
    /// When the address was made that serves, as the server said.
    made: Option<i64>,
    /// Whether it is being asked for.
    asking: bool,
    /// The times, as the server was told last in this run.
    posted: Posted,
}

/// What this part of the page tells itself.
#[derive(Debug)]
pub enum Signal {
    /// An address was made, or not.
    Made(Called<CalendarMade>),
    /// It serves no longer, or still does.
    Ended(Called<()>),
    /// The server has been told the times; or was not.
    Told(Called<()>, Vec<u8>),
}

fn session(view: View<'_>) -> Option<&Kept> {
    let session = view.open.session.as_ref()?;
    (!session.ended && !view.open.staff.is_active()).then_some(session)
}

/// Makes an address, or ends the one there is.
pub(super) fn turn(on: bool, cx: &mut Cx<'_>) -> Cmd {
    let Some(session) = session(cx.view()).cloned() else { return Command::done() };
    if std::mem::replace(&mut cx.open.outside.follow.asking, true) {
        return Command::done();
    }
    let (path, keep) = (paths::CALENDAR, cx.open.durable);
    run(move |ctx| async move {
        let session = Some(session);
        let signal = if on {
            Signal::Made(call(&ctx, session, keep, Method::Post, path, &()).await)
        } else {
            Signal::Ended(call(&ctx, session, keep, Method::Delete, path, &()).await)
        };
        ctx.send_event(AppSignal::Outside(Own::Follow(signal)));
    })
}

/// Takes in a signal.
pub(super) fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let state = &mut cx.open.outside.follow;
    let done = match signal {
        Signal::Told(called, times) => {
            if state.posted.heard(0, &called, times) {
                return tell(cx).unwrap_or_else(Command::done);
            }
            // Ended on another device.
            let gone = matches!(called, Called::Refused(problem) if problem.code == ProblemCode::CalendarUnknown);
            return if gone { followed(None, cx) } else { Command::done() };
        }
        Signal::Made(Called::Done(CalendarMade { address, made })) => {
            let address = address.reveal().to_owned();
            cx.open.settings.calendar = Some(Followed { address, made });
            Some((Some(made), say!(words, "follow-on-now")))
        }
        Signal::Ended(Called::Done(())) => {
            cx.open.settings.calendar = None;
            Some((None, say!(words, "follow-off-now")))
        }
        Signal::Made(_) | Signal::Ended(_) => None,
    };
    let state = &mut cx.open.outside.follow;
    state.asking = false;
    let Some((made, title)) = done else {
        let title = say!(words, "push-unreachable");
        let text = say!(words, "push-unreachable-text");
        cx.open.notice = Some(Notice::new(NoticeTone::Warning, title).text(text));
        return render();
    };
    state.made = made;
    // A new one holds nothing yet.
    state.posted.forget();
    cx.open.notice = Some(Notice::new(NoticeTone::Success, title));
    settings::save(cx).and(super::refresh(cx)).and(render())
}

/// The server says when the address was made that serves; none where none does.
pub(crate) fn followed(made: Option<i64>, cx: &mut Cx<'_>) -> Cmd {
    let state = &mut cx.open.outside.follow;
    if std::mem::replace(&mut state.made, made) == made {
        return Command::done();
    }
    state.posted.forget();
    super::refresh(cx).and(render())
}

/// Tells the server the times, where they have changed: only after all that other
/// devices wrote has come, for one of them may have said more.
pub(super) fn tell(cx: &mut Cx<'_>) -> Option<Cmd> {
    let view = cx.view();
    let (state, sync) = (&view.open.outside.follow, &view.open.sync);
    let may = !state.posted.is_under_way() && !sync.is_running() && sync.last.is_some();
    state.made.filter(|_| may)?;
    let session = session(view)?.clone();
    let times = json::bytes(&calendar::times(view));
    if !state.posted.is_news(0, &times) {
        return None;
    }
    let heard = |called, times| AppSignal::Outside(Own::Follow(Signal::Told(called, times)));
    let by = (session, cx.open.durable);
    let state = &mut cx.open.outside.follow;
    Some(state.posted.tell(paths::CALENDAR_TIMES, times, by, Box::new(heard)))
}

/// The part of the page.
pub(super) fn blocks(view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let mut blocks = vec![Block::heading(say!(words, "follow-heading"))];
    if session(view).is_none() {
        blocks.push(Block::paragraph(say!(words, "follow-account")));
        return blocks;
    }
    let turn = |on| Press::Outside(super::Intent::Follow(on));
    let made = view.open.outside.follow.made;
    blocks.push(Block::paragraph(say!(words, "follow-what")));
    let text = vec![
        say!(words, "follow-sees"),
        say!(words, "follow-makers"),
        say!(words, "follow-late"),
        say!(words, "follow-stays"),
    ];
    blocks.push(Block::Inset(Inset { text }));
    let mut buttons = Vec::new();
    if made.is_none() {
        buttons.push(Button::secondary(say!(words, "follow-make"), turn(true)));
    } else {
        let here = view.open.settings.calendar.as_ref().filter(|here| Some(here.made) == made);
        match here {
            Some(Followed { address, .. }) => {
                blocks.push(Block::paragraph(say!(words, "follow-copy")));
                blocks.push(Block::lede(address.as_str()));
            }
            None => blocks.push(Block::paragraph(say!(words, "follow-elsewhere"))),
        }
        buttons.push(Button::secondary(say!(words, "follow-stop"), turn(false)));
        buttons.push(Button::quiet(say!(words, "follow-again"), turn(true)));
    }
    blocks.push(Block::buttons(buttons));
    blocks
}
