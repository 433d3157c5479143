//! A page as plain text, so that a journey test reads like the app.

use std::fmt::Write;

use super::{
    Block, Button, Card, Cell, Field, Link, Page, PictureSource, Question, SyncState, Table, Tag,
};

/// The page as a person would read it, one thing a line.
#[must_use]
pub fn render(page: &Page) -> String {
    let mut out = Text::default();
    if let Some(back) = &page.back {
        out.line(&format!("< {}", back.label));
    }
    out.line(&format!("# {}", page.title));
    out.maybe(page.caption.as_deref());
    if page.sync.state != SyncState::Hidden {
        out.line(&format!("({})", page.sync.text));
    }
    for notice in &page.notices {
        out.line(&format!("! {:?}: {}", notice.tone, notice.title));
        out.maybe(notice.text.as_deref());
        notice.action.iter().for_each(|action| out.button(action));
    }
    for block in &page.blocks {
        out.block(block);
    }
    if !page.tabs.is_empty() {
        let tabs: Vec<String> = page
            .tabs
            .iter()
            .map(|tab| {
                let label = match &tab.badge {
                    Some(badge) => format!("{} ({badge})", tab.label),
                    None => tab.label.clone(),
                };
                if tab.current { format!("[{label}]") } else { label }
            })
            .collect();
        out.line(&format!("-- {}", tabs.join(" · ")));
    }
    out.0
}

#[derive(Default)]
struct Text(String);

fn tag(tag: Option<&Tag>) -> String {
    tag.map_or_else(String::new, |tag| format!(" [{}]", tag.text))
}

impl Text {
    fn line(&mut self, line: &str) {
        self.0.push_str(line.trim_end());
        self.0.push('\n');
    }

    fn maybe(&mut self, line: Option<&str>) {
        if let Some(line) = line {
            self.line(line);
        }
    }

    fn lines(&mut self, lines: &[String]) {
        for line in lines {
            self.line(line);
        }
    }

    fn items(&mut self, lines: &[String]) {
        for line in lines {
            self.line(&format!("- {line}"));
        }
    }

    fn button(&mut self, button: &Button) {
        let mark = if button.chosen == Some(true) { "*" } else { "" };
        self.line(&format!("<{}{mark}>", button.label));
    }

    fn buttons(&mut self, buttons: &[Button]) {
        for button in buttons {
            self.button(button);
        }
    }

    fn links(links: &[Link]) -> String {
        links.iter().fold(String::new(), |mut all, link| {
            let _ = write!(all, " <{}>", link.label);
            all
        })
    }

    #[expect(clippy::too_many_lines, reason = "one arm a block")]
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => {
                self.line("");
                self.line(&format!("{} {}", "#".repeat(heading.level.into()), heading.text));
            }
            Block::Paragraph(p) => match &p.lead {
                Some(lead) => self.line(&format!("{lead} {}", p.text)),
                None => self.line(&p.text),
            },
            Block::Inset(inset) => {
                for line in &inset.text {
                    self.line(&format!("| {line}"));
                }
            }
            Block::CareCard(card) => {
                self.line(&format!("[{:?}] {}", card.urgency, card.title));
                self.lines(&card.text);
                self.items(&card.items);
                self.buttons(&card.actions);
            }
            Block::DoDont(list) => {
                self.line(&list.title);
                self.items(&list.items);
            }
            Block::SummaryList(list) => {
                for row in &list.rows {
                    self.line(&format!(
                        "{}: {}{}{}",
                        row.key,
                        row.value.join(" / "),
                        tag(row.tag.as_ref()),
                        Self::links(&row.actions)
                    ));
                }
            }
            Block::TaskList(list) => {
                for item in &list.items {
                    self.line(&format!("- {} [{}]", item.title, item.status.text));
                    self.maybe(item.hint.as_deref());
                }
            }
            Block::Cards(cards) => cards.cards.iter().for_each(|card| self.card(card)),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => {
                self.line(&format!("Chart: {}", chart.title));
                self.buttons(&chart.ranges);
                for series in &chart.series {
                    self.line(&format!("{}: {} points", series.name, series.points.len()));
                }
                for lane in &chart.lanes {
                    let marks = lane.marks.iter().map(|mark| mark.label.as_str());
                    self.line(&format!("{}: {}", lane.name, marks.collect::<Vec<_>>().join("; ")));
                }
                self.line(&chart.sentence);
                self.table(&chart.table);
            }
            Block::Meter(meter) => self.line(&format!("{}: {}", meter.label, meter.text)),
            Block::Timeline(timeline) => {
                for item in &timeline.items {
                    self.line(&format!("{} · {}{}", item.when, item.title, tag(item.tag.as_ref())));
                    self.lines(&item.lines);
                }
                timeline.more.iter().for_each(|more| self.button(more));
            }
            Block::Thread(thread) => {
                thread.older.iter().for_each(|older| self.button(older));
                for message in &thread.messages {
                    self.line(&format!(
                        "{} · {}{}",
                        message.from,
                        message.when,
                        tag(message.status.as_ref())
                    ));
                    self.lines(&message.text);
                }
            }
            Block::OptionsGrid(grid) => {
                self.line(&grid.caption);
                for option in &grid.options {
                    self.line(&format!("Option: {}", option.name));
                    for (criterion, cell) in grid.criteria.iter().zip(&option.cells) {
                        self.line(&format!("- {criterion}: {}", cell.text));
                    }
                    option.button.iter().for_each(|button| self.button(button));
                }
            }
            Block::Form(form) => {
                self.maybe(form.problem.as_deref());
                form.fields.iter().for_each(|field| self.field(field));
                self.buttons(&form.buttons);
            }
            Block::Buttons(buttons) => self.buttons(&buttons.buttons),
            Block::Details(details) => {
                self.line(&format!("▸ {}", details.summary));
                self.lines(&details.text);
                self.items(&details.items);
            }
            Block::Picture(picture) => {
                let what = match &picture.source {
                    PictureSource::Icon(icon) => format!("{icon:?}"),
                    PictureSource::Data(_) => "picture".into(),
                };
                self.line(&format!("({what}: {})", picture.alternative));
                self.maybe(picture.caption.as_deref());
            }
            Block::Media(media) => {
                let line = format!("({}: {}) {:?}", media.name, media.text, media.state);
                self.line(&line);
                self.line(&media.status);
            }
            Block::EmptyState(empty) => {
                self.line(&empty.title);
                self.line(&empty.text);
                empty.button.iter().for_each(|button| self.button(button));
            }
        }
    }

    fn card(&mut self, card: &Card) {
        self.maybe(card.caption.as_deref());
        let shown =
            if card.action.is_some() { format!("<{}>", card.title) } else { card.title.clone() };
        self.line(&format!("{shown}{}", tag(card.tag.as_ref())));
        self.lines(&card.lines);
        if let Some(quote) = &card.quote {
            self.line(&format!("“{quote}”"));
        }
        if let Some(meter) = &card.meter {
            self.line(&meter.text);
        }
        self.buttons(&card.buttons);
    }

    fn table(&mut self, table: &Table) {
        self.line(&format!("Table: {}", table.caption));
        let titles: Vec<&str> = table.columns.iter().map(|c| c.title.as_str()).collect();
        self.line(titles.join(" | ").trim_end_matches([' ', '|']));
        for row in &table.rows {
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            self.line(cells.join(" | ").trim_end_matches([' ', '|']));
        }
        table.more.iter().for_each(|more| self.button(more));
    }

    fn question(&mut self, question: &Question, value: &str) {
        let mut line = format!("? {}", question.label);
        if !value.is_empty() {
            let _ = write!(line, " = {value}");
        }
        self.line(&line);
        self.maybe(question.hint.as_deref());
        if let Some(error) = &question.error {
            self.line(&format!("✗ {error}"));
        }
    }

    fn field(&mut self, field: &Field) {
        let question = field.question();
        match field {
            Field::Text(f) => self.question(question, &f.value),
            Field::LongText(f) => self.question(question, &f.value),
            Field::Number(f) => {
                self.question(question, &f.value);
                if !f.unit.is_empty() {
                    self.line(&format!("  in {}", f.unit));
                }
            }
            Field::Money(f) => self.question(question, &f.value),
            Field::Date(f) => {
                let date = [&f.value.day, &f.value.month, &f.value.year].map(String::as_str);
                let shown = if date.iter().all(|part| part.is_empty()) {
                    String::new()
                } else {
                    date.join("/")
                };
                self.question(question, &shown);
            }
            Field::Time(f) => self.question(question, &f.value),
            Field::Choice(f) | Field::Choices(f) | Field::Person(f) => {
                self.question(question, "");
                for choice in &f.choices {
                    let mark = if choice.chosen { "(•)" } else { "( )" };
                    self.line(&format!("  {mark} {}", choice.label));
                }
            }
            Field::Search(f) => {
                self.question(question, &f.value);
                for choice in &f.found {
                    self.line(&format!("  {}", choice.label));
                }
            }
            Field::Scale(f) => {
                let value = f.value.map_or_else(String::new, |value| value.to_string());
                self.question(question, &value);
                self.line(&format!("  {} ({}) to {} ({})", f.from, f.from_label, f.to, f.to_label));
            }
            Field::File(f) => self.question(question, f.value.as_deref().unwrap_or_default()),
        }
    }
}

fn cell(cell: &Cell) -> String {
    let note = cell.note.as_ref().map_or_else(String::new, |note| format!(" ({note})"));
    format!("{}{note}{}", cell.text, tag(cell.tag.as_ref()))
}
