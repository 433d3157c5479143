//! The web app's files: made elsewhere, put into the program, served from here.

mod apps;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::Response;

pub use apps::{AndroidApp, AppNameError, AppleApp, Apps};

/// One file, and the same compressed where that makes it smaller.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    /// From the root: `/index.html`.
    pub path: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// Whether its name changes with its content, so that it may be kept for ever.
    pub hashed: bool,
    /// Names its content, quotes included.
    pub tag: &'static str,
    /// Its content.
    pub plain: &'static [u8],
    /// The same in brotli.
    pub brotli: Option<&'static [u8]>,
    /// The same in gzip.
    pub gzip: Option<&'static [u8]>,
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Kept, but asked about each time: a new version is seen at the next visit.
const ASK: &str = "no-cache";

/// What others look for at places that are agreed upon is never one of the app's
/// own pages.
const AGREED: &str = "/.well-known/";

/// The answer to a request for a file. A path that names no file and has no
/// ending is one of the app's own pages. None where there is no such file.
pub(crate) fn find(
    assets: &'static [Asset],
    method: &Method,
    path: &str,
    headers: &HeaderMap,
) -> Option<Response> {
    if method != Method::GET && method != Method::HEAD {
        return None;
    }
    let named = |name: &str| assets.iter().find(|asset| asset.path == name);
    let last = path.rsplit('/').next().unwrap_or_default();
    let asset = match named(path) {
        None if !last.contains('.') && !path.starts_with(AGREED) => named("/index.html")?,
        found => found?,
    };
    let mut response = Response::new(Body::empty());
    let said = response.headers_mut();
    let keep = if asset.hashed { FOR_EVER } else { ASK };
    said.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    said.insert(header::ETAG, HeaderValue::from_static(asset.tag));
    said.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if matches_tag(headers, asset.tag) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return Some(response);
    }
    let (encoding, body) = choose(asset, headers);
    said.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.media));
    said.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    if let Some(encoding) = encoding {
        said.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    if method == Method::GET {
        *response.body_mut() = Body::from(body);
    }
    Some(response)
}

fn matches_tag(headers: &HeaderMap, tag: &str) -> bool {
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == tag || known == "*")
}

/// The smallest of the forms that the client takes.
fn choose(asset: &Asset, headers: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
    let takes = |encoding: &str| {
        headers
            .get_all(header::ACCEPT_ENCODING)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .any(|one| {
                let (name, quality) = one.split_once(';').unwrap_or((one, ""));
                let quality = quality.trim().trim_start_matches("q=");
                let refused = quality.parse::<f32>().is_ok_and(|quality| quality <= 0.0);
                name.trim().eq_ignore_ascii_case(encoding) && !refused
            })
    };
    match asset {
        Asset { brotli: Some(body), .. } if takes("br") => (Some("br"), body),
        Asset { gzip: Some(body), .. } if takes("gzip") => (Some("gzip"), body),
        _ => (None, asset.plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static FILES: &[Asset] = &[
        Asset {
            path: "/index.html",
            media: "text/html; charset=utf-8",
            hashed: false,
            tag: "\"1\"",
            plain: b"page",
            brotli: Some(b"br"),
            gzip: Some(b"gz"),
        },
        Asset {
            path: "/assets/app-x.js",
            media: "text/javascript; charset=utf-8",
            hashed: true,
            tag: "\"2\"",
            plain: b"code",
            brotli: None,
            gzip: None,
        },
    ];

    fn get(path: &str, headers: &[(&'static str, &'static str)]) -> Option<Response> {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value)))
            .collect();
        find(FILES, &Method::GET, path, &headers)
    }

    fn said(response: &Response, name: header::HeaderName) -> Option<&str> {
        response.headers().get(name).map(|value| value.to_str().unwrap())
    }

    #[test]
    fn a_page_of_the_app_is_the_index_and_a_missing_file_is_missing() {
        for path in ["/", "/index.html", "/join"] {
            let page = get(path, &[]).unwrap();
            assert_eq!(said(&page, header::CONTENT_LENGTH), Some("4"), "{path}");
            assert_eq!(said(&page, header::CACHE_CONTROL), Some(ASK));
        }
        assert!(get("/assets/gone.js", &[]).is_none());
        assert!(get("/.well-known/apple-app-site-association", &[]).is_none());
        assert!(find(FILES, &Method::POST, "/", &HeaderMap::new()).is_none());
    }

    #[test]
    fn what_never_changes_is_kept_for_ever() {
        let file = get("/assets/app-x.js", &[("accept-encoding", "br")]).unwrap();
        assert_eq!(said(&file, header::CACHE_CONTROL), Some(FOR_EVER));
        assert_eq!(said(&file, header::CONTENT_ENCODING), None);
    }

    #[test]
    fn the_best_form_that_the_client_takes() {
        let encoding = |accepts| {
            let page = get("/", &[("accept-encoding", accepts)]).unwrap();
            said(&page, header::CONTENT_ENCODING).map(str::to_owned)
        };
        assert_eq!(encoding("gzip, deflate, br"), Some("br".into()));
        assert_eq!(encoding("gzip;q=0.8, br;q=0"), Some("gzip".into()));
        assert_eq!(encoding("identity"), None);
    }

    #[test]
    fn what_the_client_has_is_not_sent_again() {
        let page = get("/", &[("if-none-match", "W/\"0\", \"1\"")]).unwrap();
        assert_eq!(page.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(get("/", &[("if-none-match", "\"0\"")]).unwrap().status(), StatusCode::OK);
    }
}
