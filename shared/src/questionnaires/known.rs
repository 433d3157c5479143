//! The questionnaires that can be answered: those of the app, and those that the
//! person has brought in.

use std::cell::RefCell;
use std::rc::Rc;

use record::kinds::Questionnaire;
use record::{EntryId, Record};

use super::definition::Definition;
use crate::holding::Holding;

/// So many that were read are kept.
const KEPT: usize = 16;

thread_local! {
    /// What was read last, by its text. A page is drawn at every press, and what a
    /// text says does not change.
    static READ: RefCell<Vec<(String, Option<Rc<Definition>>)>> = const { RefCell::new(Vec::new()) };
}

/// What a text says; none where it is broken.
fn read(text: &str) -> Option<Rc<Definition>> {
    READ.with_borrow_mut(|kept| {
        if let Some((_, known)) = kept.iter().find(|(known, _)| known == text) {
            return known.clone();
        }
        let read = Definition::read(text.as_bytes()).ok().map(Rc::new);
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push((text.to_owned(), read.clone()));
        read
    })
}

/// Those of the app. Why each may be shipped: `shared/questionnaires/README.md`.
const INCLUDED: [&str; 3] = [
    include_str!("../../questionnaires/ons4.json"),
    include_str!("../../questionnaires/phq-9.json"),
    include_str!("../../questionnaires/gad-7.json"),
];

/// One that can be answered.
pub(super) struct Known {
    pub(super) definition: Rc<Definition>,
    /// The entry that it was brought in as.
    pub(super) brought: Option<EntryId>,
}

/// All of them, the app's first.
pub(super) fn all(record: &Record) -> Vec<Known> {
    let included = INCLUDED.iter().filter_map(|text| read(text));
    let included = included.map(|definition| Known { definition, brought: None });
    let brought = record.current::<Questionnaire>();
    let brought = brought.filter(|entry| entry.value.put_away != Some(true));
    // One of a newer app may say what this one cannot read.
    let brought = brought.filter_map(|entry| {
        let definition = read(&entry.value.source)?;
        Some(Known { definition, brought: Some(entry.id) })
    });
    included.chain(brought).collect()
}

/// One of them.
pub(super) fn find(holding: &Holding, url: &str) -> Option<Rc<Definition>> {
    of(&holding.record, url)
}

/// The same, of a record.
pub(super) fn of(record: &Record, url: &str) -> Option<Rc<Definition>> {
    let mut all = all(record).into_iter().map(|known| known.definition);
    all.find(|definition| definition.url == url)
}
