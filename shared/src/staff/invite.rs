//! Inviting a patient: the code is handed over, and what they share is theirs
//! to say.

use crux_core::Command;
use crux_core::render::render;
use record::api::{InvitationMade, InvitationRole, NewInvitation, paths};
use record::{Scope, Scopes};

use super::{Intent, Screen, Signal};
use crate::account::{Called, call};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::run;
use crate::effects::network::Method;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Field, Notice, NoticeTone, Page, Question, TextPurpose};
use crate::sharing;
use crate::words::say;

const FORM: &str = "staff.invite";

/// What a team can ask a person to share.
const ASKED: [Scope; 5] =
    [Scope::About, Scope::Health, Scope::Medicines, Scope::Diary, Scope::Messages];

/// What was asked for.
#[derive(Debug)]
pub struct Asked {
    name: String,
    scopes: Scopes,
}

/// Fills in what is asked of most people.
pub(super) fn entered(cx: &mut Cx<'_>) {
    if cx.open.forms.opens(FORM, Vec::new()) {
        let scopes = Scopes::of(&[Scope::About, Scope::Health, Scope::Messages]);
        cx.open.forms.choose_all(FORM, "scopes", sharing::values(scopes));
    }
}

/// The form.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    Page {
        name: "staff.invite".into(),
        title: say!(words, "staff-invite"),
        blocks: vec![
            Block::paragraph(say!(words, "staff-invite-text")),
            Block::form(
                FORM,
                vec![
                    Field::text_for(
                        Question::new("name", say!(words, "sharing-name-q")),
                        TextPurpose::Name,
                    ),
                    sharing::question(
                        words,
                        Question::new("scopes", say!(words, "staff-invite-scopes"))
                            .hint(say!(words, "staff-invite-scopes-hint")),
                        Scopes::of(&ASKED),
                    ),
                ],
                vec![Button::primary(
                    say!(words, "sharing-invite-make"),
                    Press::Staff(Intent::Invite),
                )],
            ),
        ],
        ..Page::default()
    }
}

/// The form is complete: asks the server for a code.
pub(super) fn ask(cx: &mut Cx<'_>) -> Cmd {
    let draft = cx.open.forms.get(FORM);
    let asked = Asked {
        name: draft.text("name").to_owned(),
        scopes: sharing::chosen(draft.choices("scopes")).and(Scopes::of(&ASKED)),
    };
    let mut errors = Vec::new();
    match asked.name.chars().count() {
        0 => errors.push(("name", say!(cx.words, "sharing-name-empty"))),
        1..=80 => {}
        _ => errors.push(("name", say!(cx.words, "sharing-name-long"))),
    }
    if asked.scopes.is_empty() {
        errors.push(("scopes", say!(cx.words, "staff-invite-none")));
    }
    if !errors.is_empty() {
        cx.open.forms.refuse(FORM, errors);
        return Command::done();
    }
    let body = NewInvitation {
        role: InvitationRole::Patient,
        record: None,
        name: asked.name.clone(),
        relation: String::new(),
        scopes: asked.scopes,
    };
    let session = cx.open.session.clone();
    cx.open.staff.busy = true;
    run(move |ctx| async move {
        let called = call(&ctx, session, false, Method::Post, paths::INVITATIONS, &body).await;
        ctx.send_event(AppSignal::Staff(Signal::Invited(asked, called)));
    })
}

/// The server has answered.
pub(super) fn invited(asked: Asked, called: Called<InvitationMade>, cx: &mut Cx<'_>) -> Cmd {
    if !cx.open.staff.active {
        return Command::done();
    }
    cx.open.staff.busy = false;
    match called {
        Called::Done(made) => {
            cx.open.forms.forget(FORM);
            cx.open.staff.made = Some(sharing::Made {
                name: asked.name,
                scopes: asked.scopes,
                code: made.code.to_string(),
                expires: made.expires,
            });
            cx.open.back();
            cx.open.go(Place::Staff(Screen::Code));
        }
        called => match sharing::refusal(cx.words, &called) {
            (Some(field), sentence) => cx.open.forms.refuse(FORM, vec![(field, sentence)]),
            (None, sentence) => {
                cx.open.notice = Some(Notice::new(NoticeTone::Problem, sentence));
            }
        },
    }
    render()
}

/// The code to hand over.
pub(super) fn code_page(view: View<'_>) -> Page {
    let words = view.words;
    let Some(made) = &view.open.staff.made else {
        return Page { name: "staff.code".into(), ..page(view) };
    };
    let mut page = sharing::handing_over(made, view);
    page.name = "staff.code".into();
    page.blocks.push(Block::paragraph(say!(
        words,
        "staff-code-asks",
        parts = sharing::scope_names(words, made.scopes)
    )));
    page.blocks.push(Block::buttons(vec![Button::primary(
        say!(words, "sharing-code-done"),
        Press::Tab(Place::Staff(Screen::Caseload)),
    )]));
    page
}
