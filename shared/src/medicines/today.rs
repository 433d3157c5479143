//! What stands on Today: the times of today, several at once, what is taken as
//! needed, and what has to be ordered.

use jiff::civil::Date;
use record::Scope;
use record::kinds::Medicine;
use record::schedule::State;
use record::state::Entry;

use super::due::{self, Answers, Medicines, Standing};
use super::wording::{full_name, how_much, tag};
use super::{Intent, Screen, facts, list, stock::Stock};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::reminders::Time;
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Tag, Task, TaskList, Tone};
use crate::words::{Words, say};
use crate::{entry, when};

/// The most that are taken as needed and stand here; the rest are in the list.
const NEEDED: usize = 6;

/// Today's part of the medicines, where there is anything.
pub(crate) fn blocks(view: View<'_>, holding: &Holding) -> Vec<Block> {
    let words = view.words;
    if holding.record.ids::<Medicine>().next().is_none() {
        return Vec::new();
    }
    let mut blocks = Vec::new();
    let medicines = Medicines::of(&holding.record, view.now);
    let answers = Answers::lately(&holding.record, view.now);
    let today = medicines.today(&answers, view.now);
    let mut items: Vec<Task> = today.iter().map(|one| task(one, view)).collect();
    let [now, _] = list::all(view, holding);
    let needed = now.iter().filter(|entry| facts::as_needed(&entry.value)).take(NEEDED);
    items.extend(needed.map(|entry| as_needed(entry, holding, view)));
    let ahead = ahead(&now, holding, view);
    let mut buttons = if holding.may_write(Scope::Medicines) {
        // Where a clock may be wrong, each is looked at by itself.
        let sure =
            |one: &&Standing<'_>| !ahead.iter().any(|(entry, _)| entry.id == one.medicine.id);
        together(today.iter().filter(sure), holding, view)
    } else {
        Vec::new()
    };
    let all = Place::Medicines(Screen::All);
    buttons.push(Button::quiet(say!(words, "medicines-all"), all));
    if !items.is_empty() {
        blocks.push(Block::heading(say!(words, "medicines-title")));
        blocks.push(Block::TaskList(TaskList { items }));
        blocks.push(Block::buttons(buttons));
    }
    let mut cards: Vec<Card> = ahead.into_iter().map(|(_, card)| card).collect();
    cards.extend(now.iter().filter_map(|entry| to_order(entry, holding, view)));
    if !cards.is_empty() {
        blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
    }
    blocks
}

/// Those whose last dose is later than this device's clock: why nothing is asked, or
/// what is asked may be wrong, and what to do.
fn ahead<'a>(
    now: &'a [Entry<Medicine>],
    holding: &Holding,
    view: View<'_>,
) -> Vec<(&'a Entry<Medicine>, Card)> {
    let words = view.words;
    let card = |entry: &'a Entry<Medicine>| {
        let dose = facts::ahead(view, holding, entry)?;
        let name = full_name(&entry.value);
        let mut card = Card::new(say!(words, "medicines-ahead-title", name = name.as_str()));
        card.lines.extend(facts::ahead_text(view, entry, &dose));
        let label = say!(words, "medicines-ahead-look");
        let spoken = format!("{label}: {name}");
        let look = Place::Entry(entry::Screen::Whole(dose.id));
        card.buttons.push(Button::secondary(label, look).spoken(spoken));
        Some((entry, card.icon(Icon::Warning)))
    };
    now.iter().filter_map(card).collect()
}

fn task(one: &Standing<'_>, view: View<'_>) -> Task {
    let words = view.words;
    let wall = when::wall_at(one.occurrence.at, &view.now.zone);
    let time = when::time(wall.time());
    // Yesterday's that can still be taken says so.
    let at = if wall.date() == view.today() {
        time
    } else {
        let day = when::near_day(words, wall.date(), view.today());
        say!(words, "day-time", day = day, time = time)
    };
    let dose = how_much(words, one.medicine, one.schedule, &one.occurrence.key).text;
    let hint = dose.map_or_else(|| at.clone(), |dose| format!("{at} · {dose}"));
    let open = Place::Medicines(Screen::Dose(due::name(&one.occurrence.key)));
    Task {
        title: full_name(&one.medicine.value),
        hint: Some(hint),
        status: tag(words, one.state),
        action: (one.state != State::Upcoming).then(|| open.into()),
    }
}

fn as_needed(entry: &Entry<Medicine>, holding: &Holding, view: View<'_>) -> Task {
    let words = view.words;
    let last = facts::last(view, holding, entry);
    Task {
        title: full_name(&entry.value),
        hint: Some(last.unwrap_or_else(|| say!(words, "medicines-last-none"))),
        status: Tag::new(say!(words, "medicines-as-needed"), Tone::Neutral),
        action: Some(Place::Medicines(Screen::One(entry.id)).into()),
    }
}

/// The parts of a day, by the hour at which each begins.
const PARTS: [(i8, &str); 3] =
    [(0, "medicines-all-morning"), (12, "medicines-all-afternoon"), (17, "medicines-all-evening")];

fn part_of(date: Date, hour: i8, today: Date) -> Option<usize> {
    (date == today).then(|| PARTS.iter().filter(|(from, _)| *from <= hour).count() - 1)
}

/// On a bad day: one card, and what stands below it. Where all that can be taken now
/// is of one part of the day, and nobody disagrees about it, one press says that it was
/// taken; otherwise each is looked at by itself.
pub(crate) fn bad_day(view: View<'_>, holding: &Holding) -> (Option<Card>, Vec<Block>) {
    if holding.record.ids::<Medicine>().next().is_none() {
        return (None, Vec::new());
    }
    let words = view.words;
    let medicines = Medicines::of(&holding.record, view.now);
    let answers = Answers::lately(&holding.record, view.now);
    let today = medicines.today(&answers, view.now);
    let open: Vec<&Standing<'_>> = today.iter().filter(|one| one.is_open()).collect();
    let part = |one: &&Standing<'_>| {
        let wall = when::wall_at(one.occurrence.at, &view.now.zone);
        part_of(wall.date(), wall.hour(), view.today())
    };
    let first = open.first().and_then(part);
    let [now, _] = list::all(view, holding);
    let ahead = ahead(&now, holding, view);
    let alike = first.is_some()
        && ahead.is_empty()
        && open.iter().all(|one| part(one) == first && one.medicine.conflicts.is_empty());
    let title = say!(words, "bad-day-medicines");
    let mut warned = Vec::new();
    if !ahead.is_empty() {
        let cards = ahead.into_iter().map(|(_, card)| card).collect();
        warned.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
    }
    let card = if open.is_empty() {
        let card = Card::new(title).line(say!(words, "bad-day-medicines-none"));
        card.opens(Place::Medicines(Screen::All))
    } else if alike && holding.may_write(Scope::Medicines) {
        let times = open
            .iter()
            .map(|one| Time { record: holding.index, key: due::name(&one.occurrence.key) });
        let card = Card::new(title).opens(Press::Medicines(Intent::TakeAll(times.collect())));
        let line = |one: &&Standing<'_>| {
            let wall = when::wall_at(one.occurrence.at, &view.now.zone);
            format!("{} · {}", full_name(&one.medicine.value), when::time(wall.time()))
        };
        open.iter().map(line).fold(card, Card::line)
    } else {
        let below = open.iter().map(|one| task(one, view)).collect();
        warned.push(Block::heading(say!(words, "medicines-title")));
        warned.push(Block::TaskList(TaskList { items: below }));
        return (None, warned);
    };
    (Some(card.icon(Icon::Pill)), warned)
}

/// For each part of the day with several that are open: all of them at once. One
/// about which two people disagree is left out; it has to be looked at.
fn together<'a>(
    today: impl Iterator<Item = &'a Standing<'a>>,
    holding: &Holding,
    view: View<'_>,
) -> Vec<Button> {
    let words = view.words;
    let mut parts: [Vec<&Standing<'_>>; PARTS.len()] = Default::default();
    for one in today.filter(|one| one.is_open() && one.medicine.conflicts.is_empty()) {
        let wall = when::wall_at(one.occurrence.at, &view.now.zone);
        let part = part_of(wall.date(), wall.hour(), view.today());
        if let Some(part) = part.and_then(|part| parts.get_mut(part)) {
            part.push(one);
        }
    }
    let several = parts.iter().zip(PARTS).filter(|(part, _)| part.len() > 1);
    several.map(|(part, (_, label))| all_of(words, part, label, holding)).collect()
}

fn all_of(words: &Words, part: &[&Standing<'_>], label: &str, holding: &Holding) -> Button {
    let time =
        |one: &&Standing<'_>| Time { record: holding.index, key: due::name(&one.occurrence.key) };
    let times = part.iter().map(time).collect();
    let names: Vec<String> = part.iter().map(|one| full_name(&one.medicine.value)).collect();
    let label = words.get(label);
    let names = crate::rules::list(words, &names);
    let spoken = format!("{label}: {names}");
    Button::secondary(label, Press::Medicines(Intent::TakeAll(times)))
        .icon(Icon::Check)
        .spoken(spoken)
}

fn to_order(entry: &Entry<Medicine>, holding: &Holding, view: View<'_>) -> Option<Card> {
    let words = view.words;
    let stock = Stock::of(holding, entry)?;
    if !stock.is_to_order(view.today()) && !stock.short {
        return None;
    }
    let name = full_name(&entry.value);
    let title = if stock.short {
        say!(words, "medicines-card-short", name = name)
    } else {
        say!(words, "medicines-card-order", name = name)
    };
    let mut card = Card::new(title).icon(Icon::Pill);
    card.lines.extend(super::stock::line(view, holding, entry));
    if holding.may_write(Scope::Medicines) {
        let label = if stock.short { "medicines-put-right" } else { "medicines-stock" };
        let stock_form = Press::Medicines(Intent::Stock(entry.id));
        let spoken = format!("{}: {}", words.get(label), full_name(&entry.value));
        card.buttons.push(Button::secondary(words.get(label), stock_form).spoken(spoken));
        if !stock.short {
            let ordered = Press::Medicines(Intent::Ordered(entry.id));
            let label = say!(words, "medicines-ordered");
            let spoken = format!("{label}: {}", full_name(&entry.value));
            card.buttons.push(Button::secondary(label, ordered).spoken(spoken));
        }
    }
    Some(card)
}
