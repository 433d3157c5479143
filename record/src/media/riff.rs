//! RIFF: `WebP` and WAV, with the chunks that are needed to show or play them.

use super::tiff;

const EXIF_FLAG: u8 = 0x08;
const XMP_FLAG: u8 = 0x04;

/// A `WebP` without EXIF and XMP, but for which side is up.
pub(super) fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    let chunks = chunks(bytes)?;
    let exif = chunks.iter().find(|(name, _)| *name == b"EXIF").map(|(_, body)| *body);
    let exif = exif.filter(|body| body.len() >= tiff::SIZE);
    // Some write it as JPEG has it.
    let up =
        exif.and_then(|body| tiff::orientation(body.strip_prefix(b"Exif\0\0").unwrap_or(body)));
    let mut out = begin(b"WEBP");
    let mut shown = false;
    for (name, body) in chunks {
        match name {
            b"VP8X" => {
                let mut body = body.to_vec();
                *body.first_mut()? &= !(EXIF_FLAG | XMP_FLAG);
                *body.first_mut()? |= if up.is_some() { EXIF_FLAG } else { 0 };
                put(&mut out, name, &body)?;
            }
            b"VP8 " | b"VP8L" | b"ANMF" => {
                shown = true;
                put(&mut out, name, body)?;
            }
            b"ALPH" | b"ANIM" | b"ICCP" => put(&mut out, name, body)?,
            _ => {}
        }
    }
    if let Some(up) = up {
        put(&mut out, b"EXIF", &tiff::only(up))?;
    }
    (shown && out.len() <= bytes.len()).then(|| finish(out)).flatten()
}

/// A WAV of its sound alone.
pub(super) fn wav(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = begin(b"WAVE");
    let mut heard = false;
    for (name, body) in chunks(bytes)? {
        heard |= name == b"data";
        if matches!(name, b"fmt " | b"fact" | b"data") {
            put(&mut out, name, body)?;
        }
    }
    // The last need not be filled up to an even number.
    out.truncate(bytes.len());
    heard.then(|| finish(out)).flatten()
}

type Chunk<'a> = (&'a [u8; 4], &'a [u8]);

fn chunks(bytes: &[u8]) -> Option<Vec<Chunk<'_>>> {
    let mut rest = bytes.get(12..)?;
    let mut found = Vec::new();
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let (name, size) = head.split_first_chunk::<4>()?;
        let size = u32::from_le_bytes(size.try_into().ok()?);
        // A recording that was cut off says more than it has.
        let size = usize::try_from(size).ok()?.min(after.len());
        found.push((name, after.get(..size)?));
        rest = after.get(size + size % 2..).unwrap_or_default();
    }
    Some(found)
}

fn begin(form: &[u8]) -> Vec<u8> {
    [b"RIFF\0\0\0\0".as_slice(), form].concat()
}

fn put(out: &mut Vec<u8>, name: &[u8], body: &[u8]) -> Option<()> {
    out.extend_from_slice(name);
    out.extend_from_slice(&u32::try_from(body.len()).ok()?.to_le_bytes());
    out.extend_from_slice(body);
    if body.len() % 2 == 1 {
        out.push(0);
    }
    Some(())
}

fn finish(mut out: Vec<u8>) -> Option<Vec<u8>> {
    let size = u32::try_from(out.len() - 8).ok()?;
    out.get_mut(4..8)?.copy_from_slice(&size.to_le_bytes());
    Some(out)
}
