//! Reminders that begin elsewhere: one for a step of the plan is made at once, for a
//! review of it and for an appointment a form is filled in; and what then stands beside
//! those.

use jiff::civil::{Date, Time};
use record::kinds::{Ref, Reminder};
use record::schedule::{At, Days, End, Rule, RuleBytes, Step, Terms, When};
use record::state::Entry;
use record::{EntryId, Scope};

use super::form::{MAX_WORDS, WINDOW};
use super::{Intent, nothing, wording};
use crate::app::Cmd;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Icon, Link, SummaryRow};
use crate::words::say;
use crate::{appointment, outside, plan, when};

/// What comes on a day is offered for the evening before it.
const EVENING: Time = Time::constant(18, 0, 0, 0);

/// When a step of the plan is asked for, in minutes after midnight.
const NINE: u16 = 9 * 60;

/// What a form is filled in with, or what is made at once.
pub(super) struct Offer {
    /// What it is for; none where the words say so.
    pub(super) heading: Option<Block>,
    /// Its words.
    pub(super) words: String,
    /// On which day, and at which minute after midnight; none for what comes again and
    /// again.
    pub(super) when: Option<(Date, Option<u16>)>,
}

/// What is offered for an entry; none where it is not here, or cannot be read.
pub(super) fn of(holding: &Holding, id: EntryId, view: View<'_>) -> Option<Offer> {
    let words = view.words;
    let (title, day) = match id.scope {
        Scope::Plan => {
            let (title, day) = plan::to_remind(holding, id, words)?;
            (title, day.map(|on| (on, None)))
        }
        Scope::Diary => {
            let (title, on, at) = appointment::to_remind(holding, id, words)?;
            (title, Some((on, at)))
        }
        _ => return None,
    };
    let Some((on, at)) = day else {
        return Some(Offer { heading: None, words: title, when: None });
    };
    let day = when::long_day(words, on, view.today());
    let day = match at {
        Some(at) => say!(words, "day-time", day = day, time = when::time(super::time(at))),
        None => day,
    };
    let what = say!(words, "reminders-for", what = title, when = day);
    let heading = Block::inset(say!(words, "reminders-offered", what = what.as_str()));
    Some(Offer { heading: Some(heading), words: what, when: Some(before(on, at, view)) })
}

/// The evening before, where that is still to come; else the day itself, an hour before
/// its time.
fn before(on: Date, at: Option<u16>, view: View<'_>) -> (Date, Option<u16>) {
    let now = when::wall_at(view.now.ms.div_euclid(1000), &view.now.zone);
    match when::days_after(on, -1) {
        Some(eve) if eve.to_datetime(EVENING) > now => (eve, Some(crate::rules::minute(EVENING))),
        _ => (on, at.map(|at| at.saturating_sub(60))),
    }
}

/// Makes one for a step at once: every day at nine, to be changed beside it.
pub(super) fn make(step: EntryId, text: &str, cx: &mut Cx<'_>) -> Cmd {
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Health));
    let Some(holding) = may else { return nothing() };
    // Pressed twice it is made once.
    if plan::linked(holding, step).reminder.is_some() {
        return nothing();
    }
    let first = cx.own_day();
    let times = vec![At { minute: NINE, amount: None }];
    let rule = Rule::new(Terms {
        when: When::Calendar { days: Days::DAILY, steps: vec![Step { days: 0, times }] },
        zone: None,
        first,
        from: first,
        end: End::Open,
        day_start: cx.now.day_start,
        window: WINDOW,
    });
    let Ok(rule) = rule else { return nothing() };
    let reminder = Reminder {
        about: None,
        words: Some(text.chars().take(MAX_WORDS).collect()),
        rule: RuleBytes::of(&rule),
        discreet: None,
        put_away: None,
        important: None,
        insist: None,
    };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    let id = act.create(&reminder, now);
    link(&mut act, holding, step, id);
    let notice = saving::notice(cx.open, cx.words, holding);
    let notice = notice.text(wording::times(cx.words, &reminder));
    let asked = outside::ask_for_reminders(cx);
    act.save(cx, Go::Stay, Some(notice)).and(asked)
}

/// Whether a reminder is here and not put away.
pub(crate) fn is_wanted(holding: &Holding, id: EntryId) -> bool {
    named(holding, Ref(id.created_by())).is_some()
}

/// Says beside what it is for that there is a reminder, in the same act.
pub(super) fn link(act: &mut Act, holding: &Holding, of: EntryId, reminder: EntryId) {
    match of.scope {
        Scope::Plan => plan::link(act, holding, of, plan::Became::Reminder(reminder)),
        Scope::Diary => appointment::link(act, holding, of, reminder),
        _ => {}
    }
}

/// A reminder that something names; none where it was put away, or is not here.
fn named(holding: &Holding, of: Ref) -> Option<Entry<Reminder>> {
    let id = EntryId { scope: Scope::Health, writer: of.0.writer, counter: of.0.counter };
    holding.record.get(id).filter(|entry: &Entry<Reminder>| entry.value.put_away != Some(true))
}

/// Beside what a reminder is for: what it says and when it comes, to be changed there.
pub(crate) fn row(holding: &Holding, of: Ref, view: View<'_>) -> Option<SummaryRow> {
    let words = view.words;
    let entry = named(holding, of)?;
    let label = wording::label(words, &holding.record, &entry.value);
    let mut row = SummaryRow::new(say!(words, "plan-reminded"), label.clone());
    row.value.push(wording::times(words, &entry.value));
    if holding.may_write(Scope::Health) && super::form::can_say(&entry.value) {
        let change = Press::Reminders(Intent::Change(entry.id));
        let spoken = say!(words, "reminders-change-spoken", what = label);
        row = row.action(Link::to(say!(words, "change"), change).spoken(spoken));
    }
    Some(row)
}

/// The button that begins one.
#[must_use]
pub(crate) fn button(of: EntryId, view: View<'_>) -> Button {
    let remind = Press::Reminders(Intent::For(of));
    Button::secondary(say!(view.words, "plan-remind"), remind).icon(Icon::Clock)
}
