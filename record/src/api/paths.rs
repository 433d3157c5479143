//! Where each request goes. One list for both ends.

/// `POST`: [`NewAccount`](super::NewAccount) → 201 [`Session`](super::Session).
pub const ACCOUNTS: &str = "/api/v1/accounts";
/// `POST`: [`SignIn`](super::SignIn) → [`Session`](super::Session). `DELETE`: signs out → 204.
pub const SESSIONS: &str = "/api/v1/sessions";
/// `POST`: [`Refresh`](super::Refresh) → [`Session`](super::Session).
pub const REFRESH: &str = "/api/v1/sessions/refresh";
/// `GET` → [`Me`](super::Me).
pub const ME: &str = "/api/v1/me";
/// `POST`: [`NewPassword`](super::NewPassword) → 204.
pub const PASSWORD: &str = "/api/v1/me/password";
/// `POST`: [`Reading`](super::Reading) → 204.
pub const READING: &str = "/api/v1/me/reading";
/// `POST`: [`RecordOnly`](super::RecordOnly) → [`Enrolled`](super::Enrolled).
pub const ENROL: &str = "/api/v1/records/enrol";
/// `POST`: [`OpenRecord`](super::OpenRecord) → [`Opened`](super::Opened).
pub const OPEN: &str = "/api/v1/records/open";
/// `POST`: [`NewInvitation`](super::NewInvitation) → 201 [`InvitationMade`](super::InvitationMade).
pub const INVITATIONS: &str = "/api/v1/invitations";
/// `POST`: [`CodeOnly`](super::CodeOnly) → [`InvitationCard`](super::InvitationCard).
pub const LOOK: &str = "/api/v1/invitations/look";
/// `POST`: [`CodeOnly`](super::CodeOnly) → [`Me`](super::Me).
pub const ACCEPT: &str = "/api/v1/invitations/accept";
/// `POST`: `record::sync::Request` → `record::sync::Response`, both binary.
pub const SYNC: &str = "/api/v1/sync";
/// `GET` → server-sent events, each named `new` and empty.
pub const HINTS: &str = "/api/v1/hints";
/// `GET` → [`PushKey`](super::PushKey). `POST`: [`NewPush`](super::NewPush) → 204.
/// `DELETE`: this device is no longer told → 204.
pub const PUSH: &str = "/api/v1/push";
/// `POST`: [`Signs`](super::Signs) → 204.
pub const SIGNS: &str = "/api/v1/signs";
/// `POST`: [`Tells`](super::Tells) → 204.
pub const TELLS: &str = "/api/v1/tells";
/// `POST` → 201 [`CalendarMade`](super::CalendarMade); an address that there was
/// serves no longer. `DELETE`: none serves → 204.
pub const CALENDAR: &str = "/api/v1/calendar";
/// `POST`: [`CalendarTimes`](super::CalendarTimes) → 204.
pub const CALENDAR_TIMES: &str = "/api/v1/calendar/times";
/// `GET` → the calendar (RFC 5545) of whoever made this address. It needs no other
/// token, and is named without the secret wherever something is written down.
pub const FOLLOW: &str = "/calendar/{secret}";
/// `POST`: [`MediaPart`](super::MediaPart), binary → [`MediaTaken`](super::MediaTaken).
pub const MEDIA: &str = "/api/v1/media";
/// `POST`: [`MediaAsked`](super::MediaAsked) → the part's bytes.
pub const MEDIA_PART: &str = "/api/v1/media/part";
/// `POST`: [`MediaAsked`](super::MediaAsked) → 204; nothing of it is kept.
pub const MEDIA_FORGET: &str = "/api/v1/media/forget";
/// `POST`: [`PaperAsked`](super::PaperAsked) → the page as a PDF; nothing is kept.
pub const PAPER: &str = "/api/v1/paper";
/// `GET` → [`Caseload`](super::Caseload).
pub const CASELOAD: &str = "/api/v1/caseload";
/// `GET` → the OpenAPI description of all of these.
pub const OPENAPI: &str = "/api/openapi.json";
