//! Making a reminder, and changing one.

use jiff::civil::Date;
use record::kinds::{Ref, Reminder};
use record::schedule::{Rule, Schedule, Step, Terms, When, Window};
use record::state::Entry;
use record::{EntryId, OpId, Scope};

use super::{Intent, Screen, nothing, offer};
use crate::app::Cmd;
use crate::effects::clock::Now;
use crate::entry::{change, gone};
use crate::forms::Draft;
use crate::forms::fields::{Typed, ask, one_of};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::rules::{self, Day, Errors, Of};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Choice, ChoiceField, Field, Icon, Page, Question};
use crate::words::{Words, say};
use crate::{outside, track};

/// The most characters of what it is called.
pub(super) const MAX_WORDS: usize = 80;

/// An hour before it is due it can be done, for an hour it is due, for half a
/// day it can still be done; no longer than until the next one.
pub(super) const WINDOW: Window = Window { early: 60, due: 60, expires: 720 };

/// The choice that is no tracker.
const OWN: &str = "own";
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
    /// A new one for what stands elsewhere: a step of the plan, an appointment.
    For(EntryId),
}

impl Making {
    fn changing(self) -> Option<EntryId> {
        match self {
            Self::Change(id) => Some(id),
            Self::New | Self::For(_) => None,
        }
    }
}

fn form(holding: &Holding, making: Making) -> String {
    match making {
        Making::New => format!("reminders.new.{}", holding.index),
        Making::Change(id) => change::form("reminders.change", holding, id),
        Making::For(id) => change::form("reminders.for", holding, id),
    }
}

/// Opens the form of a new one for what stands elsewhere, filled in from it; for what
/// comes again and again it is made at once.
pub(super) fn open_for(of: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(offer) = offer::of(holding, of, cx.view()) else { return nothing() };
    let Some((on, at)) = offer.when else { return offer::make(of, &offer.words, cx) };
    let name = form(holding, Making::For(of));
    let forms = &mut cx.open.forms;
    if forms.opens(&name, Vec::new()) {
        let text: String = offer.words.chars().take(MAX_WORDS).collect();
        forms.set(&name, "words", text);
        forms.choose(&name, "about", OWN);
        forms.choose(&name, "how", rules::ONCE);
        forms.set_date(&name, "first", on);
        forms.set(&name, rules::TIMES[0], at.map_or_else(String::new, rules::clock));
    }
    cx.open.go(Place::Reminders(Screen::For(of)));
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
    let When::Calendar { steps, .. } = &terms.when else { return false };
    let plain = |step: &Step| {
        step.days == 0
            && step.times.len() <= rules::TIMES.len()
            && step.times.iter().all(|at| at.amount.is_none())
    };
    matches!(steps.as_slice(), [step] if plain(step)) && terms.window == WINDOW
}

/// The days that the form needs to know. One day that was set may be moved today too.
fn day(before: Option<&Entry<Reminder>>, holding: &Holding, today: Date, now: &Now) -> Day {
    let standing = before.filter(|entry| {
        let rule = rule_of(&entry.value);
        rule.is_none_or(|rule| rules::once(rule.terms()).is_none())
    });
    let earliest = standing.map_or(today, |entry| {
        let schedule = Schedule::of(&holding.record, entry.id, &super::clocks);
        rules::earliest(&schedule, today, now)
    });
    Day { today, earliest, start: now.day_start }
}

/// Opens the form of a change, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let entry = holding.record.get::<Reminder>(id).filter(|entry| can_say(&entry.value));
    let Some(entry) = entry else { return nothing() };
    let name = form(holding, Making::Change(id));
    let forms = &mut cx.open.forms;
    if forms.opens(&name, vec![entry.sight()]) {
        forms.set(&name, "words", entry.value.words.clone().unwrap_or_default());
        let show = if entry.value.discreet == Some(false) { SHOWN } else { DISCREET };
        forms.choose(&name, "discreet", show);
        let important = if entry.value.important == Some(true) { ALWAYS } else { WAIT };
        forms.choose(&name, "important", important);
        let insist = if entry.value.insist == Some(true) { AGAIN } else { ONCE };
        forms.choose(&name, "insist", insist);
        if let Some(rule) = rule_of(&entry.value) {
            rules::fill(forms, &name, rule.terms());
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
    let rule = entry.as_ref().map(|entry| &entry.value.rule);
    let zone = rules::home(rule, &view.now.zone);
    let name = form(holding, making);
    let draft = view.open.forms.get(&name);
    let how = draft.choice("how").unwrap_or(rules::DAILY);
    let mut fields = Vec::new();
    if entry.is_none() {
        fields.push(about_field(holding, view));
    }
    fields.push(Field::text(
        Question::new("words", say!(words, "reminders-words"))
            .hint(say!(words, "reminders-words-hint"))
            .optional(),
    ));
    fields.push(one_of(ask(words, "how", "rules-how", ""), rules::how(words), true));
    fields.extend(rules::on_days(words, &draft, how));
    for at in 0..rules::how_many(&draft) {
        fields.push(rules::time(words, at, Of::Reminder));
    }
    fields.extend(rules::first(words, how, view.today()));
    fields.extend(rules::end(words, how, Of::Reminder));
    fields.push(rules::zone_field(words, &zone));
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
        Making::For(of) => {
            blocks.extend(offer::of(holding, of, view).and_then(|offer| offer.heading));
            Intent::SaveFor(of)
        }
    };
    let day = day(entry.as_ref(), holding, view.own_day(), view.now);
    if day.earliest > day.today {
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

/// The rule that the form says.
fn read_rule(words: &Words, draft: &Draft, home: &str, day: Day) -> Result<Rule, Errors> {
    let mut typed = Typed::new(words, draft);
    let days = rules::days(words, draft, &mut typed);
    let times = rules::times(words, draft, &mut typed);
    let (first, from, end) = rules::span(words, draft, &mut typed, day);
    let zone = rules::zone(words, draft, &mut typed, home);
    typed.done()?;
    let when = When::Calendar { days, steps: vec![Step { days: 0, times }] };
    let day_start = rules::day_start(draft, day);
    let rule = Rule::new(Terms { when, zone, first, from, end, day_start, window: WINDOW });
    rule.map_err(|why| {
        // The form can say nothing else that cannot be: the device's own day is wrong.
        let other = || (rules::TIMES[0], say!(words, "reminders-rule-not"));
        vec![rules::refusal(words, draft, why).unwrap_or_else(other)]
    })
}

/// Keeps what the form says.
pub(super) fn save(making: Making, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let changing = making.changing();
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Health));
    let Some(holding) = may else { return nothing() };
    let name = form(holding, making);
    let draft = cx.open.forms.get(&name);
    let before = match changing.map(|id| draft.stood::<Reminder>(&holding.record, id)) {
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
    let old = before.as_ref().map(|entry| &entry.value.rule);
    let day = day(before.as_ref(), holding, cx.own_day(), cx.now);
    let home = rules::home(old, &cx.now.zone);
    let read = |day| read_rule(words, &draft, &home, day).map(Some);
    let rule = rules::read(words, old, (day, cx.now), read);
    let (about, rule) = match (about, rule) {
        (Ok(about), Ok(Some(rule))) if errors.is_empty() => (about, rule),
        (_, rule) => {
            errors.extend(rule.err().unwrap_or_default());
            cx.open.forms.refuse(&name, errors);
            return nothing();
        }
    };
    let reminder = Reminder {
        about,
        words: (!own.is_empty()).then_some(own),
        rule: rules::kept(&rule, old, before.as_ref().is_some_and(is_disputed)),
        discreet: (draft.choice("discreet") == Some(SHOWN)).then_some(false),
        put_away: None,
        important: (draft.choice("important") == Some(ALWAYS)).then_some(true),
        insist: (draft.choice("insist") == Some(AGAIN)).then_some(true),
    };
    let mut act = Act::new(holding, cx.now);
    if let Making::For(of) = making {
        let now = act.happened_now();
        let id = act.create(&reminder, now);
        offer::link(&mut act, holding, of, id);
    } else {
        act.set(before.as_ref(), &reminder);
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

/// Whether two people set its times otherwise at once.
#[must_use]
pub(super) fn is_disputed(entry: &Entry<Reminder>) -> bool {
    entry.conflicts.iter().any(|conflict| conflict.field.number == Reminder::RULE)
}
