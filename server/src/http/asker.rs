//! Who asks: from where, and with what token. Nothing is believed yet.

use std::net::{IpAddr, SocketAddr};

use axum::http::request::Parts;
use axum::http::{HeaderMap, header};

use crate::sessions::Token;

/// Somebody at the door.
#[derive(Clone, Debug)]
pub(super) struct Asker {
    /// The token they came with, if it is one.
    pub(super) token: Option<Token>,
    /// From where.
    pub(super) address: Option<IpAddr>,
}

/// The other end of the connection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peer(pub(super) SocketAddr);

impl Asker {
    pub(super) fn of(parts: &Parts, behind_proxy: bool) -> Self {
        let peer = parts.extensions.get::<Peer>().map(|peer| peer.0.ip());
        let forwarded = if behind_proxy { forwarded(&parts.headers) } else { None };
        Self { token: bearer(&parts.headers), address: forwarded.or(peer) }
    }
}

fn bearer(headers: &HeaderMap) -> Option<Token> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return None;
    }
    Token::read(token.trim())
}

/// The last address in the list: the one that our own proxy saw. Those before
/// it are whatever the client claims.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    headers
        .get_all("x-forwarded-for")
        .iter()
        .next_back()?
        .to_str()
        .ok()?
        .rsplit(',')
        .next()?
        .trim()
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_our_own_proxy_saw_is_believed() {
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", "203.0.113.9, 198.51.100.2".parse().unwrap());
        assert_eq!(forwarded(&headers), "198.51.100.2".parse().ok());
        headers.append("x-forwarded-for", "192.0.2.7".parse().unwrap());
        assert_eq!(forwarded(&headers), "192.0.2.7".parse().ok());
    }

    #[test]
    fn a_token_is_read_from_its_header_and_nothing_else_is() {
        let with = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::AUTHORIZATION, value.parse().unwrap());
            bearer(&headers).is_some()
        };
        let token = "0a".repeat(48);
        assert!(with(&format!("Bearer {token}")));
        assert!(with(&format!("bearer {token}")));
        assert!(!with(&format!("Basic {token}")));
        assert!(!with(&token));
        assert!(!with("Bearer "));
        assert!(!with(&format!("Bearer {token}00")));
    }
}
