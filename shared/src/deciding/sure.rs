//! How sure the person is: four questions of this app's own, each yes or no. They
//! are no score, and nothing is said of what the answers mean.

use record::EntryId;
use record::kinds::{Decision, DecisionStep, StepOf};

use super::decide::{blank, keep};
use super::whole::ref_to;
use super::{Intent, form, may_decide, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{Typed, ask, choice, one_of};
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::screen::{Block, Button, Page};
use crate::words::say;

/// The questions.
pub(super) const QUESTIONS: [&str; 4] = [
    "deciding-sure-understand",
    "deciding-sure-matters",
    "deciding-sure-support",
    "deciding-sure-ready",
];

const FIELDS: [&str; 4] = ["understand", "matters", "support", "ready"];

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let may = view.open.holding().filter(|holding| may_decide(holding));
    let Some(holding) = may.filter(|holding| holding.record.get::<Decision>(id).is_some()) else {
        return gone(view);
    };
    let yes_no =
        || vec![choice("1", say!(words, "deciding-yes")), choice("2", say!(words, "deciding-no"))];
    let fields = FIELDS
        .into_iter()
        .zip(QUESTIONS)
        .map(|(field, label)| one_of(ask(words, field, label, ""), yes_no(), false))
        .collect();
    let save = Button::primary(say!(words, "save"), Press::Deciding(Intent::SaveSure(id)));
    Page {
        name: "decisions.sure".into(),
        title: say!(words, "deciding-sure"),
        caption: view.owner(),
        blocks: vec![
            Block::paragraph(say!(words, "deciding-sure-text")),
            Block::form(form("sure", holding, Some(id)), fields, vec![save]),
        ],
        ..Page::default()
    }
}

/// Keeps the answers.
pub(super) fn save(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| may_decide(holding));
    let Some(holding) = may.filter(|holding| holding.record.get::<Decision>(id).is_some()) else {
        return nothing();
    };
    let name = form("sure", holding, Some(id));
    let draft = cx.open.forms.get(&name);
    let mut typed = Typed::new(words, &draft);
    let mut answers = Vec::new();
    for field in FIELDS {
        match draft.choice(field).and_then(|answer| answer.parse().ok()) {
            Some(answer) => answers.push(answer),
            None => typed.wrong(field, say!(words, "deciding-sure-none")),
        }
    }
    let decision = ref_to(holding, id);
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let step = DecisionStep { answers, ..blank(decision, StepOf::Sure) };
    keep(&step, Some(&name), cx)
}
