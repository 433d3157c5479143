//! The gallery: one page with every block and every field, several of each.
//!
//! The shells draw it in their own tests (contrast, keyboard, narrow screens,
//! screen readers), so whatever a feature may use later is already proven. It
//! is made of invented people and figures, holds no state, and its actions are
//! answered by nothing. Where to start: [`page`].

mod charts;
mod fields;
mod lists;
mod words;

use crate::screen::{
    Action, Block, Button, ButtonStyle, Heading, Icon, Link, Notice, NoticeTone, Page, Paragraph,
    ParagraphStyle, SyncState, SyncStatus, Tab, Tag, Target, Tone,
};

/// Every block and field, in reading order.
#[must_use]
pub fn page() -> Page {
    let mut blocks = words::blocks();
    blocks.extend(lists::blocks());
    blocks.extend(charts::blocks());
    blocks.extend(fields::blocks());
    Page {
        name: "gallery".into(),
        title: "Every part of a page".into(),
        caption: Some("Sunday 22 November".into()),
        back: Some(link("Track", None)),
        tabs: tabs(),
        sync: SyncStatus {
            state: SyncState::Waiting,
            text: "Saved on this device · not sent yet".into(),
            action: Some(action("sync")),
        },
        notices: notices(),
        blocks,
        announce: Some("The gallery is ready".into()),
        ..Page::default()
    }
}

fn tabs() -> Vec<Tab> {
    let tab = |label: &str, icon, current, badge: Option<&str>| Tab {
        label: label.into(),
        icon,
        action: action(label),
        current,
        badge: badge.map(Into::into),
    };
    vec![
        tab("Today", Icon::Home, true, None),
        tab("Plan", Icon::Plan, false, None),
        tab("Track", Icon::Track, false, None),
        tab("Messages", Icon::Messages, false, Some("2 new")),
        tab("More", Icon::More, false, None),
    ]
}

fn notices() -> Vec<Notice> {
    let notice = |tone, title: &str, text: Option<&str>, action| Notice {
        tone,
        title: title.into(),
        text: text.map(Into::into),
        action,
    };
    vec![
        notice(
            NoticeTone::Info,
            "Your plan is due to be looked at again",
            Some("Amina would like to talk about it with you in December."),
            Some(button("See your plan", ButtonStyle::Secondary, None)),
        ),
        notice(NoticeTone::Success, "Your reading is saved", None, None),
        notice(
            NoticeTone::Warning,
            "Two other devices use this account",
            Some("If you do not know one of them, sign it out."),
            Some(button("See your devices", ButtonStyle::Quiet, None)),
        ),
        notice(
            NoticeTone::Problem,
            "This device cannot keep anything",
            Some("What you write is gone when you close this page."),
            None,
        ),
    ]
}

fn action(token: &str) -> Action {
    Action { token: format!("gallery.{token}") }
}

fn link(label: &str, spoken: Option<&str>) -> Link {
    Link {
        label: label.into(),
        spoken: spoken.map(Into::into),
        target: Target::Press(action(label)),
    }
}

fn button(label: &str, style: ButtonStyle, icon: Option<Icon>) -> Button {
    Button {
        label: label.into(),
        spoken: None,
        icon,
        style,
        target: Target::Press(action(label)),
        chosen: None,
    }
}

fn call(label: &str, number: &str, style: ButtonStyle) -> Button {
    Button { target: Target::Call(number.into()), ..button(label, style, Some(Icon::Phone)) }
}

fn tag(text: &str, tone: Tone) -> Tag {
    Tag { text: text.into(), tone }
}

fn heading(text: &str) -> Block {
    Block::Heading(Heading { text: text.into(), level: 2 })
}

fn paragraph(style: ParagraphStyle, lead: Option<&str>, text: &str) -> Block {
    Block::Paragraph(Paragraph { lead: lead.map(Into::into), text: text.into(), style })
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::page;

    /// The names of the variants an array of externally tagged values holds.
    fn kinds(values: &Value) -> BTreeSet<String> {
        values
            .as_array()
            .expect("an array")
            .iter()
            .flat_map(|value| value.as_object().expect("tagged").keys().cloned())
            .collect()
    }

    #[test]
    fn holds_every_block_and_every_field() {
        let page = serde_json::to_value(page()).expect("json");
        let blocks = kinds(&page["blocks"]);
        // Written out, so that a new kind has to be put on the gallery too.
        for kind in [
            "Heading",
            "Paragraph",
            "Inset",
            "CareCard",
            "DoDont",
            "SummaryList",
            "TaskList",
            "Cards",
            "Table",
            "Chart",
            "Meter",
            "Timeline",
            "Thread",
            "OptionsGrid",
            "Form",
            "Buttons",
            "Details",
            "Picture",
            "EmptyState",
            "Media",
        ] {
            assert!(blocks.contains(kind), "no {kind} on the gallery");
        }
        let fields: BTreeSet<String> = page["blocks"]
            .as_array()
            .expect("blocks")
            .iter()
            .filter_map(|block| block.get("Form"))
            .flat_map(|form| kinds(&form["fields"]))
            .collect();
        for kind in [
            "Text", "LongText", "Number", "Money", "Date", "Time", "Choice", "Choices", "Search",
            "Scale", "File", "Person",
        ] {
            assert!(fields.contains(kind), "no {kind} field on the gallery");
        }
    }

    #[test]
    fn survives_its_own_encoding() {
        let page = page();
        let json = serde_json::to_string(&page).expect("json");
        assert_eq!(serde_json::from_str::<super::Page>(&json).expect("page"), page);
    }
}
