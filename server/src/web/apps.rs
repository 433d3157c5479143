//! For which apps of the phones this server vouches: links to it then open the app
//! instead of a browser. Android asks for `/.well-known/assetlinks.json`, Apple for
//! `/.well-known/apple-app-site-association`, in the forms that
//! <https://developer.android.com/training/app-links/verify-applinks> and
//! <https://developer.apple.com/documentation/xcode/supporting-associated-domains>
//! describe.

use std::str::FromStr;

use axum::body::Body;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use serde_json::json;

const ANDROID: &str = "/.well-known/assetlinks.json";
const APPLE: &str = "/.well-known/apple-app-site-association";
/// What a change of them may take to be seen.
const FOR_AN_HOUR: &str = "public, max-age=3600";

/// An Android app: its package, and whose signature it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AndroidApp {
    package: String,
    /// SHA-256 of the certificate that signs it, as Android writes it.
    fingerprint: String,
}

/// An app of Apple's: its team's identifier and its own, as `TEAM.bundle`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppleApp(String);

/// Why an app's name cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppNameError {
    /// It is no Android app.
    #[error(
        "write PACKAGE=FINGERPRINT, such as app.whatmatters=14:6D:…: the package, and the SHA-256 fingerprint of the certificate that signs the app, 64 digits with or without colons"
    )]
    Android,
    /// It is no app of Apple's.
    #[error(
        "write TEAM.BUNDLE, such as A1B2C3D4E5.app.whatmatters: the ten characters of the team’s identifier, and the app’s bundle identifier"
    )]
    Apple,
}

fn is_dotted(name: &str) -> bool {
    let mut parts = name.split('.').peekable();
    name.contains('.')
        && parts.all(|part| {
            !part.is_empty()
                && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
        })
}

impl FromStr for AndroidApp {
    type Err = AppNameError;

    fn from_str(text: &str) -> Result<Self, AppNameError> {
        let (package, print) = text.trim().split_once('=').ok_or(AppNameError::Android)?;
        // Android's tools write it with colons, or without.
        let digits: Vec<char> = print.chars().filter(|letter| *letter != ':').collect();
        let is_print = digits.len() == 64 && digits.iter().all(char::is_ascii_hexdigit);
        if !is_dotted(package) || !is_print {
            return Err(AppNameError::Android);
        }
        let pairs: Vec<String> =
            digits.chunks(2).map(|pair| pair.iter().collect::<String>().to_uppercase()).collect();
        Ok(Self { package: package.to_owned(), fingerprint: pairs.join(":") })
    }
}

impl FromStr for AppleApp {
    type Err = AppNameError;

    fn from_str(text: &str) -> Result<Self, AppNameError> {
        let name = text.trim();
        let team = name.split('.').next().unwrap_or_default();
        let is_team = team.len() == 10 && team.bytes().all(|b| b.is_ascii_alphanumeric());
        if is_team && is_dotted(name) {
            Ok(Self(name.to_owned()))
        } else {
            Err(AppNameError::Apple)
        }
    }
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apps {
    /// Of Android.
    pub android: Vec<AndroidApp>,
    /// Of iPhones and iPads.
    pub apple: Vec<AppleApp>,
}

impl Apps {
    /// The answer to a request for one of the two files; none where the path is
    /// another, or there is no app to vouch for.
    pub(crate) fn find(&self, method: &Method, path: &str) -> Option<Response> {
        if method != Method::GET && method != Method::HEAD {
            return None;
        }
        let body = match path {
            ANDROID if !self.android.is_empty() => self.asset_links(),
            APPLE if !self.apple.is_empty() => self.association(),
            _ => return None,
        };
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::OK;
        let said = response.headers_mut();
        said.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        said.insert(header::CACHE_CONTROL, HeaderValue::from_static(FOR_AN_HOUR));
        said.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
        if method == Method::GET {
            *response.body_mut() = Body::from(body);
        }
        Some(response)
    }

    fn asset_links(&self) -> String {
        let statement = |app: &AndroidApp| {
            json!({
                "relation": ["delegate_permission/common.handle_all_urls"],
                "target": {
                    "namespace": "android_app",
                    "package_name": app.package,
                    "sha256_cert_fingerprints": [app.fingerprint],
                },
            })
        };
        self.android.iter().map(statement).collect::<serde_json::Value>().to_string()
    }

    /// The app is opened by what stands behind `#` alone: every link of the app has
    /// that, and none is a page of its own.
    fn association(&self) -> String {
        let names: Vec<&str> = self.apple.iter().map(|app| app.0.as_str()).collect();
        let components = json!([{ "/": "/", "#": "*" }]);
        json!({ "applinks": { "details": [{ "appIDs": names, "components": components }] } })
            .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINT: &str = "14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5";

    #[test]
    fn names_are_read_and_others_told_how_to_write_them() {
        let app: AndroidApp = format!("app.whatmatters={}", PRINT.to_lowercase()).parse().unwrap();
        assert_eq!(app.fingerprint, PRINT);
        let plain: AndroidApp =
            format!("app.whatmatters={}", PRINT.replace(':', "")).parse().unwrap();
        assert_eq!(plain, app);
        for wrong in [
            "",
            "app.whatmatters",
            "app.whatmatters=",
            "app.whatmatters=14:6D",
            &format!("whatmatters={PRINT}"),
            &format!("app..x={PRINT}"),
            &format!("app.what matters={PRINT}"),
            &format!("app.whatmatters={}", PRINT.replace("14", "1G")),
        ] {
            assert_eq!(wrong.parse::<AndroidApp>(), Err(AppNameError::Android), "{wrong}");
        }
        assert!("A1B2C3D4E5.app.whatmatters".parse::<AppleApp>().is_ok());
        for wrong in ["", "app.whatmatters", "A1B2C3D4E5", "A1B2C3D4E5.", "A1B2C3D4E5.\"x"] {
            assert_eq!(wrong.parse::<AppleApp>(), Err(AppNameError::Apple), "{wrong}");
        }
    }
}
