//! Being told while the app is closed, where a platform needs a server for that: a
//! browser's push service.

use facet::Facet;
use serde::{Deserialize, Serialize};

/// What the shell is asked to do.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum Push {
    /// Subscribe at the push service, and say where. Where it did already by the same
    /// key, the same again.
    Subscribe(Subscribing),
    /// Subscribe no longer.
    Leave,
}

/// How to subscribe.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Subscribing {
    /// The server's key: a point on P-256 as base64url without padding.
    pub key: String,
    /// What is shown for a push that stands for nothing that was armed: its first
    /// line,
    pub title: String,
    /// and its text. Nothing of a person's health.
    pub text: String,
}

/// What became of it.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum Subscribed {
    /// The server sends to this address.
    Here(String),
    /// Not any more, or this device cannot.
    Nowhere,
}
