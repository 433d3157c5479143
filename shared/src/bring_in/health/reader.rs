//! From a file to what is in it, part by part: says which bytes it needs next, and
//! takes them. Pure: whoever has the file gives the bytes.

use super::gather::{Found, Gather};
use super::xml;
use crate::zip::read::{Entries, File, HEAD, Span, TAIL, Unpacker, Unreadable, list};

/// Why a file cannot be brought in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is not what Apple Health exports.
    NotHealth,
    /// It ends in the middle.
    CutOff,
    /// It is damaged, or was changed while it was read.
    Damaged,
    /// A password is needed.
    Encrypted,
    /// Its archive is packed in a way that is not known.
    Packing,
    /// It would fill the device.
    TooMuch,
    /// Its XML has entities.
    Entities,
    /// It was changed since it was picked.
    Changed,
    /// It cannot be read any more.
    Gone,
}

impl From<Unreadable> for Refused {
    fn from(why: Unreadable) -> Self {
        match why {
            Unreadable::NotAnArchive => Self::CutOff,
            Unreadable::Damaged => Self::Damaged,
            Unreadable::Encrypted => Self::Encrypted,
            Unreadable::Packing => Self::Packing,
            Unreadable::TooMuch => Self::TooMuch,
        }
    }
}

impl From<xml::Unreadable> for Refused {
    fn from(why: xml::Unreadable) -> Self {
        match why {
            xml::Unreadable::CutOff => Self::CutOff,
            xml::Unreadable::Entities => Self::Entities,
            xml::Unreadable::Broken => Self::NotHealth,
        }
    }
}

/// How many bytes of an archive are read at a time: what is in them is twenty to
/// forty times as long, and the person can stop in between.
const PART: u64 = 128 * 1024;

/// Of what is not packed.
const PLAIN: u64 = 1024 * 1024;

/// The most of an export that is read.
const MOST: u64 = 4 << 30;

enum At {
    /// Its first bytes: an archive, or the XML itself.
    Beginning,
    /// The end of an archive, which says where its list is.
    Tail,
    List(Span),
    Head(File),
    Body {
        span: Span,
        unpacker: Option<Unpacker>,
    },
}

/// Reads a file.
pub struct Reader {
    size: u64,
    at: At,
    xml: xml::Reader,
    gather: Gather,
}

impl Reader {
    /// Of so many bytes; on a device in this zone, at this second.
    #[must_use]
    pub fn new(size: u64, zone: &str, now: i64) -> Self {
        let (xml, gather) = (xml::Reader::default(), Gather::new(zone, now));
        Self { size, at: At::Beginning, xml, gather }
    }

    /// The bytes that it needs next; none where it has all.
    #[must_use]
    pub fn wants(&self) -> Option<Span> {
        let span = match &self.at {
            At::Beginning => Span { at: 0, length: self.size.min(4) },
            At::Tail => {
                let length = self.size.min(TAIL);
                Span { at: self.size - length, length }
            }
            At::List(span) => *span,
            At::Head(file) => Span { at: file.at, length: HEAD },
            At::Body { span, unpacker } => {
                let most = if unpacker.is_some() { PART } else { PLAIN };
                Span { length: span.length.min(most), ..*span }
            }
        };
        (span.length > 0).then_some(span)
    }

    /// How many bytes have been read, of how many.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        match &self.at {
            At::Body { span, .. } => ((span.at).min(self.size), self.size),
            _ => (0, self.size),
        }
    }

    /// Takes the bytes that it wanted.
    ///
    /// # Errors
    /// [`Refused`] where there is nothing to bring in.
    pub fn take(&mut self, bytes: &[u8]) -> Result<(), Refused> {
        if self.wants().is_none_or(|span| span.length != bytes.len() as u64) {
            return Err(Refused::Changed);
        }
        match &mut self.at {
            At::Beginning if bytes.starts_with(b"PK") => self.at = At::Tail,
            At::Beginning if self.size > MOST => return Err(Refused::TooMuch),
            At::Beginning => {
                let span = Span { at: 0, length: self.size };
                self.at = At::Body { span, unpacker: None };
            }
            At::Tail => {
                let span = list(bytes, self.size)?;
                self.at = At::List(span);
                // An archive with nothing in it.
                if span.length == 0 {
                    return Err(Refused::NotHealth);
                }
            }
            At::List(_) => self.at = At::Head(export(bytes)?),
            At::Head(file) => {
                let span = file.body(bytes)?;
                if span.at.saturating_add(span.length) > self.size {
                    return Err(Refused::Damaged);
                }
                let unpacker = Some(Unpacker::new(*file)?);
                self.at = At::Body { span, unpacker };
            }
            At::Body { span, unpacker } => {
                span.at += bytes.len() as u64;
                span.length -= bytes.len() as u64;
                let (xml, gather) = (&mut self.xml, &mut self.gather);
                let mut wrong = None;
                let mut read = |bytes: &[u8]| {
                    let read = xml.take(bytes, &mut |part| gather.take(&part));
                    wrong = match read {
                        // It began as one.
                        Err(xml::Unreadable::Broken) if gather.is_health() => {
                            Some(Refused::Damaged)
                        }
                        Err(why) => Some(why.into()),
                        Ok(()) if gather.is_other() => Some(Refused::NotHealth),
                        Ok(()) => None,
                    };
                    wrong.is_none()
                };
                let unpacked = if let Some(unpacker) = unpacker {
                    unpacker.take(bytes, &mut read)
                } else {
                    read(bytes);
                    Ok(())
                };
                if let Some(why) = wrong {
                    return Err(why);
                }
                unpacked?;
            }
        }
        Ok(())
    }

    /// What was in it.
    ///
    /// # Errors
    /// [`Refused`] where it is not whole.
    pub fn finish(self) -> Result<Found, Refused> {
        match &self.at {
            // A file with nothing in it.
            At::Body { unpacker: Some(unpacker), .. } => unpacker.finish()?,
            At::Body { .. } => {}
            _ => return Err(Refused::NotHealth),
        }
        self.xml.finish()?;
        Ok(self.gather.finish())
    }
}

/// The file of an archive that has the readings: the largest XML which is not the
/// same in the words of hospitals. Its name is in the phone's language.
fn export(list: &[u8]) -> Result<File, Refused> {
    let mut found: Option<File> = None;
    for entry in Entries(list) {
        let entry = entry?;
        let name = entry.name.to_ascii_lowercase();
        let fits = name.ends_with(b".xml") && !name.ends_with(b"_cda.xml");
        if fits && found.is_none_or(|found| entry.file.size > found.size) {
            found = Some(entry.file);
        }
    }
    let file = found.ok_or(Refused::NotHealth)?;
    file.check()?;
    Ok(file)
}
