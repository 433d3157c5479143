//! Finds types that share a name, and respells fields that a language keeps
//! for itself.
//!
//! Generators know a type by its last name only: `a::Event` and `b::Event`
//! silently become one. This walks the shapes themselves, so it sees both.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use facet::{Field, Shape, Type, UserType};
use facet_generate::Registry;
use facet_generate::reflection::format::{ContainerFormat, VariantFormat};

/// Types that share a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The name, as the shells would see it.
    pub name: String,
    /// Each type's full path.
    pub paths: Vec<String>,
}

/// The clashes among all types reachable from these roots, by name.
#[must_use]
pub fn clashes(roots: &[&'static Shape]) -> Vec<Clash> {
    let mut walk = Walk::default();
    for root in roots {
        walk.visit(root);
    }
    walk.names
        .into_iter()
        .filter(|(_, paths)| paths.len() > 1)
        .map(|(name, paths)| Clash { name, paths: paths.into_iter().collect() })
        .collect()
}

/// Words that Kotlin or Swift keep for themselves and that are good names for a
/// field all the same.
const KEPT: [&str; 18] = [
    "as", "break", "class", "continue", "default", "do", "else", "false", "for", "if", "in", "is",
    "null", "object", "return", "true", "when", "where",
];

/// The same registry with each field of such a name respelt: `when` becomes
/// `when_value`. The generators do not escape them, and names do not travel in
/// bincode.
#[must_use]
pub fn spelt(mut registry: Registry) -> Registry {
    for container in registry.values_mut() {
        match container {
            ContainerFormat::Struct(fields, _) => fields.iter_mut().for_each(respell),
            ContainerFormat::Enum(variants, _, _) => {
                for variant in variants.values_mut() {
                    if let VariantFormat::Struct(fields) = &mut variant.value {
                        fields.iter_mut().for_each(respell);
                    }
                }
            }
            _ => {}
        }
    }
    registry
}

fn respell<T>(field: &mut facet_generate::reflection::format::Named<T>) {
    if KEPT.contains(&field.name.as_str()) {
        field.name.push_str("_value");
    }
}

#[derive(Default)]
struct Walk {
    seen: HashSet<&'static Shape>,
    names: BTreeMap<String, BTreeSet<String>>,
}

impl Walk {
    fn visit(&mut self, shape: &'static Shape) {
        if !self.seen.insert(shape) {
            return;
        }
        for parameter in shape.type_params {
            self.visit(parameter.shape);
        }
        if let Some(inner) = shape.inner {
            self.visit(inner);
        }
        // Rust's own types have no module path, and are not named in shells.
        if let Some(module) = shape.module_path {
            let name = shape.rename.unwrap_or(shape.type_identifier);
            self.names
                .entry(name.to_owned())
                .or_default()
                .insert(format!("{module}::{}", shape.type_identifier));
        }
        match shape.ty {
            Type::User(UserType::Struct(kind)) => self.fields(kind.fields),
            Type::User(UserType::Enum(kind)) => {
                for variant in kind.variants {
                    self.fields(variant.data.fields);
                }
            }
            _ => {}
        }
    }

    fn fields(&mut self, fields: &'static [Field]) {
        for field in fields {
            self.visit(field.shape());
        }
    }
}

#[cfg(test)]
mod tests {
    use facet::Facet;

    use super::*;

    mod one {
        #[derive(facet::Facet)]
        pub(super) struct Same {
            pub(super) a: u8,
        }
    }
    mod two {
        #[derive(facet::Facet)]
        pub(super) struct Same {
            pub(super) b: Option<Vec<String>>,
        }
    }

    #[derive(Facet)]
    #[repr(C)]
    #[allow(dead_code, reason = "only its shape is looked at")]
    enum Both {
        One(Option<Vec<one::Same>>),
        Two { same: Box<two::Same> },
    }

    #[derive(Facet)]
    struct Once {
        first: Vec<one::Same>,
        second: one::Same,
    }

    #[test]
    fn two_types_of_one_name_are_found_however_deep() {
        let found = clashes(&[Both::SHAPE]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].name, "Same");
        assert!(found[0].paths[0].ends_with("one::Same"));
        assert!(found[0].paths[1].ends_with("two::Same"));
    }

    #[test]
    fn one_type_used_twice_is_no_clash() {
        let once = Once { first: Vec::new(), second: one::Same { a: 1 } };
        assert_eq!(usize::from(once.second.a), once.first.len() + 1);
        assert_eq!(two::Same { b: None }.b, None);
        assert_eq!(clashes(&[Once::SHAPE]), []);
    }
}
