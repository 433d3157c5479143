//! What the core and the server say to each other in JSON: accounts, sessions,
//! invitations, the caseload, and what went wrong. The record itself travels in
//! its own encoding ([`crate::sync`]).
//!
//! Every path is the same for everybody: who is asking is in the token, what is
//! asked about is in the body, and nothing about a person is ever in a URL; only
//! a calendar, which can send nothing else, has its secret there.
//! Fields that an older side does not know are passed over, so either side may
//! add some. Times are seconds since 1970, UTC.

mod account;
mod calendar;
mod caseload;
mod invitation;
mod media;
mod paper;
pub mod paths;
mod problem;
mod records;
mod signs;
mod text;

pub use account::{
    Account, AccountRole, Me, NewAccount, NewPassword, Reading, Refresh, Session, SignIn, Team,
};
pub use calendar::{CalendarMade, CalendarTimes, MAX_TIMES};
pub use caseload::{Attention, Caseload, CaseloadPerson};
pub use invitation::{CodeOnly, InvitationCard, InvitationMade, InvitationRole, NewInvitation};
pub use media::{MAX_MEDIA, MediaAsked, MediaPart, MediaTaken};
pub use paper::{MAX_PAPER, PDF, Paper, PaperAsked, PaperPart, PaperPicture};
pub use problem::{Problem, ProblemCode};
pub use records::{Enrolled, OpenRecord, Opened, RecordCard, RecordOnly, RecordRole, RecordTeam};
pub use signs::{MAX_SIGNS, NewPush, PushKey, Sign, Signs, Tell, Tells};
pub use text::{AccountId, Code, DeviceKey, Secret, SignName, TeamId};

/// The media type of the JSON bodies.
pub const JSON: &str = "application/json";
/// The media type of `POST sync`, both ways.
pub const BINARY: &str = "application/octet-stream";
/// The largest JSON body the server reads, in bytes.
pub const MAX_JSON: usize = 64 * 1024;
/// The largest sync body the server reads, in bytes.
pub const MAX_SYNC: usize = 1024 * 1024;

#[cfg(test)]
mod tests;
