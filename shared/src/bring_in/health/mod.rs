//! Bringing in what Apple Health exports: one XML of up to gigabytes inside an
//! archive, read part by part, none of it ever whole in memory.
//!
//! Read it, see what is new by kind, choose, bring it in: one act, whole or not at
//! all; until then nothing has been written, so stopping leaves nothing. A reading
//! that is in the record already, from the same export, an earlier one or the
//! phone itself, is known by what was measured, the second and the value
//! ([`crate::measured::known`]). Why: `docs/decisions/0031`.

pub mod gather;
pub mod kinds;
mod pages;
mod reader;
#[cfg(test)]
mod tests;
pub mod xml;

use crux_core::render::RenderOperation;
use record::Scope;
use record::kinds::{Context, Reading as Written};
use record::time::Happened;

pub use gather::{Found, Meal, Reading};
pub use kinds::What;
pub(super) use pages::{found, reading};
pub use reader::{Reader, Refused};

use super::Screen;
use super::flow::{PICK, forward};
use crate::app::{Cmd, Signal};
use crate::command;
use crate::effects::platform::{FilePart, FileRead, PlatformOperation, PlatformOutput};
use crate::measured::known::{self, Known};
use crate::model::Cx;
use crate::nav;
use crate::saving::{Act, Go};
use crate::screen::{Notice, NoticeTone, PickedFile};
use crate::track::Trackers;
use crate::words::{Words, say};

/// The form of what to bring in.
const FORM: &str = "bring_in.health";

/// The most readings of one act: what a device writes and folds in a few seconds.
const MOST_AT_ONCE: usize = 250_000;

/// An export on its way in.
pub enum Health {
    /// It is being read.
    Reading {
        /// Names this reading of it: what was asked for an earlier one says nothing.
        run: u32,
        /// Reads it.
        reader: Box<Reader>,
    },
    /// It has been read.
    Read {
        /// What is in it.
        found: Found,
        /// The same by what it is of.
        groups: Vec<Group>,
    },
}

/// What there is of one kind.
pub struct Group {
    what: What,
    /// How many are not in the record.
    new: usize,
    /// How many are.
    there: usize,
    /// When the first and the last of the new ones was, seconds.
    from: i64,
    to: i64,
}

/// Whether a picked file is read as an export.
pub(super) fn is_export(file: &PickedFile) -> bool {
    let end = file.name.rsplit_once('.').map_or("", |(_, end)| end);
    end.eq_ignore_ascii_case("zip") || end.eq_ignore_ascii_case("xml")
}

/// Begins to read the file that was picked.
pub(super) fn begin(size: u64, cx: &mut Cx<'_>) -> Cmd {
    let open = &mut cx.open.bring_in;
    open.runs += 1;
    let run = open.runs;
    let now = cx.now.ms.div_euclid(1000);
    let reader = Box::new(Reader::new(size, &cx.now.zone, now));
    open.loaded = None;
    open.health = Some(Health::Reading { run, reader });
    forward(cx.open, Screen::Reading);
    go_on(run, size, cx)
}

/// Asks for what comes next; where nothing does, sorts what was found.
fn go_on(run: u32, size: u64, cx: &mut Cx<'_>) -> Cmd {
    let Some(Health::Reading { reader, .. }) = &cx.open.bring_in.health else {
        return Cmd::done();
    };
    let Some(span) = reader.wants() else { return finish(cx) };
    let part = FilePart {
        form: PICK.into(),
        field: "file".into(),
        size,
        offset: span.at,
        length: u32::try_from(span.length).unwrap_or(u32::MAX),
    };
    let ask = PlatformOperation::ReadFile(part);
    let mut asked = command::ask(ask, move |output| Signal::FilePart(run, size, output));
    asked.spawn(|ctx| async move { ctx.notify_shell(RenderOperation) });
    asked
}

/// A part of the file has come.
pub fn answered(run: u32, size: u64, output: PlatformOutput, cx: &mut Cx<'_>) -> Cmd {
    let on_show = *cx.open.screen() == nav::Screen::BringIn(Screen::Reading);
    let reader = match &mut cx.open.bring_in.health {
        Some(Health::Reading { run: current, reader }) if *current == run => reader,
        _ => return Cmd::done(),
    };
    if !on_show {
        // Who leaves the page stops it.
        cx.open.bring_in.health = None;
        return Cmd::done();
    }
    let taken = match output {
        PlatformOutput::ReadFile(FileRead::Part(bytes)) => reader.take(&bytes),
        PlatformOutput::ReadFile(FileRead::Changed) => Err(Refused::Changed),
        _ => Err(Refused::Gone),
    };
    match taken {
        Ok(()) => go_on(run, size, cx),
        Err(why) => refuse(why, cx),
    }
}

/// Says why not, where the file was picked.
fn refuse(why: Refused, cx: &mut Cx<'_>) -> Cmd {
    cx.open.bring_in.health = None;
    let sentence = sentence(cx.words, why);
    cx.open.forms.refuse(PICK, vec![("file", sentence)]);
    forward(cx.open, Screen::Pick);
    crux_core::render::render()
}

fn sentence(words: &Words, why: Refused) -> String {
    match why {
        Refused::NotHealth => say!(words, "health-not"),
        Refused::CutOff => say!(words, "health-cut-off"),
        Refused::Damaged => say!(words, "health-damaged"),
        Refused::Encrypted => say!(words, "health-encrypted"),
        Refused::Packing => say!(words, "health-packing"),
        Refused::TooMuch => say!(words, "health-too-much"),
        Refused::Entities => say!(words, "health-entities"),
        Refused::Changed => say!(words, "health-changed"),
        Refused::Gone => say!(words, "health-gone"),
    }
}

/// All has been read: on to what is in it.
fn finish(cx: &mut Cx<'_>) -> Cmd {
    let Some(Health::Reading { reader, .. }) = cx.open.bring_in.health.take() else {
        return Cmd::done();
    };
    let found = match reader.finish() {
        Ok(found) => found,
        Err(why) => return refuse(why, cx),
    };
    let Some(holding) = cx.open.holding() else { return Cmd::done() };
    let known = Known::of(&holding.record);
    let mut groups: Vec<Group> = Vec::new();
    for what in What::ALL {
        let tracker = known::what(&what.tracker(cx.words));
        let (mut new, mut there, mut from, mut to) = (0, 0, i64::MAX, i64::MIN);
        for reading in of(&found, what) {
            if known.has(&key(tracker, reading)) {
                there += 1;
            } else {
                new += 1;
                (from, to) = (from.min(reading.at), to.max(reading.at));
            }
        }
        if new + there > 0 {
            groups.push(Group { what, new, there, from, to });
        }
    }
    // What a watch notes every few minutes is brought in only by who wants it.
    let few = groups.iter().filter(|group| group.new > 0 && group.what != What::Rate);
    let chosen = few.map(|group| group.what.code()).collect();
    cx.open.forms.choose_all(FORM, "what", chosen);
    cx.open.forms.choose(FORM, "since", "0");
    cx.open.bring_in.health = Some(Health::Read { found, groups });
    cx.open.back();
    forward(cx.open, Screen::Health);
    crux_core::render::render()
}

/// The readings of one kind: they lie together.
fn of(found: &Found, what: What) -> &[Reading] {
    let all = &found.readings;
    let from = all.partition_point(|reading| reading.what < what);
    let to = all.partition_point(|reading| reading.what <= what);
    all.get(from..to).unwrap_or_default()
}

fn key(tracker: known::Of, reading: &Reading) -> known::Key {
    let what = reading.what;
    let second = reading.second().map(|second| what.decimal(second));
    known::key(tracker, reading.at, what.decimal(reading.first), second)
}

/// Stops reading; nothing has been written.
pub(super) fn stop(cx: &mut Cx<'_>) -> Cmd {
    super::left(cx.open);
    forward(cx.open, Screen::Pick);
    Cmd::done()
}

/// Brings in what was chosen.
pub(super) fn confirm(cx: &mut Cx<'_>) -> Cmd {
    if *cx.open.screen() != nav::Screen::BringIn(Screen::Health) {
        // A second press while the first was being saved.
        return Cmd::done();
    }
    let words = cx.words;
    let draft = cx.open.forms.get(FORM);
    let (Some(Health::Read { found, .. }), Some(holding)) =
        (&cx.open.bring_in.health, cx.open.holding())
    else {
        return Cmd::done();
    };
    if !holding.may_write(Scope::Health) {
        return Cmd::done();
    }
    let years: i64 = draft.choice("since").and_then(|years| years.parse().ok()).unwrap_or(0);
    let now = cx.now.ms.div_euclid(1000);
    let since = if years == 0 { i64::MIN } else { now - years * 365 * 86_400 };
    // Something may have arrived since they were looked at.
    let known = Known::of(&holding.record);
    let mut act = Act::new(holding, cx.now);
    let mut trackers = Trackers::of(&holding.record);
    let mut entries = 0;
    for what in What::ALL {
        if !draft.choices("what").contains(&what.code()) {
            continue;
        }
        let kind = what.tracker(words);
        let tracker = known::what(&kind);
        let new = |reading: &&Reading| reading.at >= since && !known.has(&key(tracker, reading));
        for reading in of(found, what).iter().filter(new) {
            entries += 1;
            if entries > MOST_AT_ONCE {
                let sentence = say!(words, "health-too-many-at-once", most = MOST_AT_ONCE);
                cx.open.forms.refuse(FORM, vec![("what", sentence)]);
                return Cmd::done();
            }
            let zone = found.zones.get(usize::from(reading.zone)).or(found.zones.first());
            let Some(zone) = zone.cloned() else { continue };
            let context = match reading.meal {
                Meal::NotSaid => None,
                Meal::Before => Some(Context::BeforeMeal),
                Meal::After => Some(Context::AfterMeal),
            };
            let written = Written {
                tracker: trackers.find_or_make(&kind, &mut act),
                value: what.decimal(reading.first),
                second: reading.second().map(|second| what.decimal(second)),
                third: None,
                context,
                note: None,
            };
            act.bring_in(&written, Happened { at: reading.at, zone });
        }
    }
    if entries == 0 {
        let sentence = say!(words, "health-choose");
        cx.open.forms.refuse(FORM, vec![("what", sentence)]);
        return Cmd::done();
    }
    act.finish_form(FORM);
    act.finish_form(PICK);
    let title = say!(words, "bring-in-done-notice", entries = entries);
    let notice = Notice::new(NoticeTone::Success, title);
    let done = nav::Screen::BringIn(Screen::Done { entries, left_out: 0 });
    act.save(cx, Go::Tab(done), Some(notice))
}
