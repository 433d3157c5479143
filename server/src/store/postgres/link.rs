//! A connection: how it is made, what is set on it, and what its errors mean.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use postgres::config::{Host, SslMode, TargetSessionAttrs};
use postgres::error::{Severity, SqlState};
use postgres::{Client, Config, NoTls};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use tokio_postgres_rustls::MakeRustlsConnect;

use super::PostgresOptions;
use crate::store::StoreError;

/// How to reach the database.
#[derive(Clone)]
pub(super) struct Address {
    config: Config,
    tls: Option<MakeRustlsConnect>,
}

impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Address")
    }
}

/// A connection.
pub(super) struct Link {
    pub(super) client: Client,
    /// The server has warned of something since this was last lowered.
    warned: Arc<AtomicBool>,
}

impl Address {
    /// Reads what the operator wrote: a URL, or words such as
    /// `host=/run/postgresql dbname=care`.
    pub(super) fn read(options: &PostgresOptions) -> Result<Self, StoreError> {
        let mut config: Config = options.url.parse().map_err(|error: postgres::Error| {
            StoreError::Failed(format!("its address cannot be read: {}", told(&error)))
        })?;
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            return Err(StoreError::Failed(
                "its address names no host. For a socket on this machine: postgres:///NAME?host=/run/postgresql"
                    .to_owned(),
            ));
        }
        config.application_name("what-matters");
        config.connect_timeout(Duration::from_secs(10));
        config.tcp_user_timeout(Duration::from_secs(30));
        config.keepalives_idle(Duration::from_mins(1));
        // Of several hosts, the one that takes writes: after a failover, the
        // survivor.
        config.target_session_attrs(TargetSessionAttrs::ReadWrite);
        let sockets_alone = config.get_hostaddrs().is_empty()
            && config.get_hosts().iter().all(|host| matches!(host, Host::Unix(_)));
        if sockets_alone || config.get_ssl_mode() == SslMode::Disable {
            config.ssl_mode(SslMode::Disable);
            return Ok(Self { config, tls: None });
        }
        // To prefer TLS is to do without it whenever somebody in between says so.
        config.ssl_mode(SslMode::Require);
        Ok(Self { config, tls: Some(tls(options)?) })
    }

    /// Connects. Never call it where an async runtime runs: the client has one
    /// of its own.
    pub(super) fn connect(&self) -> Result<Link, StoreError> {
        let warned = Arc::new(AtomicBool::new(false));
        let mut config = self.config.clone();
        let flag = Arc::clone(&warned);
        config.notice_callback(move |notice| {
            if notice.parsed_severity() == Some(Severity::Warning) {
                tracing::warn!(notice = notice.message(), "the database warns");
                flag.store(true, Ordering::SeqCst);
            }
        });
        let connected = match &self.tls {
            Some(tls) => config.connect(tls.clone()),
            None => config.connect(NoTls),
        };
        let mut client = connected.map_err(|error| {
            StoreError::Failed(format!("it cannot be reached: {}", told(&error)))
        })?;
        // An act is told done when it is flushed here and, where there is one, on
        // the synchronous standby; whoever set even more is left with it. No
        // limit is set on statements: one that ended the wait for a standby
        // would make an act look done that is on one machine alone.
        client.batch_execute(
            "SELECT set_config('synchronous_commit', 'on', false)
                 WHERE current_setting('synchronous_commit') <> 'remote_apply';
             SET default_transaction_isolation = 'read committed';
             SET lock_timeout = '20s';
             SET idle_in_transaction_session_timeout = '60s';
             SET client_min_messages = 'warning'",
        )?;
        Ok(Link { client, warned })
    }
}

impl Link {
    /// Whether it is of no more use.
    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Ends the transaction, and keeps what it did.
    ///
    /// # Errors
    /// [`StoreError::Failed`] also where the server says that it did and warns:
    /// so it does when the wait for a standby was ended from outside.
    pub(super) fn commit(&mut self) -> Result<(), StoreError> {
        self.warned.store(false, Ordering::SeqCst);
        self.client.batch_execute("COMMIT")?;
        if self.warned.load(Ordering::SeqCst) {
            return Err(StoreError::Failed("the standby has not confirmed".to_owned()));
        }
        Ok(())
    }
}

fn tls(options: &PostgresOptions) -> Result<MakeRustlsConnect, StoreError> {
    let fails = |error: &dyn std::fmt::Display| {
        StoreError::Failed(format!("TLS to it cannot be set up: {error}"))
    };
    let mut roots = rustls::RootCertStore::empty();
    if let Some(file) = &options.authority {
        for certificate in CertificateDer::pem_file_iter(file).map_err(|error| fails(&error))? {
            let certificate = certificate.map_err(|error| fails(&error))?;
            roots.add(certificate).map_err(|error| fails(&error))?;
        }
    } else {
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| fails(&error))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

/// What is wrong, in the server's words; never its detail, which could show a
/// key.
fn told(error: &postgres::Error) -> String {
    if let Some(database) = error.as_db_error() {
        return database.message().to_owned();
    }
    let mut words = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        words = format!("{words}: {cause}");
        source = cause.source();
    }
    words
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        match error.code() {
            Some(code) if *code == SqlState::DISK_FULL => Self::Full,
            // Nothing of the transaction was kept; it may be tried again.
            Some(code)
                if [
                    SqlState::T_R_SERIALIZATION_FAILURE,
                    SqlState::T_R_DEADLOCK_DETECTED,
                    SqlState::LOCK_NOT_AVAILABLE,
                    SqlState::OUT_OF_MEMORY,
                    SqlState::TOO_MANY_CONNECTIONS,
                ]
                .contains(code) =>
            {
                Self::Busy
            }
            Some(code)
                if *code == SqlState::DATA_CORRUPTED || *code == SqlState::INDEX_CORRUPTED =>
            {
                Self::Damaged
            }
            _ => Self::Failed(told(&error)),
        }
    }
}
