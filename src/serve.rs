//! `what-matters serve`.

use std::error::Error;
use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;

use clap::Args;
use server::clock::SystemClock;
use server::http::{Config, open_books, start};
use tokio::signal::unix::{SignalKind, signal};

use crate::Data;
use crate::assets::ASSETS;

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
    #[command(flatten)]
    data: Data,
}

impl Serve {
    /// Serves until the system says stop, then finishes what is under way.
    ///
    /// # Errors
    /// Why it could not start.
    pub(crate) async fn run(self) -> Result<(), Box<dyn Error>> {
        // Listened for from the start, so that a stop is never missed.
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let config = Config {
            address: self.address,
            data: self.data.data,
            metrics: self.metrics,
            behind_proxy: self.behind_proxy,
        };
        let books = open_books(&config.data)?;
        let running = start(&config, books, Arc::new(SystemClock), ASSETS).await?;
        // On lines of their own, for programs that start this one.
        let mut out = std::io::stdout();
        writeln!(out, "listening on http://{}", running.address())?;
        if let Some(address) = running.metrics_address() {
            writeln!(out, "metrics on http://{address}/metrics")?;
        }
        out.flush()?;
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping");
        running.stop().await;
        Ok(())
    }
}
