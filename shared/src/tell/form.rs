//! Choosing whom to tell of what.

use record::kinds::{Medicine, Ref, Reminder, Tell, TellOf};
use record::{Member, OpId};

use super::{Intent, list};
use crate::app::Cmd;
use crate::entry::gone;
use crate::holding::{Holding, RecordSide};
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Choice, ChoiceField, Field, Page, Question};
use crate::sharing;
use crate::words::say;

const FORM: &str = "tell.new";

/// After how many minutes, as choices.
const AFTER: [u64; 4] = [30, 60, 120, 240];

fn choice(value: String, label: String) -> Choice {
    Choice { value, label, hint: None, icon: None, chosen: false }
}

/// What can be told of, each with the value of its choice.
fn offered(holding: &Holding) -> Vec<(String, TellOf, Option<OpId>)> {
    let value = |letter: &str, id: OpId| format!("{letter}.{}.{}", id.writer.0, id.counter);
    let mut all = Vec::new();
    for entry in holding.record.current::<Reminder>() {
        if entry.value.put_away != Some(true) {
            let id = entry.id.created_by();
            all.push((value("r", id), TellOf::Reminder, Some(id)));
        }
    }
    for entry in holding.record.current::<Medicine>() {
        if entry.value.rule.is_some() && entry.value.stopped.is_none() {
            let id = entry.id.created_by();
            all.push((value("m", id), TellOf::Medicine, Some(id)));
        }
    }
    all.push(("b".to_owned(), TellOf::BadDay, None));
    all
}

fn of(of: TellOf, which: Option<OpId>, member: Member) -> Tell {
    Tell { member, of, which: which.map(Ref), after: None }
}

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let own = view.open.holding().filter(|holding| holding.about.side == RecordSide::Person);
    let Some(holding) = own else { return gone(view) };
    let question = |id, label| Question::new(id, label);
    let whats = offered(holding)
        .into_iter()
        .map(|(value, kind, which)| {
            choice(value, list::what(&of(kind, which, Member::PERSON), holding, words))
        })
        .collect();
    let people = sharing::carers(holding, view.now.ms.div_euclid(1000))
        .into_iter()
        .map(|(member, name)| choice(member.0.to_string(), name))
        .collect();
    let after = AFTER
        .iter()
        .map(|minutes| Choice {
            chosen: *minutes == super::due::AFTER,
            ..choice(
                minutes.to_string(),
                say!(words, "tell-when", minutes = i64::try_from(*minutes).unwrap_or(0)),
            )
        })
        .collect();
    let field = |question, choices| Field::Choice(ChoiceField { question, choices });
    let fields = vec![
        field(question("what", say!(words, "tell-what")), whats),
        field(question("who", say!(words, "tell-who")), people),
        field(
            question("after", say!(words, "tell-after")).hint(say!(words, "tell-after-hint")),
            after,
        ),
    ];
    let save = Button::primary(say!(words, "save"), Press::Tell(Intent::Save));
    Page {
        name: "tell.new".into(),
        title: say!(words, "tell-new"),
        blocks: vec![
            Block::paragraph(say!(words, "tell-consent")),
            Block::form(FORM, fields, vec![save]),
        ],
        ..Page::default()
    }
}

/// Keeps what the form says; the same again only says when anew.
pub(super) fn save(cx: &mut Cx<'_>) -> Cmd {
    let own = cx.open.holding().filter(|holding| holding.about.side == RecordSide::Person);
    let Some(holding) = own else { return Cmd::done() };
    let draft = cx.open.forms.get(FORM);
    let mut errors = Vec::new();
    let what = offered(holding).into_iter().find(|(value, ..)| draft.choice("what") == Some(value));
    if what.is_none() {
        errors.push(("what", say!(cx.words, "tell-what-none")));
    }
    let who = sharing::carers(holding, cx.now.ms.div_euclid(1000))
        .into_iter()
        .find(|(member, _)| draft.choice("who") == Some(&member.0.to_string()));
    if who.is_none() {
        errors.push(("who", say!(cx.words, "tell-who-none")));
    }
    let (Some((_, kind, which)), Some((member, _))) = (what, who) else {
        cx.open.forms.refuse(FORM, errors);
        return Cmd::done();
    };
    let after = draft.choice("after").and_then(|minutes| minutes.parse().ok());
    let tell = Tell { after: after.filter(|_| kind != TellOf::BadDay), ..of(kind, which, member) };
    let same = |known: &Tell| Tell { after: tell.after, ..known.clone() } == tell;
    let before = holding.record.current::<Tell>().find(|entry| same(&entry.value));
    let mut act = Act::new(holding, cx.now);
    act.set(before.as_ref(), &tell);
    act.finish_form(FORM);
    let notice = saving::notice(cx.open, cx.words, holding);
    act.save(cx, Go::Back, Some(notice))
}
