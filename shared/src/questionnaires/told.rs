//! What was answered, in words.

use record::kinds::QuestionnaireResponse;
use record::{EntryId, Record};

use super::definition::{Definition, Item, What};
use super::{known, score};
use crate::entry::Told;
use crate::nav::Intent as Press;
use crate::screen::SummaryRow;
use crate::words::{Words, say};

/// An answer as it is read.
fn answer_text(words: &Words, item: Option<&Item>, values: &[String]) -> String {
    let one = |value: &String| match item.map(|item| &item.what) {
        Some(What::YesNo) if value == "true" => say!(words, "yes"),
        Some(What::YesNo) => say!(words, "no"),
        Some(What::Choice { options, .. }) => {
            let option = options.iter().find(|option| option.value == *value);
            option.map_or_else(|| value.clone(), |option| option.text.clone())
        }
        _ => value.clone(),
    };
    values.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A score in words: "Score: 12 of 27".
fn scores(words: &Words, definition: &Definition, of: &QuestionnaireResponse) -> Vec<SummaryRow> {
    let scores = definition.items.iter().filter_map(|item| match &item.what {
        What::Score(sum) => Some((item, sum)),
        _ => None,
    });
    scores
        .map(|(item, sum)| {
            let text = match score::score(definition, sum, &of.answers) {
                Some((score, most)) => {
                    let (score, most) = (score.to_string(), most.to_string());
                    say!(words, "questions-score", score = score, most = most)
                }
                None => say!(words, "questions-no-score"),
            };
            SummaryRow::new(item.text.clone(), text)
        })
        .collect()
}

/// Every question with its answer; scores last. Where the questionnaire is not here,
/// or is another version by now, its questions go by their names.
pub(crate) fn answered_rows(
    words: &Words,
    record: &Record,
    of: &QuestionnaireResponse,
) -> Vec<SummaryRow> {
    let definition = known::of(record, &of.questionnaire);
    let definition = definition.filter(|definition| definition.version == of.version);
    let row = |(link, values): &(String, Vec<String>)| {
        let item = definition.as_ref().and_then(|definition| definition.item(link));
        let key = item.map_or(link.as_str(), |item| item.text.as_str());
        SummaryRow::new(key, answer_text(words, item, values))
    };
    let mut rows: Vec<SummaryRow> = of.answers.0.iter().map(row).collect();
    rows.extend(definition.iter().flat_map(|definition| scores(words, definition, of)));
    rows
}

/// Its scores; where it has none, every answer.
pub(crate) fn score_rows(
    words: &Words,
    record: &Record,
    of: &QuestionnaireResponse,
) -> Vec<SummaryRow> {
    let definition = known::of(record, &of.questionnaire);
    let definition = definition.filter(|definition| definition.version == of.version);
    let rows = definition.map(|definition| scores(words, &definition, of)).unwrap_or_default();
    if rows.is_empty() { answered_rows(words, record, of) } else { rows }
}

impl Told for QuestionnaireResponse {
    fn title(&self, _: &Words, _: &Record) -> String {
        self.title.clone()
    }

    fn text(&self, words: &Words, record: &Record) -> String {
        let rows = answered_rows(words, record, self).into_iter();
        let parts = rows.map(|row| format!("{}: {}", row.key, row.value.join(" ")));
        let parts: Vec<String> = std::iter::once(self.title.clone()).chain(parts).collect();
        parts.join("; ")
    }

    fn rows(&self, words: &Words, record: &Record) -> Vec<SummaryRow> {
        answered_rows(words, record, self)
    }

    // Another day is another answer; a slip is crossed out, and it is answered again.
    fn correct(_: EntryId) -> Option<Press> {
        None
    }

    fn named(&self, _: &Words, _: &Record) -> String {
        self.title.clone()
    }
}
