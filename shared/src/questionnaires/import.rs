//! Bringing a questionnaire in from a file, and putting it away.

use record::kinds::Questionnaire;
use record::{EntryId, Scope};

use super::definition::Definition;
use super::{Intent, known, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, FileField, Page, Question};
use crate::words::say;

const FORM: &str = "questionnaires.bring-in";

/// The largest file: all of it is kept as one entry.
const MOST_BYTES: u64 = 100 * 1024;

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let may = view.open.holding().filter(|holding| holding.may_write(Scope::Health));
    if may.is_none() {
        return gone(view);
    }
    let field = Field::File(FileField {
        question: Question::new("file", say!(words, "questions-file"))
            .hint(say!(words, "questions-file-hint")),
        value: None,
        accept: vec![".json".into(), "application/json".into()],
        max_bytes: MOST_BYTES,
    });
    let read = Press::Questionnaires(Intent::BringIn);
    Page {
        name: "questionnaires.bring-in".into(),
        title: say!(words, "questions-bring-in"),
        caption: view.owner(),
        blocks: vec![
            Block::lede(say!(words, "questions-bring-in-text")),
            Block::form(FORM, vec![field], vec![Button::primary(say!(words, "save"), read)]),
        ],
        ..Page::default()
    }
}

/// Reads the file that was picked, and keeps the questionnaire.
pub(super) fn read(cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Health));
    let Some(holding) = may else { return nothing() };
    let draft = cx.open.forms.get(FORM);
    let source = match draft.file() {
        None => Err(say!(words, "questions-no-file")),
        Some(file) => match &file.content {
            Some(content) if file.size <= MOST_BYTES => Ok(content.clone()),
            _ => Err(say!(words, "questions-too-large", most = 100_i64)),
        },
    };
    let read = source.and_then(|source| {
        let definition = Definition::read(&source).map_err(|broken| broken.text(words))?;
        if known::find(holding, &definition.url).is_some() {
            return Err(say!(words, "questions-known", title = definition.title.as_str()));
        }
        // It was read, so it is text.
        Ok(String::from_utf8_lossy(&source).into_owned())
    });
    match read {
        Ok(source) => {
            let mut act = Act::new(holding, cx.now);
            let now = act.happened_now();
            act.create(&Questionnaire { source, put_away: None }, now);
            act.finish_form(FORM);
            let notice = saving::notice(cx.open, words, holding);
            act.save(cx, Go::Back, Some(notice))
        }
        Err(sentence) => {
            cx.open.forms.refuse(FORM, vec![("file", sentence)]);
            nothing()
        }
    }
}

/// One that was brought in is no longer offered; what was answered to it stays.
pub(super) fn put_away(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Health));
    let Some(holding) = may else { return nothing() };
    let Some(entry) = holding.record.get::<Questionnaire>(id) else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    let away = Questionnaire { put_away: Some(true), ..entry.value.clone() };
    act.change(entry.sight(), &entry.value, &away, now);
    let notice = saving::notice(cx.open, cx.words, holding);
    act.save(cx, Go::Stay, Some(notice))
}
