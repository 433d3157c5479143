//! The surface as one short text: every type, every field, every index.

use std::fmt::Write;

use facet_generate::Registry;
use facet_generate::reflection::format::{ContainerFormat, Format, VariantFormat};

/// Every type that crosses, in the order of their names.
#[must_use]
pub fn listing(registry: &Registry) -> String {
    let mut out = String::new();
    for (name, container) in registry {
        // Writing to a String cannot fail.
        let _ = container_lines(&mut out, &name.name, container);
        out.push('\n');
    }
    out
}

fn container_lines(out: &mut String, name: &str, container: &ContainerFormat) -> std::fmt::Result {
    match container {
        ContainerFormat::UnitStruct(_) => writeln!(out, "struct {name}"),
        ContainerFormat::NewTypeStruct(inner, _) => writeln!(out, "struct {name}({})", one(inner)),
        ContainerFormat::TupleStruct(inner, _) => writeln!(out, "struct {name}({})", many(inner)),
        ContainerFormat::Struct(fields, _) => {
            writeln!(out, "struct {name}")?;
            for field in fields {
                writeln!(out, "  {}: {}", field.name, one(&field.value))?;
            }
            Ok(())
        }
        ContainerFormat::Enum(variants, _, _) => {
            writeln!(out, "enum {name}")?;
            for (index, variant) in variants {
                write!(out, "  {index} {}", variant.name)?;
                match &variant.value {
                    VariantFormat::Variable(_) | VariantFormat::Unit => writeln!(out)?,
                    VariantFormat::NewType(inner) => writeln!(out, ": {}", one(inner))?,
                    VariantFormat::Tuple(inner) => writeln!(out, ": ({})", many(inner))?,
                    VariantFormat::Struct(fields) => {
                        writeln!(out)?;
                        for field in fields {
                            writeln!(out, "    {}: {}", field.name, one(&field.value))?;
                        }
                    }
                }
            }
            Ok(())
        }
    }
}

fn many(formats: &[Format]) -> String {
    formats.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn one(format: &Format) -> String {
    match format {
        Format::TypeName(name) => name.name.clone(),
        Format::Option(inner) => format!("{}?", one(inner)),
        Format::Seq(inner) | Format::Set(inner) => format!("[{}]", one(inner)),
        Format::Map { key, value } => format!("[{}: {}]", one(key), one(value)),
        Format::Tuple(inner) => format!("({})", many(inner)),
        Format::TupleArray { content, size } => format!("[{}; {size}]", one(content)),
        scalar => format!("{scalar:?}").to_lowercase(),
    }
}
