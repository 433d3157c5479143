//! The pages of the settings.

use super::{Intent, Screen, day, password, sign_out};
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, Buttons, Card, CardLayout, Cards, Details, Field, Icon, Inset, Link, Page,
    Question, SummaryList, SummaryRow, TextSize, Theme,
};
use crate::words::say;
use crate::{lock, outside, staff, sync, welcome, your_data};

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => all(view),
        Screen::Password => password::page(view),
        Screen::SignOut => sign_out(view),
        Screen::About => about(view),
        Screen::Day => day::page(view),
    }
}

fn all(view: View<'_>) -> Page {
    let words = view.words;
    let settings = &view.open.settings;
    let theme = |label: String, theme: Theme| {
        Button::secondary(label, Press::Settings(Intent::Theme(theme)))
            .chosen(settings.theme == theme)
    };
    let size = |label: String, size: TextSize| {
        Button::secondary(label, Press::Settings(Intent::Size(size)))
            .chosen(settings.text_size == size)
    };
    let choice = |label: String, buttons: Vec<Button>| {
        Block::Buttons(Buttons { buttons, label: Some(label) })
    };
    let mut blocks = vec![
        Block::heading(say!(words, "settings-size")),
        choice(
            say!(words, "settings-size"),
            vec![
                size(say!(words, "settings-size-normal"), TextSize::Normal),
                size(say!(words, "settings-size-large"), TextSize::Large),
                size(say!(words, "settings-size-largest"), TextSize::Largest),
            ],
        ),
        Block::heading(say!(words, "settings-theme")),
        choice(
            say!(words, "settings-theme"),
            vec![
                theme(say!(words, "settings-theme-device"), Theme::Device),
                theme(say!(words, "settings-theme-light"), Theme::Light),
                theme(say!(words, "settings-theme-dark"), Theme::Dark),
            ],
        ),
    ];
    blocks.extend(lock::choice(view));
    blocks.extend(outside::choice(view));
    blocks.extend(day::choice(view));
    blocks.push(Block::heading(say!(words, "settings-account")));
    blocks.extend(account(view));
    blocks.push(Block::heading(say!(words, "settings-about-title")));
    blocks.push(Block::Cards(Cards {
        layout: CardLayout::Column,
        cards: vec![
            Card::new(say!(words, "settings-about"))
                .line(say!(words, "settings-about-line"))
                .icon(Icon::Info)
                .opens(Place::Settings(Screen::About)),
        ],
    }));
    Page { name: "settings".into(), title: say!(words, "more-settings"), blocks, ..Page::default() }
}

fn account(view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let Some(session) = &view.open.session else {
        return vec![
            Block::paragraph(say!(words, "settings-no-account")),
            Block::buttons(vec![
                Button::secondary(
                    say!(words, "messages-account"),
                    Place::Welcome(welcome::Screen::Create),
                ),
                Button::quiet(
                    say!(words, "messages-sign-in"),
                    Place::Welcome(welcome::Screen::SignIn),
                ),
            ]),
        ];
    };
    let account = &session.account;
    let mut rows = vec![
        SummaryRow::new(say!(words, "settings-name"), account.name.as_str()),
        SummaryRow::new(say!(words, "settings-username"), account.username.as_str()),
    ];
    if let Some(team) = &account.team {
        rows.push(SummaryRow::new(say!(words, "settings-team"), team.name.as_str()));
    }
    if view.open.holdings.len() > 1 && !view.open.staff.is_active() {
        let shown = view.open.holding().map_or("", |holding| holding.about.name.as_str());
        rows.push(
            SummaryRow::new(say!(words, "settings-record"), shown).action(
                Link::to(say!(words, "change"), Place::Welcome(welcome::Screen::Whose))
                    .spoken(say!(words, "settings-record-change")),
            ),
        );
    }
    let mut blocks = vec![Block::SummaryList(SummaryList { rows })];
    if session.ended && !view.open.staff.is_active() {
        blocks.push(Block::inset(say!(words, "settings-ended")));
        blocks.push(Block::buttons(vec![Button::primary(
            say!(words, "messages-sign-in"),
            Place::Welcome(welcome::Screen::SignIn),
        )]));
    }
    let out = if view.open.staff.is_active() {
        Place::Staff(staff::Screen::SignOut)
    } else {
        Place::Settings(Screen::SignOut)
    };
    let mut buttons = Vec::new();
    if !session.ended {
        buttons.push(Button::secondary(
            say!(words, "settings-password"),
            Place::Settings(Screen::Password),
        ));
    }
    buttons.push(Button::secondary(say!(words, "settings-sign-out"), out).icon(Icon::SignOut));
    blocks.push(Block::buttons(buttons));
    blocks
}

fn sign_out(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "settings.sign-out".into(),
        title: say!(words, "settings-sign-out"),
        ..Page::default()
    };
    if view.open.session.is_none() {
        page.busy = view.open.saving;
        page.blocks.push(Block::paragraph(if view.open.saving {
            say!(words, "settings-leaving")
        } else {
            say!(words, "settings-no-account")
        }));
        return page;
    }
    let unsent = sign_out::unsent(view.open);
    if unsent == 0 {
        page.blocks = vec![
            Block::paragraph(say!(words, "settings-sign-out-text")),
            Block::paragraph(say!(words, "settings-sign-out-again")),
            Block::buttons(vec![
                Button::primary(say!(words, "settings-sign-out"), Press::Settings(Intent::SignOut))
                    .icon(Icon::SignOut),
                Button::quiet(say!(words, "cancel"), Press::Back),
            ]),
        ];
        return page;
    }
    let count = i64::from(unsent);
    page.blocks = vec![
        Block::Inset(Inset {
            text: vec![
                say!(words, "settings-unsent", count = count),
                say!(words, "settings-unsent-lost", count = count),
            ],
        }),
        Block::heading(say!(words, "settings-unsent-send-title")),
        Block::paragraph(if view.open.sync.is_offline() {
            say!(words, "settings-unsent-offline")
        } else {
            say!(words, "settings-unsent-send")
        }),
        Block::buttons(vec![Button::primary(
            say!(words, "settings-send-now"),
            Press::Sync(sync::Intent::Now),
        )]),
        Block::heading(say!(words, "settings-unsent-copy-title")),
        Block::paragraph(say!(words, "settings-unsent-copy")),
        Block::buttons(vec![
            Button::secondary(
                say!(words, "more-your-data"),
                Place::YourData(your_data::Screen::Overview),
            )
            .icon(Icon::Download),
        ]),
        Block::heading(say!(words, "settings-unsent-lose-title")),
        Block::form(
            sign_out::FORM,
            vec![Field::text(
                Question::new("confirm", say!(words, "settings-confirm"))
                    .hint(say!(words, "settings-confirm-hint")),
            )],
            vec![
                Button::warning(
                    say!(words, "settings-sign-out-lose", count = count),
                    Press::Settings(Intent::SignOutAndLose),
                ),
                Button::quiet(say!(words, "cancel"), Press::Back),
            ],
        ),
    ];
    page
}

fn about(view: View<'_>) -> Page {
    let words = view.words;
    Page {
        name: "settings.about".into(),
        title: say!(words, "settings-about"),
        caption: Some(say!(words, "settings-version", version = env!("CARGO_PKG_VERSION"))),
        blocks: vec![
            Block::lede(say!(words, "settings-about-what")),
            Block::paragraph(say!(words, "settings-about-not")),
            Block::heading(say!(words, "settings-credits")),
            Block::Details(Details {
                summary: say!(words, "settings-credits-parts"),
                text: vec![say!(words, "settings-credits-text")],
                items: vec![
                    say!(words, "settings-credit-type"),
                    say!(words, "settings-credit-icons"),
                    say!(words, "settings-credit-manual"),
                    say!(words, "settings-credit-pictures"),
                ],
            }),
        ],
        ..Page::default()
    }
}
