//! Locking the app: nothing is shown until the person has shown that the device
//! is theirs. The page itself is gone while the app is locked, so there is nothing
//! for a shell to hide, and nothing in the picture that a phone takes of an app
//! that is left. What is being sent goes on.
//!
//! What stands about the person ("About me") can be shown in front of the lock, to
//! whoever helps them in an emergency, where the person has allowed that and only
//! there; nothing leads from it further in.
//!
//! Against somebody who picks up a phone that is unlocked. What is at rest is
//! sealed by the device's key in any case.

#[cfg(test)]
mod tests;

use crux_core::Command;
use crux_core::render::render;
use serde::{Deserialize, Serialize};

use crate::app::{Cmd, Signal as AppSignal};
use crate::command;
use crate::effects::platform::{PlatformOperation, PlatformOutput, Unlocked, Unlocking};
use crate::event::Event;
use crate::help;
use crate::model::{Cx, Open, View};
use crate::nav::{self, Intent as Press};
use crate::screen::{
    Action, Block, Button, Icon, Link, Look, Notice, NoticeTone, Page, SyncStatus,
};
use crate::words::say;
use crate::{about_me, settings, staff, sync};

/// Who comes back within this is not asked again: a photo was taken, a number
/// looked up.
const GRACE_MS: i64 = 60_000;

/// Who comes a day later than they pressed no longer expects what they pressed.
const THEN_MS: i64 = 24 * 60 * 60_000;

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Ask, so that the app opens.
    Unlock,
    /// From now on lock the app, or no longer.
    Turn(bool),
    /// From now on "About me" may be shown while it is locked, or no longer.
    Allow(bool),
    /// Show it.
    Show,
    /// No longer show it.
    Hide,
}

/// How it stands.
#[derive(Debug, Default)]
pub enum State {
    /// Not locked.
    #[default]
    Open,
    /// The app was left: nothing is shown, and who is soon back is not asked.
    Away {
        /// When, by the device's clock, in milliseconds.
        since_ms: i64,
    },
    /// Locked.
    Locked {
        /// Whether the person is being asked.
        asking: bool,
    },
    /// Locked, with "About me" in front of it.
    Showing,
}

/// What was pressed outside while the app was locked. Kept on the device: the system
/// may end the app before its person comes.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Then {
    what: Pressed,
    /// When, by the device's clock, in milliseconds.
    at_ms: i64,
}

#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
enum Pressed {
    /// A button's token.
    Press(String),
    /// A link.
    Link(String),
}

impl Then {
    fn event(self) -> Event {
        match self.what {
            Pressed::Press(token) => Event::Press(Action { token }),
            Pressed::Link(link) => Event::Link(link),
        }
    }
}

/// What this feature tells itself.
#[derive(Debug)]
pub enum Signal {
    /// What came of asking, so that the app opens.
    Unlocked(PlatformOutput),
    /// What came of asking, so that the setting changes.
    Turned(bool, PlatformOutput),
}

/// Whether anything is hidden now.
#[must_use]
pub fn hides(open: &Open) -> bool {
    !matches!(open.lock, State::Open)
}

fn is_on(cx: &Cx<'_>) -> bool {
    cx.open.settings.lock && cx.launch.abilities.unlock
}

/// The app has started.
pub(crate) fn begin(cx: &mut Cx<'_>) -> Cmd {
    if cx.open.settings.lock && !cx.launch.abilities.unlock {
        let gone_on = go_on(cx);
        return gone_on.and(without(cx));
    }
    if !is_on(cx) {
        return Command::done();
    }
    if cx.launch.background {
        cx.open.lock = State::Locked { asking: false };
        return Command::done();
    }
    ask_to_open(None, cx)
}

/// The app is no longer in front.
pub(crate) fn left(cx: &mut Cx<'_>) {
    match cx.open.lock {
        State::Open if is_on(cx) => cx.open.lock = State::Away { since_ms: cx.now.ms },
        State::Showing => cx.open.lock = State::Locked { asking: false },
        _ => {}
    }
}

/// The app is in front again.
pub(crate) fn returned(cx: &mut Cx<'_>) -> Cmd {
    match &mut cx.open.lock {
        // A clock that was put back counts for nothing.
        State::Away { since_ms } if (0..GRACE_MS).contains(&(cx.now.ms - *since_ms)) => {
            cx.open.lock = State::Open;
            Command::done()
        }
        State::Away { .. } | State::Locked { asking: false } => ask_to_open(None, cx),
        State::Open | State::Showing | State::Locked { asking: true } => Command::done(),
    }
}

/// What becomes of an event while nothing is shown; none where it goes its way.
pub(crate) fn meanwhile(event: &Event, cx: &mut Cx<'_>) -> Option<Cmd> {
    if !hides(cx.open) {
        return None;
    }
    match event {
        Event::Press(action) => {
            let intent = Press::read(action);
            match intent {
                Some(Press::Lock(Intent::Show)) if cx.open.settings.show_about => {
                    cx.open.lock = State::Showing;
                    return Some(Command::done());
                }
                Some(Press::Lock(Intent::Hide)) => {
                    cx.open.lock = State::Locked { asking: false };
                    return Some(Command::done());
                }
                _ => {}
            }
            let shows_nothing = match &intent {
                Some(Press::Reminders(intent)) => intent.shows_nothing(),
                Some(Press::Medicines(intent)) => intent.shows_nothing(),
                _ => false,
            };
            if shows_nothing {
                return None;
            }
            // From the locked page, or from outside the app.
            let from_outside = intent.is_some_and(|intent| intent != Press::Lock(Intent::Unlock));
            let then = from_outside.then(|| Pressed::Press(action.token.clone()));
            Some(ask_to_open(then, cx))
        }
        Event::Link(link) => Some(ask_to_open(Some(Pressed::Link(link.clone())), cx)),
        Event::Back => {
            if matches!(cx.open.lock, State::Showing) {
                cx.open.lock = State::Locked { asking: false };
            }
            Some(Command::done())
        }
        // Nothing of the record is given to what is in front of the lock.
        Event::Start(_) | Event::Media(_) => Some(Command::done()),
        // What was typed just before is not lost.
        Event::Input(_)
        | Event::Resume
        | Event::Left
        | Event::Background
        | Event::Settle(_)
        | Event::Network(_) => None,
    }
}

fn ask(cx: &Cx<'_>) -> PlatformOperation {
    PlatformOperation::Unlock(Unlocking { reason: say!(cx.words, "lock-reason") })
}

fn ask_to_open(then: Option<Pressed>, cx: &mut Cx<'_>) -> Cmd {
    let mut kept = Command::done();
    // What waited before still does, unless something else was pressed since.
    if let Some(what) = then {
        cx.open.settings.then = Some(Then { what, at_ms: cx.now.ms });
        kept = settings::save(cx);
    }
    if let State::Locked { asking: true } = cx.open.lock {
        return kept;
    }
    cx.open.lock = State::Locked { asking: true };
    let asked = command::ask(ask(cx), |output| AppSignal::Lock(Signal::Unlocked(output)));
    kept.and(asked)
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        // Pressed twice: it is open.
        Intent::Unlock | Intent::Show | Intent::Hide => Command::done(),
        Intent::Allow(on) => {
            cx.open.settings.show_about = on;
            settings::save(cx)
        }
        Intent::Turn(on) => {
            command::ask(ask(cx), move |output| AppSignal::Lock(Signal::Turned(on, output)))
        }
    }
}

/// Takes in a signal.
#[expect(clippy::needless_pass_by_value, reason = "as every feature's")]
pub fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    match signal {
        Signal::Unlocked(PlatformOutput::Unlock(Unlocked::Proved)) => opened(cx),
        // Who took the device's own lock away had to show that it is theirs.
        Signal::Unlocked(PlatformOutput::Unlock(Unlocked::Unavailable)) => {
            let opened = opened(cx);
            opened.and(without(cx))
        }
        Signal::Unlocked(_) => {
            if let State::Locked { asking } = &mut cx.open.lock {
                *asking = false;
            }
            render()
        }
        Signal::Turned(on, PlatformOutput::Unlock(Unlocked::Proved)) => {
            cx.open.settings.lock = on;
            let id = if on { "lock-on-now" } else { "lock-off-now" };
            cx.open.notice = Some(Notice::new(NoticeTone::Success, cx.words.get(id)));
            settings::save(cx).and(render())
        }
        Signal::Turned(_, PlatformOutput::Unlock(Unlocked::Unavailable)) => {
            without(cx).and(render())
        }
        Signal::Turned(..) => {
            let title = say!(cx.words, "lock-not-changed");
            cx.open.notice = Some(Notice::new(NoticeTone::Info, title));
            render()
        }
    }
}

fn opened(cx: &mut Cx<'_>) -> Cmd {
    if !matches!(cx.open.lock, State::Locked { .. } | State::Showing) {
        return render();
    }
    cx.open.lock = State::Open;
    go_on(cx).and(render())
}

/// Does what was pressed while nothing was shown, once: it is forgotten first.
fn go_on(cx: &mut Cx<'_>) -> Cmd {
    let Some(then) = cx.open.settings.then.take() else { return Command::done() };
    let kept = settings::save(cx);
    // A clock that was put back counts for nothing.
    if !(0..THEN_MS).contains(&(cx.now.ms - then.at_ms)) {
        return kept;
    }
    kept.and(Command::event(AppSignal::from(then.event())))
}

/// The device has no lock any more that the app could ask for: goes on without, and
/// says so.
fn without(cx: &mut Cx<'_>) -> Cmd {
    cx.open.settings.lock = false;
    let notice = Notice::new(NoticeTone::Warning, say!(cx.words, "lock-gone"));
    cx.open.notice = Some(notice.text(say!(cx.words, "lock-gone-text")));
    settings::save(cx)
}

/// How the person wants it to look, and whether nothing may be seen of it where
/// the device shows its apps.
#[must_use]
pub(crate) fn look(view: View<'_>) -> Look {
    let covered = view.open.settings.lock && view.launch.abilities.unlock;
    Look { covered, ..view.open.settings.look() }
}

/// The page while nothing is shown. Whom to call in an emergency is not hidden.
#[must_use]
pub fn page(view: View<'_>) -> Page {
    let words = view.words;
    let back = || Link::to(say!(words, "back"), Press::Lock(Intent::Hide));
    let allowed = view.open.settings.show_about;
    let about = allowed.then(|| about_me::in_front(view, back())).flatten();
    let open = Button::primary(say!(words, "lock-open"), Press::Lock(Intent::Unlock));
    let mut buttons = vec![open];
    if let Some(page) = about {
        if matches!(view.open.lock, State::Showing) {
            return Page { place: nav::token(view.open), look: look(view), ..page };
        }
        let show = Press::Lock(Intent::Show);
        buttons.push(Button::secondary(say!(words, "about-me-show"), show).icon(Icon::Person));
    }
    let mut blocks = vec![Block::paragraph(say!(words, "lock-text")), Block::buttons(buttons)];
    blocks.extend(help::cards(words));
    let staff = view.open.staff.is_active();
    let status = if staff { staff::status(view) } else { sync::status(view) };
    Page {
        name: "locked".into(),
        title: say!(words, "lock-title"),
        place: nav::token(view.open),
        look: look(view),
        // What is saved and sent says nothing of what it is.
        sync: SyncStatus { action: None, ..status },
        blocks,
        ..Page::default()
    }
}

/// The choice among the settings; nothing where the device cannot.
#[must_use]
pub fn choice(view: View<'_>) -> Vec<Block> {
    if !view.launch.abilities.unlock {
        return Vec::new();
    }
    let words = view.words;
    let turn = |on| Press::Lock(Intent::Turn(on));
    let mut blocks = settings::two(
        say!(words, "lock-heading"),
        say!(words, "lock-what"),
        view.open.settings.lock,
        [(say!(words, "lock-on"), turn(true)), (say!(words, "lock-off"), turn(false))],
    );
    if view.open.settings.lock {
        let allow = |on| Press::Lock(Intent::Allow(on));
        blocks.extend(settings::two(
            say!(words, "lock-about"),
            say!(words, "lock-about-what"),
            view.open.settings.show_about,
            [
                (say!(words, "lock-about-on"), allow(true)),
                (say!(words, "lock-about-off"), allow(false)),
            ],
        ));
    }
    blocks
}
