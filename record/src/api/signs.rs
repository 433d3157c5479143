//! Signs: that something is due, for a device whose app is closed, or for a carer
//! whom the person chose. Never what: a sign is a time and a name that only the
//! person's own devices understand.

use serde::{Deserialize, Serialize};

use super::SignName;
use crate::ids::{Member, RecordId};

/// The most signs in one request, of each sort.
pub const MAX_SIGNS: usize = 128;

/// The server's key for push services (RFC 8292): a browser binds what it
/// subscribes to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PushKey {
    /// A point on P-256, not compressed: 65 bytes as base64url without padding.
    pub key: String,
}

/// This session's device may be told while its app is closed. The keys for
/// encrypting are not asked for: nothing is ever sent in a push.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewPush {
    /// Where the browser's push service takes it: an `https` address.
    pub endpoint: String,
}

/// A time at which something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sign {
    /// When.
    pub at: i64,
    /// Which it is, for the account's devices alone.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{16}$"))]
    pub name: SignName,
}

/// When this session's device is to be told that something is due. Takes the place
/// of what it said before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Signs {
    /// The times.
    pub signs: Vec<Sign>,
    /// What needs no sign any more, on any of the account's devices.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub over: Vec<SignName>,
    /// Whether it is told of new messages too.
    #[serde(default)]
    pub messages: bool,
    /// Between which minutes of a day, UTC, it is told of none; the second may be
    /// the earlier one, for a night.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Vec<u32>>))]
    pub quiet: Option<(u16, u16)>,
}

/// When a carer is to be given a sign, unless it is taken back before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tell {
    /// When.
    pub at: i64,
    /// Which it is, for the person's devices alone.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{16}$"))]
    pub name: SignName,
    /// To whom.
    #[cfg_attr(feature = "openapi", schema(value_type = u32))]
    pub to: Member,
}

/// All signs that carers are to be given about a person, as that person's device
/// knows now. Takes the place of what any of their devices said before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tells {
    /// Whose record.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{32}$"))]
    pub record: RecordId,
    /// The signs. One that was given already is not given again.
    pub tells: Vec<Tell>,
    /// What was done after all: a sign that was given is taken back.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub over: Vec<SignName>,
}
