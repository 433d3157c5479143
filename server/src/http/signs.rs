//! Signs over HTTP: who is told, when, and the giving of what is due.

use std::sync::Arc;
use std::time::Duration;

use record::RecordId;
use record::api::{AccountId, NewPush, PushKey, Signs, Tells};
use tokio::sync::{Semaphore, watch};

use super::App;
use super::body::{Json, Nothing};
use super::policy::{AboutRecord, Member, SignedIn};
use super::serve::told;
use crate::refused::Refused;
use crate::signs::tells::Outcome;
use crate::signs::vapid::VapidKey;
use crate::signs::{Delivered, Post, due, push, tells};

/// How often it is looked whether something is due.
const EVERY: Duration = Duration::from_secs(1);
/// How many pushes are on their way at once.
const AT_ONCE: usize = 64;

type Answer<T> = Result<T, Refused>;

impl AboutRecord for Json<Tells> {
    fn record(&self) -> RecordId {
        self.0.record
    }
}

pub(super) async fn key(app: Arc<App>, _: SignedIn, _: Nothing) -> Answer<Json<PushKey>> {
    Ok(Json(PushKey { key: VapidKey::of(&app.books).await?.public() }))
}

pub(super) async fn begin(
    app: Arc<App>,
    by: SignedIn,
    Json(asked): Json<NewPush>,
) -> Answer<Nothing> {
    app.deliver.check(&asked.endpoint)?;
    push::begin(&app.books, by.caller(), asked).await?;
    Ok(Nothing)
}

pub(super) async fn end(app: Arc<App>, by: SignedIn, _: Nothing) -> Answer<Nothing> {
    push::end(&app.books, by.caller().session).await?;
    Ok(Nothing)
}

pub(super) async fn set(app: Arc<App>, by: SignedIn, Json(asked): Json<Signs>) -> Answer<Nothing> {
    push::set(&app.books, by.caller(), asked, app.now()).await?;
    Ok(Nothing)
}

pub(super) async fn tell(app: Arc<App>, by: Member, Json(asked): Json<Tells>) -> Answer<Nothing> {
    let standing = by.standing();
    let by = (standing, by.caller().session);
    let mut outcome = tells::set(&app.books, by, asked, app.now()).await?;
    let posts = std::mem::take(&mut outcome.posts);
    hint(&app, standing.record, &outcome);
    send(&app, posts);
    Ok(Nothing)
}

/// Devices that listen hear that something is new: the carers', who then ask what
/// they may reach, and the person's, whose record says whom the server told.
fn hint(app: &App, record: RecordId, outcome: &Outcome) {
    if outcome.given {
        app.hub.tell_of_look(record);
    }
    let seen = outcome.seen_by.without(record::Scopes::of(&[record::Scope::Sharing]));
    if !seen.is_empty() {
        app.hub.tell(record, seen);
    }
}

/// Somebody wrote a message: closed apps of those who may read it are told.
pub(super) fn of_message(app: &Arc<App>, record: RecordId, by: AccountId) {
    let app = Arc::clone(app);
    tokio::spawn(async move {
        match push::of_message(&app.books, record, by, app.now()).await {
            Ok(posts) => send(&app, posts),
            Err(error) => tracing::warn!(%error, "nobody could be told of a message"),
        }
    });
}

/// Gives what is due, as it becomes due, until the server stops.
pub(super) async fn give(app: Arc<App>, mut stopping: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            () = told(&mut stopping) => return,
        }
        loop {
            match due::take(&app.books, app.now()).await {
                Ok(dues) => {
                    for (record, outcome) in &dues.told {
                        hint(&app, *record, outcome);
                    }
                    send(&app, dues.posts);
                    if !dues.more {
                        break;
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, "what is due could not be looked at");
                    break;
                }
            }
        }
    }
}

/// Sends pushes, beside everything else. Of where they went, nothing is logged.
fn send(app: &Arc<App>, posts: Vec<Post>) {
    if posts.is_empty() {
        return;
    }
    let app = Arc::clone(app);
    tokio::spawn(async move {
        let key = match VapidKey::of(&app.books).await {
            Ok(key) => Arc::new(key),
            Err(error) => return tracing::warn!(%error, "no push could be sent"),
        };
        let room = Arc::new(Semaphore::new(AT_ONCE));
        for post in posts {
            let Ok(place) = Arc::clone(&room).acquire_owned().await else { return };
            let (app, key) = (Arc::clone(&app), Arc::clone(&key));
            tokio::spawn(async move {
                match app.deliver.send(&key, &post, app.now()).await {
                    Delivered::Sent => {}
                    Delivered::Gone => {
                        // Asked again by the device, which finds out when it next says
                        // what is due.
                        let _ = push::forget(&app.books, &post).await;
                    }
                    Delivered::Failed => tracing::info!("a push could not be sent"),
                }
                drop(place);
            });
        }
    });
}
