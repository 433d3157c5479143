//! `TypeScript` declarations of what `serde_json` writes and reads.
//!
//! Types only: the browser's own `JSON` is the decoder, several times faster
//! than generated code. Numbers stay below 2^53, so `u64` is a `number`.

use std::fmt::Write;

use facet_generate::Registry;
use facet_generate::reflection::format::{ContainerFormat, Doc, Format, Named, VariantFormat};

/// All types as one module without runtime code.
#[must_use]
pub fn typescript(registry: &Registry) -> String {
    let mut out =
        String::from("// Generated from the Rust types by `make types`. Not to be edited.\n");
    for (name, container) in registry {
        let (doc, definition) = definition(container);
        out.push('\n');
        comment(&mut out, doc, "");
        let gap = if definition.starts_with('\n') { "" } else { " " };
        // Writing to a String cannot fail.
        let _ = writeln!(out, "export type {} ={gap}{definition};", name.name);
    }
    out
}

fn definition(container: &ContainerFormat) -> (&Doc, String) {
    match container {
        ContainerFormat::UnitStruct(doc) => (doc, "null".into()),
        ContainerFormat::NewTypeStruct(inner, doc) => (doc, one(inner)),
        ContainerFormat::TupleStruct(inner, doc) => (doc, format!("[{}]", many(inner))),
        ContainerFormat::Struct(fields, doc) => (doc, object(fields, "")),
        ContainerFormat::Enum(variants, _, doc) => {
            let mut text = String::new();
            for variant in variants.values() {
                text.push('\n');
                comment(&mut text, &variant.doc, "  ");
                let name = &variant.name;
                let _ = match &variant.value {
                    VariantFormat::Variable(_) | VariantFormat::Unit => {
                        write!(text, "  | \"{name}\"")
                    }
                    VariantFormat::NewType(inner) => {
                        write!(text, "  | {{ {name}: {} }}", one(inner))
                    }
                    VariantFormat::Tuple(inner) => {
                        write!(text, "  | {{ {name}: [{}] }}", many(inner))
                    }
                    VariantFormat::Struct(fields) => {
                        write!(text, "  | {{ {name}: {} }}", object(fields, "  "))
                    }
                };
            }
            (doc, text)
        }
    }
}

fn object(fields: &[Named<Format>], indent: &str) -> String {
    let mut text = String::from("{\n");
    for field in fields {
        let deeper = format!("{indent}  ");
        comment(&mut text, &field.doc, &deeper);
        let _ = writeln!(text, "{deeper}{}: {};", field.name, one(&field.value));
    }
    text.push_str(indent);
    text.push('}');
    text
}

fn comment(out: &mut String, doc: &Doc, indent: &str) {
    let lines = doc.comments();
    if let [only] = lines {
        let _ = writeln!(out, "{indent}/** {only} */");
    } else if !lines.is_empty() {
        let _ = writeln!(out, "{indent}/**");
        for line in lines {
            let _ = writeln!(out, "{}", format!("{indent} * {line}").trim_end());
        }
        let _ = writeln!(out, "{indent} */");
    }
}

fn many(formats: &[Format]) -> String {
    formats.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn one(format: &Format) -> String {
    match format {
        Format::TypeName(name) => name.name.clone(),
        Format::Bool => "boolean".into(),
        Format::Str | Format::Char | Format::Uuid => "string".into(),
        Format::Bytes => "number[]".into(),
        Format::Option(inner) => format!("{} | null", one(inner)),
        Format::Seq(inner) | Format::Set(inner) => match **inner {
            Format::Option(_) => format!("({})[]", one(inner)),
            _ => format!("{}[]", one(inner)),
        },
        Format::Map { value, .. } => format!("Record<string, {}>", one(value)),
        Format::Tuple(inner) => format!("[{}]", many(inner)),
        Format::TupleArray { content, size } => {
            format!("[{}]", vec![one(content); *size].join(", "))
        }
        Format::Unit => "null".into(),
        // Only numbers are left; anything new must be put above with thought.
        Format::I8
        | Format::I16
        | Format::I32
        | Format::I64
        | Format::U8
        | Format::U16
        | Format::U32
        | Format::U64
        | Format::F32
        | Format::F64 => "number".into(),
        _ => "never".into(),
    }
}
