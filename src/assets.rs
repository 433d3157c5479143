//! The web app's files, as `build.rs` put them into the program.

use server::web::Asset;

/// All of them, by rising path.
pub(crate) static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));
