//! Can I rely on these? What this device allows, what waits on it, when something
//! last came, and a test. What is not known is said to be not known.

use super::{Intent, Screen, State, ask, ask_for_reminders, calendar, push, quiet, refresh};
use crate::app::Cmd;
use crate::effects::platform::{
    Battery, Notification, Notifications, Notifying, PlatformOperation, Purpose, Telling,
};
use crate::event::Platform;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Notice, NoticeTone, Page, SummaryList, SummaryRow};
use crate::words::say;
use crate::{medicines, reminders, settings, when};

/// As many of those that wait are listed.
const LISTED: usize = 10;

/// The page has been entered: asks how the platform stands now. Taking away nothing
/// is answered as everything is.
pub(super) fn entered(screen: Screen, cx: &mut Cx<'_>) -> Cmd {
    if screen != Screen::Rely || !cx.launch.abilities.notifications {
        return Cmd::done();
    }
    let nothing = PlatformOperation::Notifications(Notifications::Clear(Vec::new()));
    refresh(cx).and(ask(nothing, cx))
}

/// Says something now, so that the person sees whether it comes.
pub(super) fn test(cx: &mut Cx<'_>) -> Cmd {
    if !cx.launch.abilities.notifications {
        return Cmd::done();
    }
    if cx.open.outside.allowed() != Some(Notifying::Allowed) {
        return ask_for_reminders(cx);
    }
    let test = Notification {
        id: "test".to_owned(),
        purpose: Purpose::Reminders,
        title: say!(cx.words, "app-name"),
        text: say!(cx.words, "rely-test-says"),
        open: Press::Outside(Intent::Came).into(),
        actions: Vec::new(),
    };
    let title = say!(cx.words, "rely-tested");
    let notice = Notice::new(NoticeTone::Info, title).text(say!(cx.words, "rely-tested-text"));
    cx.open.notice = Some(notice);
    ask(PlatformOperation::Notifications(Notifications::Show(Box::new(test))), cx)
}

/// The test was pressed.
pub(super) fn came(cx: &mut Cx<'_>) -> Cmd {
    cx.open.go(Place::Outside(Screen::Rely));
    let title = say!(cx.words, "rely-came-now");
    cx.open.notice = Some(Notice::new(NoticeTone::Success, title));
    Cmd::done()
}

/// Remembers when something that was said outside last came, as far as a press shows.
pub(crate) fn pressed(intent: &Press, cx: &mut Cx<'_>) -> Cmd {
    let away = !cx.open.outside.in_front;
    let outside = match intent {
        Press::Outside(Intent::Came) => true,
        Press::Reminders(intent) => {
            matches!(intent, reminders::Intent::Open(_) | reminders::Intent::Write(_))
                || away && intent.shows_nothing()
        }
        Press::Medicines(intent) => {
            matches!(
                intent,
                medicines::Intent::Open(_)
                    | medicines::Intent::Why(_)
                    | medicines::Intent::Order(..)
            ) || away && intent.shows_nothing()
        }
        _ => false,
    };
    if !outside {
        return Cmd::done();
    }
    cx.open.settings.came_ms = Some(cx.now.ms);
    settings::save(cx)
}

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut blocks = vec![Block::inset(trust(view))];
    let mut notices = Vec::new();
    if view.open.outside.battery() == Battery::Restricted {
        let title = say!(words, "rely-battery-warning");
        let text = say!(words, "rely-battery-what");
        notices.push(Notice::new(NoticeTone::Warning, title).text(text));
    }
    if view.launch.abilities.notifications {
        blocks.push(Block::SummaryList(SummaryList { rows: rows(view) }));
        let state = &view.open.outside;
        if state.allowed() == Some(Notifying::Denied) {
            blocks.push(Block::paragraph(say!(words, "telling-denied-text")));
        }
        let label = if state.allowed() == Some(Notifying::NotAsked) {
            say!(words, "rely-allow")
        } else {
            say!(words, "rely-test")
        };
        let test = Button::primary(label, Press::Outside(Intent::Test));
        blocks.push(Block::buttons(vec![test]));
        blocks.extend(push::blocks(view));
        blocks.push(Block::heading(say!(words, "rely-waiting")));
        blocks.extend(waiting(state, view));
    }
    blocks.extend(calendar::blocks(view));
    Page {
        name: "outside.rely".into(),
        title: say!(words, "rely-title"),
        notices,
        blocks,
        ..Page::default()
    }
}

/// How far this kind of device can be trusted.
fn trust(view: View<'_>) -> String {
    let words = view.words;
    match view.launch.platform {
        _ if !view.launch.abilities.notifications => say!(words, "reminders-how-today"),
        Platform::Web if view.open.settings.push => say!(words, "rely-push"),
        Platform::Web => say!(words, "rely-browser"),
        Platform::Android => say!(words, "rely-android"),
        Platform::Ios => say!(words, "rely-ios"),
        Platform::Desktop => say!(words, "rely-other"),
    }
}

fn rows(view: View<'_>) -> Vec<SummaryRow> {
    let words = view.words;
    let state = &view.open.outside;
    let allowed = match state.allowed() {
        Some(Notifying::Allowed) => say!(words, "rely-allowed"),
        Some(Notifying::Denied) => say!(words, "telling-denied"),
        Some(Notifying::NotAsked) => say!(words, "rely-not-asked"),
        Some(Notifying::Unavailable) => say!(words, "reminders-how-today"),
        None => say!(words, "rely-not-known"),
    };
    let mut rows = vec![SummaryRow::new(say!(words, "telling-heading"), allowed)];
    if view.launch.abilities.exact {
        let exact = if !view.open.settings.exact {
            say!(words, "rely-exact-not-chosen")
        } else if state.inexact() {
            say!(words, "rely-exact-denied")
        } else {
            say!(words, "rely-exact")
        };
        rows.push(SummaryRow::new(say!(words, "exact-heading"), exact));
    }
    let battery = match state.battery() {
        Battery::Unrestricted => Some(say!(words, "rely-battery-free")),
        Battery::Restricted => Some(say!(words, "rely-battery-saved")),
        Battery::Unknown => None,
    };
    rows.extend(battery.map(|said| SummaryRow::new(say!(words, "rely-battery"), said)));
    let open = match view.launch.platform {
        Platform::Web if view.open.settings.push => say!(words, "rely-open-push"),
        Platform::Web => say!(words, "rely-open-browser"),
        _ => say!(words, "rely-open-phone"),
    };
    rows.push(SummaryRow::new(say!(words, "rely-open"), open));
    rows.push(SummaryRow::new(say!(words, "quiet-heading"), quiet::text(view)));
    let at = |ms: i64| moment(ms.div_euclid(1000), view);
    let pressed = view.open.settings.came_ms;
    let came = match (state.stands.and_then(|stands| stands.last_said), pressed) {
        (Some(said), _) => say!(words, "rely-came-shown", when = at(said)),
        (None, Some(pressed)) => say!(words, "rely-came-at", when = at(pressed)),
        (None, None) => say!(words, "rely-came-not-known"),
    };
    rows.push(SummaryRow::new(say!(words, "rely-came"), came));
    if let Some(pressed) = pressed {
        rows.push(SummaryRow::new(say!(words, "rely-pressed"), at(pressed)));
    }
    rows
}

impl State {
    /// Whether the device may stop the app.
    fn battery(&self) -> Battery {
        self.stands.map_or(Battery::Unknown, |stands| stands.battery)
    }
}

fn moment(at: i64, view: View<'_>) -> String {
    let wall = when::wall_at(at, &view.now.zone);
    let day = when::near_day(view.words, wall.date(), view.today());
    say!(view.words, "day-time", day = day, time = when::time(wall.time()))
}

/// What waits, in the words that a locked screen would show.
fn waiting(state: &State, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let all: &[Telling] = state.armed.as_ref().map_or(&[], |later| &later.tellings);
    if all.is_empty() {
        return vec![Block::paragraph(say!(words, "rely-waiting-none"))];
    }
    let row = |one: &Telling| SummaryRow::new(moment(one.at, view), one.notification.text.as_str());
    let rows = all.iter().take(LISTED).map(row).collect();
    let mut blocks = vec![
        Block::paragraph(say!(words, "rely-waiting-text")),
        Block::SummaryList(SummaryList { rows }),
    ];
    let more = all.len().saturating_sub(LISTED);
    if more > 0 {
        let last = all.last().map(|one| moment(one.at, view)).unwrap_or_default();
        blocks.push(Block::small(say!(words, "rely-waiting-more", count = more, last = last)));
    }
    blocks
}
