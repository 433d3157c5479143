//! The network port: requests to the care team's server, and its hints.
//!
//! The device knows the server's address; the core knows only paths. Nothing
//! personal is ever in a path.

use crux_core::capability::Operation;
use serde::{Deserialize, Serialize};

/// The verb of a request.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Read.
    Get,
    /// Write.
    Post,
    /// Take away.
    Delete,
}

/// What a body is.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// No body.
    None,
    /// `application/json`.
    Json,
    /// `application/octet-stream`: the record's own encoding.
    Binary,
}

/// One request.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq)]
pub struct NetworkOperation {
    /// The verb.
    pub method: Method,
    /// From the root: `/api/v1/sync`.
    pub path: String,
    /// The access token, where the request is made as somebody.
    pub bearer: Option<String>,
    /// What the body is.
    pub content: Content,
    /// The body.
    pub body: Vec<u8>,
}

// Bodies hold health data and passwords; tokens are secrets. None is for a log.
impl std::fmt::Debug for NetworkOperation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {} ({} bytes)", self.method, self.path, self.body.len())
    }
}

/// What came of a request.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq)]
pub enum NetworkOutput {
    /// The server answered.
    Answer(Answer),
    /// No answer: no network, no server, or it took too long. The request may
    /// or may not have been carried out.
    Unreachable,
}

/// The server's answer.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Seconds to wait before asking again, where the server said.
    pub retry_after: Option<u32>,
    /// The body.
    pub body: Vec<u8>,
}

impl std::fmt::Debug for NetworkOutput {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Answer(answer) => write!(f, "{answer:?}"),
            Self::Unreachable => f.write_str("Unreachable"),
        }
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Answer({}, {} bytes)", self.status, self.body.len())
    }
}

impl Operation for NetworkOperation {
    type Output = NetworkOutput;
}

/// Listens to the server's hints (SSE) until closed. Each answer of the stream
/// is one [`Hint`]; a new `HintsOperation` ends the one before it.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq)]
pub enum HintsOperation {
    /// Begin.
    Listen {
        /// The path of the event stream.
        path: String,
        /// The access token.
        bearer: String,
    },
    /// End.
    Stop,
}

impl std::fmt::Debug for HintsOperation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Listen { path, .. } => write!(f, "Listen({path})"),
            Self::Stop => f.write_str("Stop"),
        }
    }
}

/// A hint: says that something is new, never what.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// The line is open.
    Open,
    /// Something is new: sync.
    New,
    /// The line closed; the stream ends with this.
    Closed,
}

impl Operation for HintsOperation {
    type Output = Hint;
}
