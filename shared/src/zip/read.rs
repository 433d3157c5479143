//! Reading an archive part by part: the list at its end, then one file, none of it
//! ever whole in memory. What the list says is believed only as far as it is borne
//! out: a file that turns out longer than it says, or other than its checksum, is
//! damaged.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

use super::{Crc, DEFLATE};

/// Why an archive cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is no archive, or its end is missing.
    #[error("not an archive")]
    NotAnArchive,
    /// It contradicts itself.
    #[error("damaged")]
    Damaged,
    /// A password is needed.
    #[error("encrypted")]
    Encrypted,
    /// It is packed in a way that nobody has asked for yet.
    #[error("packed in an unknown way")]
    Packing,
    /// So small for what is in it that it was made to fill memory.
    #[error("too much for its size")]
    TooMuch,
}

/// How many bytes at the end may hold what says where the list is.
pub const TAIL: u64 = 22 + 20 + 0xffff;

/// The longest list: more than 100,000 files.
const MOST_LIST: u64 = 16 << 20;

/// The most that one file may hold.
const MOST: u64 = 4 << 30;

/// How many times its size a file may hold, where it holds more than a little. An
/// export of a phone's measurements is up to forty times its archive.
const MOST_RATIO: u64 = 250;
const LITTLE: u64 = 1 << 20;

/// How much comes before a file's bytes at the least.
pub const HEAD: u64 = 30;

/// From where, how many bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Of the archive.
    pub at: u64,
    /// So many.
    pub length: u64,
}

fn number(bytes: &[u8], at: usize, length: usize) -> Result<u64, Unreadable> {
    let end = at.checked_add(length).ok_or(Unreadable::Damaged)?;
    let bytes = bytes.get(at..end).ok_or(Unreadable::Damaged)?;
    Ok(bytes.iter().rev().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
}

/// Where the list is, by the last bytes of an archive.
///
/// # Errors
/// [`Unreadable`] where they are not an archive's.
pub fn list(tail: &[u8], size: u64) -> Result<Span, Unreadable> {
    let from = size.saturating_sub(tail.len() as u64);
    let at = (0..tail.len().saturating_sub(21))
        .rev()
        .find(|at| {
            tail.get(*at..*at + 4) == Some(b"PK\x05\x06")
                && number(tail, at + 20, 2) == Ok((tail.len() - at - 22) as u64)
        })
        .ok_or(Unreadable::NotAnArchive)?;
    let span = Span { length: number(tail, at + 12, 4)?, at: number(tail, at + 16, 4)? };
    let end = from + at as u64;
    if span.length > MOST_LIST || span.at.checked_add(span.length).is_none_or(|to| to > end) {
        // A list that begins beyond 4 GiB says so elsewhere; nothing that is read
        // here is so large.
        return Err(Unreadable::Damaged);
    }
    Ok(span)
}

/// A file of an archive, as its list has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Its name, with its folders.
    pub name: &'a [u8],
    /// What is to be known to read it.
    pub file: File,
}

/// What is to be known to read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File {
    flags: u16,
    packing: u16,
    crc: u32,
    /// Bytes in the archive.
    pub packed: u64,
    /// Bytes that it holds.
    pub size: u64,
    /// Where it begins.
    pub at: u64,
}

impl File {
    /// Whether it can be read.
    fn readable(&self) -> Result<(), Unreadable> {
        if self.flags & 0x2041 != 0 {
            return Err(Unreadable::Encrypted);
        }
        if self.packing != 0 && self.packing != DEFLATE {
            return Err(Unreadable::Packing);
        }
        Ok(())
    }

    /// Whether it can be read, and holds no more than its size warrants: for what
    /// somebody else made.
    ///
    /// # Errors
    /// [`Unreadable`] where not.
    pub fn check(&self) -> Result<(), Unreadable> {
        self.readable()?;
        if self.size > MOST || (self.size > LITTLE && self.size / MOST_RATIO > self.packed) {
            return Err(Unreadable::TooMuch);
        }
        Ok(())
    }

    /// Where its bytes are, by the head that comes before them.
    ///
    /// # Errors
    /// [`Unreadable::Damaged`] where that is no head.
    pub fn body(&self, head: &[u8]) -> Result<Span, Unreadable> {
        if !head.starts_with(b"PK\x03\x04") {
            return Err(Unreadable::Damaged);
        }
        let names = number(head, 26, 2)? + number(head, 28, 2)?;
        Ok(Span { at: self.at + HEAD + names, length: self.packed })
    }
}

/// The files of an archive, by its list.
pub struct Entries<'a>(pub &'a [u8]);

impl<'a> Entries<'a> {
    fn read(&mut self) -> Result<Entry<'a>, Unreadable> {
        let list = self.0;
        if !list.starts_with(b"PK\x01\x02") {
            return Err(Unreadable::Damaged);
        }
        let short = |at| number(list, at, 2);
        let (name, more, comment) = (short(28)?, short(30)?, short(32)?);
        let part = |from: u64, length: u64| {
            let (from, to) = (usize::try_from(from), usize::try_from(from + length));
            let (Ok(from), Ok(to)) = (from, to) else { return Err(Unreadable::Damaged) };
            list.get(from..to).ok_or(Unreadable::Damaged)
        };
        let end = usize::try_from(46 + name + more + comment).map_err(|_| Unreadable::Damaged)?;
        #[expect(clippy::cast_possible_truncation, reason = "of two bytes and four")]
        let mut file = File {
            flags: short(8)? as u16,
            packing: short(10)? as u16,
            crc: number(list, 16, 4)? as u32,
            packed: number(list, 20, 4)?,
            size: number(list, 24, 4)?,
            at: number(list, 42, 4)?,
        };
        large(part(46 + name, more)?, &mut file)?;
        let entry = Entry { name: part(46, name)?, file };
        self.0 = list.get(end..).ok_or(Unreadable::Damaged)?;
        Ok(entry)
    }
}

/// Numbers that need more than four bytes stand behind the name, in this order.
fn large(mut more: &[u8], file: &mut File) -> Result<(), Unreadable> {
    while more.len() >= 4 {
        let (id, length) = (number(more, 0, 2)?, number(more, 2, 2)?);
        let length = usize::try_from(length).map_err(|_| Unreadable::Damaged)?;
        let field = more.get(4..4 + length).ok_or(Unreadable::Damaged)?;
        if id == 1 {
            let mut at = 0;
            for value in [&mut file.size, &mut file.packed, &mut file.at] {
                if *value == u64::from(u32::MAX) {
                    *value = number(field, at, 8)?;
                    at += 8;
                }
            }
        }
        more = &more[4 + length..];
    }
    Ok(())
}

impl<'a> Iterator for Entries<'a> {
    type Item = Result<Entry<'a>, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let read = self.read();
        if read.is_err() {
            self.0 = &[];
        }
        Some(read)
    }
}

/// How much is unpacked at a time. Twice what the format looks back to.
const WINDOW: usize = 1 << 16;

/// Unpacks one file, part by part.
pub struct Unpacker {
    file: File,
    taken: u64,
    given: u64,
    crc: Crc,
    inflate: Option<Box<Inflate>>,
}

struct Inflate {
    state: DecompressorOxide,
    window: Vec<u8>,
    at: usize,
    done: bool,
}

impl Unpacker {
    /// For a file.
    ///
    /// # Errors
    /// [`Unreadable`] where it cannot be read.
    pub fn new(file: File) -> Result<Self, Unreadable> {
        file.readable()?;
        let inflate = (file.packing == DEFLATE).then(|| {
            let (state, window) = (DecompressorOxide::default(), vec![0; WINDOW]);
            Box::new(Inflate { state, window, at: 0, done: false })
        });
        Ok(Self { file, taken: 0, given: 0, crc: Crc::NONE, inflate })
    }

    /// Takes the next bytes of the archive, and hands on what is in them, until that
    /// says that it is enough.
    ///
    /// # Errors
    /// [`Unreadable::Damaged`] where they are not what the list said.
    pub fn take(
        &mut self,
        bytes: &[u8],
        on: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Result<(), Unreadable> {
        self.taken += bytes.len() as u64;
        let Some(mut inflate) = self.inflate.take() else {
            self.give(bytes, on)?;
            return Ok(());
        };
        let result = self.inflate(&mut inflate, bytes, on);
        self.inflate = Some(inflate);
        result
    }

    fn inflate(
        &mut self,
        inflate: &mut Inflate,
        mut bytes: &[u8],
        on: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Result<(), Unreadable> {
        let more = if self.taken < self.file.packed {
            inflate_flags::TINFL_FLAG_HAS_MORE_INPUT
        } else {
            0
        };
        while !inflate.done {
            let Inflate { state, window, at, done } = &mut *inflate;
            let (status, read, written) = decompress(state, bytes, window, *at, more);
            bytes = bytes.get(read..).unwrap_or_default();
            let unpacked = window.get(*at..*at + written).unwrap_or_default();
            *at = (*at + written) % WINDOW;
            *done = status == TINFLStatus::Done;
            if !self.give(unpacked, on)? {
                return Ok(());
            }
            match status {
                TINFLStatus::Done | TINFLStatus::HasMoreOutput => {}
                TINFLStatus::NeedsMoreInput => return Ok(()),
                _ => return Err(Unreadable::Damaged),
            }
        }
        if bytes.is_empty() { Ok(()) } else { Err(Unreadable::Damaged) }
    }

    fn give(
        &mut self,
        bytes: &[u8],
        on: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Result<bool, Unreadable> {
        self.given += bytes.len() as u64;
        if self.given > self.file.size {
            return Err(Unreadable::Damaged);
        }
        self.crc.add(bytes);
        Ok(bytes.is_empty() || on(bytes))
    }

    /// Whether all of it has come, and is what the list said.
    ///
    /// # Errors
    /// [`Unreadable::Damaged`] where it is not.
    pub fn finish(&self) -> Result<(), Unreadable> {
        let File { packed, size, crc, .. } = self.file;
        let whole = self.inflate.as_ref().is_none_or(|inflate| inflate.done);
        if whole && self.taken == packed && self.given == size && self.crc.sum() == crc {
            Ok(())
        } else {
            Err(Unreadable::Damaged)
        }
    }
}
