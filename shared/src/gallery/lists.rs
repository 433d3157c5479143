//! The blocks that hold many things of one sort.

use super::{action, button, heading, link, strings, tag};
use crate::screen::{
    Block, Button, ButtonStyle, Card, CardLayout, Cards, Frequency, GridCell, GridOption, Icon,
    Meter, OptionsGrid, SummaryList, SummaryRow, Task, TaskList, Thread, ThreadMessage, Timeline,
    TimelineItem, Tone,
};

pub(super) fn blocks() -> Vec<Block> {
    let mut blocks = cards();
    blocks.extend(keys_and_tasks());
    blocks.extend(over_time());
    blocks.push(options());
    blocks
}

fn cards() -> Vec<Block> {
    let choice = |title: &str, icon| Card {
        icon: Some(icon),
        action: Some(action(title)),
        ..Card::new(title)
    };
    vec![
        heading("Cards"),
        Block::Cards(Cards {
            layout: CardLayout::Column,
            cards: vec![Card {
                caption: Some("Now · with breakfast".into()),
                lines: strings(&["1 tablet · due 8:00, until 10:00"]),
                buttons: vec![
                    button("Taken", ButtonStyle::Primary, Some(Icon::Check)),
                    button("Skip", ButtonStyle::Secondary, None),
                    button("Later", ButtonStyle::Secondary, Some(Icon::Clock)),
                ],
                now: true,
                ..Card::new("Metformin 500 mg")
            }],
        }),
        Block::Cards(Cards {
            layout: CardLayout::Grid,
            cards: vec![
                choice("Glucose", Icon::Drop),
                choice("Breathing", Icon::Lungs),
                choice("Mood", Icon::Face),
                choice("Something else", Icon::Plus),
            ],
        }),
        Block::Cards(Cards {
            layout: CardLayout::Column,
            cards: vec![
                Card {
                    quote: Some("Walking to the allotment and back without stopping".into()),
                    meter: Some(meter(
                        "Walks this week",
                        1.0,
                        2.0,
                        "1 of 2 walks this week",
                        Tone::Brand,
                    )),
                    ..Card::new("What matters to me")
                },
                Card {
                    icon: Some(Icon::Messages),
                    lines: strings(&["Yesterday, 16:20"]),
                    action: Some(action("reply")),
                    tag: Some(tag("new", Tone::Brand)),
                    ..Card::new("Your nurse replied")
                },
            ],
        }),
        Block::Meter(meter(
            "Glucose in your green",
            12.0,
            14.0,
            "12 of 14 in your green",
            Tone::Green,
        )),
        Block::Meter(meter("Budget left", 48.0, 240.0, "£48 of £240 left", Tone::Amber)),
    ]
}

fn meter(label: &str, value: f64, max: f64, text: &str, tone: Tone) -> Meter {
    Meter { label: label.into(), value, max, text: text.into(), tone }
}

fn keys_and_tasks() -> Vec<Block> {
    let task = |title: &str, hint: Option<&str>, status, open: bool| Task {
        title: title.into(),
        hint: hint.map(Into::into),
        status,
        action: open.then(|| action(title)),
    };
    vec![
        heading("Lists"),
        Block::SummaryList(SummaryList {
            rows: vec![
                SummaryRow {
                    key: "What to call me".into(),
                    value: strings(&["Joyce"]),
                    tag: None,
                    actions: vec![link("Change", Some("Change what to call me"))],
                },
                SummaryRow {
                    key: "Blue inhaler".into(),
                    value: strings(&["Joyce says 2 puffs", "Amina says 1 puff"]),
                    tag: Some(tag("two answers", Tone::Amber)),
                    actions: vec![
                        link("Settle", Some("Settle the blue inhaler")),
                        link("Ask", Some("Ask about the blue inhaler")),
                    ],
                },
                SummaryRow {
                    key: "Lives with".into(),
                    value: strings(&["Her sister"]),
                    tag: None,
                    actions: Vec::new(),
                },
            ],
        }),
        Block::TaskList(TaskList {
            items: vec![
                task("Say what matters to you", None, tag("done", Tone::Green), true),
                task(
                    "Choose who can see it",
                    Some("You can change your mind at any time"),
                    tag("not started", Tone::Neutral),
                    true,
                ),
                task("Agree your plan", None, tag("cannot start yet", Tone::Neutral), false),
            ],
        }),
    ]
}

fn over_time() -> Vec<Block> {
    let item = |when: &str, title: &str, line: &str, icon, tag, open: bool| TimelineItem {
        when: when.into(),
        title: title.into(),
        lines: strings(&[line]),
        icon: Some(icon),
        tag,
        action: open.then(|| action(title)),
    };
    let message = |from: &str, mine, when: &str, text: &[&str], status| ThreadMessage {
        from: from.into(),
        mine,
        when: when.into(),
        text: strings(text),
        status,
        attachments: Vec::new(),
    };
    vec![
        heading("Over time"),
        Block::Timeline(Timeline {
            items: vec![
                item(
                    "7:42",
                    "Glucose 6.8 mmol/L",
                    "before breakfast",
                    Icon::Drop,
                    Some(tag("in my green", Tone::Green)),
                    true,
                ),
                item(
                    "7:15",
                    "Blue inhaler, 2 puffs",
                    "written by your carer",
                    Icon::Lungs,
                    None,
                    false,
                ),
                item(
                    "19 Nov",
                    "Glucose 3.7 mmol/L",
                    "felt shaky, had juice",
                    Icon::Drop,
                    Some(tag("below 4", Tone::Red)),
                    true,
                ),
            ],
            more: Some(button("Show older", ButtonStyle::Secondary, None)),
        }),
        Block::Thread(Thread {
            older: Some(button("Show older messages", ButtonStyle::Quiet, None)),
            messages: vec![
                message(
                    "You",
                    true,
                    "Friday, 9:10",
                    &["I was short of breath on the stairs.", "Should I still walk on Sunday?"],
                    Some(tag("Read by Amina on Friday", Tone::Neutral)),
                ),
                ThreadMessage {
                    attachments: vec![link("Your breathing plan", None)],
                    ..message(
                        "Amina, practice nurse",
                        false,
                        "Friday, 16:20",
                        &["Yes, if it is as easy as last week. Take your blue inhaler with you."],
                        None,
                    )
                },
                message(
                    "You",
                    true,
                    "Today, 7:50",
                    &["Thank you, I will."],
                    Some(tag("Waiting on this device", Tone::Amber)),
                ),
            ],
        }),
    ]
}

fn options() -> Block {
    let cell = |text: &str, of_them: Option<u32>, source: Option<&str>| GridCell {
        text: text.into(),
        frequency: of_them.map(|of_them| Frequency { of_them, out_of: 100 }),
        source: source.map(Into::into),
    };
    let choose = |spoken: &str| Button {
        spoken: Some(spoken.into()),
        ..button("Choose this", ButtonStyle::Secondary, None)
    };
    Block::OptionsGrid(OptionsGrid {
        caption: "Two ways to breathe more easily".into(),
        criteria: strings(&["How many get a flare-up in a year", "What it asks of you"]),
        options: vec![
            GridOption {
                name: "Breathing classes".into(),
                cells: vec![
                    cell("34 in 100 people", Some(34), Some("Your team's leaflet, 2026")),
                    cell("Twice a week for 6 weeks", None, None),
                ],
                button: Some(choose("Choose breathing classes")),
                chosen: true,
            },
            GridOption {
                name: "Go on as now".into(),
                cells: vec![
                    cell("47 in 100 people", Some(47), Some("Your team's leaflet, 2026")),
                    cell("Nothing new", None, None),
                ],
                button: Some(choose("Choose to go on as now")),
                chosen: false,
            },
        ],
    })
}
