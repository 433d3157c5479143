//! What an engine needs to be told before it starts.

use std::fmt;
use std::path::PathBuf;

use zeroize::Zeroize;

/// What an engine needs to be told.
#[derive(Debug)]
pub struct Config {
    /// Where this device remembers.
    pub storage: Storage,
    /// What it seals its memory with.
    pub key: SealingKey,
    /// The care team's server; `None` where there is none (yet): every request
    /// is then [`Unreachable`](shared::effects::network::NetworkOutput::Unreachable).
    pub server: Option<ServerAddress>,
}

/// Where a device remembers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Storage {
    /// In one SQLite file inside this directory, which is made where it is
    /// missing. Not in the browser: there it answers as a store that cannot be
    /// had.
    Directory(PathBuf),
    /// Nowhere: nothing outlives this engine.
    Memory,
    /// In the browser's private file system, under this name. Falls back to
    /// [`Storage::Memory`] where the browser has no such file system. On native
    /// platforms it answers as a store that cannot be had.
    Opfs {
        /// Names the directory; letters, digits and dashes.
        name: String,
    },
}

/// The key that everything at rest is sealed with: 32 unpredictable bytes from
/// the platform's own safe (Keychain, Keystore, `WebCrypto`). Wiped when dropped.
#[derive(Clone)]
pub struct SealingKey([u8; 32]);

impl SealingKey {
    /// Takes over the platform's bytes.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Drop for SealingKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealingKey(..)")
    }
}

/// Where the server is: a scheme and an authority, and perhaps a path, such as
/// `https://care.example.org`. Health data never leaves a device in the clear,
/// so `http` is taken only for this very machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerAddress(String);

/// The address is not one that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the server's address must begin with https:// (or http:// for this machine)")]
pub struct BadAddress;

impl ServerAddress {
    /// Reads an address.
    ///
    /// # Errors
    ///
    /// [`BadAddress`] where it is not `https`, or plain `http` to this machine;
    /// where it holds credentials, a query or a fragment, or blanks.
    pub fn new(address: &str) -> Result<Self, BadAddress> {
        let address = address.trim_end_matches('/');
        let rest = address
            .strip_prefix("https://")
            .or_else(|| address.strip_prefix("http://").filter(|rest| is_this_machine(rest)))
            .ok_or(BadAddress)?;
        let odd = |c: char| c.is_whitespace() || c.is_control() || "@?#\\\"<>".contains(c);
        if host(rest).is_empty() || rest.contains(odd) {
            return Err(BadAddress);
        }
        Ok(Self(address.to_owned()))
    }

    /// The whole address of a path, which begins with a slash.
    pub(crate) fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

/// The host in what follows the scheme, without its port.
fn host(rest: &str) -> &str {
    let authority = rest.split('/').next().unwrap_or_default();
    if authority.starts_with('[') {
        return authority.split_inclusive(']').next().unwrap_or_default();
    }
    authority.split(':').next().unwrap_or_default()
}

fn is_this_machine(rest: &str) -> bool {
    let host = host(rest);
    let loopback = |ip: std::net::IpAddr| ip.is_loopback();
    host == "localhost"
        || host.ends_with(".localhost")
        || host.trim_matches(['[', ']']).parse().is_ok_and(loopback)
}

/// Why an engine could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The system gave no thread.
    #[error("the system gave no thread to run on")]
    NoThread(#[source] std::io::Error),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_stays_on_this_machine() {
        for good in [
            "https://care.example.org",
            "https://care.example.org:8443/app/",
            "http://localhost:4000",
            "http://127.0.0.1:80/",
            "http://[::1]:80",
        ] {
            assert!(ServerAddress::new(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "care.example.org",
            "http://care.example.org",
            "http://localhost.example.org",
            "http://127.0.0.1.example.org",
            "http://127.0.0.1@example.org",
            "https://someone:secret@example.org",
            "https://",
            "https:///path",
            "https://example.org?token=1",
            "ftp://example.org",
        ] {
            assert_eq!(ServerAddress::new(bad), Err(BadAddress), "{bad}");
        }
    }

    #[test]
    fn an_address_joins_paths_with_one_slash() {
        let server = ServerAddress::new("https://care.example.org/");
        assert_eq!(
            server.map(|s| s.join("/api/v1/sync")),
            Ok("https://care.example.org/api/v1/sync".to_owned())
        );
    }

    #[test]
    fn the_key_never_shows_itself() {
        assert_eq!(format!("{:?}", SealingKey::new([7; 32])), "SealingKey(..)");
    }
}
