//! What is asked of sessions, from end to end: over the books, for whatever lets
//! the world in.

use record::api::{ProblemCode, Refresh, Session};

use super::{Caller, Token};
use crate::accounts;
use crate::clock::Moment;
use crate::refused::Refused;
use crate::store::books::Books;

/// Who comes with this access token.
///
/// # Errors
/// [`ProblemCode::SignedOut`] without one, or where it serves no more.
pub async fn caller(books: &Books, token: Option<Token>, now: Moment) -> Result<Caller, Refused> {
    let token = token.ok_or(ProblemCode::SignedOut)?;
    books.glance(move |page| super::caller(page, &token, now)).await
}

/// Gives a session its next tokens.
///
/// # Errors
/// [`ProblemCode::SessionEnded`] where the token is none, or turned before.
pub async fn refresh(books: &Books, asked: &Refresh, now: Moment) -> Result<Session, Refused> {
    let token = Token::read(asked.refresh.reveal()).ok_or(ProblemCode::SessionEnded)?;
    let (id, device) = (token.session, asked.device_key);
    let refreshed = books
        .write_of(&id, move |pen| {
            // The end of a family is kept: an answer, and no error, to the store.
            Ok::<_, Refused>(match super::refresh(pen, &token, device, now)? {
                Ok((tokens, _)) => Ok(accounts::session(pen, tokens, now)?),
                Err(code) => Err(code),
            })
        })
        .await??;
    Ok(refreshed)
}

/// Ends the caller's session.
///
/// # Errors
/// [`Refused::Store`].
pub async fn sign_out(books: &Books, caller: &Caller) -> Result<(), Refused> {
    let id = caller.session;
    books.write_of(&id, move |pen| super::end(pen, id)).await
}
