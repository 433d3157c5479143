//! EXIF: read for which side of a picture is up, and written with nothing else.

/// The tag of the orientation (EXIF 2.32, 4.6.4).
const ORIENTATION: u16 = 0x0112;

/// What [`only`] takes.
pub(super) const SIZE: usize = 26;

/// Which side is up, 2 to 8; none where it is as it lies, or nothing is said.
pub(super) fn orientation(tiff: &[u8]) -> Option<u8> {
    let big = match tiff.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let u16_at = |at: usize| {
        let bytes = [*tiff.get(at)?, *tiff.get(at.checked_add(1)?)?];
        Some(if big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let bytes: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let first = if big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) };
    let first = usize::try_from(first).ok()?;
    for entry in 0..usize::from(u16_at(first)?) {
        let at = first.checked_add(2)?.checked_add(entry.checked_mul(12)?)?;
        if u16_at(at)? == ORIENTATION {
            let value = u8::try_from(u16_at(at.checked_add(8)?)?).ok()?;
            return (2..=8).contains(&value).then_some(value);
        }
    }
    None
}

/// EXIF that says which side is up, and nothing more.
pub(super) fn only(orientation: u8) -> [u8; SIZE] {
    let mut tiff = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    tiff[19] = orientation;
    tiff
}
