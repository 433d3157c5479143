//! The blocks that are mostly words.

use super::{button, call, heading, paragraph, strings};
use crate::screen::{
    Block, Button, ButtonStyle, Buttons, CareCard, Details, DoDont, EmptyState, Heading, Icon,
    Inset, Media, MediaSort, MediaState, ParagraphStyle, Picture, PictureSource, Target, TextTo,
    Urgency,
};

/// A square of the product's green, as a picture that a person might add.
const SQUARE: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mPgjvXDihiGlgQAtwctgSqeCBIAAAAASUVORK5CYII=";

pub(super) fn blocks() -> Vec<Block> {
    let mut blocks = vec![
        paragraph(
            ParagraphStyle::Lede,
            None,
            "This page holds one of everything that the app can show.",
        ),
        heading("Words"),
        paragraph(
            ParagraphStyle::Body,
            Some("In words."),
            "12 of 14 were in your green. One was below 4 on 19 November; one was above 9 on 15 November.",
        ),
        paragraph(
            ParagraphStyle::Quote,
            None,
            "Walking to the allotment and back without stopping",
        ),
        paragraph(ParagraphStyle::Small, None, "Written by Amina, practice nurse, on 3 May."),
        Block::Heading(Heading { text: "A smaller heading".into(), level: 3 }),
        Block::Inset(Inset {
            text: strings(&[
                "Your team reads messages on weekdays between 9 and 5.",
                "Nobody watches your readings between times.",
            ]),
        }),
        Block::Details(Details {
            summary: "What do the colours mean?".into(),
            text: strings(&["They come from your own plan, and are the same everywhere."]),
            items: strings(&[
                "Green is where your plan wants it to be",
                "Amber means take note",
                "Red means act, as your plan says",
            ]),
        }),
    ];
    blocks.extend(care_cards());
    blocks.extend(buttons());
    blocks.extend(pictures());
    blocks
}

fn care_cards() -> Vec<Block> {
    let card = |urgency, title: &str, text: &[&str], items: &[&str], actions: Vec<Button>| {
        Block::CareCard(CareCard {
            urgency,
            title: title.into(),
            text: strings(text),
            items: strings(items),
            actions,
        })
    };
    vec![
        heading("When to get help"),
        card(
            Urgency::NonUrgent,
            "Speak to your team if:",
            &[],
            &["you use your blue inhaler more than usual", "you are worried"],
            vec![button("Write to your team", ButtonStyle::Secondary, Some(Icon::Messages))],
        ),
        card(
            Urgency::Urgent,
            "Ask for an urgent appointment if:",
            &["Your plan says to call the same day."],
            &["your peak flow stays in your amber for 2 days"],
            vec![call("Call 111", "111", ButtonStyle::Secondary)],
        ),
        card(
            Urgency::Emergency,
            "Call 999 now if:",
            &["Do not wait for an answer in this app."],
            &["you are too breathless to speak", "your lips or fingers turn blue"],
            vec![call("Call 999", "999", ButtonStyle::Primary)],
        ),
        Block::DoDont(DoDont {
            is_do: true,
            title: "Please do".into(),
            items: strings(&["test before you drive", "carry something sweet"]),
        }),
        Block::DoDont(DoDont {
            is_do: false,
            title: "Please don't".into(),
            items: strings(&["change your dose by yourself", "wait if you feel very ill"]),
        }),
    ]
}

fn buttons() -> Vec<Block> {
    let range = |label, chosen| Button {
        chosen: Some(chosen),
        ..button(label, ButtonStyle::Secondary, None)
    };
    vec![
        heading("Buttons"),
        Block::Buttons(Buttons {
            buttons: vec![
                button("Add a reading", ButtonStyle::Primary, Some(Icon::Plus)),
                button("Bring in a diary", ButtonStyle::Secondary, Some(Icon::Upload)),
                button("Not now", ButtonStyle::Quiet, None),
                button("Sign out and forget", ButtonStyle::Warning, Some(Icon::SignOut)),
            ],
            label: None,
        }),
        Block::Buttons(Buttons {
            buttons: vec![range("mmol/L", true), range("mg/dL", false)],
            label: Some("Unit".into()),
        }),
        Block::Buttons(Buttons {
            buttons: vec![
                Button {
                    target: Target::Text(TextTo { number: "85258".into(), body: "SHOUT".into() }),
                    ..button("Text SHOUT to 85258", ButtonStyle::Secondary, Some(Icon::Messages))
                },
                Button {
                    target: Target::Open("https://www.example.org/".into()),
                    spoken: Some("Find a walking group, opens another site".into()),
                    ..button("Find a walking group", ButtonStyle::Quiet, Some(Icon::Community))
                },
            ],
            label: Some("Other ways to get help".into()),
        }),
    ]
}

fn pictures() -> Vec<Block> {
    vec![
        heading("Pictures"),
        Block::Picture(Picture {
            source: PictureSource::Icon(Icon::Pill),
            alternative: String::new(),
            caption: Some("Take 1 metformin tablet. Take it with breakfast.".into()),
        }),
        Block::Picture(Picture {
            source: PictureSource::Data(SQUARE.into()),
            alternative: "A green square".into(),
            caption: Some("My allotment gate".into()),
        }),
        Block::Media(Media {
            id: String::new(),
            sort: MediaSort::Film,
            media_type: "video/mp4".into(),
            name: "Film".into(),
            text: "I show how I like to be helped up from my chair".into(),
            state: MediaState::Away,
            status: "Not on this device, and there is no network.".into(),
        }),
        Block::EmptyState(EmptyState {
            icon: Icon::Track,
            title: "Nothing tracked yet".into(),
            text: "Choose what you would like to keep an eye on. Your readings will stand here."
                .into(),
            button: Some(button("Choose what to track", ButtonStyle::Secondary, None)),
        }),
    ]
}
