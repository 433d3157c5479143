//! How many kinds of blocks and fields a shell's types know: written beside them,
//! from the same registry, as `KNOWN` (in Swift `Vocabulary.known`). The shell hands
//! it back at its start.

use facet_generate::Registry;
use facet_generate::reflection::format::ContainerFormat;

/// So many kinds the types of this registry know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    blocks: usize,
    fields: usize,
}

impl Known {
    /// Counted in the registry that the types are generated from.
    #[must_use]
    pub fn of(registry: &Registry) -> Self {
        let kinds = |name: &str| {
            let found = registry.iter().find(|(known, _)| known.name == name);
            match found {
                Some((_, ContainerFormat::Enum(kinds, ..))) => kinds.len(),
                _ => 0,
            }
        };
        Self { blocks: kinds("Block"), fields: kinds("Field") }
    }

    /// In Kotlin, in the types' own package.
    #[must_use]
    pub fn kotlin(self, package: &str) -> String {
        let Self { blocks, fields } = self;
        format!(
            "package {package}\n\n/** As many kinds as these types know. */\n\
             val KNOWN = Vocabulary(blocks = {blocks}u, fields = {fields}u)\n"
        )
    }

    /// In Swift, on the type itself.
    #[must_use]
    pub fn swift(self) -> String {
        let Self { blocks, fields } = self;
        format!(
            "extension Vocabulary {{\n    /// As many kinds as these types know.\n    \
             public static var known: Vocabulary {{ Vocabulary(blocks: {blocks}, fields: {fields}) }}\n}}\n"
        )
    }

    /// In `TypeScript`, behind the types.
    #[must_use]
    pub fn typescript(self) -> String {
        let Self { blocks, fields } = self;
        format!(
            "\n/** As many kinds as these types know. */\n\
             export const KNOWN: Vocabulary = {{ blocks: {blocks}, fields: {fields} }};\n"
        )
    }
}

#[cfg(test)]
mod tests {
    use crux_core::bridge::{BincodeFfiFormat, FfiFormat};
    use serde::Serialize;
    use shared::screen::Block;

    use super::*;
    use crate::typegen::registry;

    fn index(value: &impl Serialize) -> u32 {
        let mut bytes = Vec::new();
        BincodeFfiFormat::serialize(&mut bytes, value).unwrap();
        u32::from_le_bytes(bytes[..4].try_into().unwrap())
    }

    #[test]
    fn a_kind_is_its_number_on_the_wire_and_all_are_counted() {
        let page = shared::gallery::page();
        let mut known = Known { blocks: 0, fields: 0 };
        for block in &page.blocks {
            assert_eq!(block.kind(), index(block));
            known.blocks = known.blocks.max(block.kind() as usize + 1);
            let Block::Form(form) = block else { continue };
            for field in &form.fields {
                assert_eq!(field.kind(), index(field));
                known.fields = known.fields.max(field.kind() as usize + 1);
            }
        }
        // The gallery has every kind.
        assert_eq!(Known::of(&registry().unwrap()), known);
        assert!(known.kotlin("a.b").contains("Vocabulary(blocks = 20u, fields = 12u)"));
        assert!(known.swift().contains("Vocabulary(blocks: 20, fields: 12)"));
        assert!(known.typescript().contains("{ blocks: 20, fields: 12 }"));
    }
}
