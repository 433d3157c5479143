//! What a step of the plan became in daily life: a reminder, something to follow.

use record::kinds::{PlanItem, PlanNote, Ref, Reminder, Tracker};
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
        let reminder = note.value.reminder.and_then(|of| record.get::<Reminder>(health(of)));
        if let Some(reminder) = reminder.filter(|it| it.value.put_away != Some(true)) {
            let mut row = SummaryRow::new(
                say!(words, "plan-reminded"),
                reminders::label(words, record, &reminder.value),
            );
            row.value.push(reminders::times(words, &reminder.value));
            rows.push(row);
        }
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

/// The buttons that begin it.
pub(super) fn buttons(
    holding: &Holding,
    step: &Entry<PlanItem>,
    right: Right,
    words: &Words,
) -> Vec<Button> {
    if right == Right::Reads || !holding.may_write(Scope::Health) {
        return Vec::new();
    }
    let remind = Press::Reminders(reminders::Intent::Step(step.id));
    let follow = Press::Track(track::Intent::OwnFor(step.id));
    vec![
        Button::secondary(say!(words, "plan-remind"), remind).icon(Icon::Clock),
        Button::secondary(say!(words, "plan-follow"), follow).icon(Icon::Track),
    ]
}
