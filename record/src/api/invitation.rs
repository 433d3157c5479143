//! Invitations: to carers, to patients, and to colleagues.

use serde::{Deserialize, Serialize};

use super::{Code, TeamId};
use crate::ids::{Member, RecordId, Scopes};

/// Asks for an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewInvitation {
    /// To be what. A person invites carers; a colleague invites patients.
    pub role: InvitationRole,
    /// To which record: a carer's invitation names the person's own, a
    /// patient's none (the record comes with their account).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub record: Option<RecordId>,
    /// Who is invited, as the inviter calls them: 1 to 80 characters.
    pub name: String,
    /// What they are to the person, or their job in the team, in words that
    /// stand beside their name: "daughter", "practice nurse". At most 80
    /// characters; empty where nothing was said.
    #[serde(default)]
    pub relation: String,
    /// What they will be asked to share, or be shown. Says what to expect;
    /// only an entry in the record's sharing stream gives anything.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub scopes: Scopes,
}

/// To be what somebody is invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum InvitationRole {
    /// To help somebody with their record.
    Carer,
    /// To be looked after by a care team.
    Patient,
    /// To work in a care team. Only the server's operator invites to this.
    Staff,
}

/// The invitation. The code is shown once and kept by the server only as a hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationMade {
    /// To be handed to the person invited, by hand or by voice.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: Code,
    /// The member that a carer will be in the record: consent may be written
    /// for it at once. None for a patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<u32>))]
    pub member: Option<Member>,
    /// Until when it can be used.
    pub expires: i64,
}

/// An invitation's code, to look at it or to accept it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CodeOnly {
    /// As it was handed over; case, spaces and dashes do not matter.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: Code,
}

/// What an invitation is to, for somebody about to accept it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationCard {
    /// To be what.
    pub role: InvitationRole,
    /// Who invites: a person's name, or a team's.
    pub from: String,
    /// The team that invites, where one does: [`Team::id`](super::Team).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, pattern = "^[0-9a-f]{32}$"))]
    pub team: Option<TeamId>,
    /// Who is invited, as the inviter calls them.
    pub name: String,
    /// What they are to the person, or their job; empty where nothing was said.
    #[serde(default)]
    pub relation: String,
    /// What a patient is asked to share, or a carer is shown.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub scopes: Scopes,
    /// Until when it can be used.
    pub expires: i64,
}
