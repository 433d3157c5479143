//! Writing a note, and correcting one.

use jiff::civil::Date;
use record::kinds::{Amount, DiaryNote, DiaryTopic};
use record::time::{Happened, Zone};
use record::{EntryId, Scope};

use super::told::topic_text;
use super::{Intent, Screen};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::Draft;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{
    Block, Button, Choice, ChoiceField, DateField, DateInput, Field, Page, Question, TimeField,
};
use crate::when;
use crate::words::{Words, say};

/// The most characters of a note.
const MOST: u32 = 5_000;

/// How many seconds a clock on the wall may be ahead of the device's.
const TOLERANCE: i64 = 120;

const TOPICS: [(&str, DiaryTopic); 4] = [
    ("note", DiaryTopic::Note),
    ("meal", DiaryTopic::Meal),
    ("exercise", DiaryTopic::Exercise),
    ("event", DiaryTopic::Event),
];

const AMOUNTS: [(&str, Amount); 3] =
    [("usual", Amount::Usual), ("more", Amount::More), ("less", Amount::Less)];

fn form(holding: &Holding, correcting: Option<EntryId>) -> String {
    match correcting {
        None => format!("diary.write.{}", holding.index),
        Some(id) => {
            let EntryId { writer, counter, .. } = holding.record.own(id);
            format!("diary.write.{}.{}.{counter}", holding.index, writer.0)
        }
    }
}

/// Opens the form of a correction, filled in with what stands.
pub(super) fn correct(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Cmd::done() };
    let Some(entry) = holding.record.get::<DiaryNote>(id) else { return Cmd::done() };
    let name = form(holding, Some(id));
    let forms = &mut cx.open.forms;
    if forms.opens(&name, vec![entry.sight()]) {
        let note = entry.value;
        forms.set(&name, "text", note.text);
        if let Some((topic, _)) = TOPICS.iter().find(|(_, topic)| *topic == note.topic) {
            forms.choose(&name, "topic", *topic);
        }
        if let Some(mood) = note.mood {
            forms.choose(&name, "mood", mood.to_string());
        }
        if let Some((amount, _)) = AMOUNTS.iter().find(|(_, a)| Some(*a) == note.amount) {
            forms.choose(&name, "amount", *amount);
        }
    }
    cx.open.go(Place::Diary(Screen::Correct(id)));
    Cmd::done()
}

fn now(cx: &crate::effects::clock::Now) -> Happened {
    Happened { at: cx.ms.div_euclid(1000), zone: Zone::new(&cx.zone) }
}

/// The page.
pub(super) fn page(correcting: Option<EntryId>, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding().filter(|h| h.may_write(Scope::Diary)) else {
        return gone(view);
    };
    let before = correcting.and_then(|id| holding.record.get::<DiaryNote>(id));
    if correcting.is_some() && before.is_none() {
        return gone(view);
    }
    let wall = when::wall(&before.map_or_else(|| now(view.now), |entry| entry.happened));
    let choice = |value: &str, label: String, chosen| Choice {
        value: value.to_owned(),
        label,
        hint: None,
        icon: None,
        chosen,
    };
    let moods = [
        say!(words, "diary-mood-5"),
        say!(words, "diary-mood-4"),
        say!(words, "diary-mood-3"),
        say!(words, "diary-mood-2"),
        say!(words, "diary-mood-1"),
    ];
    let moods = moods.into_iter().zip(["5", "4", "3", "2", "1"]);
    let fields = vec![
        Field::long_text(
            Question::new("text", say!(words, "diary-text")).hint(say!(words, "diary-text-hint")),
            6,
            MOST,
        ),
        Field::Choice(ChoiceField {
            question: Question::new("mood", say!(words, "diary-mood")).optional(),
            choices: moods.map(|(label, value)| choice(value, label, false)).collect(),
        }),
        Field::Choice(ChoiceField {
            question: Question::new("topic", say!(words, "diary-topic")),
            choices: TOPICS
                .iter()
                .enumerate()
                .map(|(i, (value, topic))| choice(value, topic_text(words, *topic), i == 0))
                .collect(),
        }),
        Field::Choice(ChoiceField {
            question: Question::new("amount", say!(words, "diary-amount"))
                .hint(say!(words, "diary-amount-hint"))
                .optional(),
            choices: vec![
                choice("usual", say!(words, "diary-amount-usual"), false),
                choice("more", say!(words, "diary-amount-more"), false),
                choice("less", say!(words, "diary-amount-less"), false),
            ],
        }),
        Field::Date(DateField {
            question: Question::new("date", say!(words, "diary-date")),
            value: DateInput {
                day: wall.day().to_string(),
                month: wall.month().to_string(),
                year: wall.year().to_string(),
            },
        }),
        Field::Time(TimeField {
            question: Question::new("time", say!(words, "diary-time")),
            value: format!("{:02}:{:02}", wall.hour(), wall.minute()),
        }),
    ];
    let intent = correcting.map_or(Intent::Save, Intent::SaveCorrection);
    Page {
        name: "diary.write".into(),
        title: match correcting {
            None => say!(words, "diary-write"),
            Some(_) => say!(words, "diary-correct-title"),
        },
        caption: view.owner(),
        blocks: vec![Block::form(
            form(holding, correcting),
            fields,
            vec![Button::primary(say!(words, "save"), Press::Diary(intent))],
        )],
        ..Page::default()
    }
}

type Errors = Vec<(&'static str, String)>;

fn read(words: &Words, draft: &Draft) -> Result<DiaryNote, Errors> {
    let text = draft.text("text");
    let chosen = draft.choice("topic").unwrap_or("note");
    let topic = TOPICS.iter().find(|(value, _)| *value == chosen).map_or(DiaryTopic::Note, |t| t.1);
    let mood = draft.choice("mood").and_then(|mood| mood.parse::<u64>().ok());
    let mood = mood.filter(|mood| (1..=5).contains(mood));
    // How much, against what is usual, is said of meals and exercise only.
    let amount = draft
        .choice("amount")
        .filter(|_| matches!(topic, DiaryTopic::Meal | DiaryTopic::Exercise))
        .and_then(|amount| AMOUNTS.iter().find(|(value, _)| *value == amount))
        .map(|(_, amount)| *amount);
    if text.is_empty() && mood.is_none() && amount.is_none() {
        return Err(vec![("text", say!(words, "diary-nothing"))]);
    }
    if text.chars().count() > MOST as usize {
        return Err(vec![("text", say!(words, "too-long", most = MOST as usize))]);
    }
    Ok(DiaryNote { topic, text: text.to_owned(), mood, amount })
}

fn moment(
    words: &Words,
    draft: &Draft,
    base: &Happened,
    now: &Happened,
) -> Result<Happened, Errors> {
    let wall = when::wall(base);
    let date = draft.date("date").map(|date| date.unwrap_or(wall.date()));
    let time = draft.time("time").map(|time| time.unwrap_or(wall.time()));
    let mut errors = Errors::new();
    if date.is_err() || date.is_ok_and(|date| date < Date::constant(1900, 1, 1)) {
        errors.push(("date", say!(words, "diary-date-none")));
    }
    if time.is_err() {
        errors.push(("time", say!(words, "diary-time-none")));
    }
    let (Ok(date), Ok(time), true) = (date, time, errors.is_empty()) else {
        return Err(errors);
    };
    if date == wall.date() && (time.hour(), time.minute()) == (wall.hour(), wall.minute()) {
        return Ok(base.clone());
    }
    let typed = when::happened(date, time, base.zone.name());
    if typed.at > now.at + TOLERANCE {
        let field = if date > when::wall(now).date() { "date" } else { "time" };
        return Err(vec![(field, say!(words, "diary-future"))]);
    }
    Ok(typed)
}

/// Saves what has been written.
pub(super) fn save(correcting: Option<EntryId>, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = cx.open.holding().filter(|h| h.may_write(Scope::Diary)) else {
        return Cmd::done();
    };
    let name = form(holding, correcting);
    let draft = cx.open.forms.get(&name);
    let before = correcting.and_then(|id| draft.stood::<DiaryNote>(&holding.record, id));
    if correcting.is_some() && before.is_none() {
        return Cmd::done();
    }
    let now = now(cx.now);
    let base = before.as_ref().map_or_else(|| now.clone(), |entry| entry.happened.clone());
    let (note, happened) = match (read(words, &draft), moment(words, &draft, &base, &now)) {
        (Ok(note), Ok(happened)) => (note, happened),
        (note, happened) => {
            let errors = note.err().into_iter().chain(happened.err()).flatten().collect();
            cx.open.forms.refuse(&name, errors);
            return Cmd::done();
        }
    };
    let notice = saving::notice(cx.open, words, holding);
    let mut act = Act::new(holding, cx.now);
    match &before {
        None => {
            act.create(&note, happened);
        }
        Some(entry) if entry.value == note && entry.happened == happened => {
            // Nothing was changed.
            let forget = cx.open.forms.forget(&name);
            cx.open.back();
            return forget.map_or_else(Cmd::done, |write| crate::app::keep(vec![write]));
        }
        Some(entry) => act.change(entry.sight(), &entry.value, &note, happened),
    }
    act.finish_form(&name);
    act.save(cx, Go::Back, Some(notice))
}
