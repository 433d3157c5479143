//! Everything that has no tab of its own.

use crate::model::View;
use crate::nav::Screen;
use crate::screen::{Block, Card, CardLayout, Cards, Icon, Page};
use crate::words::say;
use crate::{bring_in, settings, sharing, your_data};

/// The page.
#[must_use]
pub fn page(view: View<'_>) -> Page {
    let words = view.words;
    let card = |title: String, line: String, icon, screen: Screen| {
        Card::new(title).line(line).icon(icon).opens(screen)
    };
    Page {
        name: "more".into(),
        title: say!(words, "tab-more"),
        blocks: vec![Block::Cards(Cards {
            layout: CardLayout::Column,
            cards: vec![
                card(
                    say!(words, "more-help"),
                    say!(words, "more-help-line"),
                    Icon::Phone,
                    Screen::Help,
                ),
                card(
                    say!(words, "more-sharing"),
                    say!(words, "more-sharing-line"),
                    Icon::Eye,
                    Screen::Sharing(sharing::Screen::All),
                ),
                card(
                    say!(words, "more-bring-in"),
                    say!(words, "more-bring-in-line"),
                    Icon::Upload,
                    Screen::BringIn(bring_in::Screen::Pick),
                ),
                card(
                    say!(words, "more-your-data"),
                    say!(words, "more-your-data-line"),
                    Icon::File,
                    Screen::YourData(your_data::Screen::Overview),
                ),
                card(
                    say!(words, "more-settings"),
                    say!(words, "more-settings-line"),
                    Icon::Settings,
                    Screen::Settings(settings::Screen::All),
                ),
            ],
        })],
        ..Page::default()
    }
}
