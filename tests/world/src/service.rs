//! The server without HTTP: the rules behind each path, over the books, as the
//! handlers of `server::http` put them together. A request waits at every read
//! and write of the store, so that others come between.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use record::RecordId;
use record::api::{OpenRecord, ProblemCode, RecordOnly, Refresh, Session, paths};
use record::sync::Request;
use server::clock::{Clock, Moment};
use server::records::{self, Standing, access};
use server::refused::Refused;
use server::sessions::{self, Caller, Token};
use server::store::books::{Books, Pen, Read};
use server::store::tables::Writers;
use server::sync::push::{Judged, Taken};
use server::sync::{aside, heal, holds, pull, push};
use server::{accounts, store};
use shared::effects::network::{Answer, Method, NetworkOperation};

use crate::shelf::{Did, Shelf};

type Handling = Pin<Box<dyn Future<Output = Answer>>>;

/// The server while it runs.
pub struct Service {
    /// Its books.
    pub books: Books,
    /// Its disk.
    pub shelf: Arc<Shelf>,
    running: Vec<(u32, Handling)>,
}

/// Polls something that waits for the shelf alone.
fn poll<T>(future: &mut Pin<Box<dyn Future<Output = T>>>) -> Option<T> {
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

impl Service {
    /// Over a disk.
    #[must_use]
    pub fn new(
        shelf: Arc<Shelf>,
        keys: Arc<server::keys::Keys>,
        chance: Arc<dyn server::chance::Chance>,
    ) -> Self {
        let store: Arc<dyn store::Store> = Arc::<Shelf>::clone(&shelf);
        Self { books: Books::new(store, keys, chance), shelf, running: Vec::new() }
    }

    /// Carries something out at once, with nothing in between.
    ///
    /// # Panics
    /// Where it waits for something that is not the shelf.
    pub fn at_once<T: 'static>(&self, act: impl Future<Output = T> + 'static) -> T {
        let mut future: Pin<Box<dyn Future<Output = T>>> = Box::pin(act);
        self.shelf.ask_as(u32::MAX);
        loop {
            if let Some(value) = poll(&mut future) {
                return value;
            }
            assert!(
                self.shelf.work(u32::MAX) != Did::Nothing,
                "a rule waits for something else than the store"
            );
        }
    }

    /// A request arrives. Answers at once where no store is asked.
    pub fn arrive(
        &mut self,
        id: u32,
        request: NetworkOperation,
        clock: Arc<dyn Clock>,
    ) -> Option<Answer> {
        let mut handling: Handling = Box::pin(handle(self.books.clone(), request, clock));
        self.shelf.ask_as(id);
        let answer = poll(&mut handling);
        if answer.is_none() {
            self.running.push((id, handling));
        }
        answer
    }

    /// One read or write of a request's; its answer, once there is one.
    pub fn work(&mut self, id: u32) -> Option<Answer> {
        let at = self.running.iter().position(|(running, _)| *running == id)?;
        self.shelf.ask_as(id);
        self.shelf.work(id);
        let answer = poll(&mut self.running.get_mut(at)?.1);
        if answer.is_some() {
            drop(self.running.remove(at));
        }
        answer
    }

    /// Whether a request is being handled.
    #[must_use]
    pub fn handles(&self, id: u32) -> bool {
        self.running.iter().any(|(running, _)| *running == id)
    }

    /// The power is cut, in the middle of what one request is doing.
    pub fn die(&mut self, whole: bool) {
        let first = self.running.first().map_or(u32::MAX - 1, |(id, _)| *id);
        self.shelf.cut(first, whole);
        self.running.clear();
    }
}

async fn handle(books: Books, request: NetworkOperation, clock: Arc<dyn Clock>) -> Answer {
    match route(&books, request, &clock).await {
        Ok(body) => Answer { status: 200, retry_after: None, body },
        Err(refused) => {
            let problem = refused.problem();
            Answer {
                status: problem.code.status(),
                retry_after: problem.retry_after,
                body: serde_json::to_vec(&problem).unwrap_or_default(),
            }
        }
    }
}

fn json(value: &impl serde::Serialize) -> Result<Vec<u8>, Refused> {
    serde_json::to_vec(value).map_err(|_| ProblemCode::Fault.into())
}

fn read<'a, T: serde::Deserialize<'a>>(body: &'a [u8]) -> Result<T, Refused> {
    serde_json::from_slice(body).map_err(|_| ProblemCode::Malformed.into())
}

async fn route(
    books: &Books,
    request: NetworkOperation,
    clock: &Arc<dyn Clock>,
) -> Result<Vec<u8>, Refused> {
    let now = clock.now();
    if request.path == paths::REFRESH {
        return refresh(books, &read::<Refresh>(&request.body)?, now).await;
    }
    let token = request.bearer.as_deref().and_then(Token::read).ok_or(ProblemCode::SignedOut)?;
    let caller = books.read(move |page| sessions::caller(page, &token, now)).await?;
    match (request.method, request.path.as_str()) {
        (Method::Post, paths::SYNC) => {
            let asked = Request::decode(&request.body).map_err(|_| ProblemCode::Malformed)?;
            sync(books, &caller, asked, clock).await
        }
        (Method::Post, paths::ENROL) => {
            let asked: RecordOnly = read(&request.body)?;
            let standing = standing(books, &caller, asked.record, now).await?.opened()?;
            let enrol = move |pen: &mut Pen<'_>| records::enrol(pen, &caller, &standing);
            json(&books.write_of(&asked.record, enrol).await?)
        }
        (Method::Post, paths::OPEN) => {
            let asked: OpenRecord = read(&request.body)?;
            let standing = standing(books, &caller, asked.record, now).await?;
            let opened = books
                .write(move |pen| records::open(pen, &caller, &standing, &asked.reason, now))
                .await?;
            json(&opened)
        }
        (Method::Get, paths::ME) => {
            json(&books.read(move |page| accounts::me(page, &caller, now)).await?)
        }
        (Method::Delete, paths::SESSIONS) => {
            let id = caller.session;
            books.write_of(&id, move |pen| sessions::end(pen, id)).await?;
            Ok(Vec::new())
        }
        _ => Err(ProblemCode::NotFound.into()),
    }
}

async fn standing(
    books: &Books,
    caller: &Caller,
    record: RecordId,
    now: Moment,
) -> Result<Standing, Refused> {
    let caller = caller.clone();
    books.read(move |page| access::standing(page, &caller, record, now)).await
}

async fn refresh(books: &Books, asked: &Refresh, now: Moment) -> Result<Vec<u8>, Refused> {
    let token = Token::read(asked.refresh.reveal()).ok_or(ProblemCode::SessionEnded)?;
    let device = asked.device_key;
    let id = token.session;
    let session = books
        .write_of(&id, move |pen| {
            Ok::<_, Refused>(match sessions::refresh(pen, &token, device, now)? {
                Ok((tokens, _)) => {
                    let caller = sessions::holder(pen, &tokens, now)?;
                    let me = accounts::me(pen, &caller, now)?;
                    Ok(Session {
                        access: tokens.access,
                        refresh: tokens.refresh,
                        access_seconds: tokens.seconds,
                        account: me.account,
                        records: me.records,
                    })
                }
                Err(code) => Err(code),
            })
        })
        .await??;
    json(&session)
}

/// As `server::http::handle_sync`.
async fn sync(
    books: &Books,
    caller: &Caller,
    mut asked: Request,
    clock: &Arc<dyn Clock>,
) -> Result<Vec<u8>, Refused> {
    let standing = standing(books, caller, asked.record, clock.now()).await?.opened()?;
    let taken = if asked.push.is_empty() && asked.heal.is_empty() {
        Taken::default()
    } else {
        take(books, caller, standing, &mut asked, clock).await?
    };
    let (writer, reading) = (asked.writer, Arc::clone(clock));
    let (response, change) = books
        .read(move |page| {
            let response = pull::answer(page, &standing, &asked, &taken, reading.now())?;
            let change = holds::change(page, &standing, &asked, &response)?;
            Ok::<_, Refused>((response, change))
        })
        .await?;
    if let Some(change) = change {
        let noting = Arc::clone(clock);
        books
            .write_of(&standing.record, move |pen| {
                let now = pen.arrival(noting.now())?;
                holds::note(pen, &standing, writer, change, now)
            })
            .await?;
    }
    Ok(response.encode())
}

async fn take(
    books: &Books,
    caller: &Caller,
    standing: Standing,
    asked: &mut Request,
    clock: &Arc<dyn Clock>,
) -> Result<Taken, Refused> {
    let blocks = std::mem::take(&mut asked.push);
    let given = std::mem::take(&mut asked.heal);
    let mut refused = Vec::new();
    let (mut good, mut late) = (Vec::new(), Vec::new());
    if !blocks.is_empty() {
        let (account, device) = (caller.account, caller.device);
        let place = (standing.record, asked.writer);
        let key = books
            .read(move |page| {
                page.get(Writers, &place)?
                    .filter(|row| row.account == Some(account) && row.key == device.0)
                    .map(|row| row.key)
                    .ok_or_else(|| Refused::from(ProblemCode::NotAllowed))
            })
            .await?;
        for block in blocks {
            match push::check(&standing, asked.writer, &key, block) {
                Ok(Judged::Good(block)) => good.push(block),
                Ok(Judged::Late(block)) => late.push(block),
                Ok(Judged::Refused(why)) => refused.push(why),
                Err(push::Unreadable) => return Err(ProblemCode::Malformed.into()),
            }
        }
    }
    let (authors, given) = books
        .read(move |page| Ok::<_, Refused>((heal::authors(page, standing.record, &given)?, given)))
        .await?;
    let given: Vec<heal::Given> = given
        .into_iter()
        .map(|(scope, placed)| heal::check(&standing, &authors, scope, placed))
        .collect();
    if good.is_empty() && late.is_empty() && given.is_empty() {
        return Ok(Taken { refused, ..Taken::default() });
    }
    let clock = Arc::clone(clock);
    let mut taken = books
        .write_of(&standing.record, move |pen| {
            let now = pen.arrival(clock.now())?;
            let healed = heal::take(pen, &standing, given, now)?;
            let mut taken = push::take(pen, &standing, good, now)?;
            taken.refused.extend(aside::keep(pen, standing.record, late, now)?);
            taken.healed = healed.healed;
            taken.grew = taken.grew.or(healed.grew);
            Ok::<_, Refused>(taken)
        })
        .await?;
    taken.refused.extend(refused);
    Ok(taken)
}
