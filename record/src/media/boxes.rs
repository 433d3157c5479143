//! PNG (ISO 15948) and MP4 (ISO 14496-12): chunks and boxes, each with its size.

/// A PNG of what is needed to show it.
pub(super) fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) = bytes.split_at_checked(8)?;
    let mut out = head.to_vec();
    let mut shown = false;
    loop {
        let size = u32::from_be_bytes(*rest.first_chunk()?);
        let whole = usize::try_from(size).ok()?.checked_add(12)?;
        let (chunk, after) = rest.split_at_checked(whole)?;
        let name = chunk.get(4..8)?;
        // The first letter is large where nothing can be shown without it.
        let needed = name.first()?.is_ascii_uppercase();
        let colours: [&[u8]; 11] = [
            b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD", b"pHYs", b"acTL",
            b"fcTL", b"fdAT",
        ];
        if needed || colours.contains(&name) {
            out.extend_from_slice(chunk);
        }
        shown |= name == b"IDAT";
        if name == b"IEND" {
            return shown.then_some(out);
        }
        rest = after;
    }
}

/// Boxes that hold boxes.
const WITHIN: [&[u8; 4]; 5] = [b"moov", b"trak", b"mdia", b"moof", b"traf"];

/// An MP4 that says neither where nor when it was made. Nothing moves, because the
/// places of sound and pictures are counted from the file's beginning: what says more
/// becomes free space, and times become the beginning of time.
pub(super) fn mp4(mut bytes: Vec<u8>) -> Vec<u8> {
    let all = bytes.len();
    blank(&mut bytes, 0, all, 0);
    bytes
}

fn blank(bytes: &mut [u8], mut at: usize, end: usize, depth: u8) {
    while let Some((head, size)) = size(bytes, at, end) {
        let (from, to) = (at + head, at + size);
        let Some(name) = bytes.get(at + 4..at + 8).and_then(|name| <[u8; 4]>::try_from(name).ok())
        else {
            return;
        };
        match &name {
            b"udta" | b"meta" | b"uuid" => {
                if let Some(name) = bytes.get_mut(at + 4..at + 8) {
                    name.copy_from_slice(b"free");
                }
                if let Some(body) = bytes.get_mut(from..to) {
                    body.fill(0);
                }
            }
            b"mvhd" | b"tkhd" | b"mdhd" => {
                let long = bytes.get(from) == Some(&1);
                let times = if long { from + 4..from + 20 } else { from + 4..from + 12 };
                if times.end <= to
                    && let Some(times) = bytes.get_mut(times)
                {
                    times.fill(0);
                }
            }
            name if WITHIN.contains(&name) && depth < 8 => blank(bytes, from, to, depth + 1),
            _ => {}
        }
        at = to;
    }
}

/// Of the box here: how long its head is, and all of it; none where there is none.
fn size(bytes: &[u8], at: usize, end: usize) -> Option<(usize, usize)> {
    let left = end.checked_sub(at)?;
    let short = u32::from_be_bytes(*bytes.get(at..end)?.first_chunk()?);
    let (head, size) = match short {
        0 => (8, left),
        1 => {
            let long = bytes.get(at + 8..at + 16)?.first_chunk()?;
            (16, usize::try_from(u64::from_be_bytes(*long)).ok()?)
        }
        size => (8, usize::try_from(size).ok()?),
    };
    (size >= head && size <= left).then_some((head, size))
}
