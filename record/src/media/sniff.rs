//! What a file is, by its own bytes: its name and its ending say nothing.

use super::{MediaType, Refused};

/// How far in is looked for what a container holds.
const HEAD: usize = 64 * 1024;

/// What these bytes are. Of a file's beginning alone the same is said, but for
/// whether sound in MP4 is taken for film.
///
/// # Errors
/// [`Refused::Unknown`] and [`Refused::Phone`].
pub fn sniff(bytes: &[u8]) -> Result<MediaType, Refused> {
    let at = |from: usize, what: &[u8]| bytes.get(from..).is_some_and(|b| b.starts_with(what));
    if at(0, b"\xff\xd8\xff") {
        return Ok(MediaType::Jpeg);
    }
    if at(0, b"\x89PNG\r\n\x1a\n") {
        return Ok(MediaType::Png);
    }
    if at(0, b"RIFF") && at(8, b"WEBP") {
        return Ok(MediaType::Webp);
    }
    if at(0, b"RIFF") && at(8, b"WAVE") {
        return Ok(MediaType::Wav);
    }
    if at(0, b"OggS") {
        return Ok(MediaType::Ogg);
    }
    if at(0, b"ID3") || is_mp3(bytes) {
        return Ok(MediaType::Mp3);
    }
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    if at(0, b"\x1a\x45\xdf\xa3") {
        // Matroska as a whole is more than browsers play.
        let webm = holds(head.get(..head.len().min(64)).unwrap_or_default(), b"webm");
        let film = [b"V_VP8", b"V_VP9", b"V_AV1"].iter().any(|codec| holds(head, *codec));
        return match (webm, film) {
            (true, true) => Ok(MediaType::Webm),
            (true, false) => Ok(MediaType::WebmSound),
            (false, _) => Err(Refused::Unknown),
        };
    }
    if at(4, b"ftyp") {
        return match bytes.get(8..12).unwrap_or_default() {
            b"M4A " | b"M4B " => Ok(MediaType::M4a),
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1" | b"avif" => {
                Err(Refused::Phone)
            }
            // Phones call sound so as well: what it has tells.
            _ if holds(bytes, b"soun") && !holds(bytes, b"vide") => Ok(MediaType::M4a),
            _ => Ok(MediaType::Mp4),
        };
    }
    Err(Refused::Unknown)
}

/// A frame of MPEG audio, layer III, with a rate that there is.
fn is_mp3(bytes: &[u8]) -> bool {
    let &[0xff, second, third, ..] = bytes else { return false };
    second & 0xe0 == 0xe0
        && second >> 3 & 3 != 1
        && second >> 1 & 3 == 1
        && !matches!(third >> 4, 0 | 15)
        && third >> 2 & 3 != 3
}

/// An MP3 without the tags before and behind it.
pub(super) fn without_tags(mut bytes: Vec<u8>) -> Vec<u8> {
    while let Some(&[b'I', b'D', b'3', _, _, flags, a, b, c, d]) = bytes.first_chunk() {
        let size = [a, b, c, d].iter().fold(0, |size, byte| size << 7 | usize::from(byte & 0x7f));
        let foot = if flags & 0x10 == 0 { 0 } else { 10 };
        bytes.drain(..(10 + size + foot).min(bytes.len()));
    }
    if let Some(at) = bytes.len().checked_sub(128)
        && bytes.get(at..).is_some_and(|tail| tail.starts_with(b"TAG"))
    {
        bytes.truncate(at);
    }
    bytes
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}
