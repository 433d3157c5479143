//! Writes the foreign side of the bindings from a built library.
//!
//! `bindgen kotlin|swift|web LIBRARY DIRECTORY`

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["kotlin", library, out] => native(uniffi::TargetLanguage::Kotlin, library, out),
        ["swift", library, out] => native(uniffi::TargetLanguage::Swift, library, out),
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

fn native(language: uniffi::TargetLanguage, library: &str, out: &str) -> Result<(), String> {
    uniffi::generate(uniffi::GenerateOptions {
        languages: vec![language],
        source: library.into(),
        out_dir: out.into(),
        config_override: None,
        format: false,
        crate_filter: Some("bindings".into()),
        metadata_no_deps: true,
    })
    .map_err(|problem| format!("{problem:#}"))
}

fn web(library: &str, out: &str) -> Result<(), String> {
    wasm_bindgen_cli_support::Bindgen::new()
        .input_path(library)
        .out_name("core")
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .web(true)
        .and_then(|bindgen| bindgen.generate(out))
        .map_err(|problem| format!("{problem:#}"))
}
