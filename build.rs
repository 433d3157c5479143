//! Puts the built web app (`web/dist`) inside the program, each file also
//! compressed; nothing else. Where it is not built, a page that says how to.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

const DIST: &str = "web/dist";
const PLACEHOLDER: &str = "src/not_built.html";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={DIST}");
    println!("cargo:rerun-if-changed={PLACEHOLDER}");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let dist = Path::new(DIST);
    let mut files = Vec::new();
    if dist.join("index.html").exists() {
        gather(dist, &mut files)?;
    } else {
        files.push((PathBuf::from(PLACEHOLDER), "/index.html".to_owned()));
    }
    files.sort();
    let mut table = String::from("&[\n");
    for (file, path) in files {
        write_asset(&mut table, &out, &file, &path)?;
    }
    table.push(']');
    fs::write(out.join("assets.rs"), table)?;
    Ok(())
}

fn gather(folder: &Path, files: &mut Vec<(PathBuf, String)>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else if media(&path).is_some() {
            let name = path.strip_prefix(DIST)?.to_string_lossy().replace('\\', "/");
            files.push((path, format!("/{name}")));
        }
    }
    Ok(())
}

fn write_asset(
    table: &mut String,
    out: &Path,
    file: &Path,
    path: &str,
) -> Result<(), Box<dyn Error>> {
    let bytes = fs::read(file)?;
    let tag: String = Sha256::digest(&bytes)[..12].iter().fold(String::new(), |mut tag, byte| {
        let _ = write!(tag, "{byte:02x}");
        tag
    });
    // Named by their content, so that a file that has not changed is not
    // compressed again, and one that changes while we compile does no harm.
    let plain = keep(out, &tag, "plain", || Ok(bytes.clone()))?;
    let squeezable =
        !matches!(file.extension().and_then(|ending| ending.to_str()), Some("woff2" | "png"));
    let brotli = if squeezable { Some(keep(out, &tag, "br", || brotli(&bytes))?) } else { None };
    let gzip = if squeezable { Some(keep(out, &tag, "gz", || gzip(&bytes))?) } else { None };
    let smaller = |squeezed: Option<PathBuf>| -> String {
        match squeezed {
            Some(file)
                if fs::metadata(&file).is_ok_and(|found| found.len() < bytes.len() as u64) =>
            {
                format!("Some(include_bytes!({}))", literal(&file))
            }
            _ => "None".to_owned(),
        }
    };
    writeln!(
        table,
        "Asset {{ path: {path:?}, media: {:?}, hashed: {}, tag: {:?}, \
         plain: include_bytes!({}), brotli: {}, gzip: {} }},",
        media(file).unwrap_or("application/octet-stream"),
        path.starts_with("/assets/"),
        format!("\"{tag}\""),
        literal(&plain),
        smaller(brotli),
        smaller(gzip),
    )?;
    Ok(())
}

fn keep(
    out: &Path,
    tag: &str,
    ending: &str,
    make: impl FnOnce() -> Result<Vec<u8>, Box<dyn Error>>,
) -> Result<PathBuf, Box<dyn Error>> {
    let file = out.join(format!("{tag}.{ending}"));
    if !file.exists() {
        let unfinished = out.join(format!("{tag}.{ending}.part"));
        fs::write(&unfinished, make()?)?;
        fs::rename(&unfinished, &file)?;
    }
    Ok(file)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    // The last two levels take ten times as long: for what is shipped.
    let release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let quality = if release { 11 } else { 9 };
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

/// Files of other kinds (source maps) are left out.
fn media(file: &Path) -> Option<&'static str> {
    Some(match file.extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

/// A path as it stands in Rust source.
fn literal(path: &Path) -> String {
    format!("{:?}", path.to_string_lossy())
}
