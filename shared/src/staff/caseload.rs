//! The caseload: who needs the team, and why.

use crux_core::Command;
use crux_core::render::render;
use record::api::{Attention, Caseload, CaseloadPerson, paths};

use super::{Intent, Screen, Signal, record as open_record};
use crate::account::{Called, call};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::run;
use crate::effects::network::Method;
use crate::letters;
use crate::messages::moment;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, Cell, Column, Field, Icon, Page, Question, Row, Table, Tag, Tone,
};
use crate::when;
use crate::words::{Words, say};

/// The form that finds a person.
const FIND: &str = "staff.find";
/// The most rows of one table.
const ROWS: usize = 100;

/// Fetches it, unless that is under way.
pub(super) fn refresh(cx: &mut Cx<'_>) -> Cmd {
    let ended = cx.open.session.as_ref().is_none_or(|session| session.ended);
    if cx.open.staff.fetching || !cx.open.staff.active || ended {
        return Command::done();
    }
    cx.open.staff.fetching = true;
    let session = cx.open.session.clone();
    run(move |ctx| async move {
        let called = call::<Caseload>(&ctx, session, false, Method::Get, paths::CASELOAD, &());
        let called = called.await;
        ctx.send_event(AppSignal::Staff(Signal::Caseload(called)));
    })
}

/// It came, or not; what was there before stays, with the time it is from.
pub(super) fn came(called: Called<Caseload>, cx: &mut Cx<'_>) -> Cmd {
    if !cx.open.staff.active {
        return Command::done();
    }
    cx.open.staff.fetching = false;
    match called {
        Called::Done(caseload) => {
            cx.open.staff.list = Some(caseload);
            cx.open.staff.trouble = None;
        }
        Called::Refused(problem) => cx.open.staff.trouble = Some(problem.message),
        Called::Unreachable => {
            cx.open.staff.trouble = Some(say!(cx.words, "staff-unreachable"));
        }
        Called::SignedOut => cx.open.staff.trouble = Some(say!(cx.words, "staff-ended")),
    }
    render()
}

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let state = &view.open.staff;
    let session = view.open.session.as_ref();
    let team = session
        .and_then(|session| session.account.team.as_ref())
        .map_or_else(String::new, |team| team.name.clone());
    let mut page = Page {
        name: "staff".into(),
        title: say!(words, "staff-title"),
        busy: state.fetching && state.list.is_none(),
        ..Page::default()
    };
    if let Some(trouble) = &state.trouble {
        page.blocks.push(Block::inset(trouble.clone()));
        let again = if session.is_some_and(|session| !session.ended) {
            Button::secondary(say!(words, "staff-again"), Press::Staff(Intent::Refresh))
        } else {
            Button::primary(
                say!(words, "messages-sign-in"),
                Place::Welcome(crate::welcome::Screen::SignIn),
            )
        };
        page.blocks.push(Block::buttons(vec![again]));
    }
    let Some(list) = &state.list else {
        if state.trouble.is_none() {
            page.blocks.push(Block::paragraph(say!(words, "staff-fetching")));
        }
        return page;
    };
    let needing = list.people.iter().filter(|person| !person.attention.is_empty()).count();
    page.caption = Some(say!(
        words,
        "staff-caption",
        team = team,
        people = list.people.len(),
        needing = needing
    ));
    page.blocks.extend(people(list, view));
    page
}

fn people(list: &Caseload, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let invite = Button::secondary(say!(words, "staff-invite"), Place::Staff(Screen::Invite));
    let invite = invite.icon(Icon::Plus);
    if list.people.is_empty() {
        return vec![Block::empty(
            Icon::People,
            say!(words, "staff-nobody-title"),
            say!(words, "staff-nobody"),
            Some(invite),
        )];
    }
    let draft = view.open.forms.get(FIND);
    let wanted = letters::small(draft.text("name"));
    let found: Vec<&CaseloadPerson> = list
        .people
        .iter()
        .filter(|person| letters::small(&person.name).contains(&wanted))
        .collect();
    let mut blocks = vec![Block::form(
        FIND,
        vec![Field::text(Question::new("name", say!(words, "staff-find")))],
        Vec::new(),
    )];
    if found.is_empty() {
        blocks.push(Block::paragraph(say!(words, "staff-none-found", name = draft.text("name"))));
    } else {
        blocks.push(Block::Table(Table {
            caption: say!(words, "staff-table", time = moment(list.at, view)),
            columns: ["staff-person", "staff-what", "staff-waiting", "staff-next"]
                .into_iter()
                .map(|id| Column { title: words.get(id), numeric: false })
                .collect(),
            rows: found.iter().take(ROWS).map(|person| row(person, view)).collect(),
            more: None,
        }));
        let red = |person: &&CaseloadPerson| {
            person.attention.iter().any(|why| matches!(why, Attention::RedReading { .. }))
        };
        if found.iter().any(red) {
            blocks.push(Block::small(say!(words, "staff-red-note")));
        }
        if found.len() > ROWS {
            let more = found.len() - ROWS;
            blocks.push(Block::paragraph(say!(words, "staff-many", count = more)));
        }
    }
    blocks.push(Block::buttons(vec![
        invite,
        Button::quiet(say!(words, "staff-refresh"), Press::Staff(Intent::Refresh)),
    ]));
    blocks
}

/// A reason besides a message that waits.
fn reason(words: &Words, why: &Attention, view: View<'_>) -> Option<String> {
    match why {
        Attention::RedReading { taken } => {
            Some(say!(words, "staff-red", when = moment(*taken, view)))
        }
        Attention::ReviewDue { due } => {
            let day = when::dated(words, *due);
            Some(if *due < view.today() {
                say!(words, "staff-review-overdue", day = day)
            } else {
                say!(words, "staff-review-due", day = day)
            })
        }
        Attention::UnansweredMessage { .. } | Attention::Other => None,
    }
}

fn row(person: &CaseloadPerson, view: View<'_>) -> Row {
    let words = view.words;
    let now = view.now.ms.div_euclid(1000);
    let mut what = Cell::default();
    let mut next = Cell::default();
    let unanswered = person.attention.iter().find_map(|attention| match attention {
        Attention::UnansweredMessage { reply_by, .. } => Some(*reply_by),
        _ => None,
    });
    let mut reasons = person.attention.iter().filter_map(|why| reason(words, why, view));
    if let Some(reply_by) = unanswered {
        let late = reply_by < now;
        what.tag = Some(if late {
            Tag::new(say!(words, "staff-late"), Tone::Red)
        } else {
            Tag::new(say!(words, "staff-unanswered"), Tone::Amber)
        });
        let by = moment(reply_by, view);
        next.text = if late {
            say!(words, "staff-was-due", by = by)
        } else {
            say!(words, "staff-reply-by", by = by)
        };
        next.strong = true;
        let reasons: Vec<String> = reasons.collect();
        what.note = (!reasons.is_empty()).then(|| reasons.join(". "));
    } else if let Some(first) = reasons.next() {
        what.text = first;
        what.note = reasons.next();
    } else if person.attention.is_empty() {
        what.text = say!(words, "staff-nothing");
    } else {
        what.tag = Some(Tag::new(say!(words, "staff-newer"), Tone::Neutral));
    }
    let waiting = person.waiting_since.map_or_else(String::new, |since| {
        let minutes = now.saturating_sub(since).max(0) / 60;
        match minutes {
            0..60 => say!(words, "staff-minutes", count = minutes),
            60..2880 => say!(words, "staff-hours", count = minutes / 60),
            _ => say!(words, "staff-days", count = minutes / 1440),
        }
    });
    let mut name = Cell::new(person.name.as_str());
    name.strong = true;
    name.note = person.last_entry.map(|last| say!(words, "staff-last", when = moment(last, view)));
    let open = open_record::is_open(view.open, person.record);
    let place = if open { Screen::Person } else { Screen::Ask(person.record) };
    Row {
        cells: vec![name, what, Cell::new(waiting), next],
        action: Some(Place::Staff(place).into()),
    }
}
