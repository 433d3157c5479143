//! Finding one's way on a page by its words, as a person does: for journeys in
//! tests, in any language that drives the core, and for the demonstration.

use crate::screen::{Action, Block, Button, Field, Page, Question, Target};

/// The action behind the first button, link, card, row, tab or choice of range
/// with these words.
#[must_use]
pub fn find(page: &Page, label: &str) -> Option<Action> {
    presses(page).into_iter().find(|(words, _)| words == label).map(|(_, action)| action)
}

/// Whether this is asked: that it may be left empty stands behind it, in Easy Read on a
/// line of its own.
fn asks(question: &Question, label: &str) -> bool {
    let rest = question.label.strip_prefix(label);
    rest.is_some_and(|rest| rest.is_empty() || rest == " (optional)" || rest.starts_with('\n'))
}

/// The form and the field with this question. "(optional)" may be left out.
#[must_use]
pub fn field(page: &Page, label: &str) -> Option<(String, String)> {
    page.blocks.iter().find_map(|block| {
        let Block::Form(form) = block else { return None };
        let mut fields = form.fields.iter().map(Field::question);
        let field = fields.find(|question| asks(question, label))?;
        Some((form.id.clone(), field.id.clone()))
    })
}

/// What to send for these choices of a field, each named by its words (or, for
/// one that has none of these words, as it is).
#[must_use]
pub fn choices(page: &Page, label: &str, wanted: &[&str]) -> Vec<String> {
    let fields = page.blocks.iter().filter_map(|block| match block {
        Block::Form(form) => Some(&form.fields),
        _ => None,
    });
    let field = fields.flatten().find(|field| asks(field.question(), label));
    let known = match field {
        Some(Field::Choice(f) | Field::Choices(f) | Field::Person(f)) => f.choices.as_slice(),
        Some(Field::Search(f)) => f.found.as_slice(),
        _ => &[],
    };
    wanted
        .iter()
        .map(|words| {
            known
                .iter()
                .find(|choice| choice.label == **words)
                .map_or_else(|| (*words).to_owned(), |choice| choice.value.clone())
        })
        .collect()
}

/// Everything that can be pressed, with its words, in reading order.
#[must_use]
pub fn presses(page: &Page) -> Vec<(String, Action)> {
    let mut found = Vec::new();
    let mut add = |label: &str, target: &Target| {
        if let Target::Press(action) = target {
            found.push((label.to_owned(), action.clone()));
        }
    };
    let mut button = |button: &Button| add(&button.label, &button.target);
    for notice in &page.notices {
        notice.action.iter().for_each(&mut button);
    }
    let mut actions: Vec<(String, Action)> = Vec::new();
    for block in &page.blocks {
        match block {
            Block::CareCard(card) => card.actions.iter().for_each(&mut button),
            Block::SummaryList(list) => {
                for link in list.rows.iter().flat_map(|row| &row.actions) {
                    if let Target::Press(action) = &link.target {
                        actions.push((link.label.clone(), action.clone()));
                        if let Some(spoken) = &link.spoken {
                            actions.push((spoken.clone(), action.clone()));
                        }
                    }
                }
            }
            Block::TaskList(list) => {
                for item in &list.items {
                    actions.extend(item.action.clone().map(|a| (item.title.clone(), a)));
                }
            }
            Block::Cards(cards) => {
                for card in &cards.cards {
                    actions.extend(card.action.clone().map(|a| (card.title.clone(), a)));
                    card.buttons.iter().for_each(&mut button);
                }
            }
            Block::Table(table) => {
                for row in &table.rows {
                    if let (Some(cell), Some(action)) = (row.cells.first(), &row.action) {
                        actions.push((cell.text.clone(), action.clone()));
                    }
                }
                table.more.iter().for_each(&mut button);
            }
            Block::Chart(chart) => {
                chart.ranges.iter().for_each(&mut button);
                for row in &chart.table.rows {
                    if let (Some(cell), Some(action)) = (row.cells.first(), &row.action) {
                        actions.push((cell.text.clone(), action.clone()));
                    }
                }
                chart.table.more.iter().for_each(&mut button);
            }
            Block::Timeline(timeline) => {
                for item in &timeline.items {
                    actions.extend(item.action.clone().map(|a| (item.title.clone(), a)));
                }
                timeline.more.iter().for_each(&mut button);
            }
            Block::Thread(thread) => thread.older.iter().for_each(&mut button),
            Block::OptionsGrid(grid) => {
                grid.options.iter().filter_map(|o| o.button.as_ref()).for_each(&mut button);
            }
            Block::Form(form) => form.buttons.iter().for_each(&mut button),
            Block::Buttons(buttons) => buttons.buttons.iter().for_each(&mut button),
            Block::EmptyState(empty) => empty.button.iter().for_each(&mut button),
            Block::Heading(_)
            | Block::Paragraph(_)
            | Block::Inset(_)
            | Block::DoDont(_)
            | Block::Meter(_)
            | Block::Details(_)
            | Block::Picture(_)
            | Block::Media(_) => {}
        }
    }
    found.extend(actions);
    if let Some(link) = &page.back
        && let Target::Press(action) = &link.target
    {
        found.push((link.label.clone(), action.clone()));
    }
    for tab in &page.tabs {
        found.push((tab.label.clone(), tab.action.clone()));
    }
    if let Some(Button { label, target: Target::Press(action), .. }) = &page.reading {
        found.push((label.clone(), action.clone()));
    }
    if let Some(action) = &page.sync.action {
        found.push((page.sync.text.clone(), action.clone()));
    }
    found
}
