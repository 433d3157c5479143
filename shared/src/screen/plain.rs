//! A page for a shell that is older than the core: what such a shell cannot draw
//! reaches it as its words, one paragraph a line, and as the buttons that it had.
//! The one place where a page is made simpler, the last before it leaves the core.
//!
//! A new kind of block has to say its words here; without them nothing compiles.

use super::{
    Action, Block, Button, Card, Cell, Field, Form, Link, Meter, Page, Paragraph, ParagraphStyle,
    Table, Tag, Target,
};
use crate::event::Vocabulary;
use crate::words::{Words, say};

impl Block {
    /// Its number among the kinds, as it travels in bincode.
    #[must_use]
    pub fn kind(&self) -> u32 {
        match self {
            Self::Heading(_) => 0,
            Self::Paragraph(_) => 1,
            Self::Inset(_) => 2,
            Self::CareCard(_) => 3,
            Self::DoDont(_) => 4,
            Self::SummaryList(_) => 5,
            Self::TaskList(_) => 6,
            Self::Cards(_) => 7,
            Self::Table(_) => 8,
            Self::Chart(_) => 9,
            Self::Meter(_) => 10,
            Self::Timeline(_) => 11,
            Self::Thread(_) => 12,
            Self::OptionsGrid(_) => 13,
            Self::Form(_) => 14,
            Self::Buttons(_) => 15,
            Self::Details(_) => 16,
            Self::Picture(_) => 17,
            Self::EmptyState(_) => 18,
            Self::Media(_) => 19,
        }
    }
}

impl Field {
    /// Its number among the kinds, as it travels in bincode.
    #[must_use]
    pub fn kind(&self) -> u32 {
        match self {
            Self::Text(_) => 0,
            Self::LongText(_) => 1,
            Self::Number(_) => 2,
            Self::Money(_) => 3,
            Self::Date(_) => 4,
            Self::Time(_) => 5,
            Self::Choice(_) => 6,
            Self::Choices(_) => 7,
            Self::Search(_) => 8,
            Self::Scale(_) => 9,
            Self::File(_) => 10,
            Self::Person(_) => 11,
        }
    }
}

/// The page, of nothing but what the shell knows.
#[must_use]
pub fn within(mut page: Page, known: Vocabulary, words: &Words) -> Page {
    let mut plain = Plain { known, words, blocks: Vec::new() };
    for block in std::mem::take(&mut page.blocks) {
        match block {
            block if !plain.knows(&block) => plain.block(block),
            Block::Form(form) => plain.form(form),
            block => plain.blocks.push(block),
        }
    }
    page.blocks = plain.blocks;
    page
}

struct Plain<'a> {
    known: Vocabulary,
    words: &'a Words,
    blocks: Vec<Block>,
}

impl Plain<'_> {
    fn knows(&self, block: &Block) -> bool {
        block.kind() < self.known.blocks
    }

    fn line(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.blocks.push(Block::paragraph(text));
        }
    }

    fn lines(&mut self, lines: impl IntoIterator<Item = String>) {
        lines.into_iter().for_each(|line| self.line(line));
    }

    /// What something is called, and what there is to say of it.
    fn pair(&mut self, lead: String, rest: impl IntoIterator<Item = String>) {
        let rest: Vec<String> = rest.into_iter().filter(|part| !part.is_empty()).collect();
        if lead.is_empty() || rest.is_empty() {
            self.line(lead);
            self.lines(rest);
            return;
        }
        let text = rest.join(" · ");
        let style = ParagraphStyle::Body;
        self.blocks.push(Block::Paragraph(Paragraph { lead: Some(lead), text, style }));
    }

    /// Buttons; their words alone where the shell does not even know those.
    fn buttons(&mut self, buttons: Vec<Button>) {
        if buttons.is_empty() {
            return;
        }
        let row = Block::buttons(buttons);
        if self.knows(&row) {
            self.blocks.push(row);
        } else if let Block::Buttons(row) = row {
            self.lines(row.buttons.into_iter().map(|button| button.label));
        }
    }

    fn press(&mut self, label: String, action: Option<Action>) {
        let button = action.map(|action| Button::quiet(label, Target::Press(action)));
        self.buttons(button.into_iter().collect());
    }

    fn block(&mut self, block: Block) {
        match block {
            Block::Heading(heading) => self.line(heading.text),
            // The first kind of all words: a shell without it draws nothing.
            Block::Paragraph(_) => self.blocks.push(block),
            Block::Inset(inset) => self.lines(inset.text),
            Block::CareCard(card) => {
                self.line(card.title);
                self.lines(card.text);
                self.lines(card.items);
                self.buttons(card.actions);
            }
            Block::DoDont(list) => {
                self.line(list.title);
                self.lines(list.items);
            }
            Block::SummaryList(list) => {
                for row in list.rows {
                    self.pair(row.key, row.value.into_iter().chain(row.tag.map(word)));
                    self.buttons(row.actions.into_iter().map(button).collect());
                }
            }
            Block::TaskList(list) => {
                for task in list.items {
                    let rest = task.hint.into_iter().chain([task.status.text]);
                    self.pair(task.title.clone(), rest);
                    self.press(task.title, task.action);
                }
            }
            Block::Cards(cards) => cards.cards.into_iter().for_each(|card| self.card(card)),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => {
                self.line(chart.title);
                self.line(chart.sentence);
                self.buttons(chart.ranges);
                self.table(chart.table);
            }
            Block::Meter(meter) => self.meter(meter),
            Block::Timeline(timeline) => {
                for item in timeline.items {
                    let tag = item.tag.map(word);
                    self.pair(item.when, [item.title.clone()].into_iter().chain(tag));
                    self.lines(item.lines);
                    self.press(item.title, item.action);
                }
                self.buttons(timeline.more.into_iter().collect());
            }
            Block::Thread(thread) => {
                self.buttons(thread.older.into_iter().collect());
                for message in thread.messages {
                    let rest = [message.when].into_iter().chain(message.status.map(word));
                    self.pair(message.from, rest);
                    self.lines(message.text);
                    self.buttons(message.attachments.into_iter().map(button).collect());
                }
            }
            Block::OptionsGrid(grid) => {
                self.line(grid.caption);
                for option in grid.options {
                    self.line(option.name);
                    for (criterion, cell) in grid.criteria.iter().zip(option.cells) {
                        self.pair(criterion.clone(), [cell.text].into_iter().chain(cell.source));
                    }
                    self.buttons(option.button.into_iter().collect());
                }
            }
            // Its buttons would send what nobody could fill in.
            Block::Form(form) => {
                self.lines(form.problem);
                form.fields.iter().for_each(|field| self.question(field));
            }
            Block::Buttons(row) => {
                self.lines(row.label);
                self.buttons(row.buttons);
            }
            Block::Details(details) => {
                self.line(details.summary);
                self.lines(details.text);
                self.lines(details.items);
            }
            Block::Picture(picture) => {
                self.line(picture.alternative);
                self.lines(picture.caption);
            }
            Block::EmptyState(empty) => {
                self.line(empty.title);
                self.line(empty.text);
                self.buttons(empty.button.into_iter().collect());
            }
            Block::Media(media) => {
                self.pair(media.name, [media.text]);
                self.line(media.status);
            }
        }
    }

    fn card(&mut self, card: Card) {
        self.lines(card.caption);
        self.pair(card.title.clone(), card.tag.map(word));
        self.lines(card.lines);
        self.lines(card.quote);
        card.meter.into_iter().for_each(|meter| self.meter(meter));
        self.press(card.title, card.action);
        self.buttons(card.buttons);
    }

    fn meter(&mut self, meter: Meter) {
        self.pair(meter.label, [meter.text]);
    }

    fn table(&mut self, table: Table) {
        self.line(table.caption);
        let titles: Vec<String> = table.columns.into_iter().map(|column| column.title).collect();
        self.line(titles.join(" · "));
        for row in table.rows {
            let mut cells = row.cells.into_iter().map(cell);
            let first = cells.next().unwrap_or_default();
            self.pair(first.clone(), cells);
            self.press(first, row.action);
        }
        self.buttons(table.more.into_iter().collect());
    }

    /// A form that the shell draws: what it cannot ask stands before it.
    fn form(&mut self, mut form: Form) {
        let known = self.known.fields;
        for field in form.fields.extract_if(.., |field| field.kind() >= known) {
            self.question(&field);
        }
        self.blocks.push(Block::Form(form));
    }

    /// What cannot be answered here, and what to do.
    fn question(&mut self, field: &Field) {
        let asked = field.question();
        let update = say!(self.words, "update-to-answer");
        self.pair(asked.label.clone(), [update]);
        self.lines(asked.error.clone());
    }
}

fn word(tag: Tag) -> String {
    tag.text
}

fn button(link: Link) -> Button {
    Button { spoken: link.spoken, ..Button::quiet(link.label, link.target) }
}

fn cell(cell: Cell) -> String {
    let parts = [Some(cell.text), cell.note, cell.tag.map(word)];
    let said: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    said.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Launch;
    use crate::testing::Journey;
    use crate::{gallery, pilot};

    fn gallery(blocks: u32, fields: u32) -> Page {
        within(gallery::page(), Vocabulary { blocks, fields }, &Words::default())
    }

    fn fields(page: &Page) -> Vec<&Field> {
        let forms = page.blocks.iter().filter_map(|block| match block {
            Block::Form(form) => Some(&form.fields),
            _ => None,
        });
        forms.flatten().collect()
    }

    #[test]
    fn who_knows_all_is_given_all() {
        assert_eq!(gallery(20, 12), gallery::page());
        assert_eq!(
            within(gallery::page(), Vocabulary::default(), &Words::default()),
            gallery::page()
        );
    }

    #[test]
    fn whatever_a_shell_knows_it_gets_nothing_else_and_can_press_all_the_same() {
        let whole = pilot::presses(&gallery::page());
        for blocks in 2..=20 {
            for fields_known in [0, 5, 12] {
                let page = gallery(blocks, fields_known);
                assert!(page.blocks.iter().all(|block| block.kind() < blocks));
                assert!(fields(&page).iter().all(|field| field.kind() < fields_known));
                if blocks > 15 {
                    // Rows of buttons are known: everything can still be pressed.
                    let pressed = pilot::presses(&page);
                    for (label, action) in &whole {
                        assert!(pressed.iter().any(|(_, a)| a == action), "{label} of {blocks}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_word_of_an_unknown_block_is_said() {
        // Only headings and paragraphs are known.
        let text = crate::screen::text::render(&gallery(2, 0));
        for field in fields(&gallery::page()) {
            let asked = format!("{} Update the app to answer", field.question().label);
            assert!(text.contains(&asked), "{asked}");
        }
        let mut seen = 0;
        walk("", &serde_json::to_value(gallery::page().blocks).unwrap(), &mut |words| {
            seen += 1;
            assert!(text.contains(words), "“{words}” is lost");
        });
        assert!(seen > 150, "{seen}");
    }

    /// The words to be read. Those of a form stand above; those of a chart are in its
    /// table.
    fn walk(key: &str, value: &serde_json::Value, see: &mut impl FnMut(&str)) {
        const READ: [&str; 16] = [
            "text",
            "title",
            "label",
            "lines",
            "items",
            "sentence",
            "caption",
            "summary",
            "key",
            "value",
            "quote",
            "from",
            "note",
            "alternative",
            "name",
            "status",
        ];
        match value {
            serde_json::Value::String(words) if READ.contains(&key) => see(words),
            serde_json::Value::Array(all) => all.iter().for_each(|one| walk(key, one, see)),
            serde_json::Value::Object(all) => {
                for (key, one) in all {
                    if !["Form", "series", "lanes", "across", "up", "zones"].contains(&key.as_str())
                    {
                        walk(key, one, see);
                    }
                }
            }
            _ => {}
        }
    }

    #[test]
    fn an_older_shell_goes_through_a_day() {
        // It knows text and long text, and no block after forms and buttons.
        let vocabulary = Vocabulary { blocks: 16, fields: 2 };
        let mut journey = Journey::launched(Launch { vocabulary, ..Launch::default() });
        journey.press("Use it on this device").press("Choose what to follow");
        assert!(journey.text().contains("What do you want to follow? Update the app to answer"));
        // What it cannot ask it was not asked for: nothing is lost, nothing is made up.
        journey.press("Follow these");
        assert!(journey.text().contains("Update the app to answer this question."));
        journey.press("More").press("Diary").press("Write a note");
        journey.type_in("What would you like to remember?", "Slept well");
        journey.press("Save");
        assert!(journey.text().contains("Slept well"), "{}", journey.text());
    }
}
