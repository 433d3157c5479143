//! XML, read as it comes and no more of it than an export of measurements needs:
//! elements and their attributes, in UTF-8. Nothing is looked up elsewhere and
//! nothing is made larger: an entity of one's own, and whatever would declare one,
//! is refused. How deep elements lie, how many attributes they have and how long
//! anything is has its bound.
//!
//! The declarations of an export are passed over, not read: Apple's own lack a
//! bracket here and there since iOS 16. So do values that hold a letter which
//! XML does not have, which measurements brought in by other apps do.

/// Why it cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It ends in the middle.
    #[error("cut off")]
    CutOff,
    /// It has entities of its own.
    #[error("entities")]
    Entities,
    /// It is no XML, or none of this sort.
    #[error("not such a file")]
    Broken,
}

/// How deep elements may lie.
const MOST_DEEP: usize = 16;

/// How many attributes an element may have.
const MOST_ATTRIBUTES: usize = 32;

/// How long a tag or a comment may be.
const MOST_LONG: usize = 64 * 1024;

/// An element's attributes, as they are written: references stay references.
pub struct Attributes<'a> {
    all: [(&'a str, &'a str); MOST_ATTRIBUTES],
    count: usize,
}

impl<'a> Attributes<'a> {
    /// The value of the one with this name; empty where there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &'a str {
        let known = self.all.iter().take(self.count);
        known.clone().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    fn add(&mut self, name: &'a str, value: &'a str) -> Result<(), Unreadable> {
        if name.is_empty() || self.all.iter().take(self.count).any(|(known, _)| *known == name) {
            return Err(Unreadable::Broken);
        }
        *self.all.get_mut(self.count).ok_or(Unreadable::Broken)? = (name, value);
        self.count += 1;
        Ok(())
    }
}

/// What there is.
pub enum Part<'a> {
    /// An element begins.
    Begin(&'a str, &'a Attributes<'a>),
    /// An element ends.
    End(&'a str),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    Declarations,
    Within,
    After,
}

/// Reads it part by part.
pub struct Reader {
    rest: Vec<u8>,
    open: Vec<Box<str>>,
    place: Place,
    declared: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self { rest: Vec::new(), open: Vec::new(), place: Place::Before, declared: false }
    }
}

type Step = Result<Option<usize>, Unreadable>;

impl Reader {
    /// Takes the next bytes, and tells what is in them.
    ///
    /// # Errors
    /// [`Unreadable`] where it cannot be read.
    pub fn take(&mut self, bytes: &[u8], on: &mut dyn FnMut(Part<'_>)) -> Result<(), Unreadable> {
        let mut text = std::mem::take(&mut self.rest);
        text.extend_from_slice(bytes);
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            match self.step(rest, on)? {
                Some(taken) => at += taken,
                None if rest.len() > MOST_LONG => return Err(Unreadable::Broken),
                None => break,
            }
        }
        text.drain(..at);
        self.rest = text;
        Ok(())
    }

    /// Whether it has come to its end.
    ///
    /// # Errors
    /// [`Unreadable::CutOff`] where it has not.
    pub fn finish(&self) -> Result<(), Unreadable> {
        if self.place == Place::After && self.rest.is_empty() {
            Ok(())
        } else {
            Err(Unreadable::CutOff)
        }
    }

    /// Takes one thing; says how long it was, or that more has to come first.
    fn step(&mut self, text: &[u8], on: &mut dyn FnMut(Part<'_>)) -> Step {
        if self.place == Place::Declarations {
            return self.declarations(text);
        }
        match text {
            [b'<', b'!', b'-', ..] => Ok(until(text, b"-->")),
            [b'<', b'!', ..] => self.doctype(text),
            [b'<', b'?', ..] => instruction(text),
            [b'<', b'/', ..] => self.end(text, on),
            [b'<'] => Ok(None),
            [b'<', ..] => self.begin(text, on),
            [0xef, 0xbb, 0xbf, ..] if self.place == Place::Before && !self.declared => Ok(Some(3)),
            _ => self.words(text),
        }
    }

    /// What stands between elements says nothing here.
    fn words(&self, text: &[u8]) -> Step {
        let end = text.iter().position(|byte| *byte == b'<');
        let words = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
        if self.place != Place::Within && !words.iter().all(u8::is_ascii_whitespace) {
            return Err(Unreadable::Broken);
        }
        match end {
            // A reference may be cut off.
            None if words.contains(&b'&') => Ok(None),
            _ => references(words).map(|()| Some(words.len())),
        }
    }

    fn doctype(&mut self, text: &[u8]) -> Step {
        const BEGIN: &[u8] = b"<!DOCTYPE";
        if text.len() < BEGIN.len() {
            return if BEGIN.starts_with(text) { Ok(None) } else { Err(Unreadable::Broken) };
        }
        if !text.starts_with(BEGIN) || self.place != Place::Before || self.declared {
            return Err(Unreadable::Broken);
        }
        let Some(at) = text.iter().position(|byte| matches!(byte, b'[' | b'>')) else {
            return Ok(None);
        };
        self.declared = true;
        if text.get(at) == Some(&b'[') {
            self.place = Place::Declarations;
        }
        Ok(Some(at + 1))
    }

    /// Passes over what is declared, one thing at a time.
    fn declarations(&mut self, text: &[u8]) -> Step {
        const ENTITY: &[u8] = b"<!ENTITY";
        let Some(at) = text.iter().position(|byte| matches!(byte, b'<' | b']' | b'%')) else {
            return Ok(Some(text.len()));
        };
        let rest = text.get(at..).unwrap_or_default();
        match rest {
            [b'%', ..] => Err(Unreadable::Entities),
            _ if at > 0 => Ok(Some(at)),
            [b']', behind @ ..] => match behind.iter().position(|byte| !byte.is_ascii_whitespace())
            {
                None => Ok(None),
                Some(gap) if behind.get(gap) == Some(&b'>') => {
                    self.place = Place::Before;
                    Ok(Some(gap + 2))
                }
                Some(_) => Err(Unreadable::Broken),
            },
            [b'<', b'!', b'-', ..] => Ok(until(rest, b"-->")),
            _ if rest.starts_with(ENTITY) => Err(Unreadable::Entities),
            _ if ENTITY.starts_with(rest) => Ok(None),
            _ => Ok(Some(1)),
        }
    }

    fn end(&mut self, text: &[u8], on: &mut dyn FnMut(Part<'_>)) -> Step {
        let Some(taken) = until(text, b">") else { return Ok(None) };
        let name = str::from_utf8(text.get(2..taken - 1).unwrap_or_default());
        let name = name.map_err(|_| Unreadable::Broken)?.trim_end();
        if self.open.pop().as_deref() != Some(name) {
            return Err(Unreadable::Broken);
        }
        if self.open.is_empty() {
            self.place = Place::After;
        }
        on(Part::End(name));
        Ok(Some(taken))
    }

    fn begin(&mut self, text: &[u8], on: &mut dyn FnMut(Part<'_>)) -> Step {
        if !matches!(self.place, Place::Before | Place::Within) {
            return Err(Unreadable::Broken);
        }
        let mut quote = None;
        let end = text.iter().position(|byte| match (quote, byte) {
            (None, b'"' | b'\'') => {
                quote = Some(*byte);
                false
            }
            (Some(open), byte) if open == *byte => {
                quote = None;
                false
            }
            (None, b'>') => true,
            _ => false,
        });
        let Some(end) = end else { return Ok(None) };
        if end > MOST_LONG {
            return Err(Unreadable::Broken);
        }
        let tag = str::from_utf8(text.get(1..end).unwrap_or_default());
        let tag = tag.map_err(|_| Unreadable::Broken)?;
        let (tag, alone) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let (name, rest) = tag.split_at(tag.find(GAPS).unwrap_or(tag.len()));
        if !name.starts_with(|letter: char| letter.is_alphabetic() || letter == '_') {
            return Err(Unreadable::Broken);
        }
        let attributes = attributes(rest)?;
        self.place = Place::Within;
        on(Part::Begin(name, &attributes));
        if alone {
            on(Part::End(name));
            if self.open.is_empty() {
                self.place = Place::After;
            }
        } else if self.open.len() == MOST_DEEP {
            return Err(Unreadable::Broken);
        } else {
            self.open.push(name.into());
        }
        Ok(Some(end + 1))
    }
}

const GAPS: [char; 4] = [' ', '\t', '\n', '\r'];

/// Behind an element's name.
fn attributes(mut rest: &str) -> Result<Attributes<'_>, Unreadable> {
    let mut attributes = Attributes { all: [("", ""); MOST_ATTRIBUTES], count: 0 };
    loop {
        let trimmed = rest.trim_start_matches(GAPS);
        if trimmed.is_empty() {
            return Ok(attributes);
        }
        if trimmed.len() == rest.len() {
            return Err(Unreadable::Broken);
        }
        let (name, behind) = trimmed.split_once('=').ok_or(Unreadable::Broken)?;
        let behind = behind.trim_start_matches(GAPS);
        let quote = behind.chars().next().filter(|quote| matches!(quote, '"' | '\''));
        let quoted = behind.get(1..).zip(quote).and_then(|(rest, quote)| rest.split_once(quote));
        let (value, after) = quoted.ok_or(Unreadable::Broken)?;
        let name = name.trim_end_matches(GAPS);
        if value.contains('<') || name.contains(GAPS) {
            return Err(Unreadable::Broken);
        }
        references(value.as_bytes())?;
        attributes.add(name, value)?;
        rest = after;
    }
}

/// How much there is up to these bytes and with them.
fn until(text: &[u8], end: &[u8]) -> Option<usize> {
    text.windows(end.len()).position(|bytes| bytes == end).map(|at| at + end.len())
}

/// The head, which says in which letters the rest is written, and what other
/// programs have left for themselves.
fn instruction(text: &[u8]) -> Step {
    let Some(taken) = until(text, b"?>") else { return Ok(None) };
    let said = text.get(..taken).unwrap_or_default().to_ascii_lowercase();
    let of_letters = said.starts_with(b"<?xml ") && until(&said, b"encoding").is_some();
    if of_letters && until(&said, b"utf-8").is_none() {
        return Err(Unreadable::Broken);
    }
    Ok(Some(taken))
}

/// Only those that every XML has, and letters by number.
fn references(text: &[u8]) -> Result<(), Unreadable> {
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| *byte == b'&') {
        rest = rest.get(at + 1..).unwrap_or_default();
        let end =
            rest.iter().take(12).position(|byte| *byte == b';').ok_or(Unreadable::Entities)?;
        match rest.get(..end).unwrap_or_default() {
            b"lt" | b"gt" | b"amp" | b"quot" | b"apos" => {}
            [b'#', figures @ ..]
                if !figures.is_empty()
                    && figures.iter().all(|byte| byte.is_ascii_hexdigit() || *byte == b'x') => {}
            _ => return Err(Unreadable::Entities),
        }
    }
    Ok(())
}
