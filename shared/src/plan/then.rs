//! The plan as it was when it was agreed: each thing in its words of then, and what has
//! become of it since.

use record::kinds::{PlanItem, PlanSort};
use record::op::Act;
use record::sort;
use record::state::{Entry, Sight};
use record::time::Hlc;
use record::{EntryId, Kind, OpId, Record, Scope};

use super::Screen;
use super::gathered::Gathered;
use super::part::{Part, id_of};
use super::rights::sees;
use super::sheet::one;
use super::sorts::{self, Ask, SORTS};
use super::told::line;
use crate::entry::{self, gone};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Card, CardLayout, Cards, Page, Tag, Tone};
use crate::when;
use crate::words::say;

/// What everything in the plan's stream was at a moment: each entry, and the latest
/// operations on it. One pass, whatever the number of versions.
fn standing(record: &Record, until: Hlc) -> Vec<(OpId, Vec<OpId>)> {
    let (mut all, mut passed) = (Vec::new(), Vec::new());
    for held in record.history(Scope::Plan).filter(|held| held.recorded <= until) {
        match held.act {
            Act::Create(kind) if kind == PlanItem::SPEC.id => all.push((held.id, held.id)),
            Act::Create(_) => {}
            Act::Change(touch) | Act::Retract(touch) => {
                all.push((touch.entry, held.id));
                passed.push(touch.entry);
                passed.extend(touch.seen);
            }
        }
    }
    sort::by_key(&mut all, |both| *both);
    sort::by_key(&mut passed, |id| *id);
    all.chunk_by(|one, other| one.0 == other.0)
        .filter_map(|chunk| {
            let last = chunk.iter().map(|(_, id)| *id);
            let last = last.filter(|id| passed.binary_search(id).is_err()).collect();
            Some((chunk.first()?.0, last))
        })
        .collect()
}

/// The plan as it stood at a moment, in the order in which it was written. What was
/// only proposed was not in it; the agreements are about it.
pub(super) fn as_it_was(record: &Record, until: Hlc) -> Gathered {
    let stood = standing(record, until).into_iter().filter_map(|(created, seen)| {
        let OpId { writer, counter } = created;
        let entry = EntryId { scope: Scope::Plan, writer, counter };
        record.as_seen::<PlanItem>(&Sight { entry, seen })
    });
    let is_part = |entry: &Entry<PlanItem>| {
        entry.retracted.is_none()
            && !entry.value.is_proposal()
            && entry.value.sort != PlanSort::Agreement
    };
    let mut items: Vec<_> = stood.filter(is_part).collect();
    sort::by_key(&mut items, |entry| entry.created.recorded);
    Gathered { items, ..Gathered::default() }
}

/// What a page of it is made from.
struct Both<'a> {
    then: Gathered,
    now: Gathered,
    holding: &'a Holding,
    view: View<'a>,
}

/// The page, of an agreement.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding().filter(|holding| sees(holding)) else {
        return gone(view);
    };
    let is_agreement = |entry: &Entry<PlanItem>| {
        entry.value.sort == PlanSort::Agreement && !entry.value.is_proposal()
    };
    let Some(agreement) = holding.record.get(id).filter(is_agreement) else { return gone(view) };
    let then = as_it_was(&holding.record, agreement.created.recorded);
    let both = Both { then, now: Gathered::of(holding), holding, view };
    let at = agreement.created.recorded.ms().div_euclid(1000);
    let day = when::dated(words, when::wall_at(at, &view.now.zone).date());
    let mut blocks = vec![Block::paragraph(say!(words, "plan-then-text", day = day))];
    if both.then.items.is_empty() {
        blocks.push(Block::small(say!(words, "plan-then-none")));
    }
    for of in &SORTS {
        let all = both.then.of_sort(of.sort);
        if !all.is_empty() {
            blocks.push(Block::heading(words.get(of.many)));
            blocks.push(column(all.into_iter().map(|then| both.card(then, of.asks)).collect()));
        }
    }
    let added = both.added();
    if !added.is_empty() {
        blocks.push(Block::heading(say!(words, "plan-then-added")));
        blocks.push(column(added));
    }
    Page {
        name: "plan.then".into(),
        title: say!(words, "plan-then"),
        caption: Some(line(words, &holding.record, &agreement.value)),
        blocks,
        ..Page::default()
    }
}

fn column(cards: Vec<Card>) -> Block {
    Block::Cards(Cards { layout: CardLayout::Column, cards })
}

impl Both<'_> {
    /// A thing in its words of then; it leads to what it was beside what it is.
    fn card(&self, then: &Entry<PlanItem>, asks: &[Ask]) -> Card {
        let words = self.view.words;
        let title = match then.value.sort {
            PlanSort::Review => line(words, &self.holding.record, &then.value),
            _ => one(then, Part::Text, self.holding, self.view),
        };
        let (tag, opens) = self.since(then);
        let mut card = Card::new(title).opens(opens);
        card.tag = tag;
        let asks = asks.iter().filter(|ask| ask.part != Part::Text);
        card.lines.extend(asks.filter_map(|ask| {
            let text = match ask.part {
                Part::Of => self.parent(then)?,
                part => one(then, part, self.holding, self.view),
            };
            (!text.is_empty()).then(|| format!("{}: {text}", words.get(ask.label)))
        }));
        card
    }

    /// What the need or goal said then that this belonged to.
    fn parent(&self, then: &Entry<PlanItem>) -> Option<String> {
        let id = self.holding.record.own(id_of(then.value.of?));
        let parent = self.then.items.iter().find(|entry| entry.id == id)?;
        Some(one(parent, Part::Text, self.holding, self.view))
    }

    /// What has become of it, and where that is read.
    fn since(&self, then: &Entry<PlanItem>) -> (Option<Tag>, Place) {
        let words = self.view.words;
        match self.now.items.iter().find(|now| now.id == then.id) {
            None => {
                let tag = Tag::new(say!(words, "plan-then-out"), Tone::Neutral);
                (Some(tag), Place::Entry(entry::Screen::Whole(then.id)))
            }
            Some(now) if now.value == then.value && now.conflicts == then.conflicts => {
                (None, Place::Plan(Screen::One(then.id)))
            }
            Some(now) => {
                let tag = Tag::new(say!(words, "plan-then-changed"), Tone::Amber);
                let (one, other) = (entry::Which::of(then.last.id), entry::Which::of(now.last.id));
                (Some(tag), Place::Entry(entry::Screen::Compare(then.id, one, other)))
            }
        }
    }

    /// What was not in it yet.
    fn added(&self) -> Vec<Card> {
        let words = self.view.words;
        let new = |now: &&Entry<PlanItem>| {
            now.value.sort != PlanSort::Agreement
                && !self.then.items.iter().any(|then| then.id == now.id)
        };
        let card = |now: &Entry<PlanItem>| {
            let mut card = Card::new(line(words, &self.holding.record, &now.value))
                .opens(Place::Plan(Screen::One(now.id)));
            card.caption = Some(sorts::name(words, now.value.sort));
            card.tag = Some(Tag::new(say!(words, "plan-then-new"), Tone::Brand));
            card
        };
        self.now.items.iter().filter(new).map(card).collect()
    }
}
