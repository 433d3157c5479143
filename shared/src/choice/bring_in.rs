//! Bringing in a list of providers, as the referrer or a website gives it: a table
//! with a column of names, and what else it has under names that are known.

use record::kinds::{Ref, Referral, ReferralPart, ReferralPartOf};
use record::state::Entry;
use record::{EntryId, Scope};

use super::choose::providers;
use super::{Intent, form, nothing};
use crate::app::Cmd;
use crate::bring_in::parse::rows::Rows;
use crate::bring_in::parse::table::plain;
use crate::bring_in::parse::text;
use crate::entry::gone;
use crate::forms::fields::MAX_WORDS;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::{Act, Go};
use crate::screen::{Block, Button, Field, FileField, Notice, NoticeTone, Page, Question};
use crate::words::{Words, say};

/// The largest file.
const MOST_BYTES: u64 = 100 * 1024;
/// The most providers of a file.
const MOST: usize = 50;

/// The columns, each with what is part of its name, without spaces: the
/// name, how far, how long, what others say.
const COLUMNS: [&[&str]; 4] = [
    &["provider", "name", "hospital", "clinic", "organisation"],
    &["distance", "miles", "howfar", "km"],
    &["wait", "weeks", "howlong", "averagewait"],
    &["rating", "review", "score", "others", "feedback"],
];

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let may = view.open.holding().filter(|holding| holding.may_write(Scope::Decisions));
    let Some(holding) = may.filter(|holding| holding.record.get::<Referral>(id).is_some()) else {
        return gone(view);
    };
    let field = Field::File(FileField {
        question: Question::new("file", say!(words, "choice-file"))
            .hint(say!(words, "choice-file-hint")),
        value: None,
        accept: vec![".csv".into(), "text/csv".into()],
        max_bytes: MOST_BYTES,
    });
    let source = Field::text(Question::new("source", say!(words, "choice-file-source")));
    let read = Button::primary(say!(words, "save"), Press::Choosing(Intent::BringIn(id)));
    let name = form("list", holding, Some(id));
    Page {
        name: "choice.bring-in".into(),
        title: say!(words, "choice-bring-in"),
        caption: view.owner(),
        blocks: vec![Block::form(name, vec![field, source], vec![read])],
        ..Page::default()
    }
}

/// A provider of a file: its name, and the rest.
type Found = [Option<String>; 4];

/// The providers of a file.
fn find(words: &Words, content: &[u8]) -> Result<Vec<Found>, String> {
    let no_names = || say!(words, "choice-file-no-names");
    let text = text::words_of(content).map_err(|_| no_names())?;
    let first = text.lines().next().unwrap_or_default();
    let separator = [',', ';', '\t'].into_iter().max_by_key(|mark| first.matches(*mark).count());
    let mut rows = Rows::of(&text, separator.unwrap_or(','), true).filter_map(|row| row.cells);
    let heads: Vec<String> = rows.next().unwrap_or_default().iter().map(|it| plain(it)).collect();
    let at = COLUMNS
        .map(|known| heads.iter().position(|head| known.iter().any(|name| head.contains(name))));
    if at[0].is_none() {
        return Err(no_names());
    }
    let mut found = Vec::new();
    for cells in rows {
        let provider: Found = at.map(|at| {
            let cell = cells.get(at?)?.trim();
            (!cell.is_empty()).then(|| cell.chars().take(MAX_WORDS).collect())
        });
        if provider[0].is_some() {
            found.push(provider);
        }
    }
    match found.len() {
        0 => Err(say!(words, "choice-file-empty")),
        count if count > MOST => Err(say!(words, "choice-file-many", most = MOST)),
        _ => Ok(found),
    }
}

/// Reads the file that was picked, and keeps its providers; one that is there
/// already is not kept twice, and says what the list says now.
pub(super) fn read(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Decisions));
    let Some(holding) = may.filter(|holding| holding.record.get::<Referral>(id).is_some()) else {
        return nothing();
    };
    let name = form("list", holding, Some(id));
    let draft = cx.open.forms.get(&name);
    let mut errors = Vec::new();
    let found = match draft.file() {
        None => Err(say!(words, "choice-file-none")),
        Some(file) => match &file.content {
            Some(content) if file.size <= MOST_BYTES => find(words, content),
            _ => Err(say!(words, "questions-too-large", most = 100_i64)),
        },
    };
    let source = draft.text("source").to_owned();
    if source.is_empty() {
        errors.push(("source", say!(words, "choice-file-source-none")));
    } else if source.chars().count() > MAX_WORDS {
        errors.push(("source", say!(words, "too-long", most = MAX_WORDS)));
    }
    let found = match found {
        Ok(found) if errors.is_empty() => found,
        found => {
            errors.extend(found.err().map(|sentence| ("file", sentence)));
            cx.open.forms.refuse(&name, errors);
            return nothing();
        }
    };
    let mut known = providers(holding, id);
    let mut act = Act::new(holding, cx.now);
    let referral = Ref(holding.record.own(id).created_by());
    let mut new = 0_usize;
    for [text, distance, wait, others] in found {
        // Each is one of those that are there, also where two have the same name.
        if let Some(at) = known.iter().position(|entry| entry.value.text == text) {
            bring_up_to_date(&mut act, &known.remove(at), ([distance, wait, others], &source));
            continue;
        }
        let part = ReferralPart {
            referral,
            of: ReferralPartOf::Provider,
            text,
            distance,
            wait,
            others,
            source: Some(source.clone()),
            from: None,
            until: None,
        };
        let now = act.happened_now();
        act.create(&part, now);
        new += 1;
    }
    let changed = act.len() - new;
    act.finish_form(&name);
    let said = match (new, changed) {
        (_, 0) => say!(words, "choice-file-added", count = new),
        (0, _) => say!(words, "choice-file-changed", count = changed),
        _ => {
            let added = say!(words, "choice-file-added", count = new);
            let changed = say!(words, "choice-file-changed", count = changed);
            [added, changed].join(words.between(", "))
        }
    };
    act.save(cx, Go::Back, Some(Notice::new(NoticeTone::Success, said)))
}

/// What a list says of a provider that is there; what it leaves out stays, and so does
/// all of it where it says the same.
fn bring_up_to_date(
    act: &mut Act,
    before: &Entry<ReferralPart>,
    ([distance, wait, others], source): ([Option<String>; 3], &str),
) {
    let old = &before.value;
    let new = ReferralPart {
        distance: distance.or_else(|| old.distance.clone()),
        wait: wait.or_else(|| old.wait.clone()),
        others: others.or_else(|| old.others.clone()),
        ..old.clone()
    };
    if new != *old {
        let new = ReferralPart { source: Some(source.to_owned()), ..new };
        act.set(Some(before), &new);
    }
}
