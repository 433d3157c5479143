//! Why a questionnaire cannot be used, and where.

use crate::words::{Words, say};

/// What is wrong with a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Where, as FHIR names places: `item[2].enableWhen[0]`; empty for all of it.
    pub path: String,
    /// Why.
    pub why: Why,
}

/// Why it cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The file holds no JSON.
    NotJson,
    /// It holds something else.
    NotAQuestionnaire,
    /// Something that must be there is not.
    Missing(&'static str),
    /// Two have one name.
    Twice,
    /// Something is asked for that this app cannot ask.
    Kind(String),
    /// A question is to be answered several times.
    Repeats,
    /// An answer to choose has no words.
    Answer,
    /// Its answers are kept somewhere else.
    ElsewhereKept,
    /// The least is more than the most.
    Bounds,
    /// What stands there before anything is answered is no answer to it.
    Initial,
    /// It depends on a question that is not there.
    Unknown(String),
    /// It depends on itself.
    Itself,
    /// It compares what cannot be compared.
    Compares,
    /// A score is worked out in another way than by adding up.
    Expression,
    /// A score adds up what weighs nothing.
    Weightless(String),
    /// There is too much of it.
    TooMuch,
    /// Something would change what is asked, and this app cannot do it.
    Changes(String),
    /// Something is written in another way than FHIR R4 writes it.
    Shape(&'static str),
    /// Something stands where it may not.
    NotHere(&'static str),
    /// Several conditions, and not said whether all or any of them.
    Behaviour,
    /// It compares with an answer that nobody can give.
    NoAnswer(String),
    /// It depends on what is never answered.
    NotAsked(String),
    /// Its makers have withdrawn it.
    Retired,
    /// It is not about a person.
    Subject,
}

impl Broken {
    /// What is said to whoever brings it in.
    #[must_use]
    pub fn text(&self, words: &Words) -> String {
        let why = match &self.why {
            Why::NotJson => say!(words, "questions-not-json"),
            Why::NotAQuestionnaire => say!(words, "questions-not-one"),
            Why::Missing(what) => say!(words, "questions-missing", what = *what),
            Why::Twice => say!(words, "questions-twice"),
            Why::Kind(kind) => say!(words, "questions-kind", kind = kind.as_str()),
            Why::Repeats => say!(words, "questions-repeats"),
            Why::Answer => say!(words, "questions-answer"),
            Why::ElsewhereKept => say!(words, "questions-elsewhere"),
            Why::Bounds => say!(words, "questions-bounds"),
            Why::Initial => say!(words, "questions-initial"),
            Why::Unknown(link) => say!(words, "questions-unknown", link = link.as_str()),
            Why::Itself => say!(words, "questions-itself"),
            Why::Compares => say!(words, "questions-compares"),
            Why::Expression => say!(words, "questions-expression"),
            Why::Weightless(link) => say!(words, "questions-weightless", link = link.as_str()),
            Why::TooMuch => say!(words, "questions-too-much"),
            Why::Changes(what) => say!(words, "questions-changes", what = what.as_str()),
            Why::Shape(what) => say!(words, "questions-shape", what = *what),
            Why::NotHere(what) => say!(words, "questions-not-here", what = *what),
            Why::Behaviour => say!(words, "questions-behaviour"),
            Why::NoAnswer(answer) => say!(words, "questions-no-answer", answer = answer.as_str()),
            Why::NotAsked(link) => say!(words, "questions-not-asked", link = link.as_str()),
            Why::Retired => say!(words, "questions-retired"),
            Why::Subject => say!(words, "questions-subject"),
        };
        if self.path.is_empty() {
            return say!(words, "questions-broken", why = why);
        }
        say!(words, "questions-broken-at", path = self.path.as_str(), why = why)
    }
}

/// A place in a questionnaire.
#[derive(Clone, Debug)]
pub(super) struct Path(String);

impl Path {
    pub(super) fn root() -> Self {
        Self(String::new())
    }

    pub(super) fn at(&self, list: &str, at: usize) -> Self {
        let dot = if self.0.is_empty() { "" } else { "." };
        Self(format!("{}{dot}{list}[{at}]", self.0))
    }

    /// Something that is there once.
    pub(super) fn field(&self, name: &str) -> Self {
        let dot = if self.0.is_empty() { "" } else { "." };
        Self(format!("{}{dot}{name}", self.0))
    }

    pub(super) fn broken(&self, why: Why) -> Broken {
        Broken { path: self.0.clone(), why }
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }
}
