//! Easy Read for the shells of phones: they draw the app's own icons where a block has
//! one, and no pictures beside words by themselves. What has a picture gets the icon
//! that is nearest to it; a paragraph becomes a picture with its words beside it.
//!
//! The web draws [`Page::pictures`] itself.

use super::{
    Block, Button, Card, Field, Icon, Illustration, Page, Paragraph, ParagraphStyle, Picture,
    PictureSource,
};

/// The page with icons where its words have pictures.
pub fn illustrate(page: &mut Page) {
    let of = Pictures(&page.pictures);
    let blocks = std::mem::take(&mut page.blocks);
    page.blocks = blocks.into_iter().flat_map(|block| of.block(block)).collect();
}

struct Pictures<'a>(&'a [Illustration]);

impl Pictures<'_> {
    fn icon(&self, words: &str) -> Option<Icon> {
        self.0.iter().find(|one| one.words == words).and_then(|one| icon(&one.picture))
    }

    /// Words with their picture to the left, where there is one.
    fn beside(&self, words: String) -> Block {
        let Some(icon) = self.icon(&words) else { return Block::paragraph(words) };
        let source = PictureSource::Icon(icon);
        Block::Picture(Picture { source, alternative: String::new(), caption: Some(words) })
    }

    fn block(&self, mut block: Block) -> Vec<Block> {
        match &mut block {
            Block::Paragraph(Paragraph {
                lead: None,
                text,
                style: ParagraphStyle::Body | ParagraphStyle::Lede,
            }) if self.icon(text).is_some() => {
                return vec![self.beside(std::mem::take(text))];
            }
            Block::Inset(inset) if inset.text.iter().all(|text| self.icon(text).is_some()) => {
                return inset.text.drain(..).map(|text| self.beside(text)).collect();
            }
            Block::CareCard(card) => self.buttons(&mut card.actions),
            Block::Cards(cards) => cards.cards.iter_mut().for_each(|card| self.card(card)),
            Block::Buttons(row) => self.buttons(&mut row.buttons),
            Block::EmptyState(empty) => {
                empty.icon = self.icon(&empty.title).unwrap_or(empty.icon);
                self.buttons(empty.button.as_mut_slice());
            }
            Block::Form(form) => {
                form.fields.iter_mut().for_each(|field| self.field(field));
                self.buttons(&mut form.buttons);
            }
            _ => {}
        }
        vec![block]
    }

    fn card(&self, card: &mut Card) {
        card.icon = self.icon(&card.title).or(card.icon);
        self.buttons(&mut card.buttons);
    }

    fn buttons(&self, buttons: &mut [Button]) {
        for button in buttons {
            button.icon = self.icon(&button.label).or(button.icon);
        }
    }

    fn field(&self, field: &mut Field) {
        if let Field::Choice(asked) | Field::Choices(asked) = field {
            for choice in &mut asked.choices {
                choice.icon = self.icon(&choice.label).or(choice.icon);
            }
        }
    }
}

/// The icon that is nearest to a picture, where one says the same.
fn icon(picture: &str) -> Option<Icon> {
    Some(match picture {
        "add" => Icon::Plus,
        "balance" => Icon::Decision,
        "bell" | "clock" | "wait" => Icon::Clock,
        "book" => Icon::Diary,
        "care" => Icon::Carer,
        "chart" => Icon::Chart,
        "day" => Icon::Calendar,
        "doctor" | "hospital" => Icon::Team,
        "email" | "letter" | "talk" => Icon::Messages,
        "eye" => Icon::Eye,
        "family" | "people" => Icon::People,
        "flower" | "goal" | "star" => Icon::Star,
        "folder" | "paper" | "print" => Icon::File,
        "good" | "worry" | "bad" | "ill" => Icon::Face,
        "headphones" | "microphone" => Icon::Speaker,
        "heart" => Icon::Heart,
        "help" | "question" => Icon::Help,
        "home" => Icon::Home,
        "idea" => Icon::Bolt,
        "key" => Icon::Key,
        "lock" => Icon::Shield,
        "map" => Icon::Community,
        "me" | "person" => Icon::Person,
        "mobile" | "phone" | "sos" | "ambulance" => Icon::Phone,
        "money" => Icon::Budget,
        "pill" => Icon::Pill,
        "plan" => Icon::Plan,
        "save" => Icon::Download,
        "search" => Icon::Search,
        "settings" => Icon::Settings,
        "sign" | "write" => Icon::Pencil,
        "steps" | "walk" => Icon::Steps,
        "thumb" | "tick" => Icon::Check,
        "bed" => Icon::Moon,
        "warning" => Icon::Warning,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{Launch, Platform};
    use crate::testing::Journey;

    #[test]
    fn on_a_phone_paragraphs_buttons_and_cards_have_icons() {
        for platform in [Platform::Android, Platform::Ios] {
            let mut journey = Journey::launched(Launch { platform, ..Launch::default() });
            journey.press("Use it on this device").press("Easy Read");
            journey.press("More").press("About me");
            let page = journey.page();
            let Some(Block::Picture(picture)) = page.blocks.first() else {
                panic!("{:?}", page.blocks.first());
            };
            assert_eq!(picture.source, PictureSource::Icon(Icon::Pencil));
            assert!(picture.caption.as_ref().unwrap().starts_with("This page is about you.\n"));
            let Some(Block::Buttons(row)) = page.blocks.get(1) else { panic!() };
            assert_eq!(row.buttons[1].icon, Some(Icon::Heart));
            journey.press("What I need");
            let page = journey.page();
            let choices = page.blocks.iter().find_map(|block| match block {
                Block::Form(form) => form.fields.iter().find_map(|field| match field {
                    Field::Choices(field) => Some(field.choices.clone()),
                    _ => None,
                }),
                _ => None,
            });
            assert_eq!(choices.unwrap()[1].icon, Some(Icon::Diary));
            // Nothing is lost by it.
            assert!(journey.text().contains("They see this part first."), "{}", journey.text());
        }
    }

    #[test]
    fn standard_words_are_left_as_they_are() {
        let launch = Launch { platform: Platform::Android, ..Launch::default() };
        let mut journey = Journey::launched(launch);
        journey.press("Use it on this device").press("More").press("About me");
        assert!(journey.page().blocks.iter().all(|b| !matches!(b, Block::Picture(_))));
    }
}
