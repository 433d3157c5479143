//! Saying something of a decision or an option, changing it, and putting what
//! matters in order: one form for every sort.

use record::EntryId;
use record::kinds::{Decision, DecisionPart, Often, PartOf, PlanItem, PlanSort};
use record::rights::{Word, part_of_decision};
use record::state::Entry;

use super::sort::{self, Sort};
use super::whole::{entry_of, ref_to, whole};
use super::{Intent, Screen, form, nothing};
use crate::about_me::{self, Item};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::Draft;
use crate::forms::fields::{MAX_WORDS, Typed, ask, choice, date, optional};
use crate::forms::voice::{self, Voice};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, ChoiceField, Field, Page, Question};
use crate::words::{Words, say};

/// The most that a shell draws.
const MOST_OF: u32 = 1_000;

/// Questions that fit any option.
const QUESTIONS: [&str; 4] =
    ["deciding-ask-benefits", "deciding-ask-risks", "deciding-ask-others", "deciding-ask-nothing"];

/// What is being said.
#[derive(Clone, Copy)]
pub(super) enum Saying {
    /// Something new, of an entry, by the code of its sort.
    New(EntryId, u64),
    /// Something that was said, as changed.
    Change(EntryId),
}

/// What is known of it.
struct Asked {
    sort: &'static Sort,
    within: EntryId,
    before: Option<Entry<DecisionPart>>,
    form: String,
}

/// What is asked, where this side may say it, and what it is said of is there.
fn asked(saying: Saying, holding: &Holding) -> Option<Asked> {
    let record = &holding.record;
    let (sort, within, before, about) = match saying {
        Saying::New(within, code) => {
            let sort = sort::of(PartOf::from_code(code))?;
            let there = if sort.is_of_option() {
                record.get::<DecisionPart>(within).is_some()
            } else {
                record.get::<Decision>(within).is_some()
            };
            (sort, Some(within).filter(|_| there)?, None, within)
        }
        Saying::Change(id) => {
            let entry = record.get::<DecisionPart>(id)?;
            let within = entry_of(entry.value.within);
            (sort::of(entry.value.of)?, within, Some(entry), id)
        }
    };
    let what = match saying {
        Saying::New(_, code) => format!("new{code}"),
        Saying::Change(_) => "part".to_owned(),
    };
    let form = form(&what, holding, Some(about));
    sort.may(holding).then_some(Asked { sort, within, before, form })
}

/// Whether it may be somebody's own word or the person's: not what is the person's alone
/// to say, nor what this side has said whose it is.
fn asks_whose(asked: &Asked, holding: &Holding) -> bool {
    let own = asked.before.as_ref().is_some_and(|it| holding.author(it.created.id.writer).me);
    part_of_decision(asked.sort.of) == Word::Anyone && !own
}

/// What there is to choose from, so that nobody writes it again: each with what it is
/// called in the form. Of what was taken from somewhere else that is its words, which stay
/// what was ticked whatever is changed there.
fn ready(sort: &Sort, holding: &Holding, words: &Words) -> Vec<(String, String)> {
    match sort.of {
        PartOf::Question => QUESTIONS.iter().map(|id| ((*id).to_owned(), words.get(id))).collect(),
        PartOf::Matters => {
            let important = about_me::said(&holding.record, Item::Important);
            let goals = holding.record.current::<PlanItem>().filter_map(|entry| {
                let item = entry.value;
                let is_goal = item.sort == PlanSort::Goal && !item.is_proposal();
                item.text.filter(|_| is_goal)
            });
            let mut ready: Vec<(String, String)> = Vec::new();
            for text in important.into_iter().map(|said| said.text).chain(goals) {
                for line in text.lines().map(str::trim) {
                    let fits = !line.is_empty() && line.chars().count() <= MAX_WORDS;
                    if fits && !ready.iter().any(|(known, _)| known == line) {
                        ready.push((line.to_owned(), line.to_owned()));
                    }
                }
            }
            ready
        }
        _ => Vec::new(),
    }
}

/// Opens the form of something that was said, filled in.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(Asked { before: Some(before), form, .. }) = asked(Saying::Change(id), holding) else {
        return nothing();
    };
    let forms = &mut cx.open.forms;
    if forms.opens(&form, vec![before.sight()]) {
        let part = before.value;
        forms.set(&form, "text", part.text);
        forms.set(&form, "more", part.more.unwrap_or_default());
        forms.set(&form, "link", part.link.unwrap_or_default());
        if let Some(often) = part.often {
            forms.set(&form, "of_them", often.of_them.to_string());
            forms.set(&form, "out_of", often.out_of.to_string());
            forms.set(&form, "source", often.source);
        }
        if let Some(day) = part.day {
            forms.set_date(&form, "day", day);
        }
        if part.of == PartOf::Recording {
            forms.choose(&form, "agreed", "all");
        }
    }
    cx.open.go(Place::Deciding(Screen::ChangePart(id)));
    nothing()
}

/// The page.
pub(super) fn page(saying: Saying, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(asked) = asked(saying, holding) else { return gone(view) };
    let whose = asks_whose(&asked, holding);
    let Asked { sort, before, form, .. } = asked;
    let mut fields = Vec::new();
    let ready = if before.is_none() { ready(sort, holding, words) } else { Vec::new() };
    if !ready.is_empty() {
        let choices = ready.iter().map(|(value, text)| choice(value.as_str(), text.clone()));
        let question = optional(words, "ready", "deciding-ready", "");
        fields.push(Field::Choices(ChoiceField { question, choices: choices.collect() }));
    }
    let question = ask(words, "text", sort.ask, sort.hint);
    let question = Question { optional: !ready.is_empty(), ..question };
    let most = u32::try_from(MAX_WORDS).unwrap_or(u32::MAX);
    fields.push(Field::long_text(question, 2, most));
    if sort.is_of_option() {
        let number = |id, label, hint| Field::number(optional(words, id, label, hint), "", false);
        fields.push(number("of_them", "deciding-of-them", "deciding-of-them-hint"));
        fields.push(number("out_of", "deciding-out-of", "deciding-out-of-hint"));
        fields.push(Field::text(optional(words, "source", "deciding-source", "")));
    }
    for (id, label) in [("more", sort.more), ("link", sort.link)] {
        if !label.is_empty() {
            fields.push(Field::text(optional(words, id, label, "")));
        }
    }
    if !sort.day.is_empty() {
        fields.push(date(optional(words, "day", sort.day, ""), None));
    }
    if sort.of == PartOf::Recording {
        let agreed = choice("all", say!(words, "deciding-recording-all"));
        let question = ask(words, "agreed", "deciding-recording-agreed", "");
        fields.push(Field::Choices(ChoiceField { question, choices: vec![agreed] }));
    }
    if whose {
        fields.extend(voice::ask(words, holding));
    }
    let save = match saying {
        Saying::New(within, code) => Intent::SavePart(within, code),
        Saying::Change(id) => Intent::SaveChangedPart(id),
    };
    let save = Button::primary(say!(words, "save"), Press::Deciding(save));
    Page {
        name: "decisions.part".into(),
        title: words.get(sort.title),
        caption: view.owner(),
        blocks: vec![Block::form(form, fields, vec![save])],
        ..Page::default()
    }
}

/// How often something happens: both numbers and where they are from, or nothing.
fn often(words: &Words, draft: &Draft, typed: &mut Typed<'_>) -> Option<Often> {
    let source = typed.text("source", MAX_WORDS);
    let (some, all) = (draft.text("of_them"), draft.text("out_of"));
    if some.is_empty() && all.is_empty() {
        return None;
    }
    let mut number = |field, text: &str| {
        let number = text.parse::<u32>().ok();
        if number.is_none() {
            typed.wrong(field, say!(words, "deciding-number-not"));
        }
        number
    };
    let numbers = number("of_them", some).zip(number("out_of", all));
    if source.is_none() {
        typed.wrong("source", say!(words, "deciding-source-none"));
    }
    let (of_them, out_of) = numbers?;
    if !(1..=MOST_OF).contains(&out_of) {
        typed.wrong("out_of", say!(words, "deciding-out-of-not"));
    } else if of_them > out_of {
        typed.wrong("of_them", say!(words, "deciding-of-them-not"));
    }
    Some(Often { of_them, out_of, source: source? })
}

/// Keeps what the form says.
pub(super) fn save(saying: Saying, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(asked) = asked(saying, holding) else { return nothing() };
    let whose = asks_whose(&asked, holding);
    let Asked { sort, within, before, form } = asked;
    let draft = cx.open.forms.get(&form);
    let before = before.and_then(|now| draft.stood::<DecisionPart>(&holding.record, now.id));
    let ready = ready(sort, holding, words);
    let (there, away): (Vec<&String>, Vec<&String>) =
        draft.choices("ready").iter().partition(|it| ready.iter().any(|(value, _)| value == *it));
    let there: Vec<String> = there.into_iter().cloned().collect();
    let chosen = ready.into_iter().filter(|(value, _)| there.contains(value));
    let chosen: Vec<String> = chosen.map(|(_, text)| text).collect();
    let mut typed = Typed::new(words, &draft);
    if !away.is_empty() {
        // Changed since it was ticked: what is ticked now is seen before it is kept.
        cx.open.forms.choose_all(&form, "ready", there);
        typed.wrong("ready", say!(words, "deciding-chosen-gone"));
    }
    let text = typed.text("text", MAX_WORDS);
    if text.is_none() && chosen.is_empty() {
        typed.wrong("text", say!(words, "deciding-text-none"));
    }
    let more = typed.text("more", MAX_WORDS);
    let link = typed.text("link", MAX_WORDS);
    let day = typed.date("day");
    let often = if sort.is_of_option() { often(words, &draft, &mut typed) } else { None };
    if sort.of == PartOf::Recording && draft.choices("agreed").is_empty() {
        typed.wrong("agreed", say!(words, "deciding-recording-none"));
    }
    if typed.refuse(&mut cx.open.forms, &form) {
        return nothing();
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let voice = match &before {
        _ if whose => Voice::said(&draft),
        Some(before) => Voice::kept(holding, &before.created),
        None => Voice::Persons,
    };
    let mut act = Act::new(holding, cx.now).says(voice);
    act.finish_form(&form);
    let notice = saving::notice(cx.open, words, holding);
    let place = match &before {
        Some(before) => before.value.place,
        None => Some(next_place(holding, within)),
    };
    let part = DecisionPart {
        within: ref_to(holding, within),
        of: sort.of,
        text: text.clone().unwrap_or_default(),
        more,
        link,
        often,
        day,
        place,
    };
    if let Some(before) = &before {
        let part = DecisionPart { within: before.value.within, ..part };
        act.set(Some(before), &part);
        return act.save(cx, Go::Back, Some(notice));
    }
    let now = act.happened_now();
    for (at, text) in (0_i64..).zip(chosen.into_iter().chain(text)) {
        let place = part.place.map(|place| place + at);
        let id = act.create(&DecisionPart { text, place, ..part.clone() }, now.clone());
        if sort.is_option() {
            // Its benefits and risks are what comes next.
            let option = Place::Deciding(Screen::Option(id));
            return act.save(cx, Go::Instead(option), Some(notice));
        }
    }
    act.save(cx, Go::Back, Some(notice))
}

/// After all that is said of an entry.
fn next_place(holding: &Holding, within: EntryId) -> i64 {
    let of = ref_to(holding, within);
    let all = holding.record.current::<DecisionPart>().filter(|entry| entry.value.within == of);
    all.filter_map(|entry| entry.value.place).max().map_or(0, |place| place + 1)
}

/// What matters comes one place earlier, or later.
pub(super) fn shift(id: EntryId, up: bool, cx: &mut Cx<'_>) -> Cmd {
    let orders =
        |holding: &&Holding| sort::of(PartOf::Matters).is_some_and(|sort| sort.may(holding));
    let Some(holding) = cx.open.holding().filter(orders) else { return nothing() };
    let Some(entry) = holding.record.get::<DecisionPart>(id) else { return nothing() };
    let Some(whole) = whole(holding, entry_of(entry.value.within)) else { return nothing() };
    let mut all: Vec<&Entry<DecisionPart>> = whole.of(PartOf::Matters).collect();
    let Some(at) = all.iter().position(|other| other.id == entry.id) else { return nothing() };
    let Some(to) = (if up { at.checked_sub(1) } else { Some(at + 1) }) else { return nothing() };
    if to >= all.len() {
        return nothing();
    }
    all.swap(at, to);
    let mut act = Act::new(holding, cx.now);
    for (place, entry) in (0..).zip(all) {
        let part = DecisionPart { place: Some(place), ..entry.value.clone() };
        act.set(Some(entry), &part);
    }
    act.save(cx, Go::Stay, None)
}
