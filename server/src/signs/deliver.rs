//! Sending: an empty `POST` to a push service (RFC 8030). It has no body, so there is
//! nothing to encrypt and nothing to read; what the sign means is worked out on the
//! device.

use std::sync::Arc;
use std::time::Duration;

use record::api::ProblemCode;
use reqwest::{Client, StatusCode, Url};

use super::vapid::VapidKey;
use super::{LATE, Post, Wait};
use crate::clock::Moment;

/// How long a push service may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// After how long it is tried once more where it failed.
const AGAIN: Duration = Duration::from_secs(20);
/// The most characters of an address.
const ADDRESS: usize = 1024;

/// The push services of the browsers there are; each beginning with a dot stands for
/// all beneath it. Nothing is ever sent elsewhere: an address that anybody may hand
/// in must not make the server knock at doors of its own house.
const SERVICES: &[&str] = &[
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    "web.push.apple.com",
    ".push.apple.com",
    ".notify.windows.com",
];

/// To whom the server sends pushes, and as whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PushRule {
    /// Whom a push service may turn to: `mailto:` or `https:`. Some (Apple's) take
    /// nothing without.
    pub contact: Option<String>,
    /// Origins of push services besides those that are known.
    pub services: Vec<String>,
}

/// A rule that cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// Whom to turn to is no address.
    #[error("{0:?} is no address to turn to: write mailto:NAME@HOST or https://HOST")]
    Contact(String),
    /// A push service is no origin.
    #[error("{0:?} is no push service: write https://HOST, without a path")]
    Service(String),
}

/// What became of a push.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivered {
    /// The push service has it.
    Sent,
    /// The device is not there any more.
    Gone,
    /// It could not be sent.
    Failed,
}

/// Sends pushes.
pub struct Deliver {
    rule: PushRule,
    client: Option<Client>,
}

impl PushRule {
    /// The same, where it can be.
    ///
    /// # Errors
    /// [`RuleError`].
    pub fn checked(self) -> Result<Self, RuleError> {
        if let Some(contact) = &self.contact
            && !contact.starts_with("mailto:")
            && !contact.starts_with("https://")
        {
            return Err(RuleError::Contact(contact.clone()));
        }
        let bad = |service: &&String| {
            Url::parse(service).map_or(true, |url| url.origin().ascii_serialization() != **service)
        };
        match self.services.iter().find(bad) {
            Some(service) => Err(RuleError::Service(service.clone())),
            None => Ok(self),
        }
    }
}

impl Deliver {
    /// By this rule.
    #[must_use]
    pub fn new(rule: PushRule) -> Arc<Self> {
        let mut roots = rustls::RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let client = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .ok()
            .map(|config| config.with_root_certificates(roots).with_no_client_auth())
            .and_then(|tls| {
                Client::builder()
                    .tls_backend_preconfigured(tls)
                    // A redirect could lead where no push service is.
                    .redirect(reqwest::redirect::Policy::none())
                    .no_proxy()
                    .timeout(PATIENCE)
                    .build()
                    .ok()
            });
        Arc::new(Self { rule, client })
    }

    /// An address that pushes may be sent to.
    ///
    /// # Errors
    /// [`ProblemCode::PushRefused`].
    pub fn check(&self, endpoint: &str) -> Result<(), ProblemCode> {
        self.url(endpoint).map(drop)
    }

    fn url(&self, endpoint: &str) -> Result<Url, ProblemCode> {
        let refused = ProblemCode::PushRefused;
        if endpoint.len() > ADDRESS {
            return Err(refused);
        }
        let url = Url::parse(endpoint).map_err(|_| refused)?;
        if self.rule.services.contains(&url.origin().ascii_serialization()) {
            return Ok(url);
        }
        let host = url.host_str().unwrap_or_default();
        let known = SERVICES
            .iter()
            .any(|service| host == *service || service.starts_with('.') && host.ends_with(service));
        let plain = url.scheme() == "https"
            && url.port().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        if known && plain { Ok(url) } else { Err(refused) }
    }

    /// Sends one; a service that fails is asked once more.
    pub async fn send(&self, key: &VapidKey, post: &Post, now: Moment) -> Delivered {
        let first = self.try_once(key, post, now).await;
        if first != Delivered::Failed {
            return first;
        }
        tokio::time::sleep(AGAIN).await;
        self.try_once(key, post, now).await
    }

    async fn try_once(&self, key: &VapidKey, post: &Post, now: Moment) -> Delivered {
        let (Ok(url), Some(client)) = (self.url(&post.endpoint), &self.client) else {
            return Delivered::Failed;
        };
        let origin = url.origin().ascii_serialization();
        let contact = self.rule.contact.as_deref();
        let Ok(word) = key.authorization(&origin, contact, now.seconds()) else {
            return Delivered::Failed;
        };
        let (wait, urgency) = match post.wait {
            Wait::Short => (LATE, "high"),
            Wait::Day => (24 * 3600, "normal"),
        };
        let request = client
            .post(url)
            .header("authorization", word)
            .header("ttl", wait)
            .header("urgency", urgency)
            // Of several that wait for a device that is off, one is enough.
            .header("topic", if post.wait == Wait::Short { "due" } else { "new" })
            .header("content-length", 0);
        match request.send().await.map(|answer| answer.status()) {
            Ok(status) if status.is_success() => Delivered::Sent,
            Ok(StatusCode::NOT_FOUND | StatusCode::GONE) => Delivered::Gone,
            _ => Delivered::Failed,
        }
    }
}

/// A push that could not be sent says nothing of where to.
impl std::fmt::Debug for Deliver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Deliver")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pushes_go_to_push_services_alone() {
        let deliver = Deliver::new(PushRule::default());
        for good in [
            "https://fcm.googleapis.com/fcm/send/abc",
            "https://updates.push.services.mozilla.com/wpush/v2/abc",
            "https://web.push.apple.com/abc",
            "https://db5p.notify.windows.com/w/?token=abc",
        ] {
            assert_eq!(deliver.check(good), Ok(()), "{good}");
        }
        let long = format!("https://fcm.googleapis.com/{}", "a".repeat(ADDRESS));
        for bad in [
            "",
            "nonsense",
            "http://fcm.googleapis.com/fcm/send/abc",
            "https://fcm.googleapis.com:8443/abc",
            "https://me@fcm.googleapis.com/abc",
            "https://fcm.googleapis.com.evil.example/abc",
            "https://evilpush.apple.com/abc",
            "https://127.0.0.1/abc",
            "https://localhost/abc",
            "file:///etc/passwd",
            &long,
        ] {
            assert_eq!(deliver.check(bad), Err(ProblemCode::PushRefused), "{bad}");
        }
    }

    #[test]
    fn a_rule_that_cannot_be_says_what_to_write() {
        let rule = |contact: Option<&str>, service: Option<&str>| PushRule {
            contact: contact.map(Into::into),
            services: service.into_iter().map(Into::into).collect(),
        };
        assert!(
            rule(Some("mailto:it@practice.example"), Some("https://push.example"))
                .checked()
                .is_ok()
        );
        assert!(rule(Some("it@practice.example"), None).checked().is_err());
        assert!(rule(None, Some("push.example")).checked().is_err());
        assert!(rule(None, Some("https://push.example/path")).checked().is_err());
    }
}
