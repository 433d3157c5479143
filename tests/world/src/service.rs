//! The server without HTTP: what the handlers of `server::http` call, over the
//! books. A request waits at every read and write of the store, so that others
//! come between.

use std::ops::DerefMut;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use record::api::{OpenRecord, ProblemCode, RecordOnly, paths};
use record::sync::Request;
use server::chance::Chance;
use server::clock::{Clock, Moment};
use server::keys::Keys;
use server::refused::Refused;
use server::sessions::{self, Token};
use server::store::StoreError;
use server::store::books::{Books, Page};
use server::sync::gather::{Found, Made, Rule};
use server::upkeep::{self, Beside};
use server::{accounts, records, store, sync};
use shared::effects::network::{Answer, Method, NetworkOperation};

use crate::shelf::{Bare, Did, Shelf};

type Handling = Pin<Box<dyn Future<Output = Answer>>>;

/// The server while it runs.
pub struct Service {
    /// Its books, with what it keeps of them in memory.
    pub books: Books,
    /// The same as they are on the disk.
    bare: Books,
    /// Its disk.
    pub shelf: Arc<Shelf>,
    running: Vec<(u32, Handling)>,
}

fn books(shelf: &Arc<Shelf>, keys: Arc<Keys>, chance: Arc<dyn Chance>) -> Books {
    let store: Arc<dyn store::Store> = Arc::<Shelf>::clone(shelf);
    Books::new(store, keys, chance)
}

/// Polls something that waits for the shelf alone.
fn poll<T, F: Future<Output = T> + ?Sized>(
    future: &mut Pin<impl DerefMut<Target = F>>,
) -> Option<T> {
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

impl Service {
    /// Over a disk.
    #[must_use]
    pub fn new(shelf: Arc<Shelf>, keys: Arc<Keys>, chance: Arc<dyn Chance>) -> Self {
        let bare = Arc::new(Bare(Arc::clone(&shelf)));
        let bare = Books::new(bare, Arc::clone(&keys), Arc::clone(&chance));
        Self { books: books(&shelf, keys, chance), bare, shelf, running: Vec::new() }
    }

    /// Looks at what is on the disk, without the server.
    ///
    /// # Errors
    /// What `look` says.
    pub fn look<T: Send + 'static, E: From<StoreError> + Send + 'static>(
        &self,
        look: impl FnOnce(&Page<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E> {
        poll(&mut std::pin::pin!(self.bare.read(look)))
            .unwrap_or_else(|| Err(StoreError::Busy.into()))
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
        let handling = handle(self.books.clone(), request, clock);
        self.begin(id, Box::pin(handling))
    }

    fn begin(&mut self, id: u32, mut handling: Handling) -> Option<Answer> {
        self.shelf.ask_as(id);
        let answer = poll(&mut handling);
        if answer.is_none() {
            self.running.push((id, handling));
        }
        answer
    }

    /// The server begins to gather what is older than this.
    pub fn gather(&mut self, id: u32, now: Moment) {
        let books = self.books.clone();
        let gathering = async move {
            // What goes wrong with it is seen by what is there afterwards.
            let _ = upkeep::gather_beside(&books, now, GATHERED, &Here).await;
            Answer { status: 200, retry_after: None, body: Vec::new() }
        };
        let _ = self.begin(id, Box::pin(gathering));
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

    /// The flush of the first write that waits fails; what else waits is told that
    /// nothing more is written. False where none waits.
    pub fn fail(&mut self, whole: bool) -> bool {
        let mut running = self.running.iter().map(|(id, _)| *id);
        let Some(id) = running.find(|id| self.shelf.writes(*id)) else { return false };
        self.shelf.fail(id, whole);
        true
    }

    /// The power is cut, in the middle of what one request is doing.
    pub fn die(&mut self, whole: bool) {
        let first = self.running.first().map_or(u32::MAX - 1, |(id, _)| *id);
        self.shelf.cut(first, whole);
        self.running.clear();
        let (keys, chance) = (self.books.keys(), self.books.chance());
        self.books = books(&self.shelf, Arc::clone(keys), Arc::clone(chance));
    }
}

/// What is gathered in the world: little, and young, for worlds are short.
const GATHERED: Rule = Rule { older_than: 0, least: 2, full: 600 };

/// Packs on the one thread that there is.
struct Here;

impl Beside for Here {
    async fn make(
        &self,
        found: Found,
        rule: Rule,
        now: Moment,
        chance: Arc<dyn Chance>,
    ) -> Result<Option<Made>, StoreError> {
        found.make(rule, now, &*chance)
    }

    async fn rest(&self) {}
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

/// As `server::http::policy` and the handlers behind it: who may, and the rule.
async fn route(
    books: &Books,
    request: NetworkOperation,
    clock: &Arc<dyn Clock>,
) -> Result<Vec<u8>, Refused> {
    let now = clock.now();
    if request.path == paths::REFRESH {
        return json(&sessions::ask::refresh(books, &read(&request.body)?, now).await?);
    }
    let token = request.bearer.as_deref().and_then(Token::read);
    let caller = sessions::ask::caller(books, token, now).await?;
    let standing = |record| records::ask::standing(books, &caller, record, clock.now());
    match (request.method, request.path.as_str()) {
        (Method::Post, paths::SYNC) => {
            let asked = Request::decode(&request.body).map_err(|_| ProblemCode::Malformed)?;
            let standing = standing(asked.record).await?.opened()?;
            let outcome = sync::answer(books, clock, &caller, standing, asked).await;
            Ok(outcome.answer?.encode())
        }
        (Method::Post, paths::ENROL) => {
            let asked: RecordOnly = read(&request.body)?;
            let standing = standing(asked.record).await?.opened()?;
            json(&records::ask::enrol(books, &caller, standing).await?)
        }
        (Method::Post, paths::OPEN) => {
            caller.kind.team()?;
            let asked: OpenRecord = read(&request.body)?;
            let standing = standing(asked.record).await?;
            json(&records::ask::open(books, clock, &caller, standing, asked).await?)
        }
        (Method::Get, paths::ME) => {
            json(&books.read(move |page| accounts::me(page, &caller, now)).await?)
        }
        (Method::Delete, paths::SESSIONS) => {
            sessions::ask::sign_out(books, &caller).await?;
            Ok(Vec::new())
        }
        _ => Err(ProblemCode::NotFound.into()),
    }
}
