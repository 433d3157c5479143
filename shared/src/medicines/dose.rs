//! One time of a medicine: what it is, and saying with one press what became of
//! it. What was said is amended on its own page, where its history stands.

use record::kinds::{Dose, Medicine, What};
use record::schedule::{OccurrenceKey, State};
use record::state::Entry;
use record::time::Happened;
use record::{Record, Scope};

use super::due::{Answers, Medicines, Standing, named};
use super::wording::{full_name, how_much};
use super::{Intent, Screen, Taken, Writing, due, facts, form, nothing, stock, told};
use crate::app::Cmd;
use crate::entry::gone;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::reminders::{self, Time};
use crate::saving::{self, Act, Go};
use crate::screen::{
    Block, Button, Icon, Inset, Notice, NoticeTone, Page, SummaryList, SummaryRow, Timeline,
};
use crate::words::{Words, say};
use crate::{today, track, when};

/// The most that are written down with one press.
const MOST: usize = 50;

/// One time, and all that stands around it.
pub(super) fn with<T>(
    holding: &Holding,
    key: &str,
    now: &crate::effects::clock::Now,
    look: impl FnOnce(&Standing<'_>) -> T,
) -> Option<T> {
    let key = named(&holding.record, key)?;
    let medicines = Medicines::of(&holding.record, now);
    let answers = Answers::all(&holding.record);
    medicines.find(&key, &answers, now).map(|one| look(&one))
}

/// The page.
pub(super) fn page(key: &str, view: View<'_>) -> Page {
    let Some(holding) = view.open.holding() else { return gone(view) };
    with(holding, key, view.now, |one| page_of(one, holding, view)).unwrap_or_else(|| gone(view))
}

fn page_of(one: &Standing<'_>, holding: &Holding, view: View<'_>) -> Page {
    let words = view.words;
    let wall = when::wall_at(one.occurrence.at, &view.now.zone);
    let day = when::near_day(words, wall.date(), view.today());
    let time = when::time(wall.time());
    let entry = one.medicine;
    let mut blocks = Vec::new();
    let key = &one.occurrence.key;
    let said = said(&holding.record, key);
    if !said.is_empty() {
        let at = track::When::Day(view.today());
        let items = said.iter().map(|dose| told::line(view, holding, dose, at)).collect();
        blocks.push(Block::Timeline(Timeline { items, more: None }));
        blocks.push(Block::small(say!(words, "outcomes-amend")));
    }
    let how_much = how_much(words, entry, one.schedule, key);
    let mut rows = Vec::new();
    let dose = how_much.text;
    rows.extend(dose.map(|dose| SummaryRow::new(say!(words, "medicines-row-dose"), dose)));
    let how = super::wording::each(words, entry, &|medicine| medicine.how.clone());
    rows.extend(how.map(|how| SummaryRow::new(say!(words, "medicines-row-how"), how)));
    if how_much.differs {
        blocks.push(Block::inset(say!(words, "medicines-differs")));
    }
    let mut facts: Vec<String> = facts::last(view, holding, entry).into_iter().collect();
    if one.state == State::Expired {
        facts.insert(0, say!(words, "medicines-expired"));
    }
    if !facts.is_empty() {
        blocks.push(Block::Inset(Inset { text: facts }));
    }
    if !rows.is_empty() {
        blocks.push(Block::SummaryList(SummaryList { rows }));
    }
    if holding.may_write(Scope::Medicines) && said.is_empty() {
        blocks.push(Block::buttons(buttons(one, &time, view)));
    }
    let open = Place::Medicines(Screen::One(entry.id));
    blocks.push(Block::buttons(vec![Button::quiet(say!(words, "medicines-open"), open)]));
    Page {
        name: "medicines.dose".into(),
        title: full_name(&entry.value),
        caption: Some(say!(words, "day-time", day = day, time = time)),
        blocks,
        ..Page::default()
    }
}

/// Everything that was said of one time: two people may have answered at once.
pub(super) fn said(record: &Record, key: &OccurrenceKey) -> Vec<Entry<Dose>> {
    due::doses(record, key.schedule, i64::MIN)
        .filter(|dose| dose.value.key() == Some(*key))
        .collect()
}

fn buttons(one: &Standing<'_>, clock: &str, view: View<'_>) -> Vec<Button> {
    let words = view.words;
    let record = view.open.holding().map_or(0, |holding| holding.index);
    let key = due::name(&one.occurrence.key);
    let time = Time { record, key: key.clone() };
    let take = |when| Press::Medicines(Intent::Take { time: time.clone(), when });
    let now = view.now.ms.div_euclid(1000);
    let mut buttons = Vec::new();
    if one.state == State::Expired {
        // Whether it is to be taken now is nothing that a button should say.
        let label = say!(words, "medicines-took-at", time = clock);
        buttons.push(Button::secondary(label, take(Taken::OnTime)));
    } else {
        let label = say!(words, "medicines-take");
        buttons.push(Button::primary(label, take(Taken::Now)).icon(Icon::Check));
        if one.occurrence.at < now && one.state == State::Late {
            let label = say!(words, "medicines-took-at", time = clock);
            buttons.push(Button::secondary(label, take(Taken::OnTime)));
        }
    }
    let skip = Place::Medicines(Screen::Skip(key.clone()));
    buttons.push(Button::secondary(say!(words, "medicines-skip"), skip));
    let write = Press::Medicines(Intent::Write(Writing::Time(key)));
    buttons.push(Button::secondary(say!(words, "medicines-part-or-else"), write));
    if view.launch.abilities.notifications && one.is_open() {
        let later = Press::Medicines(Intent::Later(time.clone()));
        buttons.push(Button::quiet(say!(words, "reminders-in-a-while"), later));
    }
    buttons
}

/// The record that a time is of, where it is one of this device's own: none where
/// the app is a member of staff's at the moment.
fn holding_of<'a>(record: u32, cx: &'a Cx<'_>) -> Option<&'a Holding> {
    let mut holdings = cx.open.holdings.iter().filter(|_| !cx.open.staff.is_active());
    holdings.find(|holding| holding.index == record)
}

fn found(time: &Time, cx: &Cx<'_>) -> bool {
    holding_of(time.record, cx)
        .is_some_and(|holding| with(holding, &time.key, cx.now, |_| ()).is_some())
}

/// Goes to a place of a record, which may not be the one on show.
pub(super) fn go(record: u32, screen: Place, cx: &mut Cx<'_>) {
    if let Some(at) = cx.open.holdings.iter().position(|held| held.index == record)
        && at != cx.open.active
    {
        cx.open.active = at;
        cx.open.restart(Place::Today(today::Screen::Day));
    }
    cx.open.go(screen);
}

/// Goes to where it is said why one was not taken; where something was said of it
/// already, only to where that stands.
pub(super) fn why(time: &Time, cx: &mut Cx<'_>) -> Cmd {
    let opened = open(time, cx);
    if *cx.open.screen() != Place::Medicines(Screen::Dose(time.key.clone())) {
        return opened;
    }
    let answered = cx.open.holding().and_then(|holding| {
        let key = with(holding, &time.key, cx.now, |one| one.occurrence.key)?;
        Some(!said(&holding.record, &key).is_empty())
    });
    match answered {
        Some(true) => told_that(cx, "reminders-answered"),
        Some(false) => {
            cx.open.go(Place::Medicines(Screen::Skip(time.key.clone())));
            opened
        }
        None => opened,
    }
}

/// Looks at one time.
pub(super) fn open(time: &Time, cx: &mut Cx<'_>) -> Cmd {
    if !found(time, cx) {
        return told_that(cx, "medicines-gone");
    }
    go(time.record, Place::Medicines(Screen::Dose(time.key.clone())), cx);
    nothing()
}

pub(super) fn told_that(cx: &mut Cx<'_>, id: &str) -> Cmd {
    cx.open.notice = Some(Notice::new(NoticeTone::Info, cx.words.get(id)));
    nothing()
}

/// Asks again in a while: on this device alone.
pub(super) fn later(time: Time, cx: &mut Cx<'_>) -> Cmd {
    if !found(&time, cx) {
        return told_that(cx, "medicines-gone");
    }
    reminders::put_off(time, cx)
}

/// The dose that one press says, and when it was; none where something was said
/// already.
fn taken(
    words: &Words,
    one: &Standing<'_>,
    when: Taken,
    now: Happened,
    reference: record::kinds::Ref,
) -> Option<(Dose, Happened)> {
    if matches!(one.state, State::Outcome(_)) {
        return None;
    }
    let occurrence = &one.occurrence;
    let what = match when {
        Taken::Now if now.at >= occurrence.late => What::DoneLate,
        Taken::Now | Taken::OnTime => What::Done,
    };
    let happened = match when {
        Taken::OnTime if occurrence.at < now.at => Happened { at: occurrence.at, ..now },
        Taken::Now | Taken::OnTime => now,
    };
    let taken = how_much(words, one.medicine, one.schedule, &occurrence.key).dosage;
    Some((answer(&occurrence.key, reference, what, taken, None), happened))
}

/// What became of one time.
pub(super) fn answer(
    key: &OccurrenceKey,
    medicine: record::kinds::Ref,
    what: What,
    taken: Option<record::kinds::Dosage>,
    note: Option<String>,
) -> Dose {
    Dose {
        medicine,
        version: Some(u64::from(key.version)),
        date: Some(key.date),
        slot: Some(u64::from(key.slot)),
        what,
        taken,
        note,
    }
}

/// Keeps that one was taken. From a notification that is old, what was said stays
/// as it is.
pub(super) fn take(time: &Time, when: Taken, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = holding_of(time.record, cx).filter(|h| h.may_write(Scope::Medicines))
    else {
        return told_that(cx, "medicines-gone");
    };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    let said = with(holding, &time.key, cx.now, |one| {
        let reference = form::reference(holding, one.medicine.id);
        let stale = when == Taken::Now && one.state == State::Expired;
        (one.medicine.clone(), stale, taken(words, one, when, now, reference))
    });
    let Some((medicine, stale, dose)) = said else { return told_that(cx, "medicines-gone") };
    if stale {
        // A notification that stood there for hours: when it was taken is for them to say.
        return asked_when(time, cx);
    }
    let Some((dose, happened)) = dose else { return told_that(cx, "reminders-answered") };
    act.create(&dose, happened);
    let notice = noticed(cx, holding, &medicine, &dose, full_name(&medicine.value));
    let there = *cx.open.screen() == Place::Medicines(Screen::Dose(time.key.clone()));
    act.save(cx, if there { Go::Back } else { Go::Stay }, Some(notice))
}

/// To the page of a time that is not asked for any more, which says so.
fn asked_when(time: &Time, cx: &mut Cx<'_>) -> Cmd {
    let place = Place::Medicines(Screen::Dose(time.key.clone()));
    if *cx.open.screen() != place {
        go(time.record, place, cx);
    }
    told_that(cx, "medicines-expired")
}

/// What is said once a dose is kept: also that there cannot be so few left.
pub(super) fn noticed(
    cx: &Cx<'_>,
    holding: &Holding,
    medicine: &Entry<Medicine>,
    dose: &Dose,
    text: String,
) -> Notice {
    let mut notice = saving::notice(cx.open, cx.words, holding).text(text);
    if stock::is_short_after(holding, medicine, dose) {
        notice.tone = NoticeTone::Warning;
        notice.text = Some(say!(cx.words, "medicines-short"));
        let put_right = Press::Medicines(Intent::Stock(medicine.id));
        notice.action = Some(Button::secondary(say!(cx.words, "medicines-put-right"), put_right));
    }
    notice
}

/// Keeps that all of these were taken, in one act. What was answered meanwhile
/// stays as it is.
pub(super) fn take_all(times: &[Time], cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let record = times.first().map(|time| time.record);
    let holding = record.and_then(|record| holding_of(record, cx));
    let Some(holding) = holding.filter(|holding| holding.may_write(Scope::Medicines)) else {
        return told_that(cx, "medicines-gone");
    };
    let medicines = Medicines::of(&holding.record, cx.now);
    let answers = Answers::all(&holding.record);
    let mut act = Act::new(holding, cx.now);
    let mut names = Vec::new();
    for time in times.iter().take(MOST).filter(|time| Some(time.record) == record) {
        let key = named(&holding.record, &time.key);
        let one = key.and_then(|key| medicines.find(&key, &answers, cx.now));
        let Some(one) = one.filter(|one| one.state != State::Expired) else { continue };
        let reference = form::reference(holding, one.medicine.id);
        let now = act.happened_now();
        if let Some((dose, happened)) = taken(words, &one, Taken::Now, now, reference) {
            act.create(&dose, happened);
            names.push(full_name(&one.medicine.value));
        }
    }
    if act.is_empty() {
        return told_that(cx, "reminders-answered");
    }
    let notice = saving::notice(cx.open, words, holding).text(crate::rules::list(words, &names));
    act.save(cx, Go::Stay, Some(notice))
}
