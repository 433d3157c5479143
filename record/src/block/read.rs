//! Bytes into operations.

use super::{
    ACT, Before, HAPPENED_NOW, Header, MAX_BLOCK, NEXT_TICK, ON_BEHALF, OTHER_ZONE, RESERVED,
    SAME_KIND, VERSION,
};
use crate::codec::{DecodeError, Reader};
use crate::ids::{Member, OpId, Scope, Writer};
use crate::op::{Act, KindId, MAX_PAYLOAD, Operation, Touch};
use crate::sort;
use crate::time::{Happened, Hlc, Zone};

/// The fewest bytes an operation takes: flags, and the length of its payload.
const LEAST: usize = 2;

/// An operation in a block, its payload still in the block's bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View<'a> {
    /// Its name.
    pub id: OpId,
    /// What it does.
    pub act: Act,
    /// Seconds since 1970, UTC.
    pub happened: i64,
    /// Index into [`Operations::zones`].
    pub zone: usize,
    /// When it was written down.
    pub recorded: Hlc,
    /// For whom.
    pub on_behalf: Option<Member>,
    /// Its fields.
    pub payload: &'a [u8],
}

/// Walks the operations of a block or draft.
#[derive(Debug)]
pub struct Operations<'a> {
    /// What the block says of itself.
    pub header: Header,
    /// The zones its operations name, in the order in which they come up.
    pub zones: Vec<Zone>,
    draft: &'a [u8],
    steps: Steps<'a>,
}

impl<'a> Operations<'a> {
    /// Over a draft (or a block's [`super::unsigned`] part).
    ///
    /// # Errors
    /// [`DecodeError`] where the header cannot be read.
    pub fn of(draft: &'a [u8]) -> Result<Self, DecodeError> {
        let mut zones = Vec::new();
        let steps = Steps::of(draft, |name| zones.push(Zone::new(name)))?;
        Ok(Self { header: steps.header, zones, draft, steps })
    }
}

impl<'a> Iterator for Operations<'a> {
    type Item = Result<View<'a>, DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        let step = match self.steps.step()? {
            Ok(step) => step,
            Err(error) => return Some(Err(error)),
        };
        let touch = self.steps.touch.take();
        let act = match (step.code, touch) {
            (Code::Change, Some(touch)) => Act::Change(touch),
            (Code::Retract, Some(touch)) => Act::Retract(touch),
            _ => Act::Create(step.kind),
        };
        Some(Ok(View {
            id: OpId { writer: self.header.writer, counter: step.counter },
            act,
            happened: step.happened,
            zone: step.zone,
            recorded: step.recorded,
            on_behalf: step.on_behalf,
            payload: self.draft.get(step.payload()).unwrap_or_default(),
        }))
    }
}

/// What an operation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Code {
    Create,
    Change,
    Retract,
}

/// An operation as it lies in a draft, with nothing to be freed: folding tens of
/// thousands goes through here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(crate) counter: u32,
    pub(crate) code: Code,
    /// Of what it creates.
    pub(crate) kind: KindId,
    pub(crate) happened: i64,
    /// Index into the draft's zones.
    pub(crate) zone: usize,
    pub(crate) recorded: Hlc,
    pub(crate) on_behalf: Option<Member>,
    at: usize,
    length: usize,
}

impl Step {
    /// Where its payload lies in the draft.
    pub(crate) fn payload(&self) -> std::ops::Range<usize> {
        self.at..self.at + self.length
    }
}

/// Walks a draft step by step.
#[derive(Debug)]
pub(crate) struct Steps<'a> {
    pub(crate) header: Header,
    /// What the step just made touches, where it touches anything; for taking.
    pub(crate) touch: Option<Touch>,
    reader: Reader<'a>,
    length: usize,
    before: Before,
    /// Milliseconds of the first operation, until it is read.
    first: Option<i64>,
    zones: usize,
    zones_met: usize,
    left: u32,
}

impl<'a> Steps<'a> {
    /// Over a draft; tells its zones by name, in order.
    pub(crate) fn of(draft: &'a [u8], zone: impl FnMut(&'a str)) -> Result<Self, DecodeError> {
        if draft.len() > MAX_BLOCK {
            return Err(DecodeError::TooLarge);
        }
        let mut reader = Reader::new(draft);
        let header = read_header(&mut reader)?;
        let ms = i64::try_from(reader.uint()?).map_err(|_| DecodeError::Number)?;
        if ms.cast_unsigned() > Hlc::MAX_MS {
            return Err(DecodeError::Number);
        }
        let zones = read_zones(&mut reader, header, zone)?;
        if (header.count as usize).saturating_mul(LEAST) > reader.left() {
            return Err(DecodeError::Truncated);
        }
        Ok(Self {
            header,
            touch: None,
            before: Before::new(ms, header.first),
            reader,
            length: draft.len(),
            first: Some(ms),
            zones,
            zones_met: 1,
            left: header.count,
        })
    }

    /// The next; none after the last. After an error there is no next.
    #[inline]
    pub(crate) fn step(&mut self) -> Option<Result<Step, DecodeError>> {
        if self.left == 0 {
            return self.end().err().map(Err);
        }
        self.left -= 1;
        let step = self.read();
        if step.is_err() {
            self.left = 0;
            self.reader = Reader::new(&[]);
            self.zones_met = self.zones;
        }
        Some(step)
    }

    #[inline]
    fn read(&mut self) -> Result<Step, DecodeError> {
        let counter = self.before.counter;
        let flags = self.reader.u8()?;
        if flags & RESERVED != 0 {
            return Err(DecodeError::Code);
        }
        let code = if flags & ACT == 0 {
            if flags & SAME_KIND == 0 {
                let kind = u16::try_from(self.reader.uint()?).map_err(|_| DecodeError::Number)?;
                if KindId(kind) == self.before.kind {
                    return Err(DecodeError::Number);
                }
                self.before.kind = KindId(kind);
            }
            Code::Create
        } else {
            self.read_touch(flags)?
        };
        self.read_recorded(flags)?;
        self.read_happened(flags)?;
        let on_behalf =
            if flags & ON_BEHALF == 0 { None } else { Some(Member(self.reader.u32()?)) };
        let length = self.reader.sized()?.len();
        if length > MAX_PAYLOAD {
            return Err(DecodeError::TooLarge);
        }
        self.before.counter = counter.checked_add(1).ok_or(DecodeError::Number)?;
        Ok(Step {
            counter,
            code,
            kind: self.before.kind,
            happened: self.before.happened,
            zone: self.before.zone,
            recorded: self.before.recorded,
            on_behalf,
            at: self.length - self.reader.left() - length,
            length,
        })
    }

    #[cold]
    fn read_touch(&mut self, flags: u8) -> Result<Code, DecodeError> {
        if flags & SAME_KIND != 0 {
            return Err(DecodeError::Code);
        }
        let (writer, counter) = (self.header.writer, self.before.counter);
        let entry = read_id(&mut self.reader, writer, counter)?;
        let count = self.reader.count(2)?;
        let mut seen = Vec::with_capacity(count);
        for _ in 0..count {
            seen.push(read_id(&mut self.reader, writer, counter)?);
        }
        self.touch = Some(Touch { entry, seen });
        match flags & ACT {
            1 => Ok(Code::Change),
            2 => Ok(Code::Retract),
            _ => Err(DecodeError::Code),
        }
    }

    #[inline]
    fn read_recorded(&mut self, flags: u8) -> Result<(), DecodeError> {
        let before = self.before.recorded;
        let next = before.0.checked_add(1).map(Hlc);
        self.before.recorded = if flags & NEXT_TICK != 0 {
            next.ok_or(DecodeError::Number)?
        } else {
            let ms = before.ms().checked_add(self.reader.int()?).ok_or(DecodeError::Number)?;
            if !u64::try_from(ms).is_ok_and(|ms| ms <= Hlc::MAX_MS) {
                return Err(DecodeError::Number);
            }
            let logical = u16::try_from(self.reader.uint()?).map_err(|_| DecodeError::Number)?;
            let recorded = Hlc::new(ms, logical);
            if Some(recorded) == next {
                return Err(DecodeError::Number);
            }
            recorded
        };
        match self.first.take() {
            Some(ms) if ms != self.before.recorded.ms() => Err(DecodeError::Number),
            _ => Ok(()),
        }
    }

    #[inline]
    fn read_happened(&mut self, flags: u8) -> Result<(), DecodeError> {
        let before = &mut self.before;
        let now = before.recorded.ms().div_euclid(1000);
        before.happened = if flags & HAPPENED_NOW != 0 {
            now
        } else {
            let at = before.happened.wrapping_add(self.reader.int()?);
            if at == now {
                return Err(DecodeError::Number);
            }
            at
        };
        if flags & OTHER_ZONE != 0 {
            let zone = usize::try_from(self.reader.uint()?).map_err(|_| DecodeError::Number)?;
            if zone >= self.zones || zone > self.zones_met || zone == before.zone {
                return Err(DecodeError::Number);
            }
            self.zones_met = self.zones_met.max(zone + 1);
            before.zone = zone;
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), DecodeError> {
        let rest = std::mem::replace(&mut self.reader, Reader::new(&[]));
        // Once the end has been told, it is not told again.
        let met = std::mem::replace(&mut self.zones_met, self.zones);
        rest.end()?;
        if met == self.zones { Ok(()) } else { Err(DecodeError::Number) }
    }
}

/// Tells the zones by name; answers how many they are.
fn read_zones<'a>(
    reader: &mut Reader<'a>,
    header: Header,
    mut zone: impl FnMut(&'a str),
) -> Result<usize, DecodeError> {
    let count = reader.count(2)?;
    if count == 0 || count > header.count as usize {
        return Err(DecodeError::Number);
    }
    let mut names = Vec::new();
    for _ in 0..count {
        let name = reader.text()?;
        if !Zone::fits(name) {
            return Err(DecodeError::Text);
        }
        if count > 1 {
            names.push(name);
        }
        zone(name);
    }
    sort::by_key(&mut names, |name| *name);
    let twice = names.windows(2).any(|pair| pair[0] == pair[1]);
    if twice { Err(DecodeError::Number) } else { Ok(count) }
}

pub(super) fn read_header(reader: &mut Reader<'_>) -> Result<Header, DecodeError> {
    if reader.u8()? != VERSION {
        return Err(DecodeError::Version);
    }
    let header = Header {
        scope: Scope::from_code(reader.u8()?)?,
        writer: Writer(reader.u32()?),
        first: reader.u32()?,
        count: reader.u32()?,
    };
    if header.fits() { Ok(header) } else { Err(DecodeError::Number) }
}

fn read_id(reader: &mut Reader<'_>, writer: Writer, counter: u32) -> Result<OpId, DecodeError> {
    let named = Writer(reader.u32()?);
    let counter = if named == Writer::ME {
        let back = reader.int()?;
        u32::try_from(i64::from(counter).checked_sub(back).ok_or(DecodeError::Number)?)
            .map_err(|_| DecodeError::Number)?
    } else if named == writer {
        return Err(DecodeError::Number);
    } else {
        reader.u32()?
    };
    Ok(OpId { writer: named.or(writer), counter })
}

/// The header of a block or draft, without reading its operations.
///
/// # Errors
/// [`DecodeError`].
pub fn header(bytes: &[u8]) -> Result<Header, DecodeError> {
    read_header(&mut Reader::new(bytes))
}

/// All operations of a draft, owned.
///
/// # Errors
/// [`DecodeError`] at the first that cannot be read.
pub fn decode(draft: &[u8]) -> Result<Vec<Operation>, DecodeError> {
    let mut walk = Operations::of(draft)?;
    let mut operations = Vec::with_capacity(walk.header.count as usize);
    while let Some(view) = walk.next() {
        let view = view?;
        let zone = walk.zones.get(view.zone).ok_or(DecodeError::Number)?.clone();
        operations.push(Operation {
            id: view.id,
            act: view.act,
            happened: Happened { at: view.happened, zone },
            recorded: view.recorded,
            on_behalf: view.on_behalf,
            payload: view.payload.to_vec(),
        });
    }
    Ok(operations)
}
