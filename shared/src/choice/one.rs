//! One referral: its facts, the days that follow from its clock, the providers,
//! and the choices that belong to it.

use record::kinds::{Ref, Referral, ReferralFor, ReferralPart, ReferralPartOf};
use record::state::Entry;
use record::{EntryId, Scope};

use super::clock::{Wait, waits};
use super::wording::{REASONS, day_text, facts, lines, part_name, parts};
use super::{Intent, Letter, Screen, choose, letter, list, rules};
use crate::deciding::{is_shared, others, wordings};
use crate::entry::{self, gone};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, CardLayout, Cards, Icon, Link, Page, SummaryList, SummaryRow, Tag, Tone,
};
use crate::track;
use crate::words::{Words, say};

/// Everything that stands of what a referral is for.
fn kinds(entry: &Entry<Referral>) -> Vec<ReferralFor> {
    versions(entry).into_iter().map(|version| version.of).collect()
}

/// Every referral that stands in one: two people may have said its days otherwise
/// at once, and then each is counted.
fn versions(entry: &Entry<Referral>) -> Vec<&Referral> {
    let mut found = vec![&entry.value];
    found.extend(others(entry));
    found
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let shared = view.open.holding().filter(|holding| is_shared(holding));
    let Some(holding) = shared else { return gone(view) };
    let Some(entry) = holding.record.get::<Referral>(id) else { return gone(view) };
    let write = holding.may_write(Scope::Decisions);
    let mut blocks = vec![head(&entry, holding, view)];
    let (offered, reasons): (Vec<_>, Vec<_>) =
        parts(holding, id).into_iter().partition(|part| part.value.of == ReferralPartOf::Provider);
    blocks.extend(days(&entry, &reasons, view));
    if !reasons.is_empty() {
        blocks.push(Block::heading(say!(words, "choice-reasons")));
        blocks.push(rows(&reasons, None, holding, view));
    }
    blocks.push(Block::heading(say!(words, "choice-providers")));
    if offered.is_empty() {
        blocks.push(Block::paragraph(say!(words, "choice-providers-none")));
    } else {
        blocks.push(rows(&offered, entry.value.chosen, holding, view));
    }
    let part = |of: ReferralPartOf| Place::Choosing(Screen::NewPart(id, of.code()));
    let mut buttons = Vec::new();
    if choose::may(holding) && !offered.is_empty() {
        let choose = Press::Choosing(Intent::Choose(id));
        buttons.push(Button::primary(say!(words, "choice-choose"), choose));
    }
    if write {
        let provider = part(ReferralPartOf::Provider);
        buttons.push(Button::secondary(say!(words, "choice-provider-add"), provider));
        let list = Place::Choosing(Screen::BringIn(id));
        buttons.push(Button::quiet(say!(words, "choice-bring-in"), list));
    }
    if !buttons.is_empty() {
        blocks.push(Block::buttons(buttons));
    }
    let made = entry.value.referred.unwrap_or(view.today());
    let kinds = kinds(&entry);
    let cards = rules::all()
        .into_iter()
        .filter(|rule| rule.holds_on(made) && kinds.iter().any(|of| rule.is_of(*of)))
        .map(|rule| list::card(words, &rule, Some(id)))
        .collect();
    blocks.push(Block::heading(say!(words, "choice-rights")));
    blocks.push(Block::paragraph(say!(words, "choice-england")));
    blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
    if write {
        blocks.push(Block::heading(say!(words, "choice-reason-add")));
        blocks.push(Block::paragraph(say!(words, "choice-reason-text")));
        let reasons = REASONS.iter();
        let reasons = reasons.map(|of| Button::quiet(part_name(words, *of), part(*of)));
        blocks.push(Block::buttons(reasons.collect()));
    }
    let rule = letter::right_of(&entry.value).to_owned();
    let letter = Press::Choosing(Intent::Letter(Letter { rule, of: Some(id) }));
    let letter = Button::secondary(say!(words, "choice-letter"), letter).icon(Icon::File);
    let whole = Place::Entry(entry::Screen::Whole(id));
    let history = Button::quiet(say!(words, "plans-history"), whole);
    blocks.push(Block::buttons(vec![letter, history]));
    Page {
        name: "choice.one".into(),
        title: wordings(words, &entry, |referral| referral.service.clone()),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

fn head(entry: &Entry<Referral>, holding: &Holding, view: View<'_>) -> Block {
    let words = view.words;
    let mut rows: Vec<SummaryRow> = Vec::new();
    for version in versions(entry) {
        for (key, text) in facts(words, version, &holding.record) {
            match rows.iter_mut().find(|row| row.key == key) {
                Some(row) if row.value.contains(&text) => {}
                Some(row) => row.value.extend([say!(words, "deciding-or"), text]),
                None => rows.push(SummaryRow::new(key, text)),
            }
        }
    }
    if let Some(first) = rows.first_mut() {
        first.tag = entry::differs(words, entry);
        if holding.may_write(Scope::Decisions) {
            let change = Press::Choosing(Intent::Change(entry.id));
            let spoken = say!(words, "choice-change");
            first.actions.push(Link::to(say!(words, "change"), change).spoken(spoken));
        }
    }
    Block::SummaryList(SummaryList { rows })
}

/// The days that follow from the clock, by each version of it.
fn days(entry: &Entry<Referral>, reasons: &[Entry<ReferralPart>], view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let pauses: Vec<ReferralPart> = reasons.iter().map(|entry| entry.value.clone()).collect();
    let mut found: Vec<Wait> = Vec::new();
    for version in versions(entry) {
        for wait in waits(version, version.of, &pauses, view.today()) {
            if !found.contains(&wait) {
                found.push(wait);
            }
        }
    }
    let mut blocks = vec![Block::heading(say!(words, "choice-days"))];
    if found.is_empty() {
        blocks.push(Block::paragraph(match entry.value.clock {
            Some(_) => say!(words, "choice-no-wait"),
            None => say!(words, "choice-no-clock"),
        }));
    }
    for wait in &found {
        blocks.push(Block::Inset(crate::screen::Inset { text: sentences(words, wait, view) }));
    }
    blocks
}

/// A wait in words: days, and nothing of what they mean.
fn sentences(words: &Words, wait: &Wait, view: View<'_>) -> Vec<String> {
    let mut text = vec![say!(
        words,
        "choice-counted",
        rule = words.get(wait.rule.title),
        clock = day_text(words, wait.clock),
        day = day_text(words, wait.day)
    )];
    let days = view.today().until(wait.day).map_or(0, |span| i64::from(span.get_days()));
    text.push(match days {
        0 => say!(words, "choice-is-today"),
        1.. => say!(words, "choice-days-to", days = days),
        _ => say!(words, "choice-days-since", days = -days),
    });
    if wait.apart > 0 {
        text.push(say!(
            words,
            "choice-paused",
            days = i64::from(wait.apart),
            day = day_text(words, wait.without)
        ));
    }
    text
}

/// Providers or reasons, one row each.
fn rows(
    all: &[Entry<ReferralPart>],
    chosen: Option<Ref>,
    holding: &Holding,
    view: View<'_>,
) -> Block {
    let words = view.words;
    let write = holding.may_write(Scope::Decisions);
    let row = |entry: &Entry<ReferralPart>| {
        let part = &entry.value;
        let name = match &part.text {
            Some(name) if part.of == ReferralPartOf::Provider => name.clone(),
            _ => part_name(words, part.of),
        };
        let mut row = SummaryRow::new(name.clone(), String::new());
        row.value = lines(words, part);
        for other in others(entry) {
            row.value.push(say!(words, "deciding-or"));
            row.value.extend(lines(words, other));
        }
        row.value.extend(track::authors(words, holding, entry));
        row.tag = entry::differs(words, entry).or_else(|| {
            (chosen == Some(Ref(holding.record.own(entry.id).created_by())))
                .then(|| Tag::new(say!(words, "choice-chosen"), Tone::Brand))
        });
        if write || !entry.conflicts.is_empty() {
            let (label, press) = if entry.conflicts.is_empty() {
                (say!(words, "change"), Press::Choosing(Intent::Part(entry.id)))
            } else {
                let whole = Place::Entry(entry::Screen::Whole(entry.id));
                (say!(words, "plans-look-at-both"), Press::Go(whole))
            };
            let spoken = format!("{label}: {name}");
            row.actions.push(Link::to(label, press).spoken(spoken));
        }
        row
    };
    Block::SummaryList(SummaryList { rows: all.iter().map(row).collect() })
}
