//! What a step of the plan became in daily life: a reminder, something to follow; and a
//! review a reminder.

use jiff::civil::Date;
use record::kinds::{PlanItem, PlanNote, PlanSort, Ref, Tracker};
use record::state::Entry;
use record::{EntryId, Scope};

use super::gathered::{Gathered, find};
use super::proposal;
use super::rights::Right;
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::Act;
use crate::screen::{Block, Button, Icon, SummaryRow};
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

/// What a form says that is about a step, and the step's own words.
pub(crate) fn heading(holding: &Holding, step: EntryId, words: &Words) -> Option<(Block, String)> {
    let text = find(holding, step)?.value.text?;
    Some((Block::inset(say!(words, "plan-for-step", step = text.as_str())), text))
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
    let record = &holding.record;
    let mut rows = Vec::new();
    for note in plan.notes_of(step).into_iter().rev() {
        rows.extend(note.value.reminder.and_then(|of| reminders::row(holding, of, view)));
        let tracker = note.value.tracker.and_then(|of| record.get::<Tracker>(health(of)));
        if let Some(tracker) = tracker.filter(|it| it.value.put_away != Some(true)) {
            let name = track::tracker_name(words, &tracker.value);
            let open = Place::Track(track::Screen::chart(tracker.id, track::Span::default()));
            let link = crate::screen::Link::to(say!(words, "plan-open"), open)
                .spoken(format!("{}: {name}", say!(words, "plan-open")));
            rows.push(SummaryRow::new(say!(words, "plan-followed"), name).action(link));
        }
    }
    rows
}

/// The buttons that begin it. A review is reminded of once, while it is to come.
pub(super) fn buttons(
    holding: &Holding,
    item: &Entry<PlanItem>,
    (right, reminded): (Right, bool),
    view: View<'_>,
) -> Vec<Button> {
    let words = view.words;
    if right == Right::Reads || !holding.may_write(Scope::Health) {
        return Vec::new();
    }
    if item.value.sort == PlanSort::Review {
        let to_come = item.value.done.is_none() && item.value.on >= Some(view.today());
        let remind = to_come && !reminded;
        return remind.then(|| reminders::button(item.id, view)).into_iter().collect();
    }
    let follow = Press::Track(track::Intent::OwnFor(item.id));
    vec![
        reminders::button(item.id, view),
        Button::secondary(say!(words, "plan-follow"), follow).icon(Icon::Track),
    ]
}
