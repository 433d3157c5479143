//! JPEG (ITU-T T.81): only the segments that are needed to show it.

use super::tiff;

const EXIF: &[u8] = b"Exif\0\0";

/// The same picture; none where its segments do not add up.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..2)?.to_vec();
    let (mut at, mut turned, mut shown) = (2, false, false);
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        // Any number of 0xff may stand before a marker.
        while bytes.get(at + 1) == Some(&0xff) {
            at += 1;
        }
        let marker = *bytes.get(at + 1)?;
        if marker == 0xd9 {
            // What phones add behind the end is left behind.
            out.extend_from_slice(&[0xff, 0xd9]);
            return shown.then_some(out);
        }
        if matches!(marker, 0x00 | 0x01 | 0xd0..=0xd8) {
            return None;
        }
        let size = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let body = bytes.get(at + 4..at + 2 + size)?;
        let end = at + 2 + size;
        match marker {
            0xe1 if body.starts_with(EXIF) && !turned => {
                if let Some(up) = tiff::orientation(body.get(EXIF.len()..)?)
                    && body.len() >= EXIF.len() + tiff::SIZE
                {
                    out.extend_from_slice(&[0xff, 0xe1, 0, 34]);
                    out.extend_from_slice(EXIF);
                    out.extend_from_slice(&tiff::only(up));
                    turned = true;
                }
            }
            // How colours are meant.
            0xe0 if body.starts_with(b"JFIF\0") => {
                // Its small picture of itself stays behind.
                if let Some(head) = body.get(..14) {
                    out.extend_from_slice(&[0xff, 0xe0, 0, 16]);
                    out.extend_from_slice(head.get(..12)?);
                    out.extend_from_slice(&[0, 0]);
                }
            }
            0xe2 if body.starts_with(b"ICC_PROFILE\0") => {
                out.extend_from_slice(bytes.get(at..end)?);
            }
            0xee if body.starts_with(b"Adobe") => out.extend_from_slice(bytes.get(at..end)?),
            0xe0..=0xef | 0xfe => {}
            _ => out.extend_from_slice(bytes.get(at..end)?),
        }
        at = end;
        if marker == 0xda {
            shown = true;
            let from = at;
            at = next(bytes, from);
            out.extend_from_slice(bytes.get(from..at)?);
            if at >= bytes.len() {
                // Cut off in the picture itself: browsers show what there is.
                return Some(out);
            }
        }
    }
}

/// Where the next marker is that is not part of the picture's own data.
fn next(bytes: &[u8], mut at: usize) -> usize {
    while let Some(pair) = bytes.get(at..at + 2) {
        match *pair {
            [0xff, 0x00 | 0xd0..=0xd7] => at += 2,
            [0xff, 0xff] => at += 1,
            [0xff, _] => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}
