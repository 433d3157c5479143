//! `what-matters serve`.

use std::error::Error;
use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;

use clap::Args;
use server::clock::SystemClock;
use server::http::{Config, Running, start};
use server::signs::PushRule;
use server::web::{AndroidApp, AppleApp, Apps};
use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::Data;
use crate::assets::ASSETS;
use crate::upkeep::Backups;

/// How the server is to run.
#[derive(Args, Debug)]
pub(crate) struct Serve {
    /// Where to listen; port 0 for any that is free.
    #[arg(long, env = "WHAT_MATTERS_ADDRESS", default_value = "127.0.0.1:8600")]
    address: SocketAddr,
    /// Where to tell the metrics, at /metrics, for Prometheus. Not told where
    /// this is not given. They hold numbers alone, but keep the address inside.
    #[arg(long, env = "WHAT_MATTERS_METRICS")]
    metrics: Option<SocketAddr>,
    /// A proxy stands before the server and says in X-Forwarded-For who asks.
    #[arg(long, env = "WHAT_MATTERS_BEHIND_PROXY")]
    behind_proxy: bool,
    /// The Android app that links to this server open, as PACKAGE=FINGERPRINT: its
    /// package and the SHA-256 fingerprint of the certificate that signs it. Several
    /// with commas between.
    #[arg(
        long,
        env = "WHAT_MATTERS_ANDROID_APP",
        value_delimiter = ',',
        value_name = "PACKAGE=FINGERPRINT"
    )]
    android_app: Vec<AndroidApp>,
    /// The app for iPhones and iPads that they open, as TEAM.BUNDLE: the team's
    /// identifier and the app's. Several with commas between.
    #[arg(long, env = "WHAT_MATTERS_APPLE_APP", value_delimiter = ',', value_name = "TEAM.BUNDLE")]
    apple_app: Vec<AppleApp>,
    /// Whom push services may turn to about what this server sends them, as
    /// `mailto:NAME@HOST` or `https://HOST`. Apple's takes nothing without.
    #[arg(long, env = "WHAT_MATTERS_PUSH_CONTACT", value_name = "ADDRESS")]
    push_contact: Option<String>,
    /// A push service besides those of the known browsers, as `https://HOST`. Several
    /// with commas between.
    #[arg(long, env = "WHAT_MATTERS_PUSH_SERVICE", value_delimiter = ',', value_name = "ORIGIN")]
    push_service: Vec<String>,
    #[command(flatten)]
    backups: Backups,
    #[command(flatten)]
    data: Data,
}

impl Serve {
    /// Serves until the system says stop, then finishes what is under way.
    ///
    /// # Errors
    /// Why it could not start.
    pub(crate) async fn run(self) -> Result<(), Box<dyn Error>> {
        let mut stop = Stop::listen()?;
        let (books, place) = (self.data.open_books()?, self.data.place());
        let config = Config {
            address: self.address,
            data: self.data.data,
            metrics: self.metrics,
            behind_proxy: self.behind_proxy,
            apps: Apps { android: self.android_app, apple: self.apple_app },
            push: PushRule { contact: self.push_contact, services: self.push_service }.checked()?,
            typeset: |page, now| Ok(paper::pdf(page, now)?),
        };
        self.backups.begin(&books, place)?;
        let running = start(&config, books, Arc::new(SystemClock), ASSETS).await?;
        announce(&running)?;
        stop.wait().await;
        tracing::info!("stopping");
        running.stop().await;
        Ok(())
    }
}

/// Says where it listens, on lines of their own, for programs that start this
/// one.
pub(crate) fn announce(running: &Running) -> std::io::Result<()> {
    let mut out = std::io::stdout();
    writeln!(out, "listening on http://{}", running.address())?;
    if let Some(address) = running.metrics_address() {
        writeln!(out, "metrics on http://{address}/metrics")?;
    }
    out.flush()
}

/// The system's wish to stop. Listened for from the start, so that it is never
/// missed.
pub(crate) struct Stop {
    terminate: Signal,
    interrupt: Signal,
}

impl Stop {
    /// Begins to listen.
    pub(crate) fn listen() -> std::io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    /// Waits for it.
    pub(crate) async fn wait(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
