//! The handlers: each asks the rules and says what they said.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use record::RecordId;
use record::api::{
    Caseload, CodeOnly, Enrolled, InvitationCard, InvitationMade, Me, NewAccount, NewInvitation,
    NewPassword, OpenRecord, Opened, ProblemCode, Reading, RecordOnly, Refresh, Session, SignIn,
};

use super::App;
use super::body::{Events, Json, Made, Nothing, Pulled, Pushed, Text, Written};
use super::policy::{AboutRecord, Anyone, MayOpen, Member, SignedIn, Staff};
use crate::accounts::limits::Trying;
use crate::accounts::{self, Applicant, rules};
use crate::refused::Refused;
use crate::sessions;
use crate::store::books::Read;
use crate::store::tables::{Accounts, Usernames};
use crate::{caseload, invitations, records, sync};

type Answer<T> = Result<T, Refused>;

impl AboutRecord for Json<RecordOnly> {
    fn record(&self) -> RecordId {
        self.0.record
    }
}

impl AboutRecord for Json<OpenRecord> {
    fn record(&self) -> RecordId {
        self.0.record
    }
}

impl AboutRecord for Pushed {
    fn record(&self) -> RecordId {
        self.0.record
    }
}

pub(super) async fn sign_up(
    app: Arc<App>,
    anyone: Anyone,
    Json(asked): Json<NewAccount>,
) -> Answer<Made<Session>> {
    let now = app.now();
    app.limits.take(Trying::SignUp, anyone.address(), "", now)?;
    if asked.invitation.is_some() {
        app.limits.take(Trying::Code, anyone.address(), "", now)?;
    }
    let username = rules::username(&asked.username)?;
    let name = rules::name(&asked.name)?;
    rules::password(asked.password.reveal(), &username, &name)?;
    let password = app.passwords.hash(&asked.password, &**app.books.chance()).await?;
    let applicant = Applicant {
        username,
        name,
        password,
        device: asked.device_key,
        invitation: asked.invitation,
    };
    let made = app
        .books
        .write(move |pen| {
            let created = accounts::create(pen, applicant, now)?;
            accounts::session(pen, created.tokens, now)
        })
        .await?;
    Ok(Made(made))
}

pub(super) async fn sign_in(
    app: Arc<App>,
    anyone: Anyone,
    Json(asked): Json<SignIn>,
) -> Answer<Json<Session>> {
    let now = app.now();
    // A username that could not be anybody's is looked for all the same, so
    // that nothing tells it from one that is not.
    let username = asked.username.trim().to_ascii_lowercase();
    app.limits.take(Trying::SignInFrom, anyone.address(), "", now)?;
    app.limits.take(Trying::SignIn, anyone.address(), &username, now)?;
    let known = app
        .books
        .read(move |page| {
            let Some(id) = page.get(Usernames, &rules::username_key(&username))? else {
                return Ok::<_, Refused>(None);
            };
            Ok(page.get(Accounts, &id)?.map(|row| (id, row.password)))
        })
        .await?;
    let (account, kept) = known.unzip();
    if !app.passwords.check(&asked.password, kept).await? {
        return Err(ProblemCode::CredentialsWrong.into());
    }
    let account = account.ok_or(ProblemCode::CredentialsWrong)?;
    let device = asked.device_key;
    let begun = app
        .books
        .write(move |pen| {
            let tokens = sessions::begin(pen, account, device, now)?;
            accounts::session(pen, tokens, now)
        })
        .await?;
    Ok(Json(begun))
}

pub(super) async fn refresh(
    app: Arc<App>,
    _: Anyone,
    Json(asked): Json<Refresh>,
) -> Answer<Json<Session>> {
    Ok(Json(sessions::ask::refresh(&app.books, &asked, app.now()).await?))
}

pub(super) async fn sign_out(app: Arc<App>, by: SignedIn, _: Nothing) -> Answer<Nothing> {
    sessions::ask::sign_out(&app.books, by.caller()).await?;
    Ok(Nothing)
}

pub(super) async fn me(app: Arc<App>, by: SignedIn, _: Nothing) -> Answer<Json<Me>> {
    let (caller, now) = (by.caller().clone(), app.now());
    let me = app.books.read(move |page| accounts::me(page, &caller, now)).await?;
    Ok(Json(me))
}

pub(super) async fn change_password(
    app: Arc<App>,
    by: SignedIn,
    Json(asked): Json<NewPassword>,
) -> Answer<Nothing> {
    let (caller, now) = (by.caller().clone(), app.now());
    let account = caller.account;
    let row = app
        .books
        .read(move |page| {
            page.get(Accounts, &account)?.ok_or(Refused::from(ProblemCode::SignedOut))
        })
        .await?;
    // Whoever holds a session may guess no more often than whoever has none.
    app.limits.take(Trying::SignIn, by.address(), &row.username, now)?;
    if !app.passwords.check(&asked.old, Some(row.password)).await? {
        return Err(ProblemCode::PasswordWrong.into());
    }
    rules::password(asked.new.reveal(), &row.username, &row.name)?;
    let password = app.passwords.hash(&asked.new, &**app.books.chance()).await?;
    app.books.write(move |pen| accounts::change_password(pen, &caller, password)).await?;
    Ok(Nothing)
}

pub(super) async fn read_so(
    app: Arc<App>,
    by: SignedIn,
    Json(asked): Json<Reading>,
) -> Answer<Nothing> {
    let caller = by.caller().clone();
    app.books.write(move |pen| accounts::read_so(pen, &caller, asked)).await?;
    Ok(Nothing)
}

pub(super) async fn enrol(
    app: Arc<App>,
    by: Member,
    _: Json<RecordOnly>,
) -> Answer<Json<Enrolled>> {
    Ok(Json(records::ask::enrol(&app.books, by.caller(), by.standing()).await?))
}

pub(super) async fn open(
    app: Arc<App>,
    by: MayOpen,
    Json(asked): Json<OpenRecord>,
) -> Answer<Json<Opened>> {
    let standing = by.standing();
    let opened = records::ask::open(&app.books, &app.clock, by.caller(), standing, asked).await?;
    app.hub.tell_of_look(standing.record);
    Ok(Json(opened))
}

pub(super) async fn invite(
    app: Arc<App>,
    by: SignedIn,
    Json(asked): Json<NewInvitation>,
) -> Answer<Made<InvitationMade>> {
    let (caller, now) = (by.caller().clone(), app.now());
    let made = app.books.write(move |pen| invitations::invite(pen, &caller, &asked, now)).await?;
    Ok(Made(made))
}

pub(super) async fn look(
    app: Arc<App>,
    anyone: Anyone,
    Json(asked): Json<CodeOnly>,
) -> Answer<Json<InvitationCard>> {
    let now = app.now();
    app.limits.take(Trying::Code, anyone.address(), "", now)?;
    let card = app.books.read(move |page| invitations::look(page, &asked.code, now)).await?;
    Ok(Json(card))
}

pub(super) async fn accept(
    app: Arc<App>,
    by: SignedIn,
    Json(asked): Json<CodeOnly>,
) -> Answer<Json<Me>> {
    let (caller, now) = (by.caller().clone(), app.now());
    app.limits.take(Trying::Code, by.address(), "", now)?;
    let me = app
        .books
        .write(move |pen| {
            let invitation = invitations::open(pen, &asked.code, now)?;
            let row = pen.get(Accounts, &caller.account)?.ok_or(ProblemCode::SignedOut)?;
            invitations::accept(pen, invitation, caller.account, &row, now)?;
            accounts::me(pen, &caller, now)
        })
        .await?;
    Ok(Json(me))
}

pub(super) async fn sync(app: Arc<App>, by: Member, Pushed(asked): Pushed) -> Answer<Pulled> {
    let standing = by.standing();
    let sync::Outcome { answer, told } =
        sync::answer(&app.books, &app.clock, by.caller(), standing, asked).await;
    // What was taken is told even where the answer failed.
    app.metrics.took(told);
    if !told.grew.is_empty() {
        app.hub.tell(standing.record, told.grew);
    }
    if told.grew.has(record::Scope::Messages) {
        super::signs::of_message(&app, standing.record, by.caller().account);
    }
    answer.map(Pulled)
}

pub(super) async fn hints(app: Arc<App>, by: SignedIn, _: Nothing) -> Answer<Events> {
    let (caller, now) = (by.caller().clone(), app.now());
    let until = caller.until;
    let sees = app
        .books
        .read(move |page| {
            let cards = records::cards(page, &caller, now)?;
            Ok::<_, Refused>(cards.into_iter().map(|card| (card.record, card.scopes)).collect())
        })
        .await?;
    let left = u64::try_from(until.since(app.now())).unwrap_or(0);
    let listener = app
        .hub
        .listen(sees, Duration::from_millis(left))
        .ok_or(Refused::Later(ProblemCode::Busy, 60))?;
    Ok(Events(Body::from_stream(listener)))
}

pub(super) async fn caseload(app: Arc<App>, by: Staff, _: Nothing) -> Answer<Json<Caseload>> {
    let (team, now, cache) = (by.team(), app.now(), Arc::clone(&app.caseload));
    let caseload = app.books.read(move |page| caseload::caseload(page, &cache, team, now)).await?;
    Ok(Json(caseload))
}

pub(super) async fn health(app: Arc<App>, _: Anyone, _: Nothing) -> Answer<Text> {
    // An act that changes nothing still goes through the writer, which says no
    // once it has stopped.
    app.books.write(|_| Ok::<_, Refused>(())).await?;
    Ok(Text("ok\n"))
}

pub(super) async fn describe(app: Arc<App>, _: Anyone, _: Nothing) -> Answer<Written> {
    Ok(Written(app.description.clone()))
}
