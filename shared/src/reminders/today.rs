//! What stands on Today.

use record::schedule::State;

use super::due::Reminders;
use super::{place, wording};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Intent as Press;
use crate::screen::{Block, Task, TaskList};
use crate::when;
use crate::words::say;

/// Today's times, where there are reminders: all, or those that are important.
pub(crate) fn blocks(view: View<'_>, holding: &Holding, important: bool) -> Vec<Block> {
    let reminders = Reminders::of(&holding.record);
    if reminders.is_empty() {
        return Vec::new();
    }
    let words = view.words;
    let answers = reminders.answers(&holding.record, view.now);
    let items: Vec<Task> = reminders
        .today(&answers, view.now)
        .into_iter()
        .filter(|one| !important || one.reminder.value.important == Some(true))
        .map(|one| {
            let wall = when::wall_at(one.occurrence.at, &view.now.zone);
            let time = when::time(wall.time());
            // Yesterday's that can still be done says so.
            let hint = if wall.date() == view.today() {
                time
            } else {
                let day = when::near_day(words, wall.date(), view.today());
                say!(words, "day-time", day = day, time = time)
            };
            let open = Press::Go(place(one.occurrence.key.to_text()));
            Task {
                title: wording::label(words, &holding.record, &one.reminder.value),
                hint: Some(hint),
                status: wording::tag(words, one.state),
                action: (one.state != State::Upcoming).then(|| open.into()),
            }
        })
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(say!(words, "reminders-today")), Block::TaskList(TaskList { items })]
}
