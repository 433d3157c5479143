//! When something is told: at its time, or once the quiet hours are over; and again
//! until it is answered, where the person wants that.

use crate::effects::platform::Telling;
use crate::model::View;
use crate::reminders::Time;
use crate::when;

/// How often it is asked for again at most.
pub(crate) const AGAIN: i64 = 5;

/// After how long, in seconds.
const PAUSE: i64 = 10 * 60;

/// A time that is to be told, in seconds since 1970.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Asked {
    /// When it is due.
    pub(crate) at: i64,
    /// From when on nobody is asked to do it any more.
    pub(crate) expires: i64,
    /// Whether quiet hours do not hold it back.
    pub(crate) important: bool,
    /// Whether it is asked for again until it is answered.
    pub(crate) insist: bool,
    /// Whether it is told on a bad day.
    pub(crate) on_bad_days: bool,
}

impl Asked {
    /// When it is told from now on, and which time that is, from nought.
    pub(super) fn moments(self, view: View<'_>) -> Vec<(i64, i64)> {
        let now = view.now.ms.div_euclid(1000);
        let settings = &view.open.settings;
        let quiet = settings.quiet.filter(|_| !self.important);
        let day = |at| when::own_day(at, view.now).to_string();
        let bad = settings.bad_day.as_ref().filter(|_| !self.on_bad_days);
        let mut moments: Vec<(i64, i64)> = Vec::new();
        if bad.is_some_and(|bad| *bad == day(self.at)) {
            return moments;
        }
        for time in 0..=if self.insist { AGAIN } else { 0 } {
            let at = self.at + time * PAUSE;
            let at = quiet.map_or(at, |quiet| quiet.over(at, &view.now.zone));
            if bad.is_some_and(|bad| *bad == day(at)) {
                continue;
            }
            // What was held back is told once, not as often as it would have been.
            if at > now && at < self.expires && moments.last().is_none_or(|last| last.0 < at) {
                moments.push((at, time));
            }
        }
        moments
    }
}

/// What is to be said later, and the ids of what needs no saying any more.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// Each for the first time.
    pub(crate) tellings: Vec<Telling>,
    /// What is said again.
    pub(crate) again: Vec<Telling>,
    /// Of today: done, or over.
    pub(crate) over: Vec<String>,
}

impl Plan {
    /// Tells one time whenever it is to be told.
    pub(crate) fn tell(&mut self, asked: Asked, view: View<'_>, telling: impl Fn(i64) -> Telling) {
        for (at, time) in asked.moments(view) {
            let mut telling = telling(at);
            if time == 0 {
                self.tellings.push(telling);
            } else {
                telling.notification.id = again(&telling.notification.id, time);
                self.again.push(telling);
            }
        }
    }

    /// Takes back all that was said of one time.
    pub(crate) fn take_back(&mut self, id: String, insist: bool) {
        if insist {
            self.over.extend((1..=AGAIN).map(|time| again(&id, time)));
        }
        self.over.push(id);
    }

    /// All of it, soonest first and at most so many. What is said again never takes
    /// more than a third of the room where that is short, and the soonest have it;
    /// the second is whether something had to be left out.
    pub(super) fn within(mut self, most: usize) -> (Vec<Telling>, bool) {
        record::sort::by_key(&mut self.tellings, |telling| telling.at);
        record::sort::by_key(&mut self.again, |telling| telling.at);
        let room = (most / 3).max(most.saturating_sub(self.tellings.len()));
        self.again.truncate(room);
        let left_out = self.tellings.len() + self.again.len() > most;
        self.tellings.truncate(most - self.again.len());
        self.tellings.append(&mut self.again);
        record::sort::by_key(&mut self.tellings, |telling| telling.at);
        (self.tellings, left_out)
    }
}

/// A platform keeps one telling of an id.
fn again(id: &str, time: i64) -> String {
    format!("{id}.again{time}")
}

/// Whether the person has put off a time: until then nothing else is said of it.
pub(crate) fn is_put_off(time: &Time, view: View<'_>) -> bool {
    let snoozed = &view.open.settings.snoozed;
    snoozed.iter().any(|one| one.time == *time && one.until_ms > view.now.ms)
}
