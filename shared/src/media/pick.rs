//! A picked file becomes one of the record, or is refused at its field.

use record::Scope;
use record::media::{
    self, MOST, MOST_OF_RECORD, MOST_PICTURE, MediaHash, MediaType, Refused, Sort,
};

use crate::holding::Holding;
use crate::holding::apart::{self, Held, HeldState};
use crate::model::Open;
use crate::saving::Act;
use crate::screen::{Field, FileField, Question};
use crate::words::{Words, say};

/// The most characters of the text that says the same.
pub(crate) const MOST_WORDS: u32 = 800;

/// Named one by one, iPhones turn their own kind of picture into JPEG.
const PICTURES: &[&str] = &["image/jpeg", "image/png", "image/webp"];

/// All of it, for browsers, which then offer to take some; and by name, for those that
/// know no other way.
const SOUND_AND_FILM: &[&str] =
    &["audio/*", "video/*", "audio/mpeg", "audio/mp4", "audio/wav", "video/mp4", "video/quicktime"];

/// What a form asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wants {
    /// A picture, sound or film.
    Any,
    /// Sound or film.
    Recording,
}

/// A file that can be kept.
pub(crate) struct Picked {
    pub(crate) hash: MediaHash,
    pub(crate) media: MediaType,
    pub(crate) content: Vec<u8>,
}

fn megabytes(bytes: u64) -> i64 {
    i64::try_from(bytes.div_ceil(1024 * 1024)).unwrap_or(i64::MAX)
}

/// The field that picks it.
pub(crate) fn field(words: &Words, label: &'static str, wants: Wants) -> Field {
    let (sound, picture) = (megabytes(MOST), megabytes(MOST_PICTURE));
    let (hint, pictures) = match wants {
        Wants::Any => (say!(words, "media-file-hint", picture = picture, sound = sound), PICTURES),
        Wants::Recording => (say!(words, "media-recording-hint", sound = sound), &[] as &[&str]),
    };
    let accept = pictures.iter().chain(SOUND_AND_FILM);
    Field::File(FileField {
        question: Question::new("file", words.get(label)).hint(hint),
        value: None,
        accept: accept.map(|&kind| kind.to_owned()).collect(),
        max_bytes: MOST,
    })
}

/// The field for the text that says the same.
pub(crate) fn words_field(words: &Words) -> Field {
    let question = Question::new("words", say!(words, "media-words"));
    Field::long_text(question.hint(say!(words, "media-words-hint")), 4, MOST_WORDS)
}

/// What is wrong with the text that says the same.
pub(crate) fn wrong_words(words: &Words, text: &str) -> Option<(&'static str, String)> {
    let wrong = match text.chars().count() {
        0 => say!(words, "media-words-none"),
        count if count > MOST_WORDS as usize => {
            say!(words, "too-long", most = i64::from(MOST_WORDS))
        }
        _ => return None,
    };
    Some(("words", wrong))
}

/// What was picked in a form, without what tells where and when it was made; or what is
/// wrong with it.
pub(crate) fn look(
    open: &Open,
    words: &Words,
    holding: &Holding,
    form: &str,
    wants: Wants,
) -> Result<Picked, String> {
    let draft = open.forms.get(form);
    let file = draft.file().ok_or_else(|| say!(words, "media-file-none"))?;
    let too_large = |sort| match sort {
        Sort::Picture => {
            say!(words, "media-picture-large", most = megabytes(MOST_PICTURE))
        }
        Sort::Sound | Sort::Film => say!(words, "media-sound-large", most = megabytes(MOST)),
    };
    let Some(content) = &file.content else {
        let (picture, sound) = (megabytes(MOST_PICTURE), megabytes(MOST));
        return Err(say!(words, "media-large", picture = picture, sound = sound));
    };
    let (media, content) = media::clean(content.clone()).map_err(|why| match why {
        Refused::Empty => say!(words, "media-empty"),
        Refused::Unknown => say!(words, "media-unknown"),
        Refused::Phone => say!(words, "media-phone"),
        Refused::Damaged => say!(words, "media-damaged"),
        Refused::TooLarge(sort) => too_large(sort),
    })?;
    if wants == Wants::Recording && media.sort() == Some(Sort::Picture) {
        return Err(say!(words, "media-no-recording"));
    }
    let size = content.len() as u64;
    let all: u64 = super::all(holding).iter().map(|said| said.bytes).sum();
    if all.saturating_add(size) > MOST_OF_RECORD {
        return Err(say!(words, "media-record-full", most = megabytes(MOST_OF_RECORD)));
    }
    Ok(Picked { hash: MediaHash::of(&content), media, content })
}

impl Picked {
    /// How many bytes it has.
    pub(crate) fn bytes(&self) -> u64 {
        self.content.len() as u64
    }

    /// Keeps it in the same commit, to be sent later.
    pub(crate) fn keep(&self, act: &mut Act, holding: &Holding, scope: Scope) {
        // One that is here already, under another item, is not sent twice.
        let known = holding.apart.find(scope, self.hash).filter(|h| h.state == HeldState::Sent);
        let state = known.map_or(HeldState::Unsent, |held| held.state);
        let held = Held { hash: self.hash, scope, bytes: self.bytes(), state };
        self.rows(act, holding, scope);
        act.put(held.keep(holding.index));
        act.hold(held);
    }

    /// Keeps its bytes in the same commit.
    pub(crate) fn rows(&self, act: &mut Act, holding: &Holding, scope: Scope) {
        for row in apart::rows(holding.index, scope, self.hash, &self.content) {
            act.put(row);
        }
    }
}
