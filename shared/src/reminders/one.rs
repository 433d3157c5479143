//! One time of a reminder: what it is, and what became of it.

use record::kinds::{Outcome, What};
use record::schedule::{OccurrenceKey, State};
use record::{EntryId, OpId, Scope};

use super::due::{Reminders, Standing, named};
use super::{Answer, Intent, nothing, wording};
use crate::app::{Cmd, keep};
use crate::entry::gone;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Icon, Notice, NoticeTone, Page};
use crate::settings::Snoozed;
use crate::words::say;
use crate::{outside, track, when};

/// How long "later" is.
pub(crate) const LATER_MS: i64 = 15 * 60_000;

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
    let mut blocks: Vec<Block> = said(&key, view);
    let answered = matches!(one.state, State::Outcome(_));
    if answered && blocks.is_empty() {
        blocks.push(Block::paragraph(say!(words, "reminders-by-reading")));
    }
    if one.state == State::Expired {
        blocks.push(Block::paragraph(say!(words, "reminders-expired")));
    }
    if holding.may_write(Scope::Health) {
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

/// Everything that was said of it: two people may have answered at once.
fn said(key: &OccurrenceKey, view: View<'_>) -> Vec<Block> {
    let Some(holding) = view.open.holding() else { return Vec::new() };
    let of_it = |outcome: &Outcome| OccurrenceKey::of(outcome) == Some(*key);
    let lines = holding.record.current::<Outcome>().filter(|entry| of_it(&entry.value));
    lines
        .map(|entry| {
            let what = wording::tag(view.words, State::Outcome(entry.value.what)).text;
            let when = when::near(view.words, &entry.happened, view.today());
            let line = say!(view.words, "reminders-said", what = what, when = when);
            Block::inset(match track::author_line(view.words, holding, &entry.created) {
                Some(author) => format!("{line}, {author}"),
                None => line,
            })
        })
        .collect()
}

fn buttons(one: &Standing<'_>, answered: bool, view: View<'_>) -> Vec<Button> {
    let words = view.words;
    let key = one.occurrence.key.to_text();
    let answer =
        |what| Press::Reminders(Intent::Answer { key: key.clone(), what, again: answered });
    let mut buttons = Vec::new();
    if let (Some(log), false) = (log_of(one), answered) {
        buttons.push(Button::primary(say!(words, "reminders-write"), log));
        buttons.push(Button::secondary(say!(words, "reminders-did"), answer(Answer::Done)));
    } else {
        let done = say!(words, "reminders-did");
        buttons.push(Button::primary(done, answer(Answer::Done)).icon(Icon::Check));
    }
    buttons.push(Button::secondary(say!(words, "reminders-skip"), answer(Answer::Skipped)));
    let can_tell = view.launch.abilities.notifications;
    if can_tell && matches!(one.state, State::Due | State::Late) {
        let later = Press::Reminders(Intent::Later(key.clone()));
        buttons.push(Button::quiet(say!(words, "reminders-in-a-while"), later));
    }
    buttons
}

/// Where the reading that it asks for is written down.
pub(crate) fn log_of(one: &Standing<'_>) -> Option<Place> {
    let OpId { writer, counter } = one.reminder.value.about?.0;
    let tracker = EntryId { scope: Scope::Health, writer, counter };
    Some(Place::Track(track::Screen::Log(tracker)))
}

/// Keeps what became of it. From a notification that is old, what was said
/// stays as it is.
pub(super) fn answer(key: &str, what: Answer, again: bool, cx: &mut Cx<'_>) -> Cmd {
    // A notification may be about another record on this device than the one on show.
    let may = |holding: &&Holding| holding.may_write(Scope::Health);
    let has = |holding: &&Holding| {
        let key = named(&holding.record, key);
        key.is_some_and(|key| Reminders::of(&holding.record).reminder(&key).is_some())
    };
    let shown = cx.open.holding().into_iter();
    let Some(holding) = shown.chain(&cx.open.holdings).filter(may).find(has) else {
        return told(cx, "reminders-gone");
    };
    let Some(key) = named(&holding.record, key) else { return nothing() };
    let reminders = Reminders::of(&holding.record);
    let answers = reminders.answers(&holding.record, cx.now);
    let Some(one) = reminders.find(&key, &answers, cx.now) else {
        return told(cx, "reminders-gone");
    };
    if matches!(one.state, State::Outcome(_)) && !again {
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

fn told(cx: &mut Cx<'_>, id: &str) -> Cmd {
    cx.open.notice = Some(Notice::new(NoticeTone::Info, cx.words.get(id)));
    nothing()
}

/// Asks again in a while: on this device alone.
pub(super) fn later(key: String, cx: &mut Cx<'_>) -> Cmd {
    let until = cx.now.ms + LATER_MS;
    let snoozed = &mut cx.open.settings.snoozed;
    snoozed.retain(|one| one.key != key && one.until_ms > cx.now.ms);
    snoozed.push(Snoozed { key, until_ms: until });
    let time = when::time(when::wall_at(until.div_euclid(1000), &cx.now.zone).time());
    let title = say!(cx.words, "reminders-asked-again", time = time);
    cx.open.notice = Some(Notice::new(NoticeTone::Info, title));
    let kept = if cx.open.durable { keep(vec![cx.open.settings.keep()]) } else { nothing() };
    kept.and(outside::refresh(cx))
}
