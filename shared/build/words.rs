//! Reads the Fluent files for `words`, so that the app carries no reader of
//! them, no comments and no ids.
//!
//! Writes `words.txt` (the messages as `words` reads them, one
//! after the other) and `words.rs` (the hashes of their ids, in the same order).

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

#[path = "../src/words/packed.rs"]
mod packed;

use packed::{ARGUMENT, CHOICE, CHOSEN, CLOSE, END, KEY, VARIANT, hash};

pub(super) fn write(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut files: Vec<_> = std::fs::read_dir("locales/en-GB")?
        .map(|file| file.map(|file| file.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let mut seen = BTreeMap::new();
    let (mut text, mut ids) = (String::new(), String::from("["));
    for file in files {
        let wrong = |what: &str| format!("{}: {what}", file.display());
        let source = std::fs::read_to_string(&file)?;
        let read = fluent_syntax::parser::parse(source.as_str())
            .map_err(|(_, errors)| wrong(&format!("{errors:?}")))?;
        for entry in &read.body {
            let message = match entry {
                Entry::Message(message) if message.attributes.is_empty() => message,
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
                _ => return Err(wrong("only plain messages and comments are understood").into()),
            };
            let name = message.id.name;
            let hash = hash(name);
            if let Some(other) = seen.insert(hash, name.to_owned()) {
                return Err(wrong(&format!("{name} and {other} come to the same number")).into());
            }
            let pattern = message.value.as_ref().ok_or_else(|| wrong(name))?;
            pack(pattern, false, &mut text).map_err(|what| wrong(&format!("{name}: {what}")))?;
            text.push(END);
            write!(ids, "{hash},")?;
        }
    }
    ids.push(']');
    std::fs::write(out.join("words.txt"), text)?;
    std::fs::write(out.join("words.rs"), ids)?;
    Ok(())
}

fn pack(pattern: &Pattern<&str>, within: bool, to: &mut String) -> Result<(), &'static str> {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => to.push_str(value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::StringLiteral { value }) => {
                    to.push_str(&unescape_unicode_to_string(value));
                }
                Expression::Inline(InlineExpression::VariableReference { id }) => {
                    to.push(ARGUMENT);
                    to.push_str(id.name);
                    to.push(CLOSE);
                }
                Expression::Select { .. } if within => return Err("a choice inside a choice"),
                Expression::Select { selector, variants } => {
                    let InlineExpression::VariableReference { id } = selector else {
                        return Err("a choice by something else than an argument");
                    };
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
                        pack(&variant.value, true, to)?;
                    }
                    to.push(CHOSEN);
                }
                Expression::Inline(_) => return Err("not an argument, a choice or plain text"),
            },
        }
    }
    Ok(())
}
