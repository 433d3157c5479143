//! The page of everybody who can see something.

use super::members::{self, Person};
use super::{Intent, Screen, looks, scope_name, scope_names, seconds};
use crate::holding::{Holding, RecordSide};
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, Icon, Link, Page, SummaryList, SummaryRow, Tag, Timeline, Tone,
};
use crate::words::{Words, say};
use crate::{tell, welcome, when};

/// Everybody, and who looked last.
pub(super) fn all(view: View<'_>) -> Page {
    let words = view.words;
    let mut page =
        Page { name: "sharing".into(), title: say!(words, "scope-sharing"), ..Page::default() };
    let Some(holding) = view.open.holding() else {
        return page;
    };
    if holding.about.side != RecordSide::Person {
        page.blocks = of_another(holding, words);
        return page;
    }
    page.blocks.push(Block::lede(say!(words, "sharing-lede")));
    let people = members::all(holding, seconds(view.now.ms));
    let (now, not): (Vec<&Person>, Vec<&Person>) =
        people.iter().partition(|person| !person.grant.see.is_empty());
    if now.is_empty() {
        page.blocks.push(Block::inset(say!(words, "sharing-nobody")));
    }
    for person in now {
        page.blocks.extend(card(person, view));
    }
    if !not.is_empty() {
        page.blocks.push(Block::heading(say!(words, "sharing-nothing-title")));
        let rows = not.iter().map(|person| closed(person, words)).collect();
        page.blocks.push(Block::SummaryList(SummaryList { rows }));
    }
    page.blocks.push(Block::heading(say!(words, "sharing-invite-title")));
    page.blocks.extend(invite(holding, view));
    page.blocks.push(Block::heading(say!(words, "sharing-looks-title")));
    let items = looks::items(holding, 3, view);
    if items.is_empty() {
        page.blocks.push(Block::paragraph(say!(words, "sharing-looks-none")));
    } else {
        let all = Place::Sharing(Screen::Looks(looks::PAGE));
        page.blocks.push(Block::Timeline(Timeline {
            items,
            more: Some(Button::quiet(say!(words, "sharing-looks-all"), all)),
        }));
    }
    let items = tell::told(holding, view);
    if !items.is_empty() {
        page.blocks.push(Block::heading(say!(words, "tell-told-title")));
        page.blocks.push(Block::Timeline(Timeline { items, more: None }));
    }
    let items = looks::forgotten(holding, view);
    if !items.is_empty() {
        page.blocks.push(Block::heading(say!(words, "sharing-forgot-title")));
        page.blocks.push(Block::paragraph(say!(words, "sharing-forgot-text")));
        page.blocks.push(Block::Timeline(Timeline { items, more: None }));
    }
    page
}

/// What a carer is told: it is not theirs to choose.
fn of_another(holding: &Holding, words: &Words) -> Vec<Block> {
    let name = holding.about.name.as_str();
    let rows = holding
        .about
        .scopes
        .iter()
        .map(|scope| SummaryRow::new(scope_name(words, scope), say!(words, "sharing-you-see")))
        .collect();
    vec![
        Block::lede(say!(words, "sharing-of-another", name = name)),
        Block::SummaryList(SummaryList { rows }),
    ]
}

/// "Joan, daughter".
fn named(person: &Person) -> String {
    if person.role.is_empty() {
        person.name.clone()
    } else {
        format!("{}, {}", person.name, person.role)
    }
}

fn card(person: &Person, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let name = person.name.as_str();
    let mut see =
        SummaryRow::new(say!(words, "sharing-sees"), scope_names(words, person.grant.see));
    if person.grant.disputed {
        see.tag = Some(Tag::new(say!(words, "sharing-disputed-tag"), Tone::Amber));
    }
    let add = say!(words, "sharing-adds");
    let add = SummaryRow::new(add, scope_names(words, person.grant.add));
    let until = SummaryRow::new(say!(words, "sharing-until"), until(person.grant.until, view));
    let mut blocks = vec![Block::heading(named(person))];
    if !person.joined {
        blocks.push(Block::small(say!(words, "sharing-not-joined", name = name)));
    }
    if person.grant.disputed {
        blocks.push(Block::inset(say!(words, "sharing-disputed")));
    }
    blocks.push(Block::SummaryList(SummaryList { rows: vec![see, add, until] }));
    blocks.push(Block::buttons(vec![
        Button::secondary(say!(words, "change"), Press::Sharing(Intent::Open(person.member)))
            .spoken(say!(words, "sharing-change-spoken", name = name)),
        Button::quiet(
            say!(words, "sharing-stop", name = name),
            Place::Sharing(Screen::Stop(person.member)),
        ),
    ]));
    blocks
}

/// "Until 3 May 2027", "No end".
pub(super) fn until(until: Option<i64>, view: View<'_>) -> String {
    let words = view.words;
    match until {
        None => say!(words, "sharing-no-end"),
        Some(until) => {
            // The end of a day is kept as the first moment that is not in it.
            let last = when::wall_at(until - 1, &view.now.zone).date();
            when::day(words, last, view.today())
        }
    }
}

fn closed(person: &Person, words: &Words) -> SummaryRow {
    let what = if person.grant.over {
        say!(words, "sharing-over")
    } else if person.shares.is_empty() {
        say!(words, "sharing-never")
    } else {
        say!(words, "sharing-stopped")
    };
    SummaryRow::new(named(person), what).action(
        Link::to(say!(words, "sharing-begin"), Press::Sharing(Intent::Open(person.member)))
            .spoken(say!(words, "sharing-begin-spoken", name = person.name.as_str())),
    )
}

fn invite(holding: &Holding, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    if holding.about.record.is_none() || view.open.session.is_none() {
        return vec![
            Block::paragraph(say!(words, "sharing-needs-account")),
            Block::buttons(vec![Button::secondary(
                say!(words, "messages-account"),
                Place::Welcome(welcome::Screen::Create),
            )]),
        ];
    }
    vec![
        Block::paragraph(say!(words, "sharing-invite-text")),
        Block::buttons(vec![
            Button::secondary(say!(words, "sharing-invite"), Place::Sharing(Screen::Invite))
                .icon(Icon::Carer),
        ]),
    ]
}
