//! Opening one person's record, and closing it. It is in memory only, and the
//! person sees who opened it, when and why.

use crux_core::Command;
use crux_core::render::render;
use record::RecordId;
use record::api::{Enrolled, OpenRecord, Opened, RecordOnly, paths};

use super::{Intent, Screen, Signal, caseload};
use crate::account::{self, Called, call};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::run;
use crate::effects::network::Method;
use crate::forms::Forms;
use crate::holding::{About, Holding};
use crate::model::{Cx, Open as App, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, Choice, ChoiceField, Field, Notice, NoticeTone, Page, Question,
};
use crate::sync;
use crate::words::{Words, say};

/// The form that asks why.
pub(super) const FORM: &str = "staff.reason";
/// The most characters of a reason.
const MAX_REASON: usize = 200;
/// Numbers of records that are held in memory begin here.
const FIRST: u32 = 1 << 20;

/// The reasons to choose from; the last is in their own words.
const REASONS: [(&str, &str); 4] = [
    ("message", "staff-why-message"),
    ("review", "staff-why-review"),
    ("asked", "staff-why-asked"),
    ("other", "staff-why-other"),
];

/// The record that is open.
pub(super) struct Open {
    index: u32,
    record: RecordId,
    /// Since when, milliseconds since 1970.
    pub(super) since: i64,
    /// Until when the server lets it be read, seconds since 1970.
    pub(super) until: i64,
}

/// What came of asking to open a record.
#[derive(Debug)]
pub struct Opening {
    opened: Called<Opened>,
    enrolled: Option<Called<Enrolled>>,
}

/// Whether this record is the one that is open.
pub(super) fn is_open(open: &App, record: RecordId) -> bool {
    open.staff.opened.as_ref().is_some_and(|opened| opened.record == record)
}

/// Whose record is open.
pub(super) fn name(open: &App) -> Option<String> {
    let opened = open.staff.opened.as_ref()?;
    let holding = open.holdings.iter().find(|held| held.index == opened.index)?;
    Some(holding.about.name.clone())
}

/// How many entries written by this member of staff have not been sent.
pub(super) fn unsent(open: &App) -> u32 {
    open.holdings.iter().map(Holding::unsent).sum()
}

fn name_of(open: &App, record: RecordId) -> String {
    open.staff
        .list
        .iter()
        .flat_map(|list| &list.people)
        .find(|person| person.record == record)
        .map_or_else(String::new, |person| person.name.clone())
}

/// Asks why.
pub(super) fn ask_page(record: RecordId, view: View<'_>) -> Page {
    let words = view.words;
    let name = name_of(view.open, record);
    let choices = REASONS
        .into_iter()
        .map(|(value, id)| Choice {
            value: value.into(),
            label: words.get(id),
            hint: None,
            icon: None,
            chosen: false,
        })
        .collect();
    let mut blocks = vec![Block::inset(say!(words, "staff-ask-text", name = name.as_str()))];
    if let Some(other) = self::name(view.open).filter(|_| !is_open(view.open, record)) {
        blocks.push(Block::small(say!(words, "staff-ask-closes", name = other)));
    }
    blocks.push(Block::form(
        FORM,
        vec![
            Field::Choice(ChoiceField {
                question: Question::new("why", say!(words, "staff-ask-why")),
                choices,
            }),
            Field::text(
                Question::new("words", say!(words, "staff-ask-words"))
                    .hint(say!(words, "staff-ask-words-hint", name = name.as_str()))
                    .optional(),
            ),
        ],
        vec![Button::primary(say!(words, "staff-ask-open"), Press::Staff(Intent::Open(record)))],
    ));
    Page {
        name: "staff.ask".into(),
        title: say!(words, "staff-ask-title", name = name),
        blocks,
        ..Page::default()
    }
}

/// The reason as the person will read it.
fn reason(cx: &mut Cx<'_>) -> Option<String> {
    let draft = cx.open.forms.get(FORM);
    let own = draft.text("words").to_owned();
    let mut errors = Vec::new();
    let chosen = REASONS.into_iter().find(|(value, _)| draft.choice("why") == Some(value));
    let reason = match chosen {
        None => {
            errors.push(("why", say!(cx.words, "staff-why-empty")));
            String::new()
        }
        Some(("other", _)) if own.is_empty() => {
            errors.push(("words", say!(cx.words, "staff-why-words")));
            String::new()
        }
        Some(("other", _)) => own,
        Some((_, id)) if own.is_empty() => cx.words.get(id),
        Some((_, id)) => format!("{}: {own}", cx.words.get(id)),
    };
    if reason.chars().count() > MAX_REASON {
        errors.push(("words", say!(cx.words, "staff-why-long")));
    }
    if errors.is_empty() {
        return Some(reason);
    }
    cx.open.forms.refuse(FORM, errors);
    None
}

/// Asks the server to open it; it writes the look before it answers.
pub(super) fn ask(record: RecordId, cx: &mut Cx<'_>) -> Cmd {
    if !is_open(cx.open, record) && unsent(cx.open) > 0 {
        cx.open.go(Place::Staff(Screen::Unsent));
        return Command::done();
    }
    let Some(reason) = reason(cx) else { return Command::done() };
    let session = cx.open.session.clone();
    cx.open.staff.busy = true;
    run(move |ctx| async move {
        let body = OpenRecord { record, reason };
        let opened =
            call::<Opened>(&ctx, session.clone(), false, Method::Post, paths::OPEN, &body).await;
        let enrolled = if matches!(opened, Called::Done(_)) {
            let body = RecordOnly { record };
            Some(call(&ctx, session, false, Method::Post, paths::ENROL, &body).await)
        } else {
            None
        };
        ctx.send_event(AppSignal::Staff(Signal::Opened(Box::new(Opening { opened, enrolled }))));
    })
}

fn refusal<T>(words: &Words, called: &Called<T>) -> String {
    match called {
        Called::Refused(problem) => problem.message.clone(),
        Called::SignedOut => say!(words, "staff-ended"),
        Called::Unreachable | Called::Done(_) => say!(words, "staff-unreachable"),
    }
}

/// It is open, or not.
pub(super) fn opened(opening: Opening, cx: &mut Cx<'_>) -> Cmd {
    if !cx.open.staff.active {
        return Command::done();
    }
    cx.open.staff.busy = false;
    let (opened, enrolled) = match (opening.opened, opening.enrolled) {
        (Called::Done(opened), Some(Called::Done(enrolled))) => (opened, enrolled),
        (Called::Done(_), Some(called)) => return refuse(refusal(cx.words, &called), cx),
        (called, _) => return refuse(refusal(cx.words, &called), cx),
    };
    let card = ::record::api::RecordCard { writer: Some(enrolled.writer), ..opened.record };
    let about = account::about(&card, &About::default());
    let again = is_open(cx.open, card.record);
    let index = match &cx.open.staff.opened {
        // Opened once more: what is there stays, and so does what waits in it.
        Some(open) if again => open.index,
        Some(open) => open.index + 1,
        None => FIRST,
    };
    if again {
        if let Some(holding) = cx.open.holding_by_index(index) {
            holding.about = about;
        }
    } else {
        cx.open.holdings.clear();
        // What was typed about one person never shows with another.
        cx.open.forms = Forms::default();
        let mut holding = Holding::new(index, about);
        holding.kept = false;
        cx.open.holdings.push(holding);
        cx.open.active = 0;
        cx.open.sync.last = None;
    }
    cx.open.forms.forget(FORM);
    cx.open.staff.opened =
        Some(Open { index, record: card.record, since: cx.now.ms, until: opened.until });
    cx.open.restart(Place::Staff(Screen::Caseload));
    cx.open.go(Place::Staff(Screen::Person));
    sync::fetch(cx, index).and(render())
}

fn refuse(sentence: String, cx: &mut Cx<'_>) -> Cmd {
    cx.open.notice = Some(Notice::new(NoticeTone::Problem, sentence));
    render()
}

/// Closes it, where nothing is lost by it.
pub(super) fn close(cx: &mut Cx<'_>) -> Cmd {
    if unsent(cx.open) > 0 {
        cx.open.go(Place::Staff(Screen::Unsent));
        return Command::done();
    }
    drop(cx)
}

/// Closes it.
pub(super) fn drop(cx: &mut Cx<'_>) -> Cmd {
    let name = name(cx.open).unwrap_or_default();
    cx.open.holdings.clear();
    cx.open.active = 0;
    cx.open.forms = Forms::default();
    cx.open.staff.opened = None;
    cx.open.sync.problem = None;
    cx.open.restart(Place::Staff(Screen::Caseload));
    cx.open.notice =
        Some(Notice::new(NoticeTone::Info, say!(cx.words, "staff-closed", name = name)));
    caseload::refresh(cx).and(render())
}

/// Closes it when its time is over, unless something in it has not been sent.
pub(super) fn expire(cx: &mut Cx<'_>) -> Cmd {
    let now = cx.now.ms.div_euclid(1000);
    let over = cx.open.staff.opened.as_ref().is_some_and(|opened| opened.until <= now);
    if !over || unsent(cx.open) > 0 {
        return Command::done();
    }
    let name = name(cx.open).unwrap_or_default();
    let closing = drop(cx);
    cx.open.notice =
        Some(Notice::new(NoticeTone::Info, say!(cx.words, "staff-time-over", name = name)));
    closing
}

/// Something written in it has not been sent.
pub(super) fn unsent_page(view: View<'_>) -> Page {
    let words = view.words;
    let count = i64::from(unsent(view.open));
    let name = name(view.open).unwrap_or_default();
    let mut buttons = Vec::new();
    let text = if count == 0 {
        buttons.push(Button::primary(
            say!(words, "staff-close", name = name.as_str()),
            Press::Staff(Intent::Close),
        ));
        say!(words, "staff-unsent-none")
    } else {
        buttons.push(Button::primary(
            say!(words, "settings-send-now"),
            Press::Sync(sync::Intent::Now),
        ));
        buttons.push(Button::warning(
            say!(words, "staff-close-lose", count = count),
            Press::Staff(Intent::CloseAndLose),
        ));
        say!(words, "staff-unsent", count = count)
    };
    buttons.push(Button::quiet(say!(words, "cancel"), Press::Back));
    Page {
        name: "staff.unsent".into(),
        title: say!(words, "staff-unsent-title", name = name),
        blocks: vec![Block::paragraph(text), Block::buttons(buttons)],
        ..Page::default()
    }
}
