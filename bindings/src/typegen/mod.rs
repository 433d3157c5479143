//! Writes the types that cross to the shells, in their languages.
//!
//! One source, the Rust types, and four outputs: `TypeScript` (ours: plain
//! declarations of what `serde_json` writes), Kotlin and Swift (Crux's own
//! generators, bincode on the wire), and a listing that is committed so that a
//! review sees every change of the surface.

mod known;
mod listing;
mod names;
mod typescript;

use std::path::{Path, PathBuf};

use crux_core::type_generation::facet::{Export, TypeGenError, TypeRegistry};
use facet::Facet;
use facet_generate::Registry;
use facet_generate::generation::bincode::BincodePlugin;
use facet_generate::generation::{kotlin, swift};
use shared::effects::platform::PlatformOutput;
use shared::effects::{ShellEffect, ShellEffectFfi};
use shared::event::Event;
use shared::screen::Page;
use thiserror::Error;

pub use known::Known;
pub use listing::listing;
pub use names::{Clash, clashes, spelt};
pub use typescript::typescript;

/// The package of the generated Kotlin types.
const KOTLIN_PACKAGE: &str = "app.whatmatters.types";
/// The Swift package of the generated types.
const SWIFT_PACKAGE: &str = "WhatMattersTypes";

/// Why the types could not be written.
#[derive(Debug, Error)]
pub enum Problem {
    /// A type has a shape that cannot cross.
    #[error("the types cannot be described: {0}")]
    Types(#[from] TypeGenError),
    /// Two types would silently become one.
    #[error("two types share the name {}: {}", .0.name, .0.paths.join(" and "))]
    Clash(Clash),
    /// A language's generator failed.
    #[error("cannot generate the types: {0}")]
    Generate(#[from] facet_generate::generation::Error),
    /// A file could not be written.
    #[error("cannot write the generated types: {0}")]
    Write(#[from] std::io::Error),
}

/// Every type that crosses to a shell, checked for clashing names.
///
/// # Errors
/// [`Problem::Clash`] where two types share a name, since the generators would
/// merge them without a word; [`Problem::Types`] for a type that cannot cross.
pub fn registry() -> Result<Registry, Problem> {
    let roots = [Page::SHAPE, Event::SHAPE, ShellEffectFfi::SHAPE, PlatformOutput::SHAPE];
    if let Some(clash) = clashes(&roots).into_iter().next() {
        return Err(Problem::Clash(clash));
    }
    // The shells' own effects, not the app's: the index of a variant is what
    // travels, and the app's enum counts those that Rust answers.
    let mut types = TypeRegistry::new();
    let types = ShellEffect::register_types(&mut types)?;
    Ok(types.register_type::<Event>()?.register_type::<Page>()?.build()?.registry())
}

/// Writes all generated types below the repository's root: `TypeScript` to
/// `web/src/generated/types.ts`, Kotlin and Swift to
/// `bindings/generated/{kotlin,swift}`.
///
/// # Errors
/// As [`registry`]; [`Problem::Generate`] where a language's generator fails;
/// [`Problem::Write`] where a file cannot be written.
pub fn write_all(root: &Path) -> Result<(), Problem> {
    let web = root.join("web/src/generated");
    std::fs::create_dir_all(&web)?;
    let registry = registry()?;
    let known = Known::of(&registry);
    let types = typescript(&registry) + &known.typescript();
    write_if_changed(&web.join("types.ts"), &types)?;

    // For the browser's tests, which visit every page.
    let pages = serde_json::to_string(shared::nav::PAGES).unwrap_or_default();
    write_if_changed(&web.join("pages.json"), &pages)?;

    let generated = root.join("bindings/generated");
    let registry = spelt(registry);
    kotlin::Installer::new(KOTLIN_PACKAGE, emptied(generated.join("kotlin"))?)
        .plugin(BincodePlugin)
        .generate(&registry)?;
    swift::Installer::new(SWIFT_PACKAGE, emptied(generated.join("swift").join(SWIFT_PACKAGE))?)
        .plugin(BincodePlugin)
        .generate(&registry)?;
    let kotlin = generated.join("kotlin").join(KOTLIN_PACKAGE.replace('.', "/"));
    std::fs::write(kotlin.join("Known.kt"), known.kotlin(KOTLIN_PACKAGE))?;
    let swift = generated.join("swift").join(SWIFT_PACKAGE).join("Sources").join(SWIFT_PACKAGE);
    std::fs::write(swift.join("Known.swift"), known.swift())?;
    Ok(())
}

// A type that is gone must not linger.
fn emptied(folder: PathBuf) -> std::io::Result<PathBuf> {
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

// Build tools watch the file's time; an unchanged file must not wake them.
fn write_if_changed(path: &Path, text: &str) -> std::io::Result<()> {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    std::fs::write(path, text)
}

#[cfg(test)]
mod tests {
    use shared::effects::platform::{PlatformOperation, Unlocking};

    use super::*;

    #[test]
    fn the_whole_surface() {
        insta::assert_snapshot!("surface", listing(&registry().unwrap()));
    }

    #[test]
    fn what_a_shell_calls_an_effect_is_what_travels() {
        // Render is index 0 and Platform index 1 on the wire as in the listing.
        let bytes = |effect: &ShellEffectFfi| {
            use crux_core::bridge::{BincodeFfiFormat, FfiFormat};
            let mut out = Vec::new();
            BincodeFfiFormat::serialize(&mut out, effect).unwrap();
            out
        };
        let render = ShellEffectFfi::Render(crux_core::render::RenderOperation);
        let platform = ShellEffectFfi::Platform(PlatformOperation::Unlock(Unlocking {
            reason: String::new(),
        }));
        assert_eq!(bytes(&render)[..4], [0, 0, 0, 0]);
        assert_eq!(bytes(&platform)[..4], [1, 0, 0, 0]);
        let text = listing(&registry().unwrap());
        assert!(text.contains(
            "enum ShellEffect\n  0 Render: RenderOperation\n  1 Platform: PlatformOperation\n"
        ));
    }
}
