//! All words, from Fluent files: one folder a language, one file a feature.
//!
//! Easy Read is words of its own (`en-GB-x-easyread`), by the same ids, each with the
//! name of a picture. What has none there is said in the standard words. Which picture
//! stands beside which words is remembered while a page is made ([`Words::beside`]), so
//! that no feature knows of it. Why: `docs/decisions/0034`.
//!
//! The build reads the files (`build/words.rs`); here is only what fills in a
//! message. Features ask by id with [`say!`], and an id that is not in the
//! English files does not compile; a test fails where a message is never asked
//! for.

mod packed;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::{LazyLock, Mutex, PoisonError};

use packed::{ARGUMENT, CHOICE, CHOSEN, CLOSE, END, KEY, VARIANT};

use crate::screen::Illustration;

/// The English messages, one after the other.
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));
/// The hashes of their ids, in the same order.
#[allow(clippy::unreadable_literal, reason = "written by the build")]
static IDS: &[u32] = &include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Those that there are in Easy Read, in the same order: each after its picture.
const EASY: &str = include_str!(concat!(env!("OUT_DIR"), "/easy.txt"));

/// Where each begins: found once, however many cores live in the process.
static MESSAGES: LazyLock<Vec<&str>> = LazyLock::new(|| ENGLISH.split(END).collect());
/// The picture and the words of each; none where there are only the standard ones.
static EASY_READ: LazyLock<Vec<Option<(&str, &str)>>> =
    LazyLock::new(|| EASY.split(END).map(|message| message.split_once(KEY)).collect());

/// The tag of the words of Easy Read.
pub const EASY_READ_TAG: &str = "en-GB-x-easyread";

/// A message of the English files.
#[derive(Clone, Copy)]
pub struct Id(usize);

impl Id {
    /// The message with an id, where there is one.
    #[must_use]
    pub const fn find(id: &str) -> Option<Self> {
        let hash = packed::hash(id);
        let mut at = 0;
        while at < IDS.len() {
            if IDS[at] == hash {
                return Some(Self(at));
            }
            at += 1;
        }
        None
    }

    /// The message with an id, for constants.
    ///
    /// # Panics
    /// In the compiler, where there is none.
    #[must_use]
    #[allow(clippy::panic, reason = "only constants are made with it")]
    pub const fn of(id: &str) -> Self {
        match Self::find(id) {
            Some(found) => found,
            None => panic!("no such message"),
        }
    }
}

/// The words of one language, or of one way of reading it.
#[derive(Default)]
pub struct Words {
    easy: bool,
    /// What was said since [`Words::forget`], each with its picture.
    beside: Mutex<Vec<(String, &'static str)>>,
    /// What was said in standard words for want of others, for tests.
    #[cfg(test)]
    standard: Mutex<std::collections::BTreeSet<usize>>,
}

impl Words {
    /// Whether these are the words of Easy Read.
    #[must_use]
    pub fn is_easy(&self) -> bool {
        self.easy
    }

    /// What stands between several things: in Easy Read each is on a line of its own.
    #[must_use]
    pub fn between<'a>(&self, mark: &'a str) -> &'a str {
        if self.easy { "\n" } else { mark }
    }

    /// From now on the words of Easy Read, or the standard ones.
    pub fn read_easily(&mut self, easy: bool) {
        if self.easy != easy {
            self.easy = easy;
            self.forget();
        }
    }

    /// A message without arguments. One that is missing shows its id, so that
    /// it is seen.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        Id::find(id).map_or_else(|| id.to_owned(), |id| self.say(id, &[]))
    }

    /// A message with its arguments.
    #[must_use]
    pub fn say(&self, id: Id, args: &[(&str, Arg<'_>)]) -> String {
        let easy = if self.easy { EASY_READ.get(id.0).copied().flatten() } else { None };
        let mut said = String::new();
        let standard = || MESSAGES.get(id.0).copied().unwrap_or_default();
        fill(easy.map_or_else(standard, |(_, words)| words), args, &mut said);
        #[cfg(test)]
        if self.easy && easy.is_none() {
            self.standard.lock().unwrap_or_else(PoisonError::into_inner).insert(id.0);
        }
        if self.easy {
            let picture = easy.map(|(picture, _)| picture).filter(|picture| !picture.is_empty());
            self.remember(&said, picture, args);
        }
        said
    }

    /// Which picture stands beside these words. What is made of other words ("Weight
    /// (optional)") has the picture of the first of them.
    fn remember(&self, said: &str, picture: Option<&'static str>, args: &[(&str, Arg<'_>)]) {
        let mut beside = self.beside.lock().unwrap_or_else(PoisonError::into_inner);
        // More than stand on any page: what is said for a file need not be remembered.
        if beside.len() > 1_000 {
            return;
        }
        let of = |words: &str| beside.iter().find(|(known, _)| known == words).map(|(_, p)| *p);
        if of(said).is_some() {
            return;
        }
        let within = || args.iter().find_map(|(_, arg)| arg.text().and_then(of));
        if let Some(picture) = picture.or_else(within) {
            beside.push((said.to_owned(), picture));
        }
    }

    /// Forgets what was said, once nothing of it is shown any more.
    pub fn forget(&self) {
        self.beside.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Which messages were said in standard words since this was last asked.
    #[cfg(test)]
    pub(crate) fn said_in_standard(&self) -> std::collections::BTreeSet<usize> {
        std::mem::take(&mut *self.standard.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The picture beside all that was said.
    #[must_use]
    pub fn beside(&self) -> Vec<Illustration> {
        let beside = self.beside.lock().unwrap_or_else(PoisonError::into_inner);
        let one = |(words, picture): &(String, &str)| Illustration {
            words: words.clone(),
            picture: (*picture).to_owned(),
        };
        beside.iter().map(one).collect()
    }
}

/// Fills in a message, or a variant of one.
fn fill(mut pattern: &str, args: &[(&str, Arg<'_>)], to: &mut String) {
    while let Some((at, mark)) = pattern.char_indices().find(|(_, letter)| *letter <= CHOSEN) {
        to.push_str(&pattern[..at]);
        let end = if mark == CHOICE { CHOSEN } else { CLOSE };
        let Some((part, rest)) = pattern[at + 1..].split_once(end) else { return };
        pattern = rest;
        let mut variants = part.split(VARIANT);
        let name = variants.next().unwrap_or_default();
        let arg = args.iter().find(|(given, _)| *given == name).map(|(_, arg)| arg);
        if mark == ARGUMENT {
            match arg {
                Some(Arg::Text(text)) => to.push_str(text),
                Some(Arg::Number(number)) => to.push_str(&number.to_string()),
                None => to.extend(["{$", name, "}"]),
            }
            continue;
        }
        let chosen = variants
            .filter_map(|variant| variant.split_once(KEY))
            .find(|(key, _)| key.is_empty() || arg.is_some_and(|arg| arg.is(key)));
        if let Some((_, words)) = chosen {
            fill(words, args, to);
        }
    }
    to.push_str(pattern);
}

/// What a message's argument can be: text, or a whole number that chooses a
/// plural. Decimals are shown as typed, so they come as text.
pub enum Arg<'a> {
    /// Text.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(i64),
}

impl Arg<'_> {
    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) => None,
        }
    }

    /// Whether a variant's key is meant: the text, the number, or the number's
    /// plural in English. Every language has a rule of its own.
    fn is(&self, key: &str) -> bool {
        match self {
            Self::Text(text) => text == key,
            Self::Number(1 | -1) if key == "one" => true,
            Self::Number(number) => key.parse() == Ok(*number),
        }
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// `say!(words, "id")`, `say!(words, "id", name = value, …)`.
macro_rules! say {
    ($words:expr, $id:literal $(,)?) => {
        $words.say(const { $crate::words::Id::of($id) }, &[])
    };
    ($words:expr, $id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $words.say(
            const { $crate::words::Id::of($id) },
            &[$((stringify!($name), $crate::words::Arg::from($value))),+],
        )
    };
}
pub(crate) use say;
