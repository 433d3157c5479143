//! Writes the foreign side of the bindings from a built library.
//!
//! `bindgen kotlin|swift|web LIBRARY DIRECTORY`

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["kotlin", library, out] => kotlin(library, out),
        ["swift", library, out] => swift(library, out),
        ["web", library, out] => web(library, out),
        _ => Err("bindgen kotlin|swift|web LIBRARY DIRECTORY".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn kotlin(library: &str, out: &str) -> Result<(), String> {
    uniffi::generate(uniffi::GenerateOptions {
        languages: vec![uniffi::TargetLanguage::Kotlin],
        source: library.into(),
        out_dir: out.into(),
        config_override: None,
        format: false,
        crate_filter: Some("bindings".into()),
        metadata_no_deps: true,
    })
    .map_err(|problem| format!("{problem:#}"))
}

// Two targets of one Swift package: the C header with its module map, and the
// Swift that calls it.
fn swift(library: &str, out: &str) -> Result<(), String> {
    let part = |target: &str, sources: bool| {
        uniffi::generate_swift_bindings(uniffi::SwiftBindingsOptions {
            generate_swift_sources: sources,
            generate_headers: !sources,
            generate_modulemap: !sources,
            source: library.into(),
            out_dir: format!("{out}/{target}").into(),
            xcframework: false,
            module_name: Some("WhatMattersCoreFFI".into()),
            modulemap_filename: Some("module.modulemap".into()),
            metadata_no_deps: true,
            link_frameworks: Vec::new(),
            config: None,
        })
        .map_err(|problem| format!("{problem:#}"))
    };
    part("WhatMattersCore", true)?;
    part("WhatMattersCoreFFI", false)
}

// Functions keep their names: wasm-opt puts like ones side by side by them, and
// leaves them out.
fn web(library: &str, out: &str) -> Result<(), String> {
    wasm_bindgen_cli_support::Bindgen::new()
        .input_path(library)
        .out_name("core")
        .typescript(true)
        .remove_producers_section(true)
        .web(true)
        .and_then(|bindgen| bindgen.generate(out))
        .map_err(|problem| format!("{problem:#}"))
}
