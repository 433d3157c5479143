//! Starting, listening, and stopping without losing anybody's request.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinHandle;
use tower::ServiceExt;

use super::asker::Peer;
use super::patience::Patient;
use super::{App, hints, routes, signs};
use crate::chance::{Chance, SystemChance};
use crate::clock::{Clock, Moment, RisingClock};
use crate::keys::{KeyError, Keys};
use crate::metrics::{self, Metrics};
use crate::paper::{Press, Typeset};
use crate::sessions;
use crate::signs::{Deliver, PushRule};
use crate::store::books::{Books, Read};
use crate::store::tables::{Meta, MetaRow};
use crate::store::{PostgresOptions, StoreError};
use crate::sync::gather::Rule;
use crate::upkeep::{self, Place, UpkeepError};
use crate::web::{Apps, Asset};

/// How long a client may take to say what it wants.
const HEADERS_WITHIN: Duration = Duration::from_secs(10);
/// The most bytes of headers.
const HEADERS: usize = 64 * 1024;
/// How long requests under way may take when the server stops.
const STOP_WITHIN: Duration = Duration::from_secs(10);
/// How often sessions that are over are forgotten, and how many in one act.
const SWEEP_EVERY: Duration = Duration::from_hours(1);
const SWEEP_AT_ONCE: usize = 200;
/// How long after the start old blocks are gathered into segments, how often from
/// then on, and how long everybody else has the writer alone after each.
const GATHER_AFTER: Duration = Duration::from_mins(10);
const GATHER_EVERY: Duration = Duration::from_hours(6);
const GATHER_REST: Duration = Duration::from_millis(20);
/// The most connections at once; more wait to be let in.
const CONNECTIONS: usize = 16_384;

/// How the server is to run.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where it listens; port 0 for any that is free.
    pub address: SocketAddr,
    /// The folder of the database and the key.
    pub data: PathBuf,
    /// Where it tells its metrics, if at all. Nothing but numbers is told, but
    /// it is nobody's business outside: an address of its own, not a route.
    pub metrics: Option<SocketAddr>,
    /// Whether a proxy stands before it and says who asks.
    pub behind_proxy: bool,
    /// The phones' apps that links to this server open.
    pub apps: Apps,
    /// To whom it sends pushes, and as whom.
    pub push: PushRule,
    /// What makes pages into PDFs.
    pub typeset: Typeset,
}

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The folder cannot be made.
    #[error("the data folder {folder} cannot be used: {reason}")]
    Folder {
        /// Which.
        folder: String,
        /// Why.
        reason: std::io::Error,
    },
    /// There is no key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The database cannot be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The folder is a tool's.
    #[error(transparent)]
    Upkeep(#[from] UpkeepError),
    /// The key is another database's.
    #[error(
        "the key file {0} does not open this database. Put in its place the one that belongs to it"
    )]
    OtherKey(String),
    /// The database was moved away.
    #[error(
        "this database was moved to PostgreSQL: start with --database. To go back to the old one, and lose what was written since, remove {0}"
    )]
    Moved(String),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {reason}")]
    Address {
        /// Which.
        address: SocketAddr,
        /// Why.
        reason: std::io::Error,
    },
}

/// Opens the books in a data folder, kept by the embedded engine; makes them
/// where there are none.
///
/// # Errors
/// [`StartError`].
pub fn open_books(data: &Path) -> Result<Books, StartError> {
    open_books_at(data, None)
}

/// Opens the books of a data folder, which holds their key; they are kept in
/// this PostgreSQL database, or by the embedded engine in the same folder. Makes
/// them where there are none.
///
/// # Errors
/// [`StartError`].
pub fn open_books_at(data: &Path, database: Option<&PostgresOptions>) -> Result<Books, StartError> {
    let mut make = std::fs::DirBuilder::new();
    make.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut make, 0o700);
    make.create(data)
        .map_err(|reason| StartError::Folder { folder: data.display().to_string(), reason })?;
    let lock = upkeep::lock_shared(data)?;
    let place = match database {
        Some(options) => Place::Postgres(options.clone()),
        None => Place::embedded(data),
    };
    let moved = upkeep::moved_mark(data);
    if database.is_none() && moved.exists() {
        return Err(StartError::Moved(moved.display().to_string()));
    }
    let chance: Arc<dyn Chance> = Arc::new(SystemChance::default());
    let file = data.join("server.key");
    let keys = Keys::open(&file, !place.is_empty()?, &*chance)?;
    let books = Books::new(place.open()?, Arc::new(keys), chance).holding(lock);
    // Its first row says whose key it is; of two servers that start on an empty
    // database, one writes it.
    match books.write_now(|pen| match pen.get(Meta, &()) {
        Ok(None) => pen.put(Meta, &(), &MetaRow::default()),
        known => known.map(drop),
    }) {
        Ok(()) => Ok(books),
        Err(StoreError::Damaged) => Err(StartError::OtherKey(file.display().to_string())),
        Err(error) => Err(error.into()),
    }
}

/// A server that runs.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    metrics: Option<SocketAddr>,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Running {
    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where it tells its metrics.
    #[must_use]
    pub fn metrics_address(&self) -> Option<SocketAddr> {
        self.metrics
    }

    /// Takes no more requests, answers those under way, closes the hints, and
    /// returns once everything accepted is on the disk.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        for task in self.tasks {
            let _ = task.await;
        }
    }
}

/// Starts the server over these books.
///
/// # Errors
/// [`StartError::Address`]; [`StartError::Store`] where the books cannot be read.
pub async fn start(
    config: &Config,
    books: Books,
    clock: Arc<dyn Clock>,
    assets: &'static [Asset],
) -> Result<Running, StartError> {
    // What arrives from now on arrives after all that a backup holds.
    let floor = books.read(|page| Ok::<_, StoreError>(Moment(page.meta()?.safe_before))).await?;
    let clock: Arc<dyn Clock> = Arc::new(RisingClock::new(clock, floor));
    let hub = Arc::new(hints::Hub::default());
    hub.join(books.store());
    let app = Arc::new(App {
        books,
        passwords: crate::accounts::password::Passwords::default(),
        limits: crate::accounts::limits::Limits::default(),
        room: super::body::Room::default(),
        hub,
        deliver: Deliver::new(config.push.clone()),
        caseload: Arc::default(),
        press: Press::of(config.typeset),
        metrics: Metrics::default(),
        clock,
        assets,
        description: routes::description().to_json().unwrap_or_default(),
        behind_proxy: config.behind_proxy,
        apps: config.apps.clone(),
    });
    let (stop, stopping) = watch::channel(false);
    let (listener, address) = bind(config.address).await?;
    let mut tasks = Vec::new();
    let mut metrics = None;
    if let Some(address) = config.metrics {
        let (listener, address) = bind(address).await?;
        metrics = Some(address);
        let router = metrics::router(Arc::clone(&app));
        tasks.push(tokio::spawn(serve(listener, router, stopping.clone(), None)));
    }
    let hub = Arc::clone(&app.hub);
    tasks.push(tokio::spawn(sweep(Arc::clone(&app), stopping.clone())));
    tasks.push(tokio::spawn(gather(Arc::clone(&app), stopping.clone())));
    tasks.push(tokio::spawn(signs::give(Arc::clone(&app), stopping.clone())));
    let router = routes::router(app);
    tasks.push(tokio::spawn(serve(listener, router, stopping, Some(hub))));
    Ok(Running { address, metrics, stop, tasks })
}

async fn bind(address: SocketAddr) -> Result<(TcpListener, SocketAddr), StartError> {
    let fails = |reason| StartError::Address { address, reason };
    let listener = TcpListener::bind(address).await.map_err(fails)?;
    let bound = listener.local_addr().map_err(fails)?;
    Ok((listener, bound))
}

async fn serve(
    listener: TcpListener,
    router: Router,
    mut stopping: watch::Receiver<bool>,
    hub: Option<Arc<hints::Hub>>,
) {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS_WITHIN)
        .max_buf_size(HEADERS)
        .keep_alive(true);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(64)
        .keep_alive_interval(Duration::from_secs(30));
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&room).acquire_owned().await else {
            break;
        };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = told(&mut stopping) => break,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file handles, most likely: those in use come back.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        // Small answers should not wait for more to send with them.
        let _ = stream.set_nodelay(true);
        let service = router.clone().map_request(move |mut request: hyper::Request<Incoming>| {
            request.extensions_mut().insert(Peer(peer));
            request.map(Body::new)
        });
        let service = TowerToHyperService::new(service);
        let connection = builder.serve_connection(TokioIo::new(Patient::new(stream)), service);
        let connection = graceful.watch(connection.into_owned());
        tokio::spawn(async move {
            // A client that goes away in the middle is no error of ours.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    if let Some(hub) = hub {
        hub.close();
    }
    let _ = tokio::time::timeout(STOP_WITHIN, graceful.shutdown()).await;
}

/// Forgets sessions that are over: soon after the start, then every hour.
async fn sweep(app: Arc<App>, mut stopping: watch::Receiver<bool>) {
    let mut wait = Duration::from_mins(1);
    loop {
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = told(&mut stopping) => return,
        }
        wait = SWEEP_EVERY;
        let now = app.now();
        let Ok(ended) = app.books.read(move |page| sessions::ended(page, now)).await else {
            continue;
        };
        // In small acts: nobody waits behind a large one.
        for some in ended.chunks(SWEEP_AT_ONCE) {
            let some = some.to_vec();
            if app.books.write(move |pen| sessions::sweep(pen, &some, now)).await.is_err() {
                break;
            }
        }
    }
}

/// Gathers old blocks into segments, a while after the start and then now and
/// again. A stop leaves it where it is: each segment is whole or not there.
async fn gather(app: Arc<App>, mut stopping: watch::Receiver<bool>) {
    let mut wait = GATHER_AFTER;
    loop {
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = told(&mut stopping) => return,
        }
        wait = GATHER_EVERY;
        let gathering = upkeep::gather(&app.books, app.now(), Rule::default(), GATHER_REST);
        tokio::select! {
            gathered = gathering => match gathered {
                Ok(gathered) => tracing::info!(
                    segments = gathered.segments,
                    blocks = gathered.blocks,
                    damaged = gathered.damaged,
                    "old blocks are gathered"
                ),
                Err(error) => tracing::warn!(%error, "old blocks were not all gathered"),
            },
            () = told(&mut stopping) => return,
        }
    }
}

/// Waits until the server is told to stop.
pub(super) async fn told(stopping: &mut watch::Receiver<bool>) {
    let _ = stopping.wait_for(|stop| *stop).await;
}
