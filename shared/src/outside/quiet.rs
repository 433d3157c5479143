//! Quiet hours: nothing is said aloud. What comes meanwhile is told once they are
//! over, unless it was answered or can no longer be done by then.

use serde::{Deserialize, Serialize};

use super::{Intent, Screen};
use crate::app::{Cmd, keep};
use crate::entry::gone;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Field, Notice, NoticeTone, Page, Question, TimeField};
use crate::words::say;
use crate::{reminders, settings, when};

const FORM: &str = "outside.quiet";

/// From when until when, in minutes after midnight by the wall where the person is.
/// Never the same; the end may be on the day after.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// From here on,
    pub from: u16,
    /// until here.
    pub to: u16,
}

impl Quiet {
    /// Whether an instant falls into them.
    #[must_use]
    pub(super) fn has(self, at: i64, zone: &str) -> bool {
        let wall = when::wall_at(at, zone);
        let minute = i32::from(wall.hour()) * 60 + i32::from(wall.minute());
        let (from, to) = (i32::from(self.from), i32::from(self.to));
        if from < to { (from..to).contains(&minute) } else { minute >= from || minute < to }
    }

    /// The instant itself, or when the quiet hours are over into which it falls.
    #[must_use]
    pub(crate) fn over(self, at: i64, zone: &str) -> i64 {
        if !self.has(at, zone) {
            return at;
        }
        let wall = when::wall_at(at, zone);
        let to = reminders::time(self.to);
        let next_day = i32::from(wall.time() >= to);
        let Some(day) = when::days_after(wall.date(), next_day) else { return at };
        let mut end = when::happened(day, to, zone).at;
        // Where the clock skips their end, they end when it does.
        while end - 60 > at && !self.has(end - 60, zone) {
            end -= 60;
        }
        // Where their end comes twice, they are over after the first.
        end.max(at)
    }
}

/// Opens the form with what stands.
pub(super) fn open(cx: &mut Cx<'_>) -> Cmd {
    let forms = &mut cx.open.forms;
    if forms.opens(FORM, Vec::new())
        && let Some(Quiet { from, to }) = cx.open.settings.quiet
    {
        for (field, minute) in [("from", from), ("to", to)] {
            let time = reminders::time(minute);
            forms.set(FORM, field, format!("{:02}:{:02}", time.hour(), time.minute()));
        }
    }
    cx.open.go(Place::Outside(Screen::Quiet));
    Cmd::done()
}

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    if !view.launch.abilities.notifications {
        return gone(view);
    }
    let words = view.words;
    let time = |id, label| {
        let question = Question::new(id, label);
        Field::Time(TimeField { question, value: String::new() })
    };
    let fields = vec![time("from", say!(words, "quiet-from")), time("to", say!(words, "quiet-to"))];
    let press = |intent| Press::Outside(intent);
    let mut buttons = vec![Button::primary(say!(words, "save"), press(Intent::SaveQuiet))];
    if view.open.settings.quiet.is_some() {
        buttons.push(Button::secondary(say!(words, "quiet-none"), press(Intent::NoQuiet)));
    }
    Page {
        name: "outside.quiet".into(),
        title: say!(words, "quiet-heading"),
        blocks: vec![
            Block::paragraph(say!(words, "quiet-what")),
            Block::paragraph(say!(words, "quiet-held")),
            Block::form(FORM, fields, buttons),
        ],
        ..Page::default()
    }
}

/// Keeps what the form says.
pub(super) fn save(cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let draft = cx.open.forms.get(FORM);
    let read = |field| match draft.time(field) {
        Ok(Some(time)) => {
            u16::try_from(i32::from(time.hour()) * 60 + i32::from(time.minute())).ok()
        }
        _ => None,
    };
    match (read("from"), read("to")) {
        (Some(from), Some(to)) if from != to => set(Some(Quiet { from, to }), cx),
        (from, to) => {
            let mut errors = Vec::new();
            for (field, read) in [("from", from), ("to", to)] {
                if read.is_none() {
                    errors.push((field, say!(words, "quiet-time-none")));
                }
            }
            if errors.is_empty() {
                errors.push(("to", say!(words, "quiet-same")));
            }
            cx.open.forms.refuse(FORM, errors);
            Cmd::done()
        }
    }
}

/// From now on these hours are quiet, or none.
pub(super) fn set(quiet: Option<Quiet>, cx: &mut Cx<'_>) -> Cmd {
    cx.open.settings.quiet = quiet;
    let forgotten = cx.open.forms.forget(FORM).filter(|_| cx.open.durable);
    if *cx.open.screen() == Place::Outside(Screen::Quiet) {
        cx.open.back();
    }
    let title = match quiet {
        Some(quiet) => {
            let [from, to] = hours(quiet);
            say!(cx.words, "quiet-on", from = from, to = to)
        }
        None => say!(cx.words, "quiet-off"),
    };
    cx.open.notice = Some(Notice::new(NoticeTone::Success, title));
    let kept = settings::save(cx).and(super::refresh(cx));
    forgotten.map_or_else(Cmd::done, |write| keep(vec![write])).and(kept)
}

fn hours(quiet: Quiet) -> [String; 2] {
    [quiet.from, quiet.to].map(|at| when::time(reminders::time(at)))
}

/// In a line.
pub(super) fn text(view: View<'_>) -> String {
    view.open.settings.quiet.map_or_else(
        || say!(view.words, "quiet-no"),
        |quiet| {
            let [from, to] = hours(quiet);
            say!(view.words, "quiet-are", from = from, to = to)
        },
    )
}

/// What stands among the settings.
pub(super) fn choice(view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let (text, label) = if view.open.settings.quiet.is_some() {
        (text(view), say!(words, "quiet-change"))
    } else {
        (say!(words, "quiet-what"), say!(words, "quiet-set"))
    };
    vec![
        Block::heading(say!(words, "quiet-heading")),
        Block::paragraph(text),
        Block::buttons(vec![Button::secondary(label, Press::Outside(Intent::Quiet))]),
    ]
}
