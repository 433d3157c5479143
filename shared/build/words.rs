//! Reads the Fluent files for `words`, so that the app carries no reader of
//! them, no comments and no ids.
//!
//! Writes `words.txt` (the messages as `words` reads them, one after the other),
//! `words.rs` (the hashes of their ids, in the same order) and `easy.txt` (those of
//! them that there are in Easy Read, each with its picture).

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

#[path = "../src/words/packed.rs"]
mod packed;

use packed::{ARGUMENT, CHOICE, CHOSEN, CLOSE, END, KEY, VARIANT, hash};

/// One message of the standard words.
struct Known {
    name: String,
    arguments: BTreeSet<String>,
}

pub(super) fn write(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut known: Vec<Known> = Vec::new();
    let mut seen = BTreeMap::new();
    let (mut text, mut ids) = (String::new(), String::from("["));
    for file in files("locales/en-GB")? {
        each(&file, |message, _| {
            let name = message.id.name;
            if !message.attributes.is_empty() {
                return Err("only plain messages and comments are understood".into());
            }
            let hash = hash(name);
            if let Some(other) = seen.insert(hash, name.to_owned()) {
                return Err(format!("{name} and {other} come to the same number"));
            }
            let arguments = packed_of(message, &mut text)?;
            text.push(END);
            known.push(Known { name: name.to_owned(), arguments });
            write!(ids, "{hash},").map_err(|_| "no memory".to_owned())
        })?;
    }
    ids.push(']');
    std::fs::write(out.join("words.txt"), text)?;
    std::fs::write(out.join("words.rs"), ids)?;
    std::fs::write(out.join("easy.txt"), easy(&known)?)?;
    Ok(())
}

/// The Easy Read messages, in the order of the standard ones: the name of a picture,
/// [`KEY`], the words; nothing where there are none.
fn easy(known: &[Known]) -> Result<String, Box<dyn Error>> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    for file in files("locales/en-GB-x-easyread")? {
        each(&file, |message, group| {
            let name = message.id.name;
            let standard = known.iter().find(|known| known.name == name);
            let Some(standard) = standard else {
                return Err(format!("{name} is not among the standard words"));
            };
            let own = message.attributes.first().and_then(|attribute| plain(&attribute.value));
            // None where the words are about an argument, whose picture it then is.
            let picture = own.or(group).unwrap_or_default();
            if !picture.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
                return Err(format!("{name} has a picture that is not a name"));
            }
            let mut said = format!("{picture}{KEY}");
            let arguments = packed_of(message, &mut said)?;
            if !arguments.is_subset(&standard.arguments) {
                return Err(format!("{name} asks for what it is not given"));
            }
            match all.insert(name.to_owned(), said) {
                None => Ok(()),
                Some(_) => Err(format!("{name} is there twice")),
            }
        })?;
    }
    let mut text = String::new();
    for Known { name, .. } in known {
        text.push_str(all.get(name).map_or("", String::as_str));
        text.push(END);
    }
    Ok(text)
}

fn files(folder: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files: Vec<_> = std::fs::read_dir(folder)?
        .map(|file| file.map(|file| file.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    Ok(files)
}

/// Each message of a file, with the last comment above that stands over a group.
fn each(
    file: &Path,
    mut each: impl FnMut(&Message<&str>, Option<&str>) -> Result<(), String>,
) -> Result<(), Box<dyn Error>> {
    let wrong = |what: &str| format!("{}: {what}", file.display());
    let source = std::fs::read_to_string(file)?;
    let read = fluent_syntax::parser::parse(source.as_str())
        .map_err(|(_, errors)| wrong(&format!("{errors:?}")))?;
    let mut group = None;
    for entry in &read.body {
        match entry {
            Entry::Message(message) => each(message, group).map_err(|what| wrong(&what))?,
            Entry::GroupComment(comment) => group = comment.content.first().copied(),
            Entry::Comment(_) | Entry::ResourceComment(_) => {}
            _ => return Err(wrong("only messages and comments are understood").into()),
        }
    }
    Ok(())
}

/// The words of an attribute.
fn plain<'a>(pattern: &Pattern<&'a str>) -> Option<&'a str> {
    match pattern.elements.as_slice() {
        [PatternElement::TextElement { value }] => Some(value),
        _ => None,
    }
}

/// Packs a message; what it asks for.
fn packed_of(message: &Message<&str>, to: &mut String) -> Result<BTreeSet<String>, String> {
    let name = message.id.name;
    let pattern = message.value.as_ref().ok_or_else(|| name.to_owned())?;
    let mut arguments = BTreeSet::new();
    pack(pattern, false, to, &mut arguments).map_err(|what| format!("{name}: {what}"))?;
    Ok(arguments)
}

fn pack(
    pattern: &Pattern<&str>,
    within: bool,
    to: &mut String,
    arguments: &mut BTreeSet<String>,
) -> Result<(), &'static str> {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => to.push_str(value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::StringLiteral { value }) => {
                    to.push_str(&unescape_unicode_to_string(value));
                }
                Expression::Inline(InlineExpression::VariableReference { id }) => {
                    arguments.insert(id.name.to_owned());
                    to.push(ARGUMENT);
                    to.push_str(id.name);
                    to.push(CLOSE);
                }
                Expression::Select { .. } if within => return Err("a choice inside a choice"),
                Expression::Select { selector, variants } => {
                    let InlineExpression::VariableReference { id } = selector else {
                        return Err("a choice by something else than an argument");
                    };
                    arguments.insert(id.name.to_owned());
                    to.push(CHOICE);
                    to.push_str(id.name);
                    let (left, keyed): (Vec<_>, Vec<_>) =
                        variants.iter().partition(|variant| variant.default);
                    for variant in keyed.into_iter().chain(left) {
                        to.push(VARIANT);
                        match variant.key {
                            _ if variant.default => {}
                            VariantKey::Identifier { name } => to.push_str(name),
                            VariantKey::NumberLiteral { value } => to.push_str(value),
                        }
                        to.push(KEY);
                        pack(&variant.value, true, to, arguments)?;
                    }
                    to.push(CHOSEN);
                }
                Expression::Inline(_) => return Err("not an argument, a choice or plain text"),
            },
        }
    }
    Ok(())
}
