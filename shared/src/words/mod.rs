//! All words, from Fluent files: one folder a language, one file a feature.
//!
//! The build reads the files (`build/words.rs`); here is only what fills in a
//! message. Features ask by id with [`say!`], and an id that is not in the
//! English files does not compile; a test fails where a message is never asked
//! for.

mod packed;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::LazyLock;

use packed::{ARGUMENT, CHOICE, CHOSEN, CLOSE, END, KEY, VARIANT};

/// The English messages, one after the other.
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));
/// The hashes of their ids, in the same order.
#[allow(clippy::unreadable_literal, reason = "written by the build")]
static IDS: &[u32] = &include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Where each begins: found once, however many cores live in the process.
static MESSAGES: LazyLock<Vec<&str>> = LazyLock::new(|| ENGLISH.split(END).collect());

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

/// The words of one language.
pub struct Words {
    messages: &'static [&'static str],
}

impl Default for Words {
    fn default() -> Self {
        Self { messages: &MESSAGES }
    }
}

impl Words {
    /// A message without arguments. One that is missing shows its id, so that
    /// it is seen.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        Id::find(id).map_or_else(|| id.to_owned(), |id| self.say(id, &[]))
    }

    /// A message with its arguments.
    #[must_use]
    pub fn say(&self, id: Id, args: &[(&str, Arg<'_>)]) -> String {
        let mut said = String::new();
        fill(self.messages.get(id.0).copied().unwrap_or_default(), args, &mut said);
        said
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
