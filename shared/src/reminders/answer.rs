//! Saying more of one time than that it was done: in part, later, why not, or that
//! nobody knows; and amending what was said, which stays in its history.

use record::kinds::{Outcome, What};
use record::schedule::OccurrenceKey;
use record::state::Entry;
use record::time::Happened;
use record::{EntryId, Record, Scope};

use super::due::{Reminders, named};
use super::one::said;
use super::{Intent, Screen, Time, nothing, wording};
use crate::app::Cmd;
use crate::entry::{Told, change, gone};
use crate::forms::Draft;
use crate::forms::fields::Typed;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::outcomes::{self, REASONS};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Page, SummaryRow};
use crate::track::moment;
use crate::when;
use crate::words::{Words, say};

/// What is written: of one time, by its name, or of what was said before.
#[derive(Clone, Copy)]
pub(super) enum Writing<'a> {
    /// Why not.
    Skip(&'a str),
    /// Anything.
    Time(&'a str),
    /// What was said, corrected.
    Correct(EntryId),
}

/// What it is of, as it stands now.
struct Subject {
    title: String,
    caption: String,
    key: OccurrenceKey,
    what: What,
    happened: Happened,
    reason: Option<String>,
    correcting: Option<Entry<Outcome>>,
}

fn form(holding: &Holding, writing: Writing<'_>) -> String {
    match writing {
        Writing::Skip(key) => format!("reminders.skip.{}.{key}", holding.index),
        Writing::Time(key) => format!("reminders.write.{}.{key}", holding.index),
        Writing::Correct(id) => change::form("reminders.correct", holding, id),
    }
}

fn subject(
    writing: Writing<'_>,
    draft: &Draft,
    holding: &Holding,
    view: View<'_>,
) -> Option<Subject> {
    let (record, words) = (&holding.record, view.words);
    let now = moment::present(view.now);
    match writing {
        Writing::Skip(key) | Writing::Time(key) => {
            let key = named(record, key)?;
            let reminders = Reminders::of(record);
            let answers = reminders.answers(record, view.now);
            let one = reminders.find(&key, &answers, view.now)?;
            let wall = when::wall_at(one.occurrence.at, &view.now.zone);
            let day = when::near_day(words, wall.date(), view.today());
            // What is over is written down as of its time; else as of now.
            let at = if one.occurrence.late < now.at { one.occurrence.at } else { now.at };
            Some(Subject {
                title: wording::label(words, record, &one.reminder.value),
                caption: say!(words, "day-time", day = day, time = when::time(wall.time())),
                key,
                what: What::Done,
                happened: Happened { at, ..now },
                reason: None,
                correcting: None,
            })
        }
        Writing::Correct(id) => {
            let entry = draft.stood::<Outcome>(record, id)?;
            Some(Subject {
                title: wording::of_outcome(words, record, &entry.value),
                caption: when::near(words, &entry.happened, view.today()),
                key: OccurrenceKey::of(&entry.value)?,
                what: entry.value.what,
                happened: entry.happened.clone(),
                reason: entry.value.reason.clone(),
                correcting: Some(entry),
            })
        }
    }
}

/// Opens the form of a correction, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let writing = Writing::Correct(id);
    let stands = Draft::default();
    let Some(subject) = subject(writing, &stands, holding, cx.view()) else { return nothing() };
    let name = form(holding, writing);
    let saw = subject.correcting.iter().map(Entry::sight).collect();
    let forms = &mut cx.open.forms;
    if forms.opens(&name, saw) {
        forms.choose(&name, "what", subject.what.code().to_string());
        forms.set(&name, "note", subject.reason.unwrap_or_default());
    }
    cx.open.go(Place::Reminders(Screen::Correct(id)));
    nothing()
}

/// The page.
pub(super) fn page(writing: Writing<'_>, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let draft = view.open.forms.get(&form(holding, writing));
    let Some(subject) = subject(writing, &draft, holding, view) else { return gone(view) };
    let record = holding.index;
    let time = |key: &str| Time { record, key: key.to_owned() };
    let (name, intent) = match writing {
        Writing::Skip(key) => ("reminders.skip", Intent::Skip(time(key))),
        Writing::Time(key) => ("reminders.write", Intent::SaveOutcome(time(key))),
        Writing::Correct(id) => ("reminders.write", Intent::SaveCorrect(id)),
    };
    let fields = match writing {
        Writing::Skip(_) => outcomes::why_fields(words, &REASONS),
        Writing::Time(_) | Writing::Correct(_) => {
            let mut fields =
                vec![outcomes::what_field(words, |what| wording::outcome_text(words, what))];
            fields.extend(outcomes::more_fields(words, &subject.happened));
            fields
        }
    };
    let save = vec![Button::primary(say!(words, "save"), Press::Reminders(intent))];
    Page {
        name: name.into(),
        title: match writing {
            Writing::Skip(_) => say!(words, "reminders-skip-title", what = subject.title),
            Writing::Time(_) => subject.title,
            Writing::Correct(_) => say!(words, "reminders-correct-title", what = subject.title),
        },
        caption: Some(subject.caption),
        blocks: vec![Block::form(form(holding, writing), fields, save)],
        ..Page::default()
    }
}

/// Keeps it.
pub(super) fn save(writing: Writing<'_>, record: Option<u32>, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let here = |holding: &&Holding| {
        record.is_none_or(|record| holding.index == record) && holding.may_write(Scope::Health)
    };
    let Some(holding) = cx.open.holding().filter(here) else { return nothing() };
    let name = form(holding, writing);
    let draft = cx.open.forms.get(&name);
    let Some(subject) = subject(writing, &draft, holding, cx.view()) else {
        return super::one::told(cx, "reminders-gone");
    };
    if subject.correcting.is_none() && !said(&holding.record, &subject.key).is_empty() {
        return super::one::told(cx, "reminders-answered");
    }
    let mut typed = Typed::new(words, &draft);
    let (what, reason, happened) = match writing {
        Writing::Skip(_) => {
            let why = outcomes::read_why(words, &draft, &REASONS, &mut typed);
            (What::Skipped, why, moment::present(cx.now))
        }
        Writing::Time(_) | Writing::Correct(_) => {
            let (what, note) = outcomes::read_what(&draft, subject.what, &mut typed);
            let before = &subject.happened;
            let happened = outcomes::read_when(words, &draft, before, cx.now, &mut typed);
            (what, note, happened)
        }
    };
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let outcome = Outcome::of(subject.key, what, reason);
    let mut act = Act::new(holding, cx.now);
    match &subject.correcting {
        Some(before) if before.value == outcome && before.happened == happened => {}
        Some(before) => act.change(before.sight(), &before.value, &outcome, happened),
        None => {
            act.create(&outcome, happened);
        }
    }
    act.finish_form(&name);
    let notice = (!act.is_empty()).then(|| saving::notice(cx.open, words, holding));
    // From one time, its page says nothing new: back to where that was opened.
    let back = if subject.correcting.is_some() { 1 } else { 2 };
    act.save(cx, Go::BackBy(back), notice)
}

/// The time that it answers, as people say it; nothing for one counted from the last.
fn asked(outcome: &Outcome) -> Option<String> {
    Some(wording::slot_text(outcome.slot)).filter(|slot| !slot.is_empty())
}

impl Told for Outcome {
    fn title(&self, words: &Words, record: &Record) -> String {
        wording::of_outcome(words, record, self)
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        let asked = asked(self).map(|time| say!(words, "outcomes-asked", time = time));
        let mut all = vec![wording::outcome_text(words, self.what)];
        all.extend([asked, self.reason.clone()].into_iter().flatten());
        all.join(", ")
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        let parts = [
            ("outcomes-row-what", Some(wording::outcome_text(words, self.what))),
            ("outcomes-row-asked", asked(self)),
            ("outcomes-row-note", self.reason.clone()),
        ];
        let row =
            |(key, value): (&str, Option<String>)| Some(SummaryRow::new(words.get(key), value?));
        parts.into_iter().filter_map(row).collect()
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Reminders(Intent::Correct(id)))
    }

    fn named(&self, words: &Words, record: &Record) -> String {
        format!("{}: {}", self.title(words, record), self.text(words, record))
    }
}
