//! Pictures, sound and film: kept in parts, each sealed under the key of its record,
//! and given to those who may read the stream that they belong to. What they are of is
//! the record's to say; here they have a hash, and are whole only once it is theirs.
//!
//! They come in order, and a part that came before is acknowledged: so a device that
//! was cut off sends its first part again and is told which one is wanted.

use record::api::{MediaAsked, MediaPart, MediaTaken, ProblemCode};
use record::media::{self, Hashing, MOST_OF_RECORD, MediaHash, Sort, parts};
use record::{Member, RecordId, Scope};

use crate::clock::Moment;
use crate::records::Standing;
use crate::refused::Refused;
use crate::store::StoreError;
use crate::store::books::{Books, Pen, Read};
use crate::store::tables::{Media, MediaParts, Records};

/// The most that a record has begun and not ended.
const MOST_BEGUN: usize = 20;

/// Names one: whose, whose consent it goes by, and its hash.
pub type MediaKey = ((RecordId, Scope), [u8; 32]);

/// One, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct MediaRow {
    /// How many bytes it has.
    bytes: u64,
    /// How many parts of it are here.
    next: u32,
    /// All are here, and are what the hash says.
    whole: bool,
    /// Who sent it: they may have it forgotten, and the person may.
    by: Member,
}

/// A part, as it is kept.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct MediaPartRow {
    #[serde(with = "crate::base64")]
    sealed: Vec<u8>,
}

impl MediaRow {
    fn is_complete(&self) -> bool {
        self.next == parts(self.bytes)
    }

    fn taken(&self) -> MediaTaken {
        MediaTaken { next: self.next, whole: self.whole }
    }
}

fn key(record: RecordId, scope: Scope, hash: MediaHash) -> MediaKey {
    ((record, scope), hash.0)
}

/// Where a part lies: a part that was moved does not open.
fn place(((record, scope), hash): &MediaKey, part: u32) -> Vec<u8> {
    let mut place = b"media".to_vec();
    place.extend_from_slice(&record.0);
    place.push(scope.code());
    place.extend_from_slice(hash);
    place.extend_from_slice(&part.to_be_bytes());
    place
}

/// Whether it may be kept, by its size and its first bytes.
fn judge(part: &MediaPart) -> Result<(), ProblemCode> {
    if part.bytes == 0 || part.bytes > media::MOST {
        return Err(ProblemCode::MediaTooLarge);
    }
    if part.part > 0 {
        return Ok(());
    }
    let sort = media::sniff(&part.content).ok().and_then(media::MediaType::sort);
    match sort.ok_or(ProblemCode::MediaWrong)? {
        Sort::Picture if part.bytes > media::MOST_PICTURE => Err(ProblemCode::MediaTooLarge),
        _ => Ok(()),
    }
}

/// Takes a part.
///
/// # Errors
/// [`ProblemCode::NotAllowed`] to who may not write there; [`ProblemCode::MediaWrong`]
/// where it is of no kind that is taken, or all of it is not what its hash says: then
/// nothing of it is kept; [`ProblemCode::MediaTooLarge`].
pub async fn take(
    books: &Books,
    standing: Standing,
    part: MediaPart,
    now: Moment,
) -> Result<MediaTaken, Refused> {
    let key = key(part.record, part.scope, part.hash);
    may(standing.add.has(part.scope))?;
    judge(&part)?;
    let row = books
        .write_of(&part.record.clone(), move |pen| {
            may(standing.again(pen, now)?.add.has(part.scope))?;
            keep(pen, key, standing.member, &part)
        })
        .await?;
    if row.whole || !row.is_complete() {
        return Ok(row.taken());
    }
    // Outside the one writer: others write meanwhile, but to this nobody adds.
    let right = is_right(books, key, row.next).await?;
    books
        .write_of(&(key.0.0), move |pen| {
            if !right {
                remove(pen, &key)?;
                return Ok(Err(ProblemCode::MediaWrong.into()));
            }
            // Nothing of it is left where it was forgotten meanwhile.
            let Some(row) = pen.get(Media, &key)?.filter(MediaRow::is_complete) else {
                return Ok(Err(ProblemCode::MediaUnknown.into()));
            };
            let row = MediaRow { whole: true, ..row };
            pen.put(Media, &key, &row)?;
            Ok::<_, Refused>(Ok(row.taken()))
        })
        .await?
}

fn may(may: bool) -> Result<(), Refused> {
    if may { Ok(()) } else { Err(ProblemCode::NotAllowed.into()) }
}

fn keep(
    pen: &mut Pen<'_>,
    key: MediaKey,
    by: Member,
    part: &MediaPart,
) -> Result<MediaRow, Refused> {
    let mut row = match pen.get(Media, &key)? {
        Some(row) if row.bytes == part.bytes => row,
        // One hash has one size.
        Some(row) if row.whole => return Err(ProblemCode::MediaWrong.into()),
        known => {
            if known.is_some() {
                remove(pen, &key)?;
            }
            let all = pen.list(Media, &key.0.0)?;
            let begun = all.iter().filter(|(_, row)| !row.whole).count();
            let bytes: u64 = all.iter().map(|(_, row)| row.bytes).sum();
            if bytes.saturating_add(part.bytes) > MOST_OF_RECORD || begun >= MOST_BEGUN {
                return Err(ProblemCode::MediaTooLarge.into());
            }
            MediaRow { bytes: part.bytes, next: 0, whole: false, by }
        }
    };
    if row.whole || part.part != row.next {
        return Ok(row);
    }
    let known = pen.get(Records, &part.record)?.ok_or(StoreError::Damaged)?;
    let sealed = known.data_key(pen, part.record)?.seal(
        &place(&key, part.part),
        &part.content,
        pen.chance(),
    )?;
    pen.put(MediaParts, &(key, part.part), &MediaPartRow { sealed })?;
    row.next += 1;
    pen.put(Media, &key, &row)?;
    Ok(row)
}

/// Whether all of it is what its hash says.
async fn is_right(books: &Books, key: MediaKey, parts: u32) -> Result<bool, Refused> {
    books
        .read(move |page| {
            let mut hashing = Hashing::default();
            for part in 0..parts {
                hashing.take(&read(page, &key, part)?);
            }
            Ok(hashing.finish().0 == key.1)
        })
        .await
}

fn read(page: &impl Read, key: &MediaKey, part: u32) -> Result<Vec<u8>, Refused> {
    let row = page.get(MediaParts, &(*key, part))?.ok_or(ProblemCode::MediaUnknown)?;
    let record = key.0.0;
    let known = page.get(Records, &record)?.ok_or(StoreError::Damaged)?;
    let opened = known.data_key(page, record)?.open(&place(key, part), row.sealed);
    Ok(opened.map_err(|_| StoreError::Damaged)?)
}

/// Gives a part.
///
/// # Errors
/// [`ProblemCode::NotAllowed`] to who may not read there; [`ProblemCode::MediaUnknown`]
/// where it is not here, or not whole.
pub async fn give(
    books: &Books,
    standing: Standing,
    asked: MediaAsked,
    now: Moment,
) -> Result<Vec<u8>, Refused> {
    let key = key(asked.record, asked.scope, asked.hash);
    books
        .read(move |page| {
            may(standing.again(page, now)?.see.has(asked.scope))?;
            let row = page.get(Media, &key)?.filter(|row| row.whole);
            row.ok_or(ProblemCode::MediaUnknown)?;
            read(page, &key, asked.part)
        })
        .await
}

/// Forgets one: for the person, or for whoever sent it.
///
/// # Errors
/// [`ProblemCode::NotAllowed`] to everybody else.
pub async fn forget(
    books: &Books,
    standing: Standing,
    asked: MediaAsked,
    now: Moment,
) -> Result<(), Refused> {
    let key = key(asked.record, asked.scope, asked.hash);
    books
        .write_of(&asked.record, move |pen| {
            may(standing.again(pen, now)?.add.has(asked.scope))?;
            if let Some(row) = pen.get(Media, &key)? {
                may(standing.member == Member::PERSON || standing.member == row.by)?;
                remove(pen, &key)?;
            }
            Ok(())
        })
        .await
}

fn remove(pen: &mut Pen<'_>, key: &MediaKey) -> Result<(), StoreError> {
    if let Some(row) = pen.get(Media, key)? {
        for part in 0..row.next {
            pen.remove(MediaParts, &(*key, part))?;
        }
        pen.remove(Media, key)?;
    }
    Ok(())
}
