//! Looking at a copy before it is said to be one: it is read back from its bytes, as
//! any other program would, and held against what was to be in it.

use crate::zip::crc32;
use crate::zip::read::{Entries, HEAD, Span, TAIL, Unpacker, Unreadable, list};

/// What a file of the copy must be.
pub(super) struct Wanted {
    name: String,
    size: usize,
    crc: u32,
    /// Its lines, where an entry or an operation is one.
    lines: Option<usize>,
}

impl Wanted {
    pub(super) fn new(name: &str, content: &str, lines: Option<usize>) -> Self {
        let (size, crc) = (content.len(), crc32(content.as_bytes()));
        Self { name: name.into(), size, crc, lines }
    }

    /// Of bytes that are not text.
    pub(super) fn of(name: &str, content: &[u8]) -> Self {
        Self { name: name.into(), size: content.len(), crc: crc32(content), lines: None }
    }

    /// How many lines there are: in a table, those that end outside quotation marks.
    fn count(&self, content: &[u8]) -> usize {
        let table = !self.name.ends_with("json");
        let mut quoted = false;
        let ends = content.iter().filter(|byte| {
            quoted ^= table && **byte == b'"';
            **byte == b'\n' && !quoted
        });
        ends.count()
    }
}

/// Whether an archive holds these files, and no others, whole.
pub(super) fn holds(archive: &[u8], wanted: &[Wanted]) -> bool {
    read(archive, wanted).unwrap_or(false)
}

fn read(archive: &[u8], wanted: &[Wanted]) -> Result<bool, Unreadable> {
    let slice = |span: Span| {
        let from = usize::try_from(span.at).ok();
        let to = usize::try_from(span.at.saturating_add(span.length)).ok();
        from.zip(to).and_then(|(from, to)| archive.get(from..to)).ok_or(Unreadable::Damaged)
    };
    let size = archive.len() as u64;
    let tail = size.min(TAIL);
    let mut entries = Entries(slice(list(slice(Span { at: size - tail, length: tail })?, size)?)?);
    for wanted in wanted {
        let Some(entry) = entries.next() else { return Ok(false) };
        let entry = entry?;
        let body = entry.file.body(slice(Span { at: entry.file.at, length: HEAD })?)?;
        let mut content = Vec::with_capacity(wanted.size);
        let mut unpacker = Unpacker::new(entry.file)?;
        unpacker.take(slice(body)?, &mut |bytes| {
            content.extend_from_slice(bytes);
            content.len() <= wanted.size
        })?;
        unpacker.finish()?;
        let same = entry.name == wanted.name.as_bytes()
            && content.len() == wanted.size
            && crc32(&content) == wanted.crc;
        if !same || wanted.lines.is_some_and(|count| wanted.count(&content) != count) {
            return Ok(false);
        }
    }
    Ok(entries.next().is_none())
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;
    use crate::zip::write::Archive;

    const TABLE: &str = "Date,Note\r\n2026-11-22,\"two\r\nlines, \"\"so\"\"\"\r\n";

    fn archive() -> Vec<u8> {
        let mut archive = Archive::new(datetime(2026, 11, 22, 7, 42, 0, 0));
        assert!(archive.add("a.csv", TABLE.as_bytes()));
        assert!(archive.add("b.json", b"{}\n"));
        archive.finish().unwrap()
    }

    fn wanted() -> Vec<Wanted> {
        vec![Wanted::new("a.csv", TABLE, Some(2)), Wanted::new("b.json", "{}\n", Some(1))]
    }

    #[test]
    fn a_copy_that_is_not_what_was_to_be_in_it_is_none() {
        let archive = archive();
        assert!(holds(&archive, &wanted()));
        let but = |change: &dyn Fn(&mut Vec<Wanted>)| {
            let mut wanted = wanted();
            change(&mut wanted);
            holds(&archive, &wanted)
        };
        assert!(!but(&|wanted| wanted.truncate(1)), "a file too many");
        assert!(!but(&|wanted| wanted.push(Wanted::new("c", "", None))), "a file too few");
        assert!(!but(&|wanted| wanted[0].lines = Some(3)), "an entry too few");
        assert!(!but(&|wanted| wanted[0].crc ^= 1));
        assert!(!but(&|wanted| wanted[1].size += 1));
        assert!(!but(&|wanted| wanted[1].name = "c.json".into()));
    }

    #[test]
    fn no_changed_byte_of_what_is_in_it_goes_unseen() {
        let archive = archive();
        // What neither says where a file is nor what is in it: versions, times, and
        // what the head of a file says once more.
        let mut unseen = 0;
        for at in 0..archive.len() {
            let mut changed = archive.clone();
            changed[at] ^= 0x10;
            unseen += usize::from(holds(&changed, &wanted()));
            assert!(!holds(&archive[..at], &wanted()), "cut at {at}");
        }
        let packed = archive.len() - 2 * (30 + 46) - 2 * (5 + 6) - 22;
        assert!(unseen + packed < archive.len() && unseen < 2 * (26 + 26) + 8, "{unseen}");
    }
}
