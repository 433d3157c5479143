//! A device on which everything is pressed and every form is filled in, as the app itself
//! offers it: for what has to hold of every page.

use std::collections::{BTreeMap, VecDeque};

use jiff::civil::{Date, date};
use serde_json::Value;

use super::Journey;
use crate::event::{Event, FieldInput};
use crate::pilot;
use crate::screen::{Action, Block, Choice, DateInput, Field, Input, Page, Target};

/// The day of a journey.
const TODAY: Date = date(2026, 11, 22);

/// Presses all that can be pressed.
pub(crate) struct Walk<'a> {
    /// The features whose presses and places are pressed, by their names in a press.
    pub(crate) pressed: &'a [&'a str],
    /// How often what is pressed again differs in numbers only.
    pub(crate) times: usize,
    /// How many answers were given: each is another.
    pub(crate) mark: i32,
}

/// The feature that a press belongs to.
fn feature(action: &Action) -> Option<String> {
    let value: Value = serde_json::from_str(&action.token).ok()?;
    let name = |value: &Value| match value {
        Value::String(name) => Some(name.clone()),
        Value::Object(all) => all.keys().next().cloned(),
        _ => None,
    };
    match name(&value)?.as_str() {
        of @ ("Go" | "Tab") => name(&value[of]),
        other => Some(other.to_owned()),
    }
}

/// With the numbers left out.
fn shape(text: &str) -> String {
    let parts = text.split(|letter: char| letter.is_ascii_digit());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("#")
}

/// What is filled in into a field; none into a file, and where nothing can be chosen.
/// Where the first answer was refused a number to call, or a day to come; then this day.
fn answer(field: &Field, mark: i32, refused: u8) -> Option<Input> {
    let first = |choices: &[Choice]| {
        let one = choices.first()?;
        Some(Input::Chosen(vec![one.value.clone()]))
    };
    let days = match refused {
        0 => -(mark % 300),
        1 => mark % 300,
        _ => 0,
    };
    let day = TODAY.saturating_add(jiff::Span::new().days(days));
    match field {
        Field::Text(_) | Field::LongText(_) if refused == 1 => {
            Some(Input::Text(format!("01632 96{mark:04}")))
        }
        Field::Text(_) | Field::LongText(_) => Some(Input::Text(format!("Mark {mark:04}"))),
        Field::Number(_) | Field::Money(_) | Field::Scale(_) => Some(Input::Text("5".into())),
        Field::Time(_) => Some(Input::Text(format!("{:02}:{:02}", 9 + mark % 9, mark % 60))),
        Field::Date(_) => Some(Input::Date(DateInput {
            day: day.day().to_string(),
            month: day.month().to_string(),
            year: day.year().to_string(),
        })),
        Field::Choice(field) | Field::Choices(field) | Field::Person(field) => {
            first(&field.choices)
        }
        Field::Search(_) | Field::File(_) => None,
    }
}

/// What keeps the form of a page, where it has one, or hands it over.
fn keep(page: &Page) -> Option<Action> {
    let forms = page.blocks.iter().filter_map(|block| match block {
        Block::Form(form) => Some(&form.buttons),
        _ => None,
    });
    forms.flatten().find_map(|button| match &button.target {
        Target::Press(action) => Some(action.clone()),
        _ => None,
    })
}

impl Walk<'_> {
    /// Fills in a form: the fields that nothing was said about yet, or those that were
    /// refused.
    fn fill(&mut self, journey: &mut Journey, said: &mut Vec<String>, refused: u8) {
        for block in journey.page().blocks {
            let Block::Form(form) = block else { continue };
            for field in form.fields {
                let question = field.question();
                let wanted = if refused > 0 {
                    question.error.is_some()
                } else {
                    !said.contains(&question.id)
                };
                if !wanted {
                    continue;
                }
                said.push(question.id.clone());
                self.mark += 1;
                let Some(value) = answer(&field, self.mark, refused) else { continue };
                let (form, field) = (form.id.clone(), question.id.clone());
                journey.send(Event::Input(FieldInput { form, field, value }));
            }
        }
    }

    /// From the page that is open on; each page is looked at before anything else is done.
    pub(crate) fn walk(&mut self, journey: &mut Journey, mut look: impl FnMut(&Journey, &Page)) {
        let mut pressed: BTreeMap<String, usize> = BTreeMap::new();
        let mut queue: VecDeque<(String, Action)> = pilot::presses(&journey.page()).into();
        let mut see = |journey: &Journey| {
            let page = journey.page();
            look(journey, &page);
            page
        };
        while let Some((label, action)) = queue.pop_front() {
            if !feature(&action).is_some_and(|of| self.pressed.contains(&of.as_str())) {
                continue;
            }
            let times =
                pressed.entry(format!("{} {}", shape(&action.token), shape(&label))).or_default();
            *times += 1;
            if *times > self.times {
                continue;
            }
            let first = *times == 1;
            journey.send(Event::Press(action));
            let page = see(journey);
            queue.extend(pilot::presses(&page));
            let Some(save) = keep(&page) else { continue };
            // Kept as it stands the first time, which may be refused; then with answers, which
            // may bring questions, and of which some may be refused in turn.
            if first {
                journey.send(Event::Press(save));
                see(journey);
            }
            let mut said = Vec::new();
            for (refused, whole) in [(0, false), (0, true), (1, true), (2, true)] {
                self.fill(journey, &mut said, refused);
                let page = see(journey);
                if let Some(save) = keep(&page).filter(|_| whole) {
                    journey.send(Event::Press(save));
                    see(journey);
                }
            }
            let page = journey.page();
            queue.extend(pilot::presses(&page));
        }
    }
}
