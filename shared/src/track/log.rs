//! Writing a reading down, now or in the past, and correcting one.

use crux_core::Command;
use record::kinds::{Reading, Ref, Tracker};
use record::state::Entry;
use record::{EntryId, Record, Scope};

use super::names::{tracker_name, value_text};
use super::{Intent, Screen, form, moment, readings};
use crate::action_plan::{self, Taken};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::Draft;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, NoticeTone, Page};
use crate::words::say;

/// What is being written: a new reading of a tracker, or a correction.
#[derive(Clone, Copy)]
pub(super) enum Writing {
    New(EntryId),
    Correction(EntryId),
}

impl Writing {
    /// The form in which it is written.
    fn form(self, holding: &Holding) -> String {
        let (verb, EntryId { writer, counter, .. }) = match self {
            Self::New(id) => ("log", id),
            Self::Correction(id) => ("correct", id),
        };
        let EntryId { writer, .. } =
            holding.record.own(EntryId { scope: record::Scope::Health, writer, counter });
        format!("track.{verb}.{}.{}.{counter}", holding.index, writer.0)
    }

    /// The tracker, and the reading as it stood when the form was opened.
    fn found(
        self,
        record: &Record,
        draft: &Draft,
    ) -> Option<(Entry<Tracker>, Option<Entry<Reading>>)> {
        match self {
            Self::New(id) => Some((record.get(id)?, None)),
            Self::Correction(id) => {
                let reading = draft.stood::<Reading>(record, id)?;
                Some((readings::tracker_of_reading(record, &reading.value)?, Some(reading)))
            }
        }
    }
}

/// Opens the form of a correction, filled in with what stands.
pub(super) fn correct(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Command::done() };
    let name = Writing::Correction(id).form(holding);
    let Some(reading) = holding.record.get::<Reading>(id) else { return Command::done() };
    if cx.open.forms.opens(&name, vec![reading.sight()]) {
        form::prefill(&mut cx.open.forms, &name, &reading.value);
    }
    cx.open.go(Place::Track(Screen::Correct(id)));
    Command::done()
}

/// The page.
pub(super) fn page(writing: Writing, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let name = writing.form(holding);
    let draft = view.open.forms.get(&name);
    let found = writing.found(&holding.record, &draft);
    let Some((tracker, before)) = found else { return gone(view) };
    let moment = before
        .as_ref()
        .map_or_else(|| moment::present(view.now), |reading| reading.happened.clone());
    let mut fields = form::fields(words, &tracker.value);
    fields.extend(moment::fields(words, &moment));
    fields.push(form::note_field(words));
    let save = match doubted(view, &tracker, &draft) {
        Some(value) => say!(words, "track-save-meant", value = value),
        None => say!(words, "save"),
    };
    let help = not_kept(view, holding, &tracker, &draft);
    let intent = match writing {
        Writing::New(id) => Intent::Log(id),
        Writing::Correction(id) => Intent::SaveCorrection(id),
    };
    let title = tracker_name(words, &tracker.value);
    Page {
        name: if before.is_some() { "track.correct".into() } else { "track.log".into() },
        title: if before.is_some() {
            say!(words, "track-correct-title", name = title)
        } else {
            title
        },
        caption: view.owner(),
        blocks: help
            .into_iter()
            .chain([Block::form(name, fields, vec![Button::primary(save, Press::Track(intent))])])
            .collect(),
        ..Page::default()
    }
}

/// Whom to call, where what is typed is red by the person's own plan and is not
/// kept: the page has asked about it, or the store refused.
fn not_kept(
    view: View<'_>,
    holding: &Holding,
    tracker: &Entry<Tracker>,
    draft: &Draft,
) -> Vec<Block> {
    let refused = view.open.notice.as_ref().is_some_and(|it| it.tone == NoticeTone::Problem);
    let names = Ref(tracker.id.created_by());
    let Ok(answers) = form::read(view.words, &tracker.value, names, draft) else {
        return Vec::new();
    };
    let asked = !answers.doubts.is_empty() && form::was_asked(draft, &answers.reading);
    if !refused && !asked {
        return Vec::new();
    }
    let happened = moment::present(view.now);
    let taken = Taken { reading: &answers.reading, happened: &happened, id: None };
    action_plan::before_saving(view, holding, &tracker.value, &taken)
}

/// The value that the page has asked about and that is still typed.
fn doubted(view: View<'_>, tracker: &Entry<Tracker>, draft: &Draft) -> Option<String> {
    let names = Ref(tracker.id.created_by());
    let answers = form::read(view.words, &tracker.value, names, draft).ok()?;
    (!answers.doubts.is_empty() && form::was_asked(draft, &answers.reading))
        .then(|| value_text(view.words, &tracker.value, &answers.reading))
}

/// Saves what has been typed.
pub(super) fn save(writing: Writing, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = cx.open.holding().filter(|holding| holding.may_write(Scope::Health)) else {
        return Command::done();
    };
    let name = writing.form(holding);
    let draft = cx.open.forms.get(&name);
    let found = writing.found(&holding.record, &draft);
    let Some((tracker, before)) = found else { return Command::done() };
    let base =
        before.as_ref().map_or_else(|| moment::present(cx.now), |reading| reading.happened.clone());
    let names =
        before.as_ref().map_or(Ref(tracker.id.created_by()), |reading| reading.value.tracker);
    let answers = form::read(words, &tracker.value, names, &draft);
    let happened = moment::read(words, &draft, &base, cx.now);
    let (answers, happened) = match (answers, happened) {
        (Ok(answers), Ok(happened)) => (answers, happened),
        (answers, happened) => {
            let mut errors = answers.err().unwrap_or_default();
            errors.extend(happened.err().unwrap_or_default());
            cx.open.forms.refuse(&name, errors);
            return Command::done();
        }
    };
    let reading = answers.reading;
    if !answers.doubts.is_empty() && !form::was_asked(&draft, &reading) {
        form::asked(&mut cx.open.forms, &name, &reading);
        cx.open.forms.refuse(&name, answers.doubts);
        return Command::done();
    }
    let said = value_text(words, &tracker.value, &reading);
    let mut act = Act::new(holding, cx.now);
    let id = match &before {
        Some(before) if before.value == reading && before.happened == happened => before.id,
        Some(before) => {
            act.change(before.sight(), &before.value, &reading, happened.clone());
            before.id
        }
        None => act.create(&reading, happened.clone()),
    };
    let taken = Taken { reading: &reading, happened: &happened, id: Some(id) };
    let after = (!act.is_empty())
        .then(|| action_plan::after_reading(cx.view(), holding, &tracker.value, &taken))
        .flatten();
    let mut notice = (!act.is_empty()).then(|| {
        let value = format!("{} {said}", tracker_name(words, &tracker.value));
        saving::notice(cx.open, words, holding).text(value)
    });
    act.finish_form(&name);
    let go = after.map_or(Go::Back, |after| after.go(&mut notice));
    act.save(cx, go, notice)
}
