//! Making a reminder, and changing one.

use jiff::civil::Date;
use record::kinds::{Ref, Reminder};
use record::schedule::{At, Days, End, Rule, RuleBytes, Step, Terms, Weekdays, When, Window};
use record::state::Entry;
use record::time::Zone;
use record::{EntryId, OpId, Scope};

use super::{Intent, Screen, nothing, wording};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::Draft;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Choice, ChoiceField, Field, Icon, Page, Question, TimeField};
use crate::words::{Words, say};
use crate::{outside, plan, track, when};

/// The most characters of what it is called.
const MAX_WORDS: usize = 80;

/// The times that the form asks for.
const TIMES: [&str; 4] = ["time1", "time2", "time3", "time4"];

/// An hour before it is due it can be done, for an hour it is due, for half a
/// day it can still be done; no longer than until the next one.
const WINDOW: Window = Window { early: 60, due: 60, expires: 720 };

/// The choice that is no tracker.
const OWN: &str = "own";
const PINNED: &str = "pinned";
const FLOATING: &str = "floating";
const SHOWN: &str = "shown";
const DISCREET: &str = "discreet";
const WAIT: &str = "wait";
const ALWAYS: &str = "always";
const ONCE: &str = "once";
const AGAIN: &str = "again";

/// What the form is of.
#[derive(Clone, Copy)]
pub(super) enum Making {
    /// A new one.
    New,
    /// One that is there.
    Change(EntryId),
    /// A new one for a step of the plan.
    Step(EntryId),
}

impl Making {
    fn changing(self) -> Option<EntryId> {
        match self {
            Self::Change(id) => Some(id),
            Self::New | Self::Step(_) => None,
        }
    }
}

fn form(holding: &Holding, making: Making) -> String {
    let (what, id) = match making {
        Making::New => return format!("reminders.new.{}", holding.index),
        Making::Change(id) => ("change", id),
        Making::Step(id) => ("step", id),
    };
    let EntryId { writer, counter, .. } = holding.record.own(id);
    format!("reminders.{what}.{}.{}.{counter}", holding.index, writer.0)
}

/// Opens the form of a new one for a step of the plan, in the step's words.
pub(super) fn open_step(step: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some((_, mut text)) = plan::step_heading(holding, step, cx.words) else {
        return nothing();
    };
    let name = form(holding, Making::Step(step));
    let forms = &mut cx.open.forms;
    if !forms.has(&name) {
        if let Some((cut, _)) = text.char_indices().nth(MAX_WORDS) {
            text.truncate(cut);
        }
        forms.set(&name, "words", text);
        forms.choose(&name, "about", OWN);
    }
    cx.open.go(Place::Reminders(Screen::Step(step)));
    nothing()
}

/// The rule that holds now.
fn rule_of(reminder: &Reminder) -> Option<Rule> {
    reminder.rule.read().ok()
}

/// Whether the form can say all that a rule says. What it cannot, it would take
/// away from a rule that it changes.
#[must_use]
pub(super) fn can_say(reminder: &Reminder) -> bool {
    let Some(rule) = rule_of(reminder) else { return false };
    let terms = rule.terms();
    let When::Calendar { days, steps } = &terms.when else { return false };
    let plain = |step: &Step| {
        step.days == 0
            && step.times.len() <= TIMES.len()
            && step.times.iter().all(|at| at.amount.is_none())
    };
    matches!(days, Days::Every(1) | Days::Weeks { every: 1, .. })
        && matches!(steps.as_slice(), [step] if plain(step))
        && terms.end == End::Open
        && terms.window == WINDOW
}

/// The zone that a rule is, or would be, pinned to.
fn home(reminder: Option<&Reminder>, here: &str) -> String {
    let pinned = reminder.and_then(rule_of).and_then(|rule| rule.terms().zone.clone());
    pinned.map_or_else(|| here.to_owned(), |zone| zone.name().to_owned())
}

/// Opens the form of a change, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let entry = holding.record.get::<Reminder>(id).filter(|entry| can_say(&entry.value));
    let Some(entry) = entry else { return nothing() };
    let name = form(holding, Making::Change(id));
    let forms = &mut cx.open.forms;
    if !forms.has(&name) {
        forms.set(&name, "words", entry.value.words.clone().unwrap_or_default());
        let show = if entry.value.discreet == Some(false) { SHOWN } else { DISCREET };
        forms.choose(&name, "discreet", show);
        let important = if entry.value.important == Some(true) { ALWAYS } else { WAIT };
        forms.choose(&name, "important", important);
        let insist = if entry.value.insist == Some(true) { AGAIN } else { ONCE };
        forms.choose(&name, "insist", insist);
        if let Some(rule) = rule_of(&entry.value) {
            let terms = rule.terms();
            forms.choose(&name, "zone", if terms.zone.is_some() { PINNED } else { FLOATING });
            if let When::Calendar { days, steps } = &terms.when {
                let times = steps.first().map(|step| step.times.as_slice()).unwrap_or_default();
                for (field, at) in TIMES.iter().zip(times) {
                    let time = wording::time(at.minute);
                    forms.set(&name, field, format!("{:02}:{:02}", time.hour(), time.minute()));
                }
                if let Days::Weeks { on, .. } = days {
                    let chosen = wording::WEEK.iter().filter(|day| on.0 & wording::bit(**day) != 0);
                    let chosen = chosen.map(|day| wording::bit(*day).to_string()).collect();
                    forms.choose_all(&name, "days", chosen);
                }
            }
        }
    }
    cx.open.go(Place::Reminders(Screen::Change(id)));
    nothing()
}

/// The page.
pub(super) fn page(making: Making, view: View<'_>) -> Page {
    let words = view.words;
    let changing = making.changing();
    let Some(holding) = view.open.holding() else { return gone(view) };
    let entry = changing.map(|id| holding.record.get::<Reminder>(id));
    if let Some(None) = entry {
        return gone(view);
    }
    let entry = entry.flatten();
    let zone = home(entry.as_ref().map(|entry| &entry.value), &view.now.zone);
    let name = form(holding, making);
    let mut fields = Vec::new();
    if entry.is_none() {
        fields.push(about_field(holding, view));
    }
    fields.push(Field::text(
        Question::new("words", say!(words, "reminders-words"))
            .hint(say!(words, "reminders-words-hint"))
            .optional(),
    ));
    for (at, field) in TIMES.into_iter().enumerate() {
        let question = if at == 0 {
            Question::new(field, say!(words, "reminders-time"))
        } else {
            Question::new(field, say!(words, "reminders-time-also")).optional()
        };
        fields.push(Field::Time(TimeField { question, value: String::new() }));
    }
    fields.push(days_field(words));
    fields.push(choice_of_two(
        Question::new("zone", say!(words, "reminders-zone")),
        (FLOATING, say!(words, "reminders-zone-here")),
        (PINNED, say!(words, "reminders-zone-home", place = wording::place(&zone))),
    ));
    fields.push(choice_of_two(
        Question::new("discreet", say!(words, "reminders-discreet")),
        (DISCREET, say!(words, "reminders-discreet-yes")),
        (SHOWN, say!(words, "reminders-discreet-no")),
    ));
    fields.push(choice_of_two(
        Question::new("insist", say!(words, "reminders-insist")),
        (ONCE, say!(words, "reminders-insist-no")),
        (AGAIN, say!(words, "reminders-insist-yes", times = outside::AGAIN)),
    ));
    fields.push(choice_of_two(
        Question::new("important", say!(words, "reminders-important")),
        (WAIT, say!(words, "reminders-important-no")),
        (ALWAYS, say!(words, "reminders-important-yes")),
    ));
    let mut blocks = Vec::new();
    let intent = match making {
        Making::New => Intent::Save,
        Making::Change(id) => Intent::SaveChange(id),
        Making::Step(step) => {
            blocks.extend(plan::step_heading(holding, step, words).map(|(block, _)| block));
            Intent::SaveStep(step)
        }
    };
    if changing.is_some() {
        blocks.push(Block::inset(say!(words, "reminders-from-tomorrow")));
    }
    let save = Button::primary(say!(words, "save"), Press::Reminders(intent));
    blocks.push(Block::form(name, fields, vec![save]));
    Page {
        name: "reminders.edit".into(),
        title: match changing {
            None => say!(words, "reminders-new"),
            Some(_) => say!(words, "reminders-change"),
        },
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

fn choice(value: impl Into<String>, label: String, icon: Option<Icon>) -> Choice {
    Choice { value: value.into(), label, hint: None, icon, chosen: false }
}

/// The first is what holds where nothing is chosen.
fn choice_of_two(question: Question, first: (&str, String), second: (&str, String)) -> Field {
    let first = Choice { chosen: true, ..choice(first.0, first.1, None) };
    Field::Choice(ChoiceField { question, choices: vec![first, choice(second.0, second.1, None)] })
}

fn about_field(holding: &Holding, view: View<'_>) -> Field {
    let words = view.words;
    let (shown, _) = track::trackers(&holding.record);
    let mut choices: Vec<Choice> = shown
        .iter()
        .map(|entry| {
            let label = track::tracker_name(words, &entry.value);
            choice(value_of(entry.id), label, Some(track::icon_of(&entry.value)))
        })
        .collect();
    let only = choices.is_empty();
    let own = choice(OWN, say!(words, "reminders-about-own"), Some(Icon::Star));
    // Where there is nothing else to choose, it need not be chosen.
    choices.push(Choice { chosen: only, ..own });
    let question = Question::new("about", say!(words, "reminders-about"));
    Field::Choice(ChoiceField { question, choices })
}

/// A tracker as the value of a choice.
fn value_of(id: EntryId) -> String {
    format!("{}.{}", id.writer.0, id.counter)
}

fn days_field(words: &Words) -> Field {
    let choices = wording::WEEK
        .iter()
        .map(|day| choice(wording::bit(*day).to_string(), wording::name(words, *day), None))
        .collect();
    let question = Question::new("days", say!(words, "reminders-days"))
        .hint(say!(words, "reminders-days-hint"))
        .optional();
    Field::Choices(ChoiceField { question, choices })
}

type Errors = Vec<(&'static str, String)>;

/// The rule that the form says, from a day on.
fn read_rule(
    words: &Words,
    draft: &Draft,
    (zone, day_start): (&str, u16),
    (first, from): (Date, Date),
) -> Result<Rule, Errors> {
    let mut errors = Errors::new();
    let mut times: Vec<At> = Vec::new();
    for field in TIMES {
        match draft.time(field) {
            Ok(Some(time)) => {
                let minute = u16::try_from(i32::from(time.hour()) * 60 + i32::from(time.minute()));
                let at = At { minute: minute.unwrap_or(0), amount: None };
                if times.contains(&at) {
                    errors.push((field, say!(words, "reminders-time-twice")));
                }
                times.push(at);
            }
            Ok(None) if field == TIMES[0] => {
                errors.push((field, say!(words, "reminders-time-none")));
            }
            Ok(None) => {}
            Err(_) => errors.push((field, say!(words, "track-time-none"))),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let chosen = draft.choices("days").iter().filter_map(|bit| bit.parse::<u8>().ok());
    let bits = chosen.fold(0, |bits, bit| bits | (bit & 0x7f));
    let days = match bits {
        0 | 0x7f => Days::DAILY,
        on => Days::Weeks { every: 1, on: Weekdays(on) },
    };
    let zone = (draft.choice("zone") == Some(PINNED)).then(|| Zone::new(zone));
    let steps = vec![Step { days: 0, times }];
    let when = When::Calendar { days, steps };
    let end = End::Open;
    let rule = Rule::new(Terms { when, zone, first, from, end, day_start, window: WINDOW });
    // The form can say nothing else that cannot be: the device's own day is wrong.
    rule.map_err(|_| vec![("time1", say!(words, "reminders-rule-not"))])
}

/// Keeps what the form says.
pub(super) fn save(making: Making, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let changing = making.changing();
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Health));
    let Some(holding) = may else { return nothing() };
    let name = form(holding, making);
    let draft = cx.open.forms.get(&name);
    let before = match changing.map(|id| holding.record.get::<Reminder>(id)) {
        Some(None) => return nothing(),
        Some(Some(entry)) if !can_say(&entry.value) => return nothing(),
        Some(entry) => entry,
        None => None,
    };
    let mut errors = Errors::new();
    let about = match &before {
        Some(before) => Ok(before.value.about),
        None => read_about(holding, &draft),
    };
    let own = draft.text("words").to_owned();
    match &about {
        Err(()) => errors.push(("about", say!(words, "reminders-about-none"))),
        Ok(None) if own.is_empty() => {
            errors.push(("words", say!(words, "reminders-words-none")));
        }
        Ok(_) if own.chars().count() > MAX_WORDS => {
            errors.push(("words", say!(words, "too-long", most = MAX_WORDS)));
        }
        Ok(_) => {}
    }
    let today = cx.own_day();
    // A change begins tomorrow: what was done or asked today is not asked again.
    let days = match before.as_ref().and_then(|entry| rule_of(&entry.value)) {
        Some(rule) => {
            let tomorrow = when::days_after(today, 1).unwrap_or(today);
            (rule.terms().first, tomorrow)
        }
        None => (today, today),
    };
    let zone = home(before.as_ref().map(|entry| &entry.value), &cx.now.zone);
    let rule = read_rule(words, &draft, (&zone, cx.now.day_start), days);
    let (about, rule) = match (about, rule) {
        (Ok(about), Ok(rule)) if errors.is_empty() => (about, rule),
        (_, rule) => {
            errors.extend(rule.err().unwrap_or_default());
            cx.open.forms.refuse(&name, errors);
            return nothing();
        }
    };
    let reminder = Reminder {
        about,
        words: (!own.is_empty()).then_some(own),
        rule: kept(&rule, before.as_ref()),
        discreet: (draft.choice("discreet") == Some(SHOWN)).then_some(false),
        put_away: None,
        important: (draft.choice("important") == Some(ALWAYS)).then_some(true),
        insist: (draft.choice("insist") == Some(AGAIN)).then_some(true),
    };
    let mut act = Act::new(holding, cx.now);
    if let Making::Step(step) = making {
        let now = act.happened_now();
        let id = act.create(&reminder, now);
        plan::link(&mut act, holding, step, plan::Became::Reminder(id));
    } else {
        act.set(holding, before.as_ref(), &reminder);
    }
    act.finish_form(&name);
    let notice = saving::notice(cx.open, words, holding);
    let asked = outside::ask_for_reminders(cx);
    act.save(cx, Go::Back, Some(notice)).and(asked)
}

/// The tracker that was chosen, or none for something else; wrong where nothing was.
fn read_about(holding: &Holding, draft: &Draft) -> Result<Option<Ref>, ()> {
    let (shown, _) = track::trackers(&holding.record);
    let only = shown.is_empty().then_some(OWN);
    let chosen = draft.choice("about").or(only).ok_or(())?;
    if chosen == OWN {
        return Ok(None);
    }
    let tracker = shown.iter().find(|entry| value_of(entry.id) == chosen).ok_or(())?;
    let EntryId { writer, counter, .. } = tracker.id;
    Ok(Some(Ref(OpId { writer, counter })))
}

/// The rule as it is kept: what only says the same from a later day is no change.
/// Where two stand beside each other, saying one of them again settles it.
fn kept(rule: &Rule, before: Option<&Entry<Reminder>>) -> RuleBytes {
    let same = |before: &&Entry<Reminder>| {
        let from = rule.terms().from;
        !is_disputed(before)
            && rule_of(&before.value)
                .is_some_and(|old| Terms { from, ..old.terms().clone() } == *rule.terms())
    };
    before.filter(same).map_or_else(|| RuleBytes::of(rule), |before| before.value.rule.clone())
}

/// Whether two people set its times otherwise at once.
#[must_use]
pub(super) fn is_disputed(entry: &Entry<Reminder>) -> bool {
    entry.conflicts.iter().any(|conflict| conflict.field.number == Reminder::RULE)
}
