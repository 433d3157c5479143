//! What a step of the plan became in daily life: a reminder, something to follow; and a
//! review a reminder.

use jiff::civil::Date;
use record::kinds::{Measure, PlanItem, PlanNote, PlanSort, Ref, Tracker};
use record::state::Entry;
use record::{EntryId, Scope};

use super::gathered::{Gathered, find};
use super::proposal;
use super::rights::Right;
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::Act;
use crate::screen::{Button, Icon, SummaryRow};
use crate::words::{Words, say};
use crate::{reminders, track};

/// What it became.
#[derive(Clone, Copy)]
pub(crate) enum Became {
    Reminder(EntryId),
    Tracker(EntryId),
}

/// Says beside a step what it became, in the same act.
pub(crate) fn link(act: &mut Act, holding: &Holding, step: EntryId, became: Became) {
    let name = |id: EntryId| Some(Ref(id.created_by()));
    let note = proposal::note(holding, step);
    let note = match became {
        Became::Reminder(id) => PlanNote { reminder: name(id), ..note },
        Became::Tracker(id) => PlanNote { tracker: name(id), ..note },
    };
    let now = act.happened_now();
    act.create(&note, now);
}

/// What a step has become already, as far as it is here and not put away.
#[derive(Default)]
pub(crate) struct Linked {
    pub(crate) reminder: Option<EntryId>,
    pub(crate) tracker: Option<Entry<Tracker>>,
}

/// The same, of one.
pub(crate) fn linked(holding: &Holding, step: EntryId) -> Linked {
    let plan = Gathered::of(holding);
    let mut linked = Linked::default();
    for note in plan.notes_of(holding.record.own(step)) {
        let reminder = note.value.reminder.map(health);
        let there = reminder.filter(|id| reminders::is_wanted(holding, *id));
        linked.reminder = linked.reminder.or(there);
        linked.tracker = linked.tracker.or_else(|| tracker(holding, note));
    }
    linked
}

/// The tracker that a note names, where it is followed.
fn tracker(holding: &Holding, note: &Entry<PlanNote>) -> Option<Entry<Tracker>> {
    let tracker = holding.record.get::<Tracker>(health(note.value.tracker?))?;
    (tracker.value.put_away != Some(true)).then_some(tracker)
}

/// A step's own words.
pub(crate) fn step_text(holding: &Holding, step: EntryId) -> Option<String> {
    find(holding, step)?.value.text
}

/// What a reminder is offered for: a step in its own words, a review with its day.
pub(crate) fn to_remind(
    holding: &Holding,
    id: EntryId,
    words: &Words,
) -> Option<(String, Option<Date>)> {
    let item = find(holding, id)?.value;
    match item.sort {
        PlanSort::Review => Some((say!(words, "plan-review-remind"), Some(item.on?))),
        _ => Some((item.text?, None)),
    }
}

fn health(of: Ref) -> EntryId {
    EntryId { scope: Scope::Health, writer: of.0.writer, counter: of.0.counter }
}

/// What a step became, as rows; each is gone where it is not shared or put away.
pub(super) fn rows(
    holding: &Holding,
    plan: &Gathered,
    step: EntryId,
    view: View<'_>,
) -> Vec<SummaryRow> {
    let words = view.words;
    let mut rows = Vec::new();
    for note in plan.notes_of(step).into_iter().rev() {
        rows.extend(note.value.reminder.and_then(|of| reminders::row(holding, of, view)));
        if let Some(tracker) = tracker(holding, note) {
            let name = track::tracker_name(words, &tracker.value);
            let open = Place::Track(track::Screen::chart(tracker.id, track::Span::default()));
            let link = crate::screen::Link::to(say!(words, "plan-open"), open)
                .spoken(format!("{}: {name}", say!(words, "plan-open")));
            rows.push(SummaryRow::new(say!(words, "plan-followed"), name).action(link));
        }
    }
    rows
}

/// The buttons that make it, each until it is there; and to change what is followed. A
/// review is reminded of while it is to come.
pub(super) fn buttons(
    holding: &Holding,
    item: &Entry<PlanItem>,
    right: Right,
    view: View<'_>,
) -> Vec<Button> {
    let words = view.words;
    let Linked { reminder, tracker } = linked(holding, item.id);
    if right == Right::Reads || !holding.may_write(Scope::Health) {
        return Vec::new();
    }
    if item.value.sort == PlanSort::Review {
        let to_come = item.value.done.is_none() && item.value.on >= Some(view.today());
        let remind = to_come && reminder.is_none();
        return remind.then(|| reminders::button(item.id, view)).into_iter().collect();
    }
    let mut buttons = Vec::new();
    if reminder.is_none() {
        buttons.push(reminders::button(item.id, view));
    }
    match tracker {
        None => {
            let follow = Press::Track(track::Intent::OwnFor(item.id));
            buttons.push(Button::secondary(say!(words, "plan-follow"), follow).icon(Icon::Track));
        }
        // One that the app made has a name of its own, and is not changed.
        Some(it) if it.value.measure == Measure::Own => {
            let change = Press::Track(track::Intent::OwnChange(it.id));
            buttons.push(Button::quiet(say!(words, "plan-follow-change"), change));
        }
        Some(_) => {}
    }
    buttons
}
