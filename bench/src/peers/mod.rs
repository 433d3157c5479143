//! Others, doing the same work on the same machine. Each is set up by a script
//! in `bench/peers`.

pub(crate) mod atuin;
pub(crate) mod folding;
pub(crate) mod postgres;
pub(crate) mod pouchdb;
pub(crate) mod sqlite;

use std::error::Error;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::house;

/// How long a peer may take to start, its installation included.
const START_WITHIN: Duration = Duration::from_mins(10);

/// A peer that serves.
pub(crate) struct Peer {
    pub(crate) address: SocketAddr,
    pub(crate) folder: tempfile::TempDir,
    child: Child,
}

impl Peer {
    /// Starts `bench/peers/NAME PORT FOLDER`.
    pub(crate) fn start(name: &str) -> Result<Self, Box<dyn Error>> {
        let folder = house::folder()?;
        // Free a moment ago.
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let child = Command::new(script(name))
            .arg(address.port().to_string())
            .arg(folder.path())
            .stdout(Stdio::null())
            .spawn()?;
        let mut peer = Self { address, folder, child };
        let started = Instant::now();
        while TcpStream::connect(address).is_err() {
            if let Some(status) = peer.child.try_wait()? {
                return Err(format!("bench/peers/{name} ended: {status}").into());
            }
            if started.elapsed() > START_WITHIN {
                return Err(format!("bench/peers/{name} does not listen").into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(peer)
    }

    /// What its files take.
    pub(crate) fn bytes(&self) -> Result<u64, Box<dyn Error>> {
        house::size(self.folder.path())
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A script of `bench/peers`.
pub(crate) fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(name)
}

/// What a script prints: cells of lines.
pub(crate) fn lines(command: &mut Command) -> Result<Vec<Vec<String>>, Box<dyn Error>> {
    let out = command.stderr(Stdio::null()).output()?;
    if !out.status.success() {
        return Err(format!("{command:?}: {}", out.status).into());
    }
    let text = String::from_utf8(out.stdout)?;
    Ok(text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}
