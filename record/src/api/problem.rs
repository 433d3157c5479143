//! What went wrong, as the server says it.

use serde::{Deserialize, Serialize};

/// The body of every answer that is not a success.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[error("{message}")]
pub struct Problem {
    /// Which, for the app.
    pub code: ProblemCode,
    /// A plain sentence, which says what to do.
    pub message: String,
    /// Seconds to wait before asking again, where waiting helps. The same as
    /// the `Retry-After` header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
}

macro_rules! problems {
    ($($(#[$doc:meta])* $name:ident, $status:literal, $message:literal;)*) => {
        /// Every way in which the server refuses.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum ProblemCode {
            $($(#[$doc])* $name,)*
            /// One that this version of the app does not know.
            #[serde(other)]
            Other,
        }

        impl ProblemCode {
            /// Every one that the server says.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The HTTP status it goes with.
            #[must_use]
            pub fn status(self) -> u16 {
                match self {
                    $(Self::$name => $status,)*
                    Self::Other => 500,
                }
            }

            /// Its sentence, in English.
            #[must_use]
            pub fn message(self) -> &'static str {
                match self {
                    $(Self::$name => $message,)*
                    Self::Other => "Something went wrong. Try again later.",
                }
            }
        }
    };
}

problems! {
    /// The body could not be understood.
    Malformed, 400, "The app sent something that the server could not read. Update the app and try again.";
    /// A field holds what it cannot.
    Invalid, 422, "Something in the form cannot be used. Check it and try again.";
    /// The username cannot be used.
    UsernameInvalid, 422, "A username is 3 to 64 letters, numbers and . - _ @ +. Choose another.";
    /// Somebody has it already.
    UsernameTaken, 409, "That username is taken. Choose another, or sign in if it is yours.";
    /// The password is too easy to guess.
    PasswordWeak, 422, "Choose a longer password: at least 10 characters, and not one that is easy to guess.";
    /// The name is missing or too long.
    NameInvalid, 422, "Enter a name of 1 to 80 characters.";
    /// The device's key is not one.
    DeviceKeyInvalid, 422, "This device could not be recognised. Restart the app and try again.";
    /// The username or the password is wrong; which, is not said.
    CredentialsWrong, 401, "The username or the password is not right. Check them and try again.";
    /// Not the password that the account has now.
    PasswordWrong, 422, "That is not the password you have now. Check it and try again.";
    /// Too many tries at signing in, or at a code.
    TooManyTries, 429, "There were too many tries. Wait a little, then try again.";
    /// The server has too much to do; nothing was accepted.
    Busy, 429, "The server is busy. What you wrote is safe on this device and will be sent later.";
    /// The access token is missing, unknown or over: refresh the session.
    SignedOut, 401, "Sign in again to go on.";
    /// The session is over, or its refresh token was used twice: sign in again.
    SessionEnded, 401, "You have been signed out to keep your record safe. Sign in again.";
    /// Not for this account.
    NotAllowed, 403, "You cannot do this. Ask the person whose record it is, or your team.";
    /// A colleague has to open the record first.
    RecordClosed, 403, "Open this person’s record first, and say why.";
    /// No such record, or none that this account may know of.
    RecordUnknown, 404, "This record is not there, or is not shared with you.";
    /// No invitation has this code.
    InvitationUnknown, 404, "No invitation has this code. Check it, or ask for a new one.";
    /// It was used.
    InvitationUsed, 410, "This invitation has been used already. Ask for a new one.";
    /// Its 14 days are over.
    InvitationExpired, 410, "This invitation has run out. Ask for a new one.";
    /// The device is not one that is told while its app is closed.
    PushUnknown, 404, "This device is not told while the app is closed. Turn it on again.";
    /// The push service is not one that the server sends to.
    PushRefused, 422, "This browser’s push service is not one that the server knows. Use another browser, or keep the app open.";
    /// No calendar follows this account.
    CalendarUnknown, 404, "No calendar follows your times. Make a new address.";
    /// The server has no such picture, sound or film, or not all of it.
    MediaUnknown, 404, "This is not with your care team’s server. It may not have been sent yet, or it was deleted.";
    /// It is not what its hash says, or of no kind that is taken.
    MediaWrong, 422, "This picture, sound or film did not arrive as it was sent. Try again.";
    /// It is larger than one may be, or the record has no room left for it.
    MediaTooLarge, 413, "This is too large. A picture may have 5 MB, sound and film 25 MB, and all of a record 300 MB.";
    /// There is nothing at this address.
    NotFound, 404, "There is nothing at this address.";
    /// The address takes other verbs.
    MethodNotAllowed, 405, "This address cannot be used like this.";
    /// The body is too large.
    TooLarge, 413, "That is too much at once. Send it in smaller parts.";
    /// The body is of the wrong kind.
    WrongKind, 415, "The app sent something of a kind that the server does not take. Update the app.";
    /// The body came too slowly.
    TooSlow, 408, "The connection is too slow or was broken. Try again.";
    /// The server's disk is full or failing; nothing was accepted.
    Unavailable, 503, "The server cannot save anything just now. What you wrote is safe on this device and will be sent later.";
    /// A fault of the server's.
    Fault, 500, "Something went wrong on the server. Try again later.";
}

impl From<ProblemCode> for Problem {
    fn from(code: ProblemCode) -> Self {
        Self { code, message: code.message().to_owned(), retry_after: None }
    }
}

impl Problem {
    /// The same, to be tried again after so many seconds.
    #[must_use]
    pub fn after(code: ProblemCode, seconds: u32) -> Self {
        Self { retry_after: Some(seconds), ..code.into() }
    }
}
