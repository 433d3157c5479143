//! Messages between the person's side and their team, and who has seen them.

use super::{Ref, kind};

kind! {
    /// One message. Who wrote it, and when, is the operation's.
    Message = 8 in Messages as "message" {
        /// The words.
        1 text: String => Fixed,
        /// The message it answers.
        2 answers: Option<Ref> => Fixed,
    }
}

kind! {
    /// Somebody has opened messages, up to and including this one.
    Seen = 9 in Messages as "seen" {
        /// The newest message on the page that they opened.
        1 message: Ref => Fixed,
    }
}
