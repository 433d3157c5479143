//! The network in the browser: `fetch`, from the worker. Not reqwest: there it
//! is a wrapper around the same call that brings its own URL parser along.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Reflect, Uint8Array};
use shared::effects::network::{
    Answer, Content, Hint, HintsOperation, Method, NetworkOperation, NetworkOutput,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortController, Headers, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache,
    RequestCredentials, RequestInit, RequestRedirect, Response, WorkerGlobalScope,
};

use super::{LARGEST, SILENCE, media_type, retry_after, sse, verb};
use crate::config::ServerAddress;
use crate::driver::Answers;
use crate::ports::{Id, Turn};

/// Speaks to the server.
pub(crate) struct Net {
    server: Option<ServerAddress>,
    answers: Answers,
    line: Option<Line>,
}

/// Hints that are being listened to.
struct Line {
    id: Id<HintsOperation>,
    watchdog: Watchdog,
    /// False once the core has been told that it is over.
    live: Rc<Cell<bool>>,
}

impl Net {
    pub(crate) fn new(server: Option<ServerAddress>, answers: Answers) -> Self {
        Self { server, answers, line: None }
    }

    pub(crate) fn request(&self, id: Id<NetworkOperation>, operation: NetworkOperation) {
        let url = self.server.as_ref().map(|server| server.join(&operation.path));
        let answers = self.answers.clone();
        spawn_local(async move {
            let answer = match url {
                Some(url) => ask(&url, operation).await,
                None => None,
            };
            let output = answer.map_or(NetworkOutput::Unreachable, NetworkOutput::Answer);
            answers.send(Turn::Network(id, output));
        });
    }

    pub(crate) fn hints(&mut self, id: Id<HintsOperation>, operation: HintsOperation) {
        if let Some(before) = self.line.take() {
            before.watchdog.bark();
            if before.live.replace(false) {
                self.answers.send(Turn::Hints(before.id, Hint::Closed));
            }
        }
        let watchdog = Watchdog::new();
        let (HintsOperation::Listen { path, bearer }, Some(server), Some(watchdog)) =
            (operation, &self.server, watchdog)
        else {
            self.answers.send(Turn::Hints(id, Hint::Closed));
            return;
        };
        let url = server.join(&path);
        let live = Rc::new(Cell::new(true));
        self.line = Some(Line { id, watchdog: watchdog.clone(), live: live.clone() });
        let answers = self.answers.clone();
        spawn_local(async move {
            let heard = |hint| {
                if live.get() {
                    answers.send(Turn::Hints(id, hint));
                }
            };
            let _ended = listen(&url, &bearer, &watchdog, heard).await;
            if live.replace(false) {
                answers.send(Turn::Hints(id, Hint::Closed));
            }
        });
    }
}

/// The request, its answer; `None` where there is no whole answer.
async fn ask(url: &str, operation: NetworkOperation) -> Option<Answer> {
    let watchdog = Watchdog::new()?;
    let response = fetch(url, &operation, "*/*", &watchdog).await?;
    let header = response.headers().get("retry-after").ok()?;
    let mut body = Vec::new();
    if let Some(pieces) = Pieces::of(&response) {
        while let Some(piece) = pieces.next(&watchdog).await? {
            if body.len() + piece.len() > LARGEST {
                watchdog.bark();
                return None;
            }
            body.extend_from_slice(&piece);
        }
    }
    Some(Answer { status: response.status(), retry_after: retry_after(header.as_deref()), body })
}

/// Listens until the line breaks, or the server will not have it.
async fn listen(url: &str, bearer: &str, watchdog: &Watchdog, heard: impl Fn(Hint)) -> Option<()> {
    let operation = NetworkOperation {
        method: Method::Get,
        path: String::new(),
        bearer: Some(bearer.to_owned()),
        content: Content::None,
        body: Vec::new(),
    };
    let response = fetch(url, &operation, "text/event-stream", watchdog).await?;
    if response.status() != 200 {
        return None;
    }
    heard(Hint::Open);
    let pieces = Pieces::of(&response)?;
    let mut events = sse::Events::default();
    while let Some(piece) = pieces.next(watchdog).await? {
        // However many: they all say that there is something new.
        if events.take(&piece) > 0 {
            heard(Hint::New);
        }
    }
    Some(())
}

async fn fetch(
    url: &str,
    operation: &NetworkOperation,
    accept: &str,
    watchdog: &Watchdog,
) -> Option<Response> {
    let headers = Headers::new().ok()?;
    headers.set("accept", accept).ok()?;
    if let Some(bearer) = &operation.bearer {
        headers.set("authorization", &format!("Bearer {bearer}")).ok()?;
    }
    let init = RequestInit::new();
    if let Some(media_type) = media_type(operation.content) {
        headers.set("content-type", media_type).ok()?;
        init.set_body_opt_u8_array(Some(&Uint8Array::from(operation.body.as_slice())));
    }
    init.set_method(verb(operation.method));
    init.set_headers_headers(&headers);
    // Nothing of the record in the browser's cache, no cookies, no address of
    // ours to others, and no redirect that could carry the token elsewhere.
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(RequestCredentials::Omit);
    init.set_redirect(RequestRedirect::Error);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_signal(Some(&watchdog.controller.signal()));
    let worker: WorkerGlobalScope = js_sys::global().unchecked_into();
    let response = JsFuture::from(worker.fetch_with_str_and_init(url, &init)).await.ok()?;
    watchdog.feed();
    response.dyn_into().ok()
}

/// Breaks a request off when the server has been silent for too long.
#[derive(Clone)]
struct Watchdog {
    controller: AbortController,
    timer: Rc<RefCell<Option<Timeout>>>,
}

impl Watchdog {
    fn new() -> Option<Self> {
        let watchdog = Self { controller: AbortController::new().ok()?, timer: Rc::default() };
        watchdog.feed();
        Some(watchdog)
    }

    fn feed(&self) {
        let controller = self.controller.clone();
        let silence = SILENCE.as_millis().try_into().unwrap_or(u32::MAX);
        *self.timer.borrow_mut() = Some(Timeout::new(silence, move || controller.abort()));
    }

    fn bark(&self) {
        self.controller.abort();
    }
}

/// A body, piece by piece.
struct Pieces(ReadableStreamDefaultReader);

impl Pieces {
    fn of(response: &Response) -> Option<Self> {
        ReadableStreamDefaultReader::new(&response.body()?).ok().map(Self)
    }

    /// `None` where it broke off, `Some(None)` at its end.
    async fn next(&self, watchdog: &Watchdog) -> Option<Option<Vec<u8>>> {
        let read = JsFuture::from(self.0.read()).await.ok()?;
        watchdog.feed();
        let property = |name: &str| Reflect::get(&read, &JsValue::from_str(name)).ok();
        if property("done")?.is_truthy() {
            return Some(None);
        }
        Some(Some(property("value")?.dyn_into::<Uint8Array>().ok()?.to_vec()))
    }
}
