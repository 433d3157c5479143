//! Packs what the app carries with it: time zones, letters and words.

use std::error::Error;
use std::path::PathBuf;

mod letters;
mod words;
mod zones;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=src/words/packed.rs");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    letters::write(&out)?;
    zones::write(&out)?;
    words::write(&out)
}
