//! One time of a reminder: what it is, and what became of it.

use record::kinds::{Outcome, Reminder, What};
use record::schedule::{OccurrenceKey, State};
use record::state::Entry;
use record::{EntryId, OpId, Record, Scope};

use super::due::{Reminders, Standing, named};
use super::{Answer, Intent, Screen, Time, nothing, wording};
use crate::app::Cmd;
use crate::entry::gone;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Icon, Notice, NoticeTone, Page, Timeline, TimelineItem};
use crate::settings::Snoozed;
use crate::words::say;
use crate::{entry, outside, settings, today, track, when};

/// How long "later" is.
const LATER_MS: i64 = 15 * 60_000;

/// The page.
pub(super) fn page(key: &str, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(key) = named(&holding.record, key) else { return gone(view) };
    let reminders = Reminders::of(&holding.record);
    let answers = reminders.answers(&holding.record, view.now);
    let Some(one) = reminders.find(&key, &answers, view.now) else { return gone(view) };
    let wall = when::wall_at(one.occurrence.at, &view.now.zone);
    let day = when::near_day(words, wall.date(), view.today());
    let time = when::time(wall.time());
    let said = said(&holding.record, &key);
    let mut blocks = Vec::new();
    if !said.is_empty() {
        let items = said.iter().map(|entry| line(entry, holding, view)).collect();
        blocks.push(Block::Timeline(Timeline { items, more: None }));
        blocks.push(Block::small(say!(words, "outcomes-amend")));
    }
    let answered = matches!(one.state, State::Outcome(_));
    if answered && said.is_empty() {
        blocks.push(Block::paragraph(say!(words, "reminders-by-reading")));
    }
    if one.state == State::Expired {
        blocks.push(Block::paragraph(say!(words, "reminders-expired")));
    }
    if holding.may_write(Scope::Health) && said.is_empty() {
        blocks.push(Block::buttons(buttons(&one, answered, view)));
    }
    Page {
        name: "reminders.one".into(),
        title: wording::label(words, &holding.record, &one.reminder.value),
        caption: Some(say!(words, "day-time", day = day, time = time)),
        blocks,
        ..Page::default()
    }
}

/// Everything that was said of one time: two people may have answered at once.
pub(super) fn said(record: &Record, key: &OccurrenceKey) -> Vec<Entry<Outcome>> {
    let of_it = |outcome: &Outcome| OccurrenceKey::of(outcome) == Some(*key);
    record.current::<Outcome>().filter(|entry| of_it(&entry.value)).collect()
}

/// What was said, and by whom. Pressed, it opens.
fn line(entry: &Entry<Outcome>, holding: &Holding, view: View<'_>) -> TimelineItem {
    let words = view.words;
    let mut lines: Vec<String> = entry.value.reason.clone().into_iter().collect();
    lines.extend(track::authors(words, holding, entry));
    TimelineItem {
        when: when::near(words, &entry.happened, view.today()),
        title: wording::outcome_text(words, entry.value.what),
        lines,
        icon: None,
        tag: entry::differs(words, entry),
        action: Some(Place::Entry(entry::Screen::Whole(entry.id)).into()),
    }
}

fn buttons(one: &Standing<'_>, answered: bool, view: View<'_>) -> Vec<Button> {
    let words = view.words;
    let record = view.open.holding().map_or(0, |holding| holding.index);
    let time = Time { record, key: one.occurrence.key.to_text() };
    let answer =
        |what| Press::Reminders(Intent::Answer { time: time.clone(), what, again: answered });
    let mut buttons = Vec::new();
    if let (Some(log), false) = (log_of(one.reminder), answered) {
        buttons.push(Button::primary(say!(words, "reminders-write"), log));
        buttons.push(Button::secondary(say!(words, "reminders-did"), answer(Answer::Done)));
    } else {
        let done = say!(words, "reminders-did");
        buttons.push(Button::primary(done, answer(Answer::Done)).icon(Icon::Check));
    }
    let key = time.key.clone();
    let skip = Place::Reminders(Screen::Skip(key.clone()));
    buttons.push(Button::secondary(say!(words, "reminders-skip"), skip));
    let write = Place::Reminders(Screen::Write(key));
    buttons.push(Button::secondary(say!(words, "reminders-part-or-else"), write));
    let can_tell = view.launch.abilities.notifications;
    if can_tell && matches!(one.state, State::Due | State::Late) {
        let later = Press::Reminders(Intent::Later(time.clone()));
        buttons.push(Button::quiet(say!(words, "reminders-in-a-while"), later));
    }
    buttons
}

/// Where the reading that it asks for is written down.
fn log_of(reminder: &Entry<Reminder>) -> Option<Place> {
    let OpId { writer, counter } = reminder.value.about?.0;
    let tracker = EntryId { scope: Scope::Health, writer, counter };
    Some(Place::Track(track::Screen::Log(tracker)))
}

/// The record that a time is of, and its name in it; none where there is no such
/// reminder here, or the app is a member of staff's at the moment.
fn found<'a>(time: &Time, cx: &'a Cx<'_>) -> Option<(&'a Holding, OccurrenceKey)> {
    let mut holdings = cx.open.holdings.iter().filter(|_| !cx.open.staff.is_active());
    let holding = holdings.find(|holding| holding.index == time.record)?;
    let key = named(&holding.record, &time.key)?;
    Reminders::of(&holding.record).reminder(&key)?;
    Some((holding, key))
}

/// Goes to a place of the record that a time is of.
fn go(time: &Time, screen: Place, cx: &mut Cx<'_>) {
    if let Some(at) = cx.open.holdings.iter().position(|held| held.index == time.record)
        && at != cx.open.active
    {
        cx.open.active = at;
        cx.open.restart(Place::Today(today::Screen::Day));
    }
    cx.open.go(screen);
}

/// Looks at one time.
pub(super) fn open(time: &Time, cx: &mut Cx<'_>) -> Cmd {
    if found(time, cx).is_none() {
        return told(cx, "reminders-gone");
    }
    go(time, super::place(time.key.clone()), cx);
    nothing()
}

/// Goes to where its reading is written down.
pub(super) fn write(time: &Time, cx: &mut Cx<'_>) -> Cmd {
    let log = found(time, cx).and_then(|(holding, key)| {
        let reminders = Reminders::of(&holding.record);
        log_of(reminders.reminder(&key)?)
    });
    match log {
        Some(log) => go(time, log, cx),
        None => return told(cx, "reminders-gone"),
    }
    nothing()
}

/// Keeps what became of it. From a notification that is old, what was said
/// stays as it is.
pub(super) fn answer(time: &Time, what: Answer, again: bool, cx: &mut Cx<'_>) -> Cmd {
    let may = found(time, cx).filter(|(holding, _)| holding.may_write(Scope::Health));
    let Some((holding, key)) = may else { return told(cx, "reminders-gone") };
    let reminders = Reminders::of(&holding.record);
    let answers = reminders.answers(&holding.record, cx.now);
    let Some(one) = reminders.find(&key, &answers, cx.now) else {
        return told(cx, "reminders-gone");
    };
    let answered = !said(&holding.record, &key).is_empty();
    if answered || (matches!(one.state, State::Outcome(_)) && !again) {
        return told(cx, "reminders-answered");
    }
    let late = matches!(one.state, State::Late | State::Expired);
    let what: What = what.what(late);
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    act.create(&Outcome::of(key, what, None), now);
    let notice = saving::notice(cx.open, cx.words, holding);
    let there = *cx.open.screen() == super::place(key.to_text());
    act.save(cx, if there { Go::Back } else { Go::Stay }, Some(notice))
}

pub(super) fn told(cx: &mut Cx<'_>, id: &str) -> Cmd {
    cx.open.notice = Some(Notice::new(NoticeTone::Info, cx.words.get(id)));
    nothing()
}

/// Asks again in a while: on this device alone.
pub(super) fn later(time: Time, cx: &mut Cx<'_>) -> Cmd {
    if found(&time, cx).is_none() {
        return told(cx, "reminders-gone");
    }
    put_off(time, cx)
}

/// Remembers that a time is to be asked for again in a while, and says so.
pub(crate) fn put_off(time: Time, cx: &mut Cx<'_>) -> Cmd {
    let until = cx.now.ms + LATER_MS;
    let snoozed = &mut cx.open.settings.snoozed;
    snoozed.retain(|one| one.time != time && one.until_ms > cx.now.ms);
    snoozed.push(Snoozed { time, until_ms: until });
    let clock = when::time(when::wall_at(until.div_euclid(1000), &cx.now.zone).time());
    let title = say!(cx.words, "reminders-asked-again", time = clock);
    cx.open.notice = Some(Notice::new(NoticeTone::Info, title));
    settings::save(cx).and(outside::refresh(cx))
}
