//! Changing the password. The other devices have to sign in again with the new
//! one; nothing on them is lost.

use crux_core::Command;
use crux_core::render::render;
use record::api::{NewPassword, Problem, ProblemCode, Secret, paths};

use super::Signal;
use crate::account::{Called, call};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::run;
use crate::effects::network::Method;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::screen::{Block, Button, Field, Notice, NoticeTone, Page, Question, TextPurpose};
use crate::words::say;

/// The form. Never kept on the device.
const FORM: &str = "secret.password";

/// The form is complete: asks the server.
pub(super) fn change(cx: &mut Cx<'_>) -> Cmd {
    if cx.open.saving {
        return Command::done();
    }
    let draft = cx.open.forms.get(FORM);
    let (old, new) = (draft.exact("old").to_owned(), draft.exact("new").to_owned());
    let mut errors = Vec::new();
    if old.is_empty() {
        errors.push(("old", say!(cx.words, "settings-password-old-empty")));
    }
    if new.chars().count() < 10 {
        errors.push(("new", say!(cx.words, "welcome-password-short")));
    } else if new == old {
        errors.push(("new", say!(cx.words, "settings-password-same")));
    }
    if !errors.is_empty() {
        cx.open.forms.refuse(FORM, errors);
        return Command::done();
    }
    let session = cx.open.session().cloned();
    // A member of staff's session is not kept on the device.
    let keep = cx.open.durable && !cx.open.staff.is_active();
    cx.open.saving = true;
    run(move |ctx| async move {
        let body = NewPassword { old: Secret::new(old), new: Secret::new(new) };
        let called = call::<()>(&ctx, session, keep, Method::Post, paths::PASSWORD, &body).await;
        ctx.send_event(AppSignal::Settings(Signal::Password(called)));
    })
}

/// The server has answered.
pub(super) fn changed(called: Called<()>, cx: &mut Cx<'_>) -> Cmd {
    cx.open.saving = false;
    match called {
        Called::Done(()) => {
            cx.open.forms.forget(FORM);
            cx.open.back();
            cx.open.notice = Some(
                Notice::new(NoticeTone::Success, say!(cx.words, "settings-password-changed"))
                    .text(say!(cx.words, "settings-password-changed-text")),
            );
        }
        Called::Refused(problem) => refuse(problem, cx),
        Called::Unreachable => {
            cx.open.notice = Some(
                Notice::new(NoticeTone::Problem, say!(cx.words, "welcome-offline-title"))
                    .text(say!(cx.words, "settings-password-offline")),
            );
        }
        Called::SignedOut => {
            let problem = Problem::from(ProblemCode::SessionEnded);
            cx.open.notice = Some(Notice::new(NoticeTone::Problem, problem.message));
        }
    }
    crate::app::after_saving(cx).and(render())
}

fn refuse(problem: Problem, cx: &mut Cx<'_>) {
    let field = match problem.code {
        ProblemCode::PasswordWrong => "old",
        ProblemCode::PasswordWeak => "new",
        _ => {
            cx.open.notice = Some(Notice::new(NoticeTone::Problem, problem.message));
            return;
        }
    };
    cx.open.forms.refuse(FORM, vec![(field, problem.message)]);
}

/// The page.
#[must_use]
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "settings.password".into(),
        title: say!(words, "settings-password"),
        ..Page::default()
    };
    if view.open.session().is_none() {
        page.blocks.push(Block::paragraph(say!(words, "settings-no-account")));
        return page;
    }
    page.blocks = vec![
        Block::paragraph(say!(words, "settings-password-text")),
        Block::form(
            FORM,
            vec![
                Field::text_for(
                    Question::new("old", say!(words, "settings-password-old")),
                    TextPurpose::Password,
                ),
                Field::text_for(
                    Question::new("new", say!(words, "settings-password-new"))
                        .hint(say!(words, "welcome-password-hint")),
                    TextPurpose::NewPassword,
                ),
            ],
            vec![
                Button::primary(
                    say!(words, "settings-password-save"),
                    Press::Settings(super::Intent::Password),
                ),
                Button::quiet(say!(words, "cancel"), Press::Back),
            ],
        ),
    ];
    page
}
