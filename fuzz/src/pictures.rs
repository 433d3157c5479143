//! Pictures, sound and film that somebody picks, and their parts on the way.

use record::api::MediaPart;
use record::media::{clean, sniff};

use crate::within;

/// What is picked is known or refused; what is kept of it is no larger, of the same
/// kind, and has nothing more to take out. The beginning alone is known for the same,
/// but for whether MP4 is film.
pub fn media(data: &[u8]) {
    if let Ok(part) = within(2, data, MediaPart::decode) {
        assert!(part.encode() == data, "it is read, and written otherwise");
    }
    let picked = data.to_vec();
    let Ok((media, cleaned)) = within(4, data, |_| clean(picked)) else { return };
    assert!(!cleaned.is_empty() && cleaned.len() <= data.len());
    let sort = media.sort().expect("what is kept has a sort");
    assert_eq!(sniff(data), Ok(media));
    assert!(data.len() as u64 <= sort.most());
    if let Ok((_, again)) = clean(cleaned.clone()) {
        assert!(again.len() <= cleaned.len());
    }
}
