//! The caseload: whom a team looks after, and who needs attention and why.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{RecordId, Scopes};

/// The people of a team who share something with it; who has waited longest
/// comes first, then those with a reading in the red, those with a review that is due,
/// and those for whom nothing waits, each by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Caseload {
    /// As of when.
    pub at: i64,
    /// The people.
    pub people: Vec<CaseloadPerson>,
}

/// One person. Shows only what they share with the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseloadPerson {
    /// Their record.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{32}$"))]
    pub record: RecordId,
    /// Their name.
    pub name: String,
    /// What they share with the team.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub scopes: Scopes,
    /// Why they need attention; empty where nothing waits.
    pub attention: Vec<Attention>,
    /// Since when the longest-waiting of those has waited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_since: Option<i64>,
    /// When the last entry that the team may see arrived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_entry: Option<i64>,
}

/// A reason why somebody needs attention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Attention {
    /// They wrote and nobody of the team has answered.
    UnansweredMessage {
        /// When the first unanswered message arrived.
        since: i64,
        /// By when the team said that it answers.
        reply_by: i64,
    },
    /// A reading of theirs lies in the red of their own plan.
    RedReading {
        /// When the latest such reading was taken, as they wrote it down.
        taken: i64,
    },
    /// The day of a review of their plan has come, and nobody has said that it was held.
    ReviewDue {
        /// The day for which it was agreed.
        #[serde(with = "super::text::day")]
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        due: Date,
    },
    /// Something that this version does not know.
    #[serde(other)]
    Other,
}
