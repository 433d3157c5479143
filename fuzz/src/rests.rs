//! What rests on the server of old blocks.

use record::Scope;
use record::codec::Reader;
use record::stream::{Head, Placed};

use crate::segments::{MAX_COLUMNS, Segment, pack, unpack};

/// A segment: read from any bytes, or made of any blocks. The first byte says
/// which.
pub fn segment(data: &[u8]) {
    let Some((&which, data)) = data.split_first() else { return };
    if which % 2 == 0 {
        // What is packed may become a thousand times as much, and never more than
        // its columns may be; a name of a zone stands for one byte of those.
        let mut read = None;
        let used = allocation_counter::measure(|| read = unpack(Scope::Diary, data).ok());
        let bound = 16 * MAX_COLUMNS as u64;
        assert!(used.bytes_max <= bound, "{} bytes held for {}", used.bytes_max, data.len());
        if let Some(segment) = read {
            come_back(&segment);
        }
        return;
    }
    let mut reader = Reader::new(data);
    let mut segment = Segment { before: Head::default(), blocks: Vec::new() };
    let mut next = 1;
    while let Ok(placed) = Placed::read(&mut reader) {
        let placed = Placed { first: next, ..placed };
        next += placed.count();
        segment.blocks.push(placed);
    }
    come_back(&segment);
}

/// The very same blocks are read from what they are packed into.
fn come_back(segment: &Segment) {
    // More than a segment may hold is refused, and nothing else.
    if let Ok(bytes) = pack(Scope::Diary, segment) {
        assert!(unpack(Scope::Diary, &bytes).as_ref() == Ok(segment), "they are other blocks");
    } else {
        let all: usize = segment.blocks.iter().map(|placed| placed.block.len()).sum();
        assert!(all > MAX_COLUMNS / 16, "so little is refused");
    }
}
