//! The network on native platforms: reqwest on the driver's runtime.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use reqwest::{Client, StatusCode};
use shared::effects::network::{Answer, Hint, HintsOperation, NetworkOperation, NetworkOutput};
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use super::{LARGEST, SILENCE, media_type, retry_after, sse, verb};
use crate::config::ServerAddress;
use crate::driver::Answers;
use crate::ports::{Id, Turn};

/// How long a connection may take to be made.
const CONNECT: Duration = Duration::from_secs(15);

/// Speaks to the server.
pub(crate) struct Net {
    server: Option<ServerAddress>,
    client: Arc<OnceLock<Option<Client>>>,
    runtime: Handle,
    answers: Answers,
    line: Option<Line>,
}

/// Hints that are being listened to.
struct Line {
    id: Id<HintsOperation>,
    task: JoinHandle<()>,
    /// False once the core has been told that it is over.
    live: Arc<AtomicBool>,
}

impl Net {
    pub(crate) fn new(server: Option<ServerAddress>, runtime: Handle, answers: Answers) -> Self {
        Self { server, client: Arc::default(), runtime, answers, line: None }
    }

    pub(crate) fn request(&mut self, id: Id<NetworkOperation>, operation: NetworkOperation) {
        let url = self.server.as_ref().map(|server| server.join(&operation.path));
        let (client, answers) = (self.client.clone(), self.answers.clone());
        self.runtime.spawn(async move {
            let answer = match (url, client.get_or_init(client_or_none)) {
                (Some(url), Some(client)) => ask(client, url, operation).await,
                _ => None,
            };
            let output = answer.map_or(NetworkOutput::Unreachable, NetworkOutput::Answer);
            answers.send(Turn::Network(id, output));
        });
    }

    pub(crate) fn hints(&mut self, id: Id<HintsOperation>, operation: HintsOperation) {
        if let Some(before) = self.line.take() {
            before.task.abort();
            if before.live.swap(false, Ordering::Relaxed) {
                self.answers.send(Turn::Hints(before.id, Hint::Closed));
            }
        }
        let HintsOperation::Listen { path, bearer } = operation else {
            self.answers.send(Turn::Hints(id, Hint::Closed));
            return;
        };
        let url = self.server.as_ref().map(|server| server.join(&path));
        let (client, answers) = (self.client.clone(), self.answers.clone());
        let live = Arc::new(AtomicBool::new(true));
        let still = live.clone();
        let task = self.runtime.spawn(async move {
            if let (Some(url), Some(client)) = (url, client.get_or_init(client_or_none)) {
                let heard = |hint| {
                    if still.load(Ordering::Relaxed) {
                        answers.send(Turn::Hints(id, hint));
                    }
                };
                let _ended = listen(client, &url, &bearer, heard).await;
            }
            if still.swap(false, Ordering::Relaxed) {
                answers.send(Turn::Hints(id, Hint::Closed));
            }
        });
        self.line = Some(Line { id, task, live });
    }
}

/// Made at the first request and not at the start: reading the roots takes
/// longer than the rest of a cold start.
fn client_or_none() -> Option<Client> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let tls = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .ok()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Client::builder()
        .tls_backend_preconfigured(tls)
        // A redirect could carry the token and the record elsewhere.
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .connect_timeout(CONNECT)
        .read_timeout(SILENCE)
        .build()
        .ok()
}

/// The request, its answer; `None` where there is no whole answer.
async fn ask(client: &Client, url: String, operation: NetworkOperation) -> Option<Answer> {
    let method = verb(operation.method).parse().ok()?;
    let mut request = client.request(method, url);
    if let Some(bearer) = &operation.bearer {
        request = request.header(AUTHORIZATION, secret(bearer)?);
    }
    if let Some(media_type) = media_type(operation.content) {
        request = request.header(CONTENT_TYPE, media_type).body(operation.body);
    }
    let mut response = request.send().await.ok()?;
    let status = response.status().as_u16();
    let header = response.headers().get(RETRY_AFTER);
    let retry_after = retry_after(header.and_then(|value| value.to_str().ok()));
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.ok()? {
        if body.len() + piece.len() > LARGEST {
            return None;
        }
        body.extend_from_slice(&piece);
    }
    Some(Answer { status, retry_after, body })
}

/// Listens until the line breaks, or the server will not have it.
async fn listen(client: &Client, url: &str, bearer: &str, heard: impl Fn(Hint)) -> Option<()> {
    let request = client.get(url).header(ACCEPT, "text/event-stream");
    let mut response = request.header(AUTHORIZATION, secret(bearer)?).send().await.ok()?;
    if response.status() != StatusCode::OK {
        return None;
    }
    heard(Hint::Open);
    let mut events = sse::Events::default();
    while let Some(piece) = response.chunk().await.ok()? {
        // However many: they all say that there is something new.
        if events.take(&piece) > 0 {
            heard(Hint::New);
        }
    }
    Some(())
}

/// The header that carries a token; marked so that nothing ever prints it.
fn secret(bearer: &str) -> Option<HeaderValue> {
    let mut value = HeaderValue::try_from(format!("Bearer {bearer}")).ok()?;
    value.set_sensitive(true);
    Some(value)
}
