//! Accounts and sessions.

use serde::{Deserialize, Serialize};

use super::{AccountId, Code, DeviceKey, RecordCard, Secret, TeamId};

/// Asks for an account. Unless the invitation is a carer's or a colleague's,
/// the account gets a record of its own, in which the person is member 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewAccount {
    /// What the person will sign in with: 3 to 64 letters, figures and `.-_@+`;
    /// an e-mail address will do. Upper and lower case are the same.
    pub username: String,
    /// At least 10 characters.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "password"))]
    pub password: Secret,
    /// How others will see them: 1 to 80 characters.
    pub name: String,
    /// This device's key: 32 bytes.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{64}$"))]
    pub device_key: DeviceKey,
    /// The invitation that is being accepted, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub invitation: Option<Code>,
}

/// Asks for a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// As it was chosen.
    pub username: String,
    /// As it was chosen.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "password"))]
    pub password: Secret,
    /// This device's key: 32 bytes.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{64}$"))]
    pub device_key: DeviceKey,
}

/// Asks for another password. Every other session of the account ends by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewPassword {
    /// The password now.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "password"))]
    pub old: Secret,
    /// The password from now on: at least 10 characters.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "password"))]
    pub new: Secret,
}

/// Asks for the session's next tokens. A refresh token serves once; the one
/// before it gives the same answer again for three minutes, for answers lost on
/// the way, and any older one ends the session everywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Refresh {
    /// From the last [`Session`].
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub refresh: Secret,
    /// The device's key where it has a new one: a device that found itself
    /// copied goes on under a key of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, pattern = "^[0-9a-f]{64}$"))]
    pub device_key: Option<DeviceKey>,
}

/// A session of one account on one device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// Goes with every request, as `Authorization: Bearer …`.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub access: Secret,
    /// For [`Refresh`].
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub refresh: Secret,
    /// For how many seconds from now the access token serves.
    pub access_seconds: u32,
    /// Whose session it is.
    pub account: Account,
    /// The records it may reach.
    pub records: Vec<RecordCard>,
}

/// Who is signed in, and what they may reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    /// Whose session it is.
    pub account: Account,
    /// The records it may reach.
    pub records: Vec<RecordCard>,
    /// When the address was made that a calendar follows; none where none serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<i64>,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// Its id: 16 bytes.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{32}$"))]
    pub id: AccountId,
    /// What it signs in with.
    pub username: String,
    /// How others see it.
    pub name: String,
    /// Whether it is a person's (a carer is a person too) or a colleague's.
    pub role: AccountRole,
    /// The team a colleague works in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<Team>,
    /// What a colleague does there: "practice nurse".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<String>,
    /// Whether they read Easy Read; none where they never said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easy_read: Option<bool>,
}

/// How somebody reads, on each of their devices. It is their account's and in nobody's
/// record: who helps and whom they help read the same record each in their own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reading {
    /// Easy Read, or the standard words.
    pub easy_read: bool,
}

/// Whose account it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AccountRole {
    /// Somebody with a record of their own, or a carer.
    Person,
    /// Somebody who works in a care team.
    Staff,
}

/// A care team, as others see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Team {
    /// Which it is: 16 bytes. Two teams may have one name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, pattern = "^[0-9a-f]{32}$"))]
    pub id: Option<TeamId>,
    /// Its name.
    pub name: String,
    /// Within how many hours it answers a message.
    pub reply_hours: u32,
}
