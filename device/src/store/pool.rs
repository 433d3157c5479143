//! The browser's private file system, as SQLite sees it.

use gloo_timers::future::TimeoutFuture;
use shared::effects::store::StoreProblem;
use sqlite_wasm_rs::WasmOsCallback;
use sqlite_wasm_vfs::sahpool::{OpfsSAHError, OpfsSAHPoolCfgBuilder, install};

use super::Place;

/// Takes hold of the browser's private files. Where the browser has none to
/// give, the place is RAM. Where they are held by a tab or worker that is just
/// going away, waits for it, about five seconds in all.
pub(super) async fn pool(name: &str) -> Result<Place, StoreProblem> {
    // The file, its log, and its journal while it is made: each costs every start
    // two turns of the browser's.
    let config =
        OpfsSAHPoolCfgBuilder::new().vfs_name(name).directory(name).initial_capacity(3).build();
    for pause in [20, 50, 100, 200, 400, 800, 1600, 1600, 0] {
        match install::<WasmOsCallback>(&config, false).await {
            Ok(pool) => return Ok(Place::Pool(pool, name.to_owned())),
            Err(error) if has_no_files(&error) => return Ok(Place::Ram),
            Err(_) => TimeoutFuture::new(pause).await,
        }
    }
    Err(StoreProblem::Unavailable)
}

/// True where this browser, or this kind of window, keeps nothing at all: not
/// where there may be something that cannot be reached now.
fn has_no_files(error: &OpfsSAHError) -> bool {
    match error {
        OpfsSAHError::NotSupported => true,
        OpfsSAHError::Opfs { value, .. } => {
            let name = js_sys::Reflect::get(value, &"name".into());
            name.is_ok_and(|name| name == "SecurityError" || name == "NotAllowedError")
        }
        _ => false,
    }
}
