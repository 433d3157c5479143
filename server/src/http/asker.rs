//! Who asks: from where, and with what token. Nothing is believed yet.

use std::net::{IpAddr, SocketAddr};

use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use record::api::{Secret, paths};

use crate::sessions::Token;

/// Somebody at the door.
#[derive(Clone, Debug)]
pub(super) struct Asker {
    /// The token they came with, if it is one.
    pub(super) token: Option<Token>,
    /// From where.
    pub(super) address: Option<IpAddr>,
    /// Under which name they reached the server.
    host: Option<HeaderValue>,
    /// Whether they came by TLS: a proxy of our own speaks it, unless it says not.
    secure: bool,
    /// The last part of the path, where that is a calendar's secret.
    pub(super) secret: Option<Secret>,
    /// What they have already (`If-None-Match`).
    pub(super) known: Option<HeaderValue>,
}

/// The other end of the connection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peer(pub(super) SocketAddr);

impl Asker {
    pub(super) fn of(parts: &Parts, behind_proxy: bool) -> Self {
        let peer = parts.extensions.get::<Peer>().map(|peer| peer.0.ip());
        let forwarded = if behind_proxy { forwarded(&parts.headers) } else { None };
        let named = |name| parts.headers.get(name);
        // HTTP/2 says it in the request's own address.
        let authority = parts.uri.authority().map(|said| HeaderValue::from_str(said.as_str()));
        let by = named(HeaderName::from_static("x-forwarded-proto"));
        Self {
            token: bearer(&parts.headers),
            address: forwarded.or(peer),
            host: authority.and_then(Result::ok).or_else(|| named(header::HOST).cloned()),
            secure: behind_proxy && by.is_none_or(|by| by != "http"),
            secret: followed(parts.uri.path()),
            known: named(header::IF_NONE_MATCH).cloned(),
        }
    }

    /// Where the server is, as they reached it: `https://HOST`. Told to nobody else.
    pub(super) fn origin(&self) -> String {
        let host = self.host.as_ref().and_then(|host| host.to_str().ok()).unwrap_or_default();
        format!("{}://{host}", if self.secure { "https" } else { "http" })
    }
}

/// The secret of a calendar's address.
fn followed(path: &str) -> Option<Secret> {
    let (before, _) = paths::FOLLOW.split_once('{')?;
    path.strip_prefix(before).map(Secret::new)
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
