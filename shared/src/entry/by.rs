//! Who wrote something, and for whom: said in one way on every page.

use record::state::{Held, Version};
use record::{Member, Writer};

use crate::holding::{Author, Holding, RecordSide};
use crate::words::{Words, say};

/// Who wrote an operation, and for whom where not for themselves.
#[derive(Clone, Copy)]
pub(crate) struct By {
    pub(crate) writer: Writer,
    pub(crate) on_behalf: Option<Member>,
}

impl From<&Version> for By {
    fn from(version: &Version) -> Self {
        Self { writer: version.id.writer, on_behalf: version.on_behalf }
    }
}

impl From<&Held<'_>> for By {
    fn from(held: &Held<'_>) -> Self {
        Self { writer: held.id.writer, on_behalf: held.on_behalf }
    }
}

/// "Amina Khan, nurse", "Ada, for Tom", "You".
pub(crate) fn who(words: &Words, holding: &Holding, by: impl Into<By>) -> String {
    let By { writer, on_behalf } = by.into();
    let author = holding.author(writer);
    let name = if author.me { say!(words, "entry-by-me") } else { named(words, author) };
    for_whom(words, holding, name, on_behalf)
}

/// The same within a sentence.
pub(crate) fn by(words: &Words, holding: &Holding, by: impl Into<By>) -> String {
    let By { writer, on_behalf } = by.into();
    let author = holding.author(writer);
    let name = if author.me { say!(words, "entry-by-you") } else { named(words, author) };
    for_whom(words, holding, name, on_behalf)
}

/// The same on a page for others, who are nobody's "you": "Tom", "Ada, for Tom".
pub(crate) fn on_paper(words: &Words, holding: &Holding, by: impl Into<By>) -> String {
    let By { writer, on_behalf } = by.into();
    let author = holding.author(writer);
    let persons = author.me && holding.about.side == RecordSide::Person;
    if persons && author.name.trim().is_empty() {
        return say!(words, "by-the-person");
    }
    match on_behalf {
        Some(member) => for_other(words, holding, named(words, author), member),
        None => named(words, author),
    }
}

fn named(words: &Words, author: Author) -> String {
    match (author.name.is_empty(), author.role.is_empty()) {
        (true, _) => say!(words, "entry-by-unknown"),
        (_, true) => author.name,
        _ => format!("{}, {}", author.name, author.role),
    }
}

/// A writer's name, with whom they wrote for: "Ada, for Tom"; on the person's own
/// device, "Ada, for you".
pub(crate) fn for_whom(
    words: &Words,
    holding: &Holding,
    name: String,
    on_behalf: Option<Member>,
) -> String {
    match on_behalf {
        None => name,
        Some(Member::PERSON) if holding.about.side == RecordSide::Person => {
            say!(words, "by-for-you", name = name)
        }
        Some(member) => for_other(words, holding, name, member),
    }
}

fn for_other(words: &Words, holding: &Holding, name: String, member: Member) -> String {
    let person = match holding.about.name.trim() {
        _ if member != Member::PERSON => say!(words, "by-for-somebody"),
        "" => say!(words, "plan-the-person"),
        person => person.to_owned(),
    };
    say!(words, "by-for", name = name, person = person)
}
