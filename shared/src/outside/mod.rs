//! What the app says outside itself: notifications, and the widget on the home
//! screen. Both are seen by others, so neither holds anything of a person's
//! health, nor who wrote.
//!
//! After whatever may have changed it, what should be shown is compared with what
//! the shell was told last, and the shell is told the difference.

mod calendar;
mod follow;
mod plan;
mod push;
mod quiet;
mod rely;
mod reminders;
#[cfg(test)]
mod tests;
mod travel;
mod unseen;
mod widget;

use crux_core::Command;
use crux_core::render::render;
use serde::{Deserialize, Serialize};

use crate::account::Posted;
use crate::app::{Cmd, Signal as AppSignal};
use crate::command;
use crate::effects::platform::{
    Notifications, Notified, Notifying, PlatformOperation, PlatformOutput, Widget,
};
use crate::event::Event;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Notice, NoticeTone, Page};
use crate::words::say;
use crate::{settings, tell};

pub use follow::Followed;
pub(crate) use follow::followed;
pub(crate) use plan::{AGAIN, Asked, Plan};
pub use quiet::Quiet;
pub(crate) use rely::pressed;
pub(crate) use reminders::{Asking, RuleClock, Source, sources};
pub(crate) use travel::{agreed, card as travel_card};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Screen {
    /// Setting the quiet hours.
    Quiet,
    /// How far this device can be relied on.
    Rely,
    /// What another zone's clock changes.
    Travel,
}

/// The page of a place.
#[must_use]
pub fn page(screen: Screen, view: View<'_>) -> Page {
    match screen {
        Screen::Quiet => quiet::page(view),
        Screen::Rely => rely::page(view),
        Screen::Travel => travel::page(view),
    }
}

/// A place has been entered.
pub(crate) fn entered(screen: Screen, cx: &mut Cx<'_>) -> Cmd {
    rely::entered(screen, cx)
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Set the quiet hours, or change them.
    Quiet,
    /// Keep them as the form says.
    SaveQuiet,
    /// Have none any more.
    NoQuiet,
    /// Say something now.
    Test,
    /// What was said for a test has come.
    Came,
    /// Go by the clock of the zone where the device is.
    GoByHere,
    /// Tell the person about new messages, or no longer.
    TellMessages(bool),
    /// Remind to the minute, or no longer.
    Exact(bool),
    /// Be told while the app is closed, or no longer.
    Push(bool),
    /// Save the times as a calendar file.
    Calendar,
    /// Make an address that a calendar can follow, or end it.
    Follow(bool),
}

/// What is remembered.
#[derive(Debug, Default)]
pub struct State {
    /// Whether the app is in front: who looks at it need not be told.
    pub in_front: bool,
    /// What the widget was told last.
    widget: Option<Widget>,
    /// What was armed last.
    armed: Option<reminders::Later>,
    /// How many things the platform is being told.
    telling: u32,
    /// How the platform last said that it stands; none before it has.
    stands: Option<Notified>,
    /// When something is due, as the server was told last in this run.
    signed: Posted,
    /// What a calendar follows.
    follow: follow::State,
    /// Whether this run has subscribed anew by itself.
    renewed: bool,
}

impl State {
    /// Whether the platform is being told something.
    #[must_use]
    pub fn is_telling(&self) -> bool {
        self.telling > 0
    }

    /// The platform has heard something, and says how it stands.
    fn heard(&mut self, output: &PlatformOutput) {
        if let PlatformOutput::Notifications(stands) = output {
            self.stands = Some(*stands);
        }
    }

    /// Whether it last said that the app may notify.
    fn allowed(&self) -> Option<Notifying> {
        self.stands.map(|stands| stands.allowed)
    }

    /// Whether it last said that alarms to the minute are not allowed.
    fn inexact(&self) -> bool {
        self.stands.is_some_and(|stands| !stands.exact)
    }
}

/// What this feature tells itself.
#[derive(Debug)]
pub enum Signal {
    /// The platform has said whether it may notify of messages.
    Asked(PlatformOutput),
    /// The platform has said whether it may notify of reminders.
    Reminding(PlatformOutput),
    /// The platform has said whether alarms to the minute are allowed.
    Exact(PlatformOutput),
    /// The platform has been told something.
    Told(PlatformOutput),
    /// Times go by another clock from now on.
    Moved,
    /// Of being told while the app is closed.
    Push(push::Signal),
    /// What became of the calendar file.
    Calendar(PlatformOutput),
    /// Of the address that a calendar follows.
    Follow(follow::Signal),
}

/// The app has started.
pub(crate) fn begin(cx: &mut Cx<'_>) -> Cmd {
    cx.open.outside.in_front = !cx.launch.background;
    refresh(cx)
}

/// Whether a signal may change what is shown outside.
#[must_use]
pub(crate) fn changes(signal: &AppSignal) -> bool {
    match signal {
        AppSignal::Saved(_)
        | AppSignal::Sync(_)
        | AppSignal::Woke(_)
        | AppSignal::Welcome(_)
        | AppSignal::Settings(_)
        | AppSignal::YourData(_) => true,
        AppSignal::At(_, event) => {
            matches!(**event, Event::Resume | Event::Left | Event::Background)
        }
        _ => false,
    }
}

/// How many things of the record on show are due now, in words that begin with the number: it stands on the
/// tab of Today and, as a number alone, on the app's icon.
#[must_use]
pub(crate) fn badge(view: View<'_>) -> Option<String> {
    let shown = view.open.holding()?.index;
    let armed = view.open.outside.armed.as_ref()?;
    let due: usize = armed.due.iter().filter(|(of, _)| *of == shown).map(|(_, due)| due).sum();
    (due > 0).then(|| say!(view.words, "reminders-due", count = due))
}

/// Tells the shell what has changed.
pub(crate) fn refresh(cx: &mut Cx<'_>) -> Cmd {
    refreshed(cx).unwrap_or_else(Command::done)
}

/// The same; none where there is nothing to tell, for a command costs its channels
/// even where it does nothing.
pub(crate) fn refreshed(cx: &mut Cx<'_>) -> Option<Cmd> {
    // A member of staff looks at the caseload; nothing of it leaves the app.
    if cx.open.staff.is_active() {
        return None;
    }
    let mut told = vec![travel::look(cx)];
    if cx.launch.abilities.notifications {
        told.push(Some(unseen::tell_messages(cx)));
        told.push(Some(tell::carer::tell(cx)));
        told.push(Some(arm(cx)));
        told.push(Some(push::tell(cx)));
    }
    told.push(tell::due::refresh(cx));
    told.push(follow::tell(cx));
    if cx.launch.abilities.widget {
        told.push(Some(widget::draw(cx)));
    }
    told.into_iter().flatten().reduce(Cmd::and)
}

pub(crate) fn ask(operation: PlatformOperation, cx: &mut Cx<'_>) -> Cmd {
    cx.open.outside.telling += 1;
    command::ask(operation, |output| AppSignal::Outside(Signal::Told(output)))
}

/// Arms what comes next, where that has changed, and takes away what is done.
fn arm(cx: &mut Cx<'_>) -> Cmd {
    let later = reminders::later(cx.view());
    // What the platform still has from another run of the app is not known: the
    // first list is handed over whatever it holds, an empty one too.
    let before = cx.open.outside.armed.take();
    let known = |id: &&String| before.as_ref().is_some_and(|before| before.over.contains(id));
    let over: Vec<String> = later.over.iter().filter(|id| !known(id)).cloned().collect();
    let mut command = Command::done();
    if !over.is_empty() {
        let clear = PlatformOperation::Notifications(Notifications::Clear(over));
        command = command.and(ask(clear, cx));
    }
    if before.is_none_or(|before| before.tellings != later.tellings) {
        let tellings = later.tellings.clone();
        let arm = PlatformOperation::Notifications(Notifications::Arm(tellings));
        command = command.and(ask(arm, cx));
    }
    cx.open.outside.armed = Some(later);
    command
}

/// Asks whether the platform may remind; nothing where it cannot.
pub(crate) fn ask_for_reminders(cx: &Cx<'_>) -> Cmd {
    if !cx.launch.abilities.notifications {
        return Command::done();
    }
    command::ask(PlatformOperation::Notifications(Notifications::Ask), |output| {
        AppSignal::Outside(Signal::Reminding(output))
    })
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::TellMessages(true) => {
            command::ask(PlatformOperation::Notifications(Notifications::Ask), |output| {
                AppSignal::Outside(Signal::Asked(output))
            })
        }
        Intent::TellMessages(false) => {
            cx.open.settings.tell_messages = false;
            let title = say!(cx.words, "telling-off-now");
            cx.open.notice = Some(Notice::new(NoticeTone::Success, title));
            settings::save(cx)
        }
        Intent::Exact(true) => {
            command::ask(PlatformOperation::Notifications(Notifications::AskExact), |output| {
                AppSignal::Outside(Signal::Exact(output))
            })
        }
        Intent::Exact(false) => remind_exactly(false, cx),
        Intent::Push(on) => push::turn(on, cx),
        Intent::Calendar => calendar::hand_over(cx),
        Intent::Follow(on) => follow::turn(on, cx),
        Intent::Quiet => quiet::open(cx),
        Intent::SaveQuiet => quiet::save(cx),
        Intent::NoQuiet => quiet::set(None, cx),
        Intent::Test => rely::test(cx),
        Intent::Came => rely::came(cx),
        Intent::GoByHere => travel::agree(cx),
    }
}

/// From now on reminders come to the minute, or within a while: all are armed anew.
fn remind_exactly(exact: bool, cx: &mut Cx<'_>) -> Cmd {
    cx.open.settings.exact = exact;
    let id = if exact { "exact-on-now" } else { "exact-off-now" };
    cx.open.notice = Some(Notice::new(NoticeTone::Success, cx.words.get(id)));
    settings::save(cx).and(refresh(cx)).and(render())
}

/// Takes in a signal.
pub fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    let (output, messages) = match signal {
        Signal::Asked(output) => (output, true),
        Signal::Reminding(output) => (output, false),
        Signal::Exact(output) => return exactly(&output, cx),
        Signal::Calendar(output) => return calendar::handed(&output, cx),
        Signal::Push(signal) => return push::signal(signal, cx),
        Signal::Follow(signal) => return follow::signal(signal, cx),
        Signal::Moved => return refresh(cx).and(render()),
        Signal::Told(output) => {
            cx.open.outside.telling = cx.open.outside.telling.saturating_sub(1);
            let before = cx.open.outside.stands;
            cx.open.outside.heard(&output);
            let shown = *cx.open.screen() == Place::Outside(Screen::Rely);
            let changed = shown && cx.open.outside.stands != before;
            return if changed { render() } else { Command::done() };
        }
    };
    cx.open.outside.heard(&output);
    let on = matches!(
        output,
        PlatformOutput::Notifications(Notified { allowed: Notifying::Allowed, .. })
    );
    if !messages {
        if on {
            return render();
        }
        // It still stands on Today, and the page that was saved says so.
        cx.open.notice = Some(denied(cx));
        return render();
    }
    cx.open.settings.tell_messages = on;
    cx.open.notice = Some(if on {
        Notice::new(NoticeTone::Success, say!(cx.words, "telling-on-now"))
    } else {
        denied(cx)
    });
    settings::save(cx).and(render())
}

/// The person has been where the platform lets them allow it.
fn exactly(output: &PlatformOutput, cx: &mut Cx<'_>) -> Cmd {
    cx.open.outside.heard(output);
    if !cx.open.outside.inexact() {
        return remind_exactly(true, cx);
    }
    let title = say!(cx.words, "exact-denied");
    cx.open.notice =
        Some(Notice::new(NoticeTone::Warning, title).text(say!(cx.words, "exact-denied-text")));
    render()
}

fn denied(cx: &Cx<'_>) -> Notice {
    Notice::new(NoticeTone::Warning, say!(cx.words, "telling-denied"))
        .text(say!(cx.words, "telling-denied-text"))
}

/// Whether the person wants to hear nothing by itself just now.
pub(crate) fn is_quiet(cx: &Cx<'_>) -> bool {
    let seconds = cx.now.ms.div_euclid(1000);
    cx.open.settings.quiet.is_some_and(|quiet| quiet.has(seconds, &cx.now.zone))
}

/// Whether reminders come to the minute: the person wants it, and the platform has
/// not said that it does not allow it.
#[must_use]
pub(crate) fn is_exact(view: View<'_>) -> bool {
    view.launch.abilities.exact && view.open.settings.exact && !view.open.outside.inexact()
}

/// The choices among the settings; nothing where the platform cannot, or where
/// nobody could write.
#[must_use]
pub fn choice(view: View<'_>) -> Vec<Block> {
    if !view.launch.abilities.notifications || view.open.staff.is_active() {
        return Vec::new();
    }
    let words = view.words;
    let mut blocks = Vec::new();
    if view.open.session.is_some() {
        let turn = |on| Press::Outside(Intent::TellMessages(on));
        blocks.extend(settings::two(
            say!(words, "telling-heading"),
            say!(words, "telling-what"),
            view.open.settings.tell_messages,
            [(say!(words, "telling-on"), turn(true)), (say!(words, "telling-off"), turn(false))],
        ));
    }
    if view.launch.abilities.exact {
        let turn = |on| Press::Outside(Intent::Exact(on));
        let wanted = view.open.settings.exact;
        blocks.extend(settings::two(
            say!(words, "exact-heading"),
            say!(words, "exact-what"),
            wanted,
            [(say!(words, "exact-on"), turn(true)), (say!(words, "exact-off"), turn(false))],
        ));
        // Taken back in the device's own settings since.
        if wanted && view.open.outside.inexact() {
            blocks.push(Block::paragraph(say!(words, "exact-gone")));
        }
    }
    blocks.extend(quiet::choice(view));
    blocks
}
