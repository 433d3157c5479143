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

#[cfg(test)]
mod tests {
    use super::*;

    /// Every word that is asked and every answer, as whoever brings a newer file has to
    /// hold them against what is published.
    #[test]
    fn the_words_of_the_apps_own_are_those_that_were_checked() {
        for text in INCLUDED {
            let definition = Definition::read(text.as_bytes()).unwrap();
            let lines: Vec<String> = definition
                .items
                .iter()
                .map(|item| {
                    let answers = match &item.what {
                        super::super::What::Choice { options, .. } => {
                            let one = |option: &super::super::Choice| {
                                format!("{}={}", option.weight.unwrap_or_default(), option.text)
                            };
                            options.iter().map(one).collect::<Vec<_>>().join(" / ")
                        }
                        super::super::What::Number { least, most, ends: (low, high), .. } => {
                            let end = |number: &Option<super::super::number::Number>| {
                                number.unwrap_or_default().to_string()
                            };
                            let (least, most) = (end(least), end(most));
                            format!("{least}={low} / {most}={high}")
                        }
                        _ => String::new(),
                    };
                    format!("{}: {} [{answers}]", item.link, item.text)
                })
                .collect();
            let name = format!("words of {}", definition.title);
            let copyright = definition.copyright.unwrap_or_default();
            insta::assert_snapshot!(name, format!("{}\n\n{copyright}", lines.join("\n")));
        }
    }

    #[test]
    fn whoever_uses_codes_of_loinc_says_whose_they_are() {
        for text in INCLUDED {
            let definition = Definition::read(text.as_bytes()).unwrap();
            let says = definition.copyright.unwrap_or_default().contains("Regenstrief");
            assert_eq!(says, text.contains("\"http://loinc.org\""), "{}", definition.title);
        }
    }
}
