//! Reminders as they are asked for outside the app, for [`crate::outside`].

use record::schedule::OccurrenceKey;

use super::due::{Answers, Reminders, Standing, named};
use super::{Answer, Intent, Time, label};
use crate::effects::clock::Now;
use crate::holding::Holding;
use crate::nav::Intent as Press;
use crate::outside::{Asked, Asking, RuleClock, Source};
use crate::words::{Words, say};

struct Asks<'a> {
    holding: &'a Holding,
    words: &'a Words,
    reminders: Reminders,
    answers: Answers,
}

/// Those of a record; none where there are none.
pub(crate) fn source<'a>(
    holding: &'a Holding,
    now: &Now,
    words: &'a Words,
) -> Option<Box<dyn Source + 'a>> {
    let reminders = Reminders::of(&holding.record);
    if reminders.is_empty() {
        return None;
    }
    let answers = reminders.answers(&holding.record, now);
    Some(Box::new(Asks { holding, words, reminders, answers }))
}

impl Source for Asks<'_> {
    fn today(&self, now: &Now) -> Vec<Asking> {
        self.reminders.today(&self.answers, now).iter().map(|one| self.asking(one)).collect()
    }

    fn next(&self, now: &Now, most: usize, _: bool) -> Vec<Asking> {
        self.reminders.next(&self.answers, now, most).iter().map(|one| self.asking(one)).collect()
    }

    fn find(&self, name: &str, now: &Now) -> Option<Asking> {
        let key = named(&self.holding.record, name)?;
        self.reminders.find(&key, &self.answers, now).map(|one| self.asking(&one))
    }
}

impl Asks<'_> {
    fn asking(&self, one: &Standing<'_>) -> Asking {
        let words = self.words;
        let reminder = &one.reminder.value;
        let key: OccurrenceKey = one.occurrence.key;
        let time = Time { record: self.holding.index, key: key.to_text() };
        let first = if reminder.about.is_some() {
            (say!(words, "reminders-write"), Intent::Write(time.clone()), true)
        } else {
            let done = Intent::Answer { time: time.clone(), what: Answer::Done, again: false };
            (say!(words, "reminders-did"), done, false)
        };
        let again = (say!(words, "reminders-in-a-while"), Intent::Later(time.clone()), false);
        let skip = Intent::Answer { time: time.clone(), what: Answer::Skipped, again: false };
        let skip = (say!(words, "reminders-skip"), skip, false);
        let press = |(label, intent, opens)| (label, Press::Reminders(intent), opens);
        let rule = reminder.rule.read().ok();
        let important = reminder.important == Some(true);
        Asking {
            which: key.schedule,
            kind: "reminder",
            name: time.key.clone(),
            label: label(words, &self.holding.record, reminder),
            asked: Asked {
                at: one.occurrence.at,
                expires: one.occurrence.expires,
                important,
                insist: reminder.insist == Some(true),
                on_bad_days: important,
            },
            wall: one.occurrence.wall,
            clock: RuleClock::of(rule.as_ref()),
            answered: self.answers.has(&key),
            silent: false,
            shown: reminder.discreet == Some(false),
            exact: true,
            open: Press::Reminders(Intent::Open(time)),
            actions: vec![press(first), press(again), press(skip)],
        }
    }
}
