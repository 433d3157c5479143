//! The welcome pages.

use record::api::{InvitationCard, InvitationRole};

use super::{CODE, CREATE, Intent, SIGN_IN, Screen, asks_to_share};
use crate::holding::RecordSide;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, Card, CardLayout, Cards, Details, Field, Icon, Page, Question, TextPurpose,
};
use crate::sharing;
use crate::words::say;

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    let mut page = match screen {
        Screen::Start => start(view),
        Screen::Create => create(view),
        Screen::SignIn => sign_in(view),
        Screen::Invitation => invitation(view),
        Screen::Invited => match &view.open.welcome.invitation {
            Some((_, card)) => invited(card, view),
            None => invitation(view),
        },
        Screen::Whose => whose(view),
    };
    page.busy = view.open.welcome.busy;
    page
}

fn go(screen: Screen) -> Place {
    Place::Welcome(screen)
}

fn start(view: View<'_>) -> Page {
    let words = view.words;
    let card = |title: String, line: String, icon, screen| {
        Card::new(title).line(line).icon(icon).opens(go(screen))
    };
    Page {
        name: "welcome".into(),
        title: say!(words, "welcome-title"),
        blocks: vec![
            Block::lede(say!(words, "welcome-lede")),
            Block::buttons(vec![Button::primary(
                say!(words, "welcome-alone"),
                Press::Welcome(Intent::Alone),
            )]),
            Block::small(say!(words, "welcome-alone-hint")),
            Block::heading(say!(words, "welcome-or")),
            Block::Cards(Cards {
                layout: CardLayout::Column,
                cards: vec![
                    card(
                        say!(words, "welcome-create"),
                        say!(words, "welcome-create-line"),
                        Icon::Person,
                        Screen::Create,
                    ),
                    card(
                        say!(words, "welcome-invitation"),
                        say!(words, "welcome-invitation-line"),
                        Icon::Messages,
                        Screen::Invitation,
                    ),
                    card(
                        say!(words, "welcome-sign-in"),
                        say!(words, "welcome-sign-in-line"),
                        Icon::Key,
                        Screen::SignIn,
                    ),
                ],
            }),
            Block::buttons(vec![
                Button::quiet(say!(words, "help-open"), Place::Help).icon(Icon::Phone),
            ]),
        ],
        ..Page::default()
    }
}

/// What joining does with what is already on this device.
fn what_joins(view: View<'_>) -> Option<Block> {
    let some = view
        .open
        .holdings
        .iter()
        .any(|held| held.about.record.is_none() && !held.outbox.is_empty());
    some.then(|| Block::inset(say!(view.words, "welcome-joins")))
}

fn create(view: View<'_>) -> Page {
    let words = view.words;
    let fields = vec![
        Field::text_for(
            Question::new("name", say!(words, "welcome-name"))
                .hint(say!(words, "welcome-name-hint")),
            TextPurpose::Name,
        ),
        Field::text_for(
            Question::new("username", say!(words, "welcome-username"))
                .hint(say!(words, "welcome-username-hint")),
            TextPurpose::Username,
        ),
        Field::text_for(
            Question::new("password", say!(words, "welcome-password-new"))
                .hint(say!(words, "welcome-password-hint")),
            TextPurpose::NewPassword,
        ),
    ];
    let mut blocks: Vec<Block> = what_joins(view).into_iter().collect();
    blocks.push(Block::form(
        CREATE,
        fields,
        vec![Button::primary(say!(words, "welcome-create"), Press::Welcome(Intent::Create))],
    ));
    blocks.push(Block::details(
        say!(words, "welcome-why-account"),
        vec![say!(words, "welcome-why-account-text")],
    ));
    Page {
        name: "welcome.create".into(),
        title: say!(words, "welcome-create"),
        blocks,
        ..Page::default()
    }
}

fn sign_in(view: View<'_>) -> Page {
    let words = view.words;
    let mut blocks: Vec<Block> = what_joins(view).into_iter().collect();
    blocks.push(Block::form(
        SIGN_IN,
        vec![
            Field::text_for(
                Question::new("username", say!(words, "welcome-username")),
                TextPurpose::Username,
            ),
            Field::text_for(
                Question::new("password", say!(words, "welcome-password")),
                TextPurpose::Password,
            ),
        ],
        vec![Button::primary(say!(words, "welcome-sign-in"), Press::Welcome(Intent::SignIn))],
    ));
    Page {
        name: "welcome.sign-in".into(),
        title: say!(words, "welcome-sign-in"),
        blocks,
        ..Page::default()
    }
}

fn invitation(view: View<'_>) -> Page {
    let words = view.words;
    Page {
        name: "welcome.invitation".into(),
        title: say!(words, "welcome-invitation"),
        blocks: vec![Block::form(
            CODE,
            vec![Field::text_for(
                Question::new("code", say!(words, "welcome-code"))
                    .hint(say!(words, "welcome-code-hint")),
                TextPurpose::Code,
            )],
            vec![Button::primary(say!(words, "continue"), Press::Welcome(Intent::Look))],
        )],
        ..Page::default()
    }
}

fn invited(card: &InvitationCard, view: View<'_>) -> Page {
    let words = view.words;
    let from = card.from.as_str();
    let scopes: Vec<String> =
        card.scopes.iter().map(|scope| sharing::scope_name(words, scope)).collect();
    let lede = match card.role {
        InvitationRole::Patient => say!(words, "welcome-invited-patient", from = from),
        InvitationRole::Carer => say!(words, "welcome-invited-carer", from = from),
        InvitationRole::Staff => say!(words, "welcome-invited-staff", from = from),
    };
    let mut blocks = vec![Block::lede(lede)];
    if !scopes.is_empty() {
        let summary = if asks_to_share(card) {
            say!(words, "welcome-invited-shares", from = from)
        } else {
            say!(words, "welcome-invited-sees")
        };
        blocks.push(Block::paragraph(summary));
        blocks.push(Block::DoDont(crate::screen::DoDont {
            is_do: true,
            title: say!(words, "welcome-invited-list"),
            items: scopes,
        }));
        if asks_to_share(card) {
            blocks.push(Block::Details(Details {
                summary: say!(words, "welcome-invited-change"),
                text: vec![say!(words, "welcome-invited-change-text")],
                items: Vec::new(),
            }));
        }
    }
    blocks.extend(what_joins(view));
    let buttons = if view.open.session.is_some() {
        vec![Button::primary(say!(words, "welcome-accept"), Press::Welcome(Intent::Accept))]
    } else {
        vec![
            Button::primary(say!(words, "welcome-accept-create"), go(Screen::Create)),
            Button::secondary(say!(words, "welcome-accept-sign-in"), go(Screen::SignIn)),
        ]
    };
    blocks.push(Block::buttons(buttons));
    Page {
        name: "welcome.invited".into(),
        title: say!(words, "welcome-invited-title", from = from),
        blocks,
        ..Page::default()
    }
}

fn whose(view: View<'_>) -> Page {
    let words = view.words;
    let cards = view
        .open
        .holdings
        .iter()
        .map(|held| {
            let (title, icon) = if held.about.side == RecordSide::Person {
                (say!(words, "welcome-whose-mine"), Icon::Person)
            } else {
                (held.about.name.clone(), Icon::Carer)
            };
            Card::new(title).icon(icon).opens(Press::Welcome(Intent::Show(held.index)))
        })
        .collect();
    Page {
        name: "welcome.whose".into(),
        title: say!(words, "welcome-whose"),
        blocks: vec![Block::Cards(Cards { layout: CardLayout::Column, cards })],
        ..Page::default()
    }
}
