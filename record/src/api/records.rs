//! Records as an account sees them: which there are, writing to one, opening one.

use serde::{Deserialize, Serialize};

use super::Team;
use crate::ids::{Member, RecordId, Scopes, Writer};

/// A record that an account may reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordCard {
    /// Which.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{32}$"))]
    pub record: RecordId,
    /// The name of the person whose record it is.
    pub name: String,
    /// Who the account is in this record; 0 is the person.
    #[cfg_attr(feature = "openapi", schema(value_type = u32))]
    pub member: Member,
    /// As what.
    pub role: RecordRole,
    /// What the account may read, by the consents known to the server.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub scopes: Scopes,
    /// What the account may add to, by the same consents.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub adds: Scopes,
    /// The writer that this session's device is in this record, once enrolled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<u32>))]
    pub writer: Option<Writer>,
    /// The care teams that look after this person.
    #[serde(default)]
    pub teams: Vec<RecordTeam>,
    /// For a carer: when they were given signs lately that something which matters
    /// was not answered, the last one last. Nothing else is known to the server.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<i64>,
}

/// As what somebody reaches a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RecordRole {
    /// It is theirs.
    Person,
    /// They help the person.
    Carer,
    /// They work in the person's care team.
    Staff,
}

/// A care team within one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordTeam {
    /// The member that the team is in this record: consent is given to it.
    #[cfg_attr(feature = "openapi", schema(value_type = u32))]
    pub member: Member,
    /// What it is called, and how soon it answers.
    pub team: Team,
}

/// Names a record: asks to make this session's device one of its writers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordOnly {
    /// Which.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{32}$"))]
    pub record: RecordId,
}

/// This device may write. The same device and record always get the same answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Enrolled {
    /// As this writer.
    #[cfg_attr(feature = "openapi", schema(value_type = u32))]
    pub writer: Writer,
    /// On behalf of this member.
    #[cfg_attr(feature = "openapi", schema(value_type = u32))]
    pub member: Member,
}

/// Asks, as a colleague, to read one person's record. The look is written into
/// that record, where the person sees it, before the answer is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenRecord {
    /// Which.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{32}$"))]
    pub record: RecordId,
    /// Why, in words that the person will read: 1 to 200 characters.
    pub reason: String,
}

/// The record is open to this session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Opened {
    /// What may be read.
    pub record: RecordCard,
    /// Until when.
    pub until: i64,
}
