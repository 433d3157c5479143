//! The open record at a glance: what matters to them, their latest readings,
//! and the way to the rest.

use record::kinds::{Reading, Tracker};
use record::sort;
use record::state::Entry;
use record::{Scope, Scopes};

use super::{Intent, record as open_record};
use crate::about_me::{self, Item};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, Card, CardLayout, Cards, Cell, Column, Icon, Page, Row, SummaryList, SummaryRow,
    Table,
};
use crate::words::{Words, say};
use crate::{
    action_plan, choice, contingency, deciding, diary, medicines, messages, plan, sharing, sync,
    track, when,
};

/// How many of the newest readings are looked at.
const RECENT: usize = 1_000;

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page { name: "staff.person".into(), ..Page::default() };
    let (Some(opened), Some(holding)) = (&view.open.staff.opened, view.open.holding()) else {
        page.title = say!(words, "staff-no-record");
        return page;
    };
    page.title.clone_from(&holding.about.name);
    page.caption = Some(say!(
        words,
        "staff-open-until",
        since = messages::moment(opened.since.div_euclid(1000), view),
        until = messages::moment(opened.until, view)
    ));
    let name = open_record::name(view.open).unwrap_or_default();
    if view.open.sync.last.is_none() {
        page.busy = view.open.sync.is_running();
        page.blocks = if page.busy {
            vec![Block::paragraph(say!(words, "staff-record-fetching"))]
        } else {
            vec![
                Block::inset(say!(words, "staff-record-unfetched")),
                Block::buttons(vec![Button::primary(
                    say!(words, "staff-again"),
                    Press::Sync(sync::Intent::Now),
                )]),
            ]
        };
    } else {
        page.blocks = glance(holding, view);
    }
    page.blocks.push(Block::buttons(vec![Button::secondary(
        say!(words, "staff-close", name = name),
        Press::Staff(Intent::Close),
    )]));
    page
}

fn glance(holding: &Holding, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let see = holding.about.scopes;
    let mut blocks = Vec::new();
    if see.has(Scope::About) {
        blocks.extend(about_me::for_team(view, holding));
        blocks.extend(about(holding, words));
        blocks.extend(about_me::media_for_team(view, holding));
    }
    let before = blocks.len();
    if see.has(Scope::Health) {
        blocks.push(Block::heading(say!(words, "staff-latest")));
        blocks.push(latest(holding, view));
    }
    if let Some(review) = plan::review_card(view, holding) {
        let cards = Cards { layout: CardLayout::Column, cards: vec![review] };
        blocks.insert(before, Block::Cards(cards));
    }
    let mut cards = Vec::new();
    if see.has(Scope::Messages) {
        let new = messages::badge(view);
        let line = new.unwrap_or_else(|| say!(words, "staff-messages-line"));
        cards.push(
            Card::new(say!(words, "tab-messages"))
                .line(line)
                .icon(Icon::Messages)
                .opens(Place::Messages(messages::Screen::Thread)),
        );
    }
    if see.has(Scope::Health) {
        cards.push(
            Card::new(say!(words, "scope-health"))
                .line(say!(words, "staff-readings-line"))
                .icon(Icon::Track)
                .opens(Place::Track(track::Screen::All)),
        );
    }
    if see.has(Scope::Plan) {
        cards.push(
            Card::new(say!(words, "plan-title"))
                .line(say!(words, "staff-plan-line"))
                .icon(Icon::Star)
                .opens(Place::Plan(plan::Screen::All)),
        );
        cards.push(
            Card::new(say!(words, "plans-title"))
                .line(say!(words, "staff-plans-line"))
                .icon(Icon::Plan)
                .opens(Place::Plans(action_plan::Screen::All)),
        );
        cards.push(
            Card::new(say!(words, "contingency-title"))
                .icon(Icon::Plan)
                .opens(Place::Contingency(contingency::Screen::All)),
        );
    }
    if see.has(Scope::Decisions) {
        cards.push(
            Card::new(say!(words, "deciding-title"))
                .line(say!(words, "staff-decisions-line"))
                .icon(Icon::Decision)
                .opens(Place::Deciding(deciding::Screen::All)),
        );
        cards.push(
            Card::new(say!(words, "choice-title"))
                .line(say!(words, "staff-choice-line"))
                .icon(Icon::Info)
                .opens(Place::Choosing(choice::Screen::All)),
        );
    }
    if see.has(Scope::Medicines) {
        cards.push(
            Card::new(say!(words, "medicines-title"))
                .line(say!(words, "staff-medicines-line"))
                .icon(Icon::Pill)
                .opens(Place::Medicines(medicines::Screen::All)),
        );
    }
    if see.has(Scope::Diary) {
        cards.push(
            Card::new(say!(words, "tab-diary"))
                .line(say!(words, "staff-diary-line"))
                .icon(Icon::Diary)
                .opens(Place::Diary(diary::Screen::All)),
        );
    }
    if !cards.is_empty() {
        blocks.push(Block::heading(say!(words, "staff-more-of")));
        blocks.push(Block::Cards(Cards { layout: CardLayout::Grid, cards }));
    }
    let hidden =
        Scopes::of(&[Scope::About, Scope::Health, Scope::Medicines, Scope::Diary, Scope::Messages])
            .without(see);
    if !hidden.is_empty() {
        let parts = sharing::scope_names(words, hidden);
        blocks.push(Block::small(say!(words, "staff-hidden", parts = parts)));
    }
    blocks
}

/// What the row of an item is called; of what matters most there is none, for it
/// stands before the others.
fn label(item: Item) -> Option<&'static str> {
    match item {
        Item::Important => None,
        Item::People => Some("staff-about-people"),
        Item::Communicate => Some("staff-about-communicate"),
        Item::Wellness => Some("staff-about-wellness"),
        Item::Do => Some("staff-about-do"),
        Item::Dont => Some("staff-about-dont"),
        Item::Support => Some("staff-about-support"),
        Item::Also => Some("staff-about-also"),
        Item::HelpedBy => Some("staff-about-helped"),
    }
}

/// What matters to them, in their own words: all that stands, on whichever of their
/// devices it was written.
fn about(holding: &Holding, words: &Words) -> Vec<Block> {
    let mut blocks = vec![Block::heading(say!(words, "staff-matters"))];
    let mut rows: Vec<SummaryRow> = Vec::new();
    for item in Item::ALL {
        let all = about_me::said(&holding.record, item).into_iter();
        let texts = all.map(|said| about_me::spoken(words, &holding.record, item, said.text));
        match label(item) {
            None => blocks.extend(texts.map(Block::quote)),
            Some(label) => {
                let row =
                    SummaryRow { value: texts.collect(), ..SummaryRow::new(words.get(label), "") };
                rows.extend(Some(row).filter(|row| !row.value.is_empty()));
            }
        }
    }
    if rows.is_empty() && blocks.len() == 1 {
        blocks.push(Block::paragraph(say!(words, "staff-matters-none")));
    }
    if !rows.is_empty() {
        blocks.push(Block::SummaryList(SummaryList { rows }));
    }
    blocks
}

/// The latest reading of each tracker.
fn latest(holding: &Holding, view: View<'_>) -> Block {
    let words = view.words;
    let trackers: Vec<Entry<Tracker>> = holding
        .record
        .current::<Tracker>()
        .filter(|tracker| tracker.value.put_away != Some(true))
        .collect();
    if trackers.is_empty() {
        return Block::paragraph(say!(words, "staff-no-trackers"));
    }
    let newest = newest(holding, &trackers);
    let rows = trackers
        .iter()
        .zip(newest)
        .map(|(tracker, reading)| {
            let name = Cell::new(track::tracker_name(words, &tracker.value));
            let (value, when) = match reading {
                Some(reading) => (
                    track::value_text(words, &tracker.value, &reading.value),
                    when::near(words, &reading.happened, view.today()),
                ),
                None => (say!(words, "staff-no-reading"), String::new()),
            };
            let mut value = Cell::new(value);
            value.strong = true;
            Row::new(vec![name, value, Cell::new(when)])
        })
        .collect();
    Block::Table(Table {
        caption: say!(words, "staff-latest"),
        columns: ["staff-column-what", "staff-column-value", "staff-column-when"]
            .into_iter()
            .map(|id| Column { title: words.get(id), numeric: false })
            .collect(),
        rows,
        more: None,
    })
}

/// For each tracker the reading that happened last, among the newest of all.
/// Times are cheap to read and values are not.
fn newest(holding: &Holding, trackers: &[Entry<Tracker>]) -> Vec<Option<Entry<Reading>>> {
    let mut found: Vec<Option<Entry<Reading>>> = vec![None; trackers.len()];
    let times = holding.record.first_times::<Reading>();
    let mut times: Vec<_> = times.map(|(id, at)| (at, id)).collect();
    sort::newest(&mut times, RECENT);
    for (_, id) in times {
        if found.iter().all(Option::is_some) {
            break;
        }
        let Some(reading) = holding.record.get::<Reading>(id) else { continue };
        if reading.retracted.is_some() {
            continue;
        }
        let tracker = reading.value.tracker.0;
        if let Some(at) = trackers.iter().position(|t| t.id.created_by() == tracker)
            && found[at].is_none()
        {
            found[at] = Some(reading);
        }
    }
    found
}
