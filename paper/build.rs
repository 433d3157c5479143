//! Gathers the pictures of Easy Read, which the web app shows too, into one table.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../web/public/pictures");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "svg") {
            files.push(path.canonicalize()?);
        }
    }
    files.sort();
    let mut table = String::from("&[\n");
    for file in files {
        let name = file.file_stem().ok_or("a file without a name")?.to_string_lossy();
        let file = file.to_str().ok_or("a folder whose name is no text")?;
        writeln!(table, "({name:?}, include_bytes!({file:?})),")?;
    }
    table.push(']');
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("pictures.rs"), table)?;
    Ok(())
}
