//! Inviting a carer: the server makes the code, and the consent is written here.

use crux_core::Command;
use crux_core::render::render;
use record::api::{InvitationMade, InvitationRole, NewInvitation, ProblemCode, paths};
use record::kinds::{Card, CardOf, Share};
use record::{Scope, Scopes};

use super::{Intent, Screen, Signal, chosen, question, scope_names, scopes, values};
use crate::account::{Called, call};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::run;
use crate::effects::network::Method;
use crate::holding::RecordSide;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{Act, Go};
use crate::screen::{Block, Button, Field, Notice, NoticeTone, Page, Question, TextPurpose};
use crate::when;
use crate::words::{Words, say};

const FORM: &str = "sharing.invite";
/// The most characters of a name or a relation.
const MAX_NAME: usize = 80;

/// What was asked for.
#[derive(Debug)]
pub struct Asked {
    index: u32,
    name: String,
    relation: String,
    see: Scopes,
    add: Scopes,
}

/// An invitation to hand over.
pub struct Made {
    /// To whom.
    pub name: String,
    /// What they will see, or are asked to share.
    pub scopes: Scopes,
    /// The code, in its groups.
    pub code: String,
    /// Until when it can be used, seconds since 1970.
    pub expires: i64,
}

/// Fills in what most people choose.
pub(super) fn entered(cx: &mut Cx<'_>) {
    if cx.open.forms.opens(FORM, Vec::new()) {
        let see = Scopes::of(&[Scope::About, Scope::Health, Scope::Diary]);
        cx.open.forms.choose_all(FORM, "see", values(see));
    }
}

/// The form.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let offered =
        view.open.holding().map_or(Scopes::NONE, |holding| scopes::offered(holding, Scopes::NONE));
    let fields = vec![
        Field::text_for(Question::new("name", say!(words, "sharing-name-q")), TextPurpose::Name),
        Field::text(
            Question::new("relation", say!(words, "sharing-relation-q"))
                .hint(say!(words, "sharing-relation-hint"))
                .optional(),
        ),
        question(
            words,
            Question::new("see", say!(words, "sharing-carer-see-q"))
                .hint(say!(words, "sharing-see-hint")),
            offered,
        ),
        question(
            words,
            Question::new("add", say!(words, "sharing-carer-add-q"))
                .hint(say!(words, "sharing-carer-add-hint"))
                .optional(),
            offered,
        ),
    ];
    Page {
        name: "sharing.invite".into(),
        title: say!(words, "sharing-invite"),
        blocks: vec![
            Block::paragraph(say!(words, "sharing-invite-how")),
            Block::form(
                FORM,
                fields,
                vec![Button::primary(
                    say!(words, "sharing-invite-make"),
                    Press::Sharing(Intent::Invite),
                )],
            ),
        ],
        ..Page::default()
    }
}

/// The form is complete: asks the server for a code.
pub(super) fn ask(cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Command::done() };
    let Some(record) = holding.about.record.filter(|_| holding.about.side == RecordSide::Person)
    else {
        return Command::done();
    };
    let draft = cx.open.forms.get(FORM);
    let asked = Asked {
        index: holding.index,
        name: draft.text("name").to_owned(),
        relation: draft.text("relation").to_owned(),
        see: chosen(draft.choices("see")),
        add: chosen(draft.choices("add")),
    };
    let mut errors = Vec::new();
    match asked.name.chars().count() {
        0 => errors.push(("name", say!(cx.words, "sharing-name-empty"))),
        count if count > MAX_NAME => errors.push(("name", say!(cx.words, "sharing-name-long"))),
        _ => {}
    }
    if asked.relation.chars().count() > MAX_NAME {
        errors.push(("relation", say!(cx.words, "sharing-name-long")));
    }
    if asked.see.is_empty() {
        errors.push(("see", say!(cx.words, "sharing-see-none")));
    } else if !asked.add.without(asked.see).is_empty() {
        let parts = scope_names(cx.words, asked.add.without(asked.see));
        errors.push(("add", say!(cx.words, "sharing-add-unseen", parts = parts)));
    }
    if !errors.is_empty() {
        cx.open.forms.refuse(FORM, errors);
        return Command::done();
    }
    let body = NewInvitation {
        role: InvitationRole::Carer,
        record: Some(record),
        name: asked.name.clone(),
        relation: asked.relation.clone(),
        scopes: asked.see,
    };
    let session = cx.open.session.clone();
    cx.open.sharing.busy = true;
    run(move |ctx| async move {
        let called = call(&ctx, session, true, Method::Post, paths::INVITATIONS, &body).await;
        ctx.send_event(AppSignal::Sharing(Signal::Invited(Box::new(asked), Box::new(called))));
    })
}

/// The server has answered: writes the consent, and shows the code.
pub(super) fn invited(asked: Asked, called: Called<InvitationMade>, cx: &mut Cx<'_>) -> Cmd {
    let made = match called {
        Called::Done(made) => made,
        called => {
            match refusal(cx.words, &called) {
                (Some(field), sentence) => cx.open.forms.refuse(FORM, vec![(field, sentence)]),
                (None, sentence) => {
                    cx.open.notice = Some(Notice::new(NoticeTone::Problem, sentence));
                }
            }
            return render();
        }
    };
    let Some(at) = cx.open.holdings.iter().position(|held| held.index == asked.index) else {
        return render();
    };
    let Some(member) = made.member else {
        let fault = ProblemCode::Fault.message();
        cx.open.notice = Some(Notice::new(NoticeTone::Problem, fault));
        return render();
    };
    let mut act = Act::new(&cx.open.holdings[at], cx.now);
    let now = act.happened_now();
    act.create(
        &Share { member, see: asked.see, add: asked.add, until: None, name: asked.name.clone() },
        now.clone(),
    );
    act.create(
        &Card {
            of: CardOf::Carer,
            member,
            name: asked.name.clone(),
            role: (!asked.relation.is_empty()).then_some(asked.relation),
            phone: None,
            reply: None,
            conditions: Vec::new(),
        },
        now,
    );
    act.finish_form(FORM);
    cx.open.sharing.made = Some(Made {
        name: asked.name,
        scopes: asked.see,
        code: made.code.to_string(),
        expires: made.expires,
    });
    act.save(cx, Go::Instead(Place::Sharing(Screen::Code)), None).and(render())
}

/// Why there is no invitation: the field it concerns, and the sentence.
pub fn refusal<T>(words: &Words, called: &Called<T>) -> (Option<&'static str>, String) {
    match called {
        Called::Refused(problem) if problem.code == ProblemCode::NameInvalid => {
            (Some("name"), problem.message.clone())
        }
        Called::Refused(problem) => (None, problem.message.clone()),
        Called::SignedOut => (None, say!(words, "sharing-signed-out")),
        Called::Unreachable | Called::Done(_) => (None, say!(words, "sharing-unreachable")),
    }
}

/// The code to hand over.
pub(super) fn code_page(view: View<'_>) -> Page {
    let words = view.words;
    let Some(made) = &view.open.sharing.made else {
        return Page { name: "sharing.code".into(), ..super::pages::all(view) };
    };
    let name = made.name.as_str();
    let mut page = handing_over(made, view);
    page.name = "sharing.code".into();
    page.blocks.push(Block::paragraph(say!(words, "sharing-code-sees", name = name)));
    page.blocks.push(Block::inset(scope_names(words, made.scopes)));
    page.blocks
        .push(Block::buttons(vec![Button::primary(say!(words, "sharing-code-done"), Press::Back)]));
    page
}

/// A page with a code, and how it is used.
#[must_use]
pub fn handing_over(made: &Made, view: View<'_>) -> Page {
    let words = view.words;
    let name = made.name.as_str();
    let wall = when::wall_at(made.expires, &view.now.zone);
    let day = when::long_day(words, wall.date(), view.today());
    Page {
        title: say!(words, "sharing-code-title", name = name),
        blocks: vec![
            Block::paragraph(say!(words, "sharing-code-text", name = name)),
            Block::lede(made.code.clone()),
            Block::paragraph(say!(words, "sharing-code-how", name = name)),
            Block::paragraph(say!(words, "sharing-code-until", day = day)),
            Block::inset(say!(words, "sharing-code-secret", name = name)),
        ],
        ..Page::default()
    }
}
