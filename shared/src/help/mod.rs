//! Red help: whom to call. On the device, with no network, before anything else.
//!
//! Numbers: 999 and 111 are the UK's emergency and urgent-care numbers; 111
//! option 2 is NHS mental health crisis help in England; Samaritans 116 123;
//! Shout, by text to 85258; Papyrus HOPELINE247 0800 068 4141 for people under
//! 35; Childline 0800 1111 for people under 19. When to call 999: the list of
//! life-threatening emergencies that ambulance services publish.

use crate::model::View;
use crate::screen::{Block, Button, CareCard, Icon, Page, Target, TextTo, Urgency};
use crate::words::{Words, say};
use crate::{about_me, contingency};

/// The page.
#[must_use]
pub fn page(view: View<'_>) -> Page {
    let mut blocks = cards(view.words);
    blocks.extend(own(view));
    Page {
        name: "help".into(),
        title: say!(view.words, "help-title"),
        caption: Some(say!(view.words, "help-caption")),
        blocks,
        ..Page::default()
    }
}

/// What the person wrote themselves for when something happens, after the numbers:
/// nothing stands before those.
fn own(view: View<'_>) -> Vec<Block> {
    let holding = view.open.holding().filter(|_| !view.open.staff.is_active());
    let Some(holding) = holding else { return Vec::new() };
    let mut buttons = contingency::buttons(view, holding);
    buttons.extend(about_me::button(view, holding));
    if buttons.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(say!(view.words, "contingency-own")), Block::buttons(buttons)]
}

/// A button that calls a number.
pub(crate) fn call(label: String, number: &str) -> Button {
    Button::secondary(label, Target::Call(number.to_owned())).icon(Icon::Phone)
}

/// The cards, for any page.
#[must_use]
pub fn cards(words: &Words) -> Vec<Block> {
    let urgent = Block::CareCard(CareCard {
        urgency: Urgency::Urgent,
        title: say!(words, "help-111-title"),
        text: vec![say!(words, "help-111-text")],
        items: Vec::new(),
        actions: vec![call(say!(words, "help-111-call"), "111")],
    });
    vec![emergency(words), urgent, crisis(words)]
}

/// When to call 999.
#[must_use]
pub fn emergency(words: &Words) -> Block {
    Block::CareCard(CareCard {
        urgency: Urgency::Emergency,
        title: say!(words, "help-999-title"),
        text: vec![say!(words, "help-999-text")],
        items: [
            "help-999-chest",
            "help-999-stroke",
            "help-999-breathing",
            "help-999-unconscious",
            "help-999-bleeding",
            "help-999-allergy",
            "help-999-harm",
        ]
        .into_iter()
        .map(|id| words.get(id))
        .collect(),
        actions: vec![call(say!(words, "help-999-call"), "999")],
    })
}

/// Whom to talk to when one cannot cope.
#[must_use]
pub fn crisis(words: &Words) -> Block {
    Block::CareCard(CareCard {
        urgency: Urgency::Urgent,
        title: say!(words, "help-crisis-title"),
        text: vec![say!(words, "help-crisis-text")],
        items: Vec::new(),
        actions: vec![
            call(say!(words, "help-crisis-111"), "111"),
            call(say!(words, "help-samaritans"), "116 123"),
            Button::secondary(
                say!(words, "help-shout"),
                Target::Text(TextTo { number: "85258".into(), body: "SHOUT".into() }),
            )
            .icon(Icon::Messages),
            call(say!(words, "help-papyrus"), "0800 068 4141"),
            call(say!(words, "help-childline"), "0800 1111"),
        ],
    })
}
