//! How somebody reads: Easy Read or the standard words. It is their account's, so that
//! it is the same on their devices, and in nobody's record: who helps reads the same
//! record in their own way. With no account it is the device's.

use record::api::{Reading, paths};

use super::{Intent, Signal, save};
use crate::account::{Called, Posted};
use crate::app::{Cmd, Signal as AppSignal};
use crate::json;
use crate::model::{Cx, Open, View};
use crate::nav::Intent as Press;
use crate::screen::{Button, Icon};
use crate::words::say;

/// The press beside the title of every page.
pub(crate) fn button(view: View<'_>) -> Button {
    let easy = view.open.settings.easy_read;
    let words = view.words;
    let label = if easy { say!(words, "easy-read-leave") } else { say!(words, "easy-read") };
    Button::quiet(label, Press::Settings(Intent::Read(!easy))).icon(Icon::Picture)
}

/// One press: from now on these words.
pub(super) fn turn(easy: bool, cx: &mut Cx<'_>) -> Cmd {
    cx.open.settings.easy_read = easy;
    cx.open.settings.easy_read_untold = true;
    kept(cx).and(tell(cx))
}

/// Nothing of a member of staff is kept on the device.
fn kept(cx: &Cx<'_>) -> Cmd {
    if cx.open.staff.is_active() { Cmd::done() } else { save(cx) }
}

/// How whoever's device it is reads, while a member of staff is signed in on it.
pub(crate) struct Aside {
    easy: bool,
    untold: bool,
}

/// Puts it aside: the colleague's account says how they read.
pub(crate) fn set_aside(open: &mut Open) -> Aside {
    let settings = &mut open.settings;
    Aside { easy: settings.easy_read, untold: std::mem::take(&mut settings.easy_read_untold) }
}

/// They have signed out.
pub(crate) fn take_back(aside: &Aside, open: &mut Open) {
    open.settings.easy_read = aside.easy;
    open.settings.easy_read_untold = aside.untold;
    open.reading = Posted::default();
}

/// What the account says, once somebody has signed in or the server was asked: it
/// holds, unless something else was chosen here since.
pub(crate) fn said(said: Option<bool>, cx: &mut Cx<'_>) -> Cmd {
    let settings = &mut cx.open.settings;
    if settings.easy_read_untold {
        return tell(cx);
    }
    match said {
        Some(easy) if easy != settings.easy_read => {
            settings.easy_read = easy;
            kept(cx)
        }
        _ => Cmd::done(),
    }
}

/// Tells the account's server; again the next time it is asked, where it cannot be
/// reached now.
fn tell(cx: &mut Cx<'_>) -> Cmd {
    let easy_read = cx.open.settings.easy_read;
    let session = cx.open.session.clone().filter(|session| !session.ended);
    let Some(session) = session.filter(|_| !cx.open.reading.is_under_way()) else {
        return Cmd::done();
    };
    let by = (session, cx.open.durable && !cx.open.staff.is_active());
    let heard = |called, told| AppSignal::Settings(Signal::Reading(called, told));
    cx.open.reading.tell(paths::READING, json::bytes(&Reading { easy_read }), by, Box::new(heard))
}

/// It has been told, or not.
pub(super) fn told(called: &Called<()>, told: Vec<u8>, cx: &mut Cx<'_>) -> Cmd {
    let easy_read = cx.open.settings.easy_read;
    let same = told == json::bytes(&Reading { easy_read });
    cx.open.reading.heard(0, called, told);
    match called {
        _ if !cx.open.settings.easy_read_untold => Cmd::done(),
        Called::Unreachable | Called::SignedOut => Cmd::done(),
        // A server that knows nothing of it says so, and is not asked for ever.
        Called::Done(()) | Called::Refused(_) if same => {
            cx.open.settings.easy_read_untold = false;
            kept(cx)
        }
        Called::Done(()) | Called::Refused(_) => tell(cx),
    }
}

#[cfg(test)]
mod tests;
