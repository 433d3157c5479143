//! When the person's day begins: for those who go to bed after midnight. It is part of
//! their record, so that it is the same on all devices and for those who help.
//!
//! What stands on Today, the days of the diary and new times of reminders and medicines
//! go by it; what a clock says is said as ever.

use record::Scope;
use record::kinds::OwnDay;

use super::{Intent, Screen};
use crate::app::Cmd;
use crate::entry::gone;
use crate::holding::{Holding, RecordSide};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page, Question, TimeField};
use crate::words::say;
use crate::{reminders, when};

const FORM: &str = "settings.day";

/// A day begins at noon at the latest.
const LATEST: u16 = 12 * 60;

/// In minutes after midnight; nought where nothing was said.
#[must_use]
pub(crate) fn start(holding: &Holding) -> u16 {
    // Of two that were begun apart, the one that was written last.
    let said = holding.record.current::<OwnDay>();
    let last = said.max_by_key(|entry| (entry.created.recorded, entry.id));
    let start = last.and_then(|entry| u16::try_from(entry.value.start).ok());
    start.filter(|start| *start <= LATEST).unwrap_or(0)
}

/// Whether it can be chosen here: in one's own record.
fn own(view: View<'_>) -> Option<&Holding> {
    view.open.holding().filter(|held| {
        held.about.side == RecordSide::Person
            && held.may_write(Scope::Health)
            && !view.open.staff.is_active()
    })
}

/// The part among the settings.
pub(super) fn choice(view: View<'_>) -> Vec<Block> {
    let words = view.words;
    if own(view).is_none() {
        return Vec::new();
    }
    let change = Press::Settings(Intent::Day);
    let at = when::time(reminders::time(view.now.day_start));
    vec![
        Block::heading(say!(words, "day-heading")),
        Block::paragraph(say!(words, "day-is", time = at)),
        Block::buttons(vec![Button::secondary(say!(words, "day-change"), change)]),
    ]
}

/// Opens the form with what stands.
pub(super) fn open(cx: &mut Cx<'_>) -> Cmd {
    if cx.open.forms.opens(FORM, Vec::new()) {
        let time = reminders::time(cx.now.day_start);
        cx.open.forms.set(FORM, "start", format!("{:02}:{:02}", time.hour(), time.minute()));
    }
    cx.open.go(Place::Settings(Screen::Day));
    Cmd::done()
}

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    if own(view).is_none() {
        return gone(view);
    }
    let question =
        Question::new("start", say!(words, "day-start")).hint(say!(words, "day-start-hint"));
    let field = Field::Time(TimeField { question, value: String::new() });
    let save = Button::primary(say!(words, "save"), Press::Settings(Intent::SaveDay));
    Page {
        name: "settings.day".into(),
        title: say!(words, "day-heading"),
        blocks: vec![
            Block::paragraph(say!(words, "day-what")),
            Block::form(FORM, vec![field], vec![save]),
        ],
        ..Page::default()
    }
}

/// Keeps it.
pub(super) fn save(cx: &mut Cx<'_>) -> Cmd {
    let time = cx.open.forms.get(FORM).time("start").ok().flatten();
    let minutes = time.map(|time| i32::from(time.hour()) * 60 + i32::from(time.minute()));
    let start = minutes.and_then(|minutes| u64::try_from(minutes).ok());
    let Some(start) = start.filter(|start| *start <= u64::from(LATEST)) else {
        let error = say!(cx.words, "day-start-wrong");
        cx.open.forms.refuse(FORM, vec![("start", error)]);
        return Cmd::done();
    };
    let Some(holding) = own(cx.view()) else { return Cmd::done() };
    let new = OwnDay { start };
    let before = holding.record.current::<OwnDay>();
    let before = before.max_by_key(|entry| (entry.created.recorded, entry.id));
    let mut act = Act::new(holding, cx.now);
    // Midnight is what holds where nothing was said.
    if before.is_some() || start > 0 {
        act.set(before.as_ref(), &new);
    }
    act.finish_form(FORM);
    let notice = saving::notice(cx.open, cx.words, holding);
    act.save(cx, Go::Back, Some(notice))
}
